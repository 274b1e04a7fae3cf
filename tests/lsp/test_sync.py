"""The server's text is the editor's, whatever is typed; what it shows fits that text."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from newslint.report.lsp import Units
from newslint.spans import LineIndex
from tests.lsp.editor import Editor

PIECES = ["😋", "\r\n", "\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85", "e\u0301", "𝄞", "👩‍👩‍👧", "é", "“", "a", " ", "\t", "\ufeff", "\0",
          "The mayor spoke on Monday 12 August 2025. "]  # fmt: skip
EDITS = 100


@pytest.mark.asyncio
@pytest.mark.parametrize(("encoding", "seed"), [("utf-8", 1), ("utf-16", 2), ("utf-32", 3), ("utf-16", 4)])
async def test_random_edits(editor: Editor, desk: Path, encoding: str, seed: int) -> None:
    (desk / ".newslint.yaml").write_text("select: [D101]\n")
    chance = random.Random(seed)
    text = "".join(chance.choices(PIECES, k=60))
    await editor.begin(desk, encodings=[encoding], options={"pause": 0})
    uri = editor.open(desk / "draft.txt", text)
    for version in range(2, EDITS + 2):
        changes: list[types.TextDocumentContentChangeEvent] = []
        for _ in range(chance.choice([1, 1, 1, 3])):
            text, change = edited(text, encoding, chance)
            changes.append(change)
        document = types.VersionedTextDocumentIdentifier(version, uri)
        editor.text_document_did_change(types.DidChangeTextDocumentParams(document, changes))
        if version % 10 == 0:
            told = await editor.text(uri)
            assert (
                (told.text, told.version) == (text, version)
                if not isinstance(told, dict)
                else told == {"text": text, "version": version}
            )
    await editor.found(uri, EDITS + 1)
    versions = [one.version or 0 for one in editor.published]
    assert versions == sorted(versions), "nothing of an older state comes after something of a newer"
    for one in editor.shown(uri).diagnostics:
        lines = Units(LineIndex(text), encoding)
        words = text[
            lines.offset(one.range.start.line, one.range.start.character) : lines.offset(
                one.range.end.line, one.range.end.character
            )
        ]
        assert "Monday" in words


def edited(text: str, encoding: str, chance: random.Random) -> tuple[str, types.TextDocumentContentChangeEvent]:
    """The text after one edit, and that edit in the editor's units."""
    new = "".join(chance.choices(PIECES, k=chance.choice([0, 1, 1, 2, 8])))
    if chance.random() < 0.03:
        return new, types.TextDocumentContentChangeWholeDocument(new)
    start = chance.randint(0, len(text))
    end = min(len(text), start + chance.choice([0, 0, 0, 1, 2, 10]))
    start, end = (at - 1 if text[max(0, at - 1) : at + 1] == "\r\n" else at for at in (start, end))
    units = Units(LineIndex(text), encoding)
    span = types.Range(types.Position(**units.position(start)), types.Position(**units.position(end)))
    return text[:start] + new + text[end:], types.TextDocumentContentChangePartial(span, new)


@pytest.mark.asyncio
async def test_what_was_edited_away_goes_at_once(editor: Editor, desk: Path) -> None:
    """With the full check a minute off, the quick one drops the finding whose words are gone, and moves the other."""
    (desk / ".newslint.yaml").write_text("select: [D101, Q201]\n")
    await editor.begin(desk, options={"pause": 60_000})
    wrong = "It was Monday 12 August 2025.\n\n“We will later rebuild this old town,” he said.\n"
    uri = editor.open(desk / "draft.txt", wrong)
    assert [one.code for one in await editor.found(uri, 1)] == ["D101", "Q201"]

    editor.type(uri, 2, "Tuesday", (0, 7, 0, 13))
    await editor.until(lambda: editor.shown(uri).version == 2)
    assert [one.code for one in editor.shown(uri).diagnostics] == ["Q201"]
    editor.type(uri, 3, "", (2, 9, 2, 15))  # later
    await editor.until(lambda: editor.shown(uri).version == 3)
    assert not editor.shown(uri).diagnostics


@pytest.mark.asyncio
async def test_a_request_of_an_older_state_is_refused_or_cancelled(editor: Editor, desk: Path) -> None:
    await editor.begin(desk, options={"pause": 60_000})
    uri = editor.open(desk / "draft.txt", "One.")
    await editor.found(uri, 1)
    editor.type(uri, 2, "Two.")
    overtaken = asyncio.ensure_future(editor.ask("newslint/settled", {"uri": uri}))
    await editor.text(uri)
    editor.type(uri, 3, "Three.")
    with pytest.raises(JsonRpcException) as fault:
        await asyncio.wait_for(overtaken, 60)
    assert fault.value.code == types.LSPErrorCodes.ContentModified

    unwanted = asyncio.ensure_future(editor.protocol.send_request_async("newslint/settled", {"uri": uri}, msg_id="unwanted"))
    await editor.text(uri)
    editor.cancel_request(types.CancelParams("unwanted"))
    with pytest.raises(JsonRpcException) as fault:
        await asyncio.wait_for(unwanted, 60)
    assert fault.value.code == types.LSPErrorCodes.RequestCancelled


@pytest.mark.asyncio
async def test_a_change_of_what_is_not_open_harms_nobody(editor: Editor, desk: Path) -> None:
    await editor.begin(desk)
    editor.type((desk / "draft.txt").as_uri(), 2, "!", (0, 0, 0, 0))
    editor.close((desk / "draft.txt").as_uri())
    assert await editor.text((desk / "draft.txt").as_uri()) is None
    uri = editor.open(desk / "draft.txt", "One.")
    assert await editor.found(uri, 1) == []


@pytest.mark.asyncio
async def test_a_draft_too_long_to_lint_while_typing_is_linted_when_saved(editor: Editor, desk: Path) -> None:
    (desk / ".newslint.yaml").write_text("select: [D101]\n")
    await editor.begin(desk)
    long = "It was Monday 12 August 2025.\n\n" + "Nothing happened that day. \n" * 15_000
    uri = editor.open(desk / "draft.txt", long)
    assert [one.code for one in await editor.found(uri, 1)] == ["D101"]
    editor.type(uri, 2, "!", (0, 0, 0, 0))
    assert await editor.found(uri, 2) == []
    await editor.until(lambda: bool(editor.messages))
    assert "draft.txt is too long to be linted while it is typed; it is linted when it is saved" in editor.messages[-1].message
    editor.save(uri)
    assert [one.code for one in await editor.found(uri, 2)] == ["D101"]
