"""What can be done about a finding: offered, done, and gone."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from lsprotocol import types

from newslint.lsp.actions import CHECK
from tests.lsp.writer import Writer

DRAFT = """\
Mayor opens bridge

😋 The council spent $40 million on the the bridge, the mayor said.\r
The bridge has 300  lamps, and “the the lamps,” he said.

“We will later rebuild this old town,” the mayor said.

Engineers found deep cracks in three pillars of the bridge.
"""
SOURCE = """\
The council spent $35 million on the bridge, the mayor said.

“We will rebuild this old town,” said the mayor.

The council said engineers found deep cracks in three pillars of the bridge.
"""
CONFIG = "select: [N201, Q201, T108, W105, X101]\nmin-severity: info\n"
pytestmark = pytest.mark.asyncio(loop_scope="module")
EVERYTHING = "Mend all that can safely be mended"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / ".newslint.yaml").write_text(CONFIG)
    (tmp_path / "draft.sources").mkdir()
    (tmp_path / "draft.sources" / "minutes.txt").write_text(SOURCE, encoding="utf-8")
    return tmp_path


def codes(found: list[types.Diagnostic]) -> list[object]:
    return [one.code for one in found]


FOUND = ["N201", "T108", "T108", "Q201"]


def mended(draft: Path, *words: str) -> str:
    """What ``newslint --fix`` makes of a draft."""
    copy = draft.with_name("copy.txt")
    shutil.copy(draft, copy)
    command = [sys.executable, "-m", "newslint", "--no-plugins", "--fix", "--quiet", "--exit-zero", *words, str(copy)]
    subprocess.run(command, check=False, capture_output=True)
    return copy.read_bytes().decode()


async def test_a_safe_fix_is_preferred_and_does_what_fix_does(writer: Writer, desk: Path) -> None:
    uri = await writer.opens(desk / "draft.txt", DRAFT)
    found = await writer.settled(uri)
    assert codes(found) == FOUND
    actions = await writer.actions(uri, "the the", told=[found[1]])
    fix = actions["Leave out the second “the”"]
    assert (fix.kind, fix.is_preferred, fix.diagnostics) == (types.CodeActionKind.QuickFix, True, (found[1],))
    assert [one.title for one in actions.values() if one.is_preferred] == [fix.title]
    assert codes(await writer.do(uri, fix)) == ["N201", "T108", "Q201"]
    assert writer.text_of[uri] == DRAFT.replace("on the the", "on the")
    assert (await writer.text(uri))["text"] == writer.text_of[uri]


async def test_all_safe_fixes_at_once(writer: Writer, desk: Path) -> None:
    """The same text as on the command line, and quotations as they were; the edit is worked out when it is wanted."""
    uri = await writer.opens(desk / "draft.txt", DRAFT)
    action = (await writer.actions(uri, "the the"))[EVERYTHING]
    assert action.edit is None
    assert codes(await writer.do(uri, action)) == ["N201", "Q201"]
    assert "“the the lamps,”" in writer.text_of[uri]
    assert writer.text_of[uri] == mended(desk / "draft.txt")
    assert EVERYTHING not in await writer.actions(uri, "the bridge")


async def test_all_safe_fixes_by_command(writer: Writer, desk: Path) -> None:
    uri = await writer.opens(desk / "draft.txt", DRAFT)
    await writer.workspace_execute_command_async(types.ExecuteCommandParams("newslint.fixAll", [uri]))
    assert codes(await writer.settled(uri)) == ["N201", "Q201"]


async def test_an_editor_that_mends_on_saving_gets_the_edit_at_once(writer: Writer, desk: Path) -> None:
    uri = await writer.opens(desk / "draft.txt", DRAFT)
    for only in ("source", "source.fixAll", "source.fixAll.newslint"):
        actions = await writer.actions(uri, "Mayor", only=[only])
        assert [*actions] == [EVERYTHING]
        assert actions[EVERYTHING].edit
    assert await writer.actions(uri, "the the", only=["source.organizeImports"]) == {}
    assert await writer.actions(uri, "the the", only=["source.fixAll.other"]) == {}
    assert EVERYTHING not in await writer.actions(uri, "the the", only=["quickfix"])
    action = actions[EVERYTHING]
    writer.take(action.edit or types.WorkspaceEdit())
    assert codes(await writer.settled(uri)) == ["N201", "Q201"]


async def test_an_action_for_an_older_text_gets_no_edit(writer: Writer, desk: Path) -> None:
    uri = await writer.opens(desk / "draft.txt", DRAFT)
    action = (await writer.actions(uri, "the the"))[EVERYTHING]
    await writer.write_on(uri, f"New. {DRAFT}")
    assert (await writer.code_action_resolve_async(action)).edit is None


async def test_the_wording_of_the_source_is_offered_never_preferred(writer: Writer, desk: Path) -> None:
    uri = await writer.opens(desk / "draft.txt", DRAFT)
    title = f"Write “$35 million”, as minutes.txt:1 has it, for “$40 million” ({CHECK})"
    action = (await writer.actions(uri, "$40"))[title]
    assert not action.is_preferred
    assert codes(await writer.do(uri, action)) == ["T108", "T108", "Q201"]
    title = f"Write “We will rebuild this old town”, as minutes.txt:3 has it, for “We will later rebuild this old town” ({CHECK})"
    await writer.do(uri, (await writer.actions(uri, "later"))[title])
    assert "“We will rebuild this old town,” the mayor said." in writer.text_of[uri]


async def test_an_ignore_comment_wants_a_reason(writer: Writer, desk: Path) -> None:
    """The caret stands where it goes; until it is written nothing is silenced."""
    uri = await writer.opens(desk / "draft.txt", DRAFT)
    actions = await writer.actions(uri, "later")
    assert not any(title.startswith("Ignore Q201 (") for title in actions)
    action = actions["Ignore Q201 “We will later rebuild this old town,” here: write why"]
    assert codes(await writer.do(uri, action)) == ["N201", "T108", "T108", "X101", "Q201"]
    shown = writer.shown_documents[0]
    assert (shown.uri, bool(shown.selection)) == (uri, True)
    where = writer.offset(uri, shown.selection.start) if shown.selection else 0
    text = writer.text_of[uri]
    assert text[:where].endswith('newslint: ignore[Q201: "We will later rebuild this old town,"] ')
    assert codes(await writer.write_on(uri, f"{text[:where]}on tape{text[where:]}")) == ["N201", "T108", "T108"]


async def test_a_rule_of_wording_can_be_ignored_in_the_whole_file(writer: Writer, desk: Path) -> None:
    uri = await writer.opens(desk / "draft.txt", DRAFT)
    action = (await writer.actions(uri, "the the"))["Ignore T108 (leftover-mark) in the whole file: write why"]
    assert action.edit
    writer.take(action.edit)
    text = writer.text_of[uri].replace("ignore-file[T108] ", "ignore-file[T108] a poem")
    assert codes(await writer.write_on(uri, text)) == ["N201", "Q201"]


async def test_a_fact_is_confirmed(writer: Writer, desk: Path) -> None:
    uri = await writer.opens(desk / "draft.txt", DRAFT)
    assert not any(title.startswith("Confirm") for title in await writer.actions(uri, "the the"))
    action = (await writer.actions(uri, "$40"))["Confirm “$40 million” (N201): the desk has checked it"]
    assert "N201" in codes(await writer.do(uri, action)), "the question was closed unanswered"
    assert not (desk / ".newslint-confirmed.yml").exists()
    writer.picks = "Saw the document"
    assert "N201" not in codes(await writer.do(uri, action))
    assert [one.message for one in writer.questions] == ["“$40 million”: how was it confirmed?"] * 2
    entry = yaml.safe_load((desk / ".newslint-confirmed.yml").read_text())[0]
    assert (entry["rule"], entry["words"], entry["how"]) == ("N201", "$40 million", "Saw the document")
    assert entry["who"]
    assert codes(await writer.settled(uri)) == [code for code in FOUND if code != "N201"]


async def test_an_editor_may_ask_for_the_words_itself(writer: Writer, desk: Path) -> None:
    uri = await writer.opens(desk / "draft.txt", DRAFT)
    command = (await writer.actions(uri, "$40"))["Confirm “$40 million” (N201): the desk has checked it"].command
    assert command
    words = [*(command.arguments or ()), {"who": "Ann Perkins", "how": "the treasurer's letter"}]
    await writer.workspace_execute_command_async(types.ExecuteCommandParams(command.command, words))
    entry = yaml.safe_load((desk / ".newslint-confirmed.yml").read_text())[0]
    assert (entry["who"], entry["how"]) == ("Ann Perkins", "the treasurer's letter")
    assert writer.questions == []


async def test_the_passage_of_the_source_is_opened(writer: Writer, desk: Path) -> None:
    uri = await writer.opens(desk / "draft.txt", DRAFT)
    await writer.do(uri, (await writer.actions(uri, "$40"))["Open minutes.txt:1, “$35 million”"])
    shown = writer.shown_documents[0]
    assert (shown.uri, shown.take_focus) == ((desk / "draft.sources" / "minutes.txt").as_uri(), True)
    assert shown.selection == types.Range(types.Position(0, 18), types.Position(0, 29))


async def test_a_rule_is_explained(writer: Writer, desk: Path) -> None:
    uri = await writer.opens(desk / "draft.txt", DRAFT)
    await writer.do(uri, (await writer.actions(uri, "$40"))["Explain N201: The source has another figure"])
    assert writer.shown_documents[0].uri.endswith("/number-differs-from-source.md")


async def test_what_the_editor_shows_is_what_it_asks_about(writer: Writer, desk: Path) -> None:
    """Some send the diagnostics of the whole line, wherever the caret is; some forget what came with them."""
    uri = await writer.opens(desk / "draft.txt", DRAFT)
    found = await writer.settled(uri)
    assert not any("N201" in title for title in await writer.actions(uri, "council"))
    assert any("N201" in title for title in await writer.actions(uri, "council", told=[found[0]]))
    found[0].data = None
    assert any("N201" in title for title in await writer.actions(uri, "council", told=[found[0]]))
    strange = types.Diagnostic(found[0].range, "of another linter", source="other", code="N201")
    assert not any("N201" in title for title in await writer.actions(uri, "council", told=[strange]))
    assert [*await writer.actions(uri, "Mayor")] == [EVERYTHING]


async def test_a_command_with_odd_words_does_nothing_and_says_so(writer: Writer, desk: Path) -> None:
    uri = await writer.opens(desk / "draft.txt", DRAFT)
    for name in ("open", "explain", "confirm", "off"):
        for words in ([], [uri], [uri, "no such finding"], [uri, 7, {"how": 1}], ["file:///nowhere"]):
            await writer.workspace_execute_command_async(types.ExecuteCommandParams(f"newslint.{name}", words))
    assert {one.message for one in writer.messages} == {"newslint: that finding is no longer there"}
    for name in ("fixAll", "caret", "ledger"):
        await writer.workspace_execute_command_async(types.ExecuteCommandParams(f"newslint.{name}", ["file:///nowhere"]))
    for offset in (-1, 10**12, True, "1", None):
        await writer.workspace_execute_command_async(types.ExecuteCommandParams("newslint.caret", [uri, offset]))
    assert (await writer.text(uri))["text"] == DRAFT
