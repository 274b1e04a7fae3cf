"""Two wordings side by side: what is marked on either side, and nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.report.wordings import differing, excerpt, pieces
from newslint.spans import Span
from tests.conftest import Read


@pytest.mark.parametrize(
    ("here", "there", "ours", "theirs"),
    [
        # the rest of the words hold the two together
        ('"military friendship and aid"', "“militant friendship, goodwill and aid”", ["military"], ["militant", "goodwill"]),
        ("Kim Jong-un", "Kim Jong Un", ["Jong-un"], ["Jong Un"]),
        ("$5 million", "$3 million", ["5"], ["3"]),
        ("it will close", "it may well close", ["will"], ["may well"]),
        # nothing in common: two other wordings
        ("over ten thousand", "around 15,000", ["over ten thousand"], ["around 15,000"]),
        # quotation marks and capitals are no difference
        ("“We can’t”", '"we can\'t"', [], []),
        # where no word differs, the marks are
        ("yes, we can", "yes we can", [","], []),
        ("the same words", "the same words", [], []),
        ("", "words", [], ["words"]),
    ],
)
def test_what_differs(here: str, there: str, ours: list[str], theirs: list[str]) -> None:
    left, right = differing(here, there)
    assert ([span.of(here) for span in left], [span.of(there) for span in right]) == (ours, theirs)


@given(st.text(alphabet="ab ,“"), st.text(alphabet="ab ,“"))
def test_pieces_are_the_words(here: str, there: str) -> None:
    for words, marked in zip((here, there), differing(here, there), strict=True):
        assert "".join(piece for piece, _ in pieces(words, marked)) == words


def test_long_wordings_are_marked_as_a_whole() -> None:
    here, there = "a b " * 400, "a c " * 400
    assert differing(here, there) == ([Span(0, len(here))], [Span(0, len(there))])


@pytest.mark.parametrize(
    ("name", "text", "found", "told"),
    [
        ("a.txt", "First.\n\nIt began on Friday 😀 at dawn.\n", "Friday", ("It began on ", "Friday", " 😀 at dawn.")),
        ("a.md", "It *began* on **Fri**day &amp; later.\n", "Fri**day", ("It began on ", "Friday", " & later.")),
        ("a.html", "<p>It <i>began</i> on Fri&shy;day.</p>", "Fri&shy;day", ("It began on ", "Friday", ".")),
    ],
)
def test_an_excerpt_reads_as_its_text_does(read: Read, name: str, text: str, found: str, told: tuple[str, str, str]) -> None:
    doc = read(text, name=name)
    shown = excerpt(doc, Span(text.index(found), text.index(found) + len(found)))
    assert (shown.before, shown.words, shown.after) == told
    assert (shown.line, shown.column) == doc.lines.position(text.index(found))


def test_an_excerpt_is_cut_between_words(read: Read) -> None:
    text = "one two three four five\n"
    shown = excerpt(read(text), Span(8, 13), 7)
    assert (shown.before, shown.words, shown.after) == ("…two ", "three", " four…")
