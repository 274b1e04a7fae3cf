"""Outline, lens, hints, links and completion."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from newslint.lsp.client import Client
from newslint.lsp.completion import codes
from newslint.lsp.lens import hints, lenses
from newslint.lsp.links import links
from newslint.lsp.symbols import folds, symbols
from newslint.spans import Span
from tests.lsp.views import CAN_ALL, PLAIN, view
from tests.lsp.writer import CLIENTS, Writer, able

DRAFT = """\
# Mayor opens the bridge

*By Ann Perkins*

“We will rebuild this old town,” Mayor John Roe said. 😋 “It is our *duty*.”

The council spent $40 million on the bridge over the Tarn in Orlo.

The museum of clocks has bought a steam engine from a farmer.
"""
SOURCE = """\
“We will rebuild this old town,” Mayor John Roe said. “It is our duty.”

The council spent $35 million on the bridge over the Tarn in Orlo.
"""
ALL = types.Range(types.Position(0, 0), types.Position(99, 0))


def test_the_outline_has_blocks_and_who_speaks_in_them() -> None:
    made = view(DRAFT, select="T108", name="draft.md")
    found = [one for one in symbols(made, CAN_ALL) if isinstance(one, types.DocumentSymbol)]
    assert [(one.detail, one.name) for one in found] == [
        ("headline", "Mayor opens the bridge"),
        ("byline", "By Ann Perkins"),
        ("paragraph", "“We will rebuild this old town,” Mayor John Roe said. 😋…"),
        ("paragraph", "The council spent $40 million on the bridge over the Tarn…"),
        ("paragraph", "The museum of clocks has bought a steam engine from a…"),
    ]
    said = found[2].children or []
    assert [one.name for one in said] == ["John Roe: “We will rebuild this old town,”", "John Roe: “It is our duty.”"]
    assert said[1].range == types.Range(types.Position(4, 57), types.Position(4, 76)), "an emoji is two units"
    assert all(one.selection_range == one.range for one in found)


def test_an_editor_that_nests_nothing_gets_a_list() -> None:
    found = symbols(view(DRAFT, select="T108", name="draft.md"), PLAIN)
    assert all(isinstance(one, types.SymbolInformation) for one in found)
    assert len(found) == 7


def test_furniture_can_be_folded_away() -> None:
    made = view("---\ntitle: Bridge\ndate: 2025-05-12\n---\nThe bridge is shut.\n", select="T108", name="draft.md")
    assert [(one.start_line, one.end_line) for one in folds(made)] == [(0, 3)]
    assert folds(view("One.\n\nTwo.\n", select="T108")) == []


LENSES = (
    ({}, "1 finding · no sources named", ""),
    ({"paper": SOURCE}, "3 of 5 claims supported · 1 source, 1 origin · 2 findings", "newslint.ledger"),
)


@pytest.mark.parametrize(("sources", "title", "command"), LENSES)
def test_the_lens_counts_as_the_ledger_does(sources: dict[str, str], title: str, command: str) -> None:
    made = view(DRAFT.replace("steam", "steam steam"), select="T108 N201", name="draft.md", **sources)
    lens = lenses(made)[0]
    assert lens.command
    assert (lens.command.title, lens.command.command) == (title, command)
    assert lens.range.start == types.Position(0, 0)


def test_hints_stand_behind_what_is_not_borne_out() -> None:
    made = view(DRAFT, select="N201", name="draft.md", paper=SOURCE)
    found = hints(made, ALL)
    assert [(one.position.line, one.label) for one in found] == [(6, "differs from paper.txt:3"), (8, "in no source")]
    assert found[0].position.character == len("The council spent $40 million on the bridge over the Tarn in Orlo.")
    assert found[0].tooltip == "The council spent $35 million on the bridge over the Tarn in Orlo."
    assert [one.position.line for one in hints(made, types.Range(types.Position(8, 0), types.Position(9, 0)))] == [8]
    assert hints(view(DRAFT, select="N201"), ALL) == []


def test_sources_in_the_front_matter_are_links(tmp_path: Path) -> None:
    source = tmp_path / "paper.txt"
    source.write_text(SOURCE)
    text = "---\nsources:\n  - file: paper.txt\n---\nThe bridge is shut. See paper.txt.\n"
    found = links(view(text, select="Q201", name="draft.md", folder=tmp_path))
    where = types.Range(types.Position(2, 10), types.Position(2, 19))
    assert [(one.target, one.range) for one in found] == [(source.as_uri(), where)]


TYPED = (
    ("newslint: ignore[", True),
    ("# newslint: ignore-file[T", True),
    ("<!-- 😋 newslint: ignore[N201, Q", True),
    ("newslint: ignore[T108] why", False),
    ("newslint is [", False),
)


@pytest.mark.parametrize(("text", "wanted"), TYPED)
def test_codes_are_completed_where_they_are_typed(text: str, wanted: bool) -> None:
    made = view(text, select="T108 T105 Q104")
    end = made.range(Span(len(text), len(text))).start
    found = codes(made.buffer, made, end, "utf-16")
    assert (found is not None) == wanted
    if found:
        assert [one.label for one in found] == ["Q104", "T105", "T108"]
        assert sorted(found, key=lambda one: one.sort_text or "")[0].label in {one.code for one in made.outcome.told} | {"Q104"}
        edit = found[0].text_edit
        assert isinstance(edit, types.TextEdit)
        assert edit.range.end == end


@pytest.mark.parametrize("client", CLIENTS)
def test_what_editors_announce_is_understood(client: str) -> None:
    can = Client.of(able(client))
    assert can.markdown
    assert can.nested
    assert not can.snippets
    assert can.lens_again == client.startswith("visual")


@pytest.mark.asyncio(loop_scope="module")
async def test_the_server_answers_all_of_it(writer: Writer, tmp_path: Path) -> None:
    (tmp_path / ".newslint.yaml").write_text("select: [N201, T108]\n")
    (tmp_path / "draft.sources").mkdir()
    source = tmp_path / "draft.sources" / "paper.txt"
    source.write_text(SOURCE)
    uri = await writer.opens(tmp_path / "draft.md", DRAFT)
    document = types.TextDocumentIdentifier(uri)
    outline = await writer.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    assert len(outline or ()) == 5
    lens = (await writer.text_document_code_lens_async(types.CodeLensParams(document)) or ())[0]
    assert lens.command
    assert lens.command.title == "3 of 5 claims supported · 1 source, 1 origin · 1 finding"
    await writer.workspace_execute_command_async(types.ExecuteCommandParams(lens.command.command, lens.command.arguments))
    page = writer.shown_documents[0]
    assert page.external
    assert "$35 million" in Path(page.uri.removeprefix("file://")).read_text()
    assert await writer.ask(types.TEXT_DOCUMENT_INLAY_HINT, types.InlayHintParams(document, ALL)) is None, "off unless asked for"
    assert not await writer.text_document_folding_range_async(types.FoldingRangeParams(document))
    assert not await writer.text_document_document_link_async(types.DocumentLinkParams(document))

    source.write_text(SOURCE.replace("$35", "$40"))
    writer.changed_on_disk(source)
    await writer.until(lambda: "lens" in writer.again)
    lens = (await writer.text_document_code_lens_async(types.CodeLensParams(document)) or ())[0]
    assert lens.command
    assert lens.command.title == "4 of 5 claims supported · 1 source, 1 origin · 0 findings"

    writer.again.clear()
    writer.settings[tmp_path.parent.as_uri()] = {"hints": True, "lenses": False}
    writer.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
    await writer.until(lambda: "lens" in writer.again)
    assert not await writer.text_document_code_lens_async(types.CodeLensParams(document))
    shown = await writer.ask(types.TEXT_DOCUMENT_INLAY_HINT, types.InlayHintParams(document, ALL))
    assert [one.label for one in shown] == ["in no source"]

    await writer.write_on(uri, "newslint: ignore[\n")
    asked = types.CompletionParams(document, types.Position(0, 17))
    found = await writer.text_document_completion_async(asked)
    assert isinstance(found, list | tuple)
    assert "T108" in [one.label for one in found]
