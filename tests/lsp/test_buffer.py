"""Positions in a client's units, and edits in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lsprotocol.types import (
    Position,
    Range,
    TextDocumentContentChangePartial,
    TextDocumentContentChangeWholeDocument,
    TextDocumentItem,
)

from newslint.lsp.buffer import Buffer
from newslint.manual import PAGES
from newslint.report.lsp import Units
from newslint.spans import LineIndex
from tests.growth import calls

CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
texts = st.text(st.sampled_from("ab é—“😋𝄞\u2028\x0b\x0c\x85\r\n") | st.characters(codec="utf-8"), max_size=60)
encodings = st.sampled_from(sorted(CODECS))


@pytest.mark.parametrize(
    ("text", "encoding", "words", "line", "character"),
    [
        ("one two", "utf-16", "two", 0, 4),
        ("😋 two", "utf-16", "two", 0, 3),
        ("😋 two", "utf-32", "two", 0, 2),
        ("😋 two", "utf-8", "two", 0, 5),
        ("“é” two", "utf-8", "two", 0, 9),
        ("“é” two", "utf-16", "two", 0, 4),
        ("😋\r\n😋😋 two", "utf-16", "two", 1, 5),
        ("one\rtwo", "utf-16", "two", 1, 0),
        ("one\u2028\x0c\x0b\x85two", "utf-16", "two", 0, 7),
    ],
)
def test_positions(text: str, encoding: str, words: str, line: int, character: int) -> None:
    units = Units(LineIndex(text), encoding)
    assert units.position(text.index(words)) == {"line": line, "character": character}
    assert units.offset(line, character) == text.index(words)


@pytest.mark.parametrize(
    ("line", "character", "offset"),
    [(0, 1, 0), (0, 2, 1), (0, 99, 2), (1, 99, 5), (2, 0, 5), (99, 0, 5)],
)
def test_positions_that_do_not_exist_are_put_where_the_protocol_says(line: int, character: int, offset: int) -> None:
    assert Units(LineIndex("😋a\r\nb")).offset(line, character) == offset


@given(texts, encodings, st.data())
def test_there_and_back(text: str, encoding: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assume(text[offset - 1 : offset + 1] != "\r\n")  # no position lies between the two halves of a line end
    lines, (codec, size) = LineIndex(text), CODECS[encoding]
    units = Units(lines, encoding)
    found = units.position(offset)
    assert units.offset(**found) == offset
    assert found["character"] == len(text[lines.starts[found["line"]] : offset].encode(codec)) // size


@given(texts, texts, encodings, st.data())
def test_an_edit_is_the_edit_of_the_text(text: str, new: str, encoding: str, data: st.DataObject) -> None:
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    assume("\r\n" not in (text[start - 1 : start + 1], text[end - 1 : end + 1]))
    units = Units(LineIndex(text), encoding)
    change = TextDocumentContentChangePartial(Range(Position(**units.position(start)), Position(**units.position(end))), new)
    buffer = Buffer("file:///a.txt", Path("/a.txt"), text, 1).changed([change], 2, encoding)
    assert (buffer.text, buffer.version) == (text[:start] + new + text[end:], 2)


def test_a_change_without_a_range_is_the_whole_text() -> None:
    buffer = Buffer("file:///a.txt", Path("/a.txt"), "old", 1)
    assert buffer.changed([TextDocumentContentChangeWholeDocument("new")], 2, "utf-16").text == "new"


places = st.builds(Position, st.integers(0, 4), st.integers(0, 9))
changes = st.builds(TextDocumentContentChangePartial, st.builds(Range, places, places), st.text("ab😋\r\n", max_size=3))


@given(text=texts, many=st.lists(changes, max_size=6), rising=st.booleans(), encoding=encodings)
def test_many_changes_are_as_many_one_by_one(
    text: str, many: list[TextDocumentContentChangePartial], rising: bool, encoding: str
) -> None:
    """Wherever they lie, the sensible ones and the others; mostly they go up the page."""
    many = many if rising else sorted(many, key=lambda one: one.range.start, reverse=True)
    buffer = one_by_one = Buffer("file:///a.txt", Path("/a.txt"), text, 1)
    for change in many:
        one_by_one = one_by_one.changed([change], 2, encoding)
    assert buffer.changed(many, 2, encoding).text == one_by_one.text


def test_a_word_replaced_everywhere_is_looked_up_in_one_index() -> None:
    def steps(number: int) -> int:
        many = [TextDocumentContentChangePartial(Range(Position(at, 0), Position(at, 3)), "A") for at in reversed(range(number))]
        buffer = Buffer("file:///a.txt", Path("/a.txt"), "The end.\n" * number, 1)
        return sum(calls(lambda: buffer.changed(many, 2, "utf-16")).values())

    assert steps(400) < 3 * steps(200)


@pytest.mark.parametrize(
    ("uri", "language", "path"),
    [
        ("file:///home/a%20b/%C3%A9.txt", "plaintext", Path("/home/a b/é.txt")),
        ("untitled:Untitled-1", "markdown", Path.cwd() / "untitled.md"),
        ("untitled:Untitled-1", "plaintext", Path.cwd() / "untitled.txt"),
    ],
)
def test_a_buffer_has_the_path_of_its_file(uri: str, language: str, path: Path) -> None:
    assert Buffer.opened(TextDocumentItem(uri, language, 1, "")).path == path


@pytest.mark.parametrize(
    ("uri", "draft"),
    [
        ("file:///desk/draft.md", True),
        ("untitled:Untitled-1", True),
        ("file:///desk/draft.sources/agency.txt", False),
        ("file:///desk/draft.docx", False),
        ("git:/desk/draft.md", False),
        ((PAGES / "hedge.md").as_uri(), False),
    ],
)
def test_what_is_a_draft(uri: str, draft: bool) -> None:
    """The page that explains a rule gives examples of what it reports."""
    assert Buffer.opened(TextDocumentItem(uri, "plaintext", 1, "")).lintable is draft
