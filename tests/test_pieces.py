"""What is found line by line is what is found in the whole text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.phrases import Phrases
from newslint.pieces import REACH, lines, matches, piece, places, stands
from newslint.spans import Span

PATTERNS = [
    re.compile(pattern, re.DOTALL if "." in pattern else 0)
    for pattern in (
        r"\ba\b",
        r"^a",
        r"a$",
        r"(?m)^b|a$",
        r"\A.",
        r"b\Z",
        r"a\s{0,2}b",
        r"(?<=\n)a",
        r"(?=\n)",
        r"x*",
        r"a.b",
        r"(?!b)\s\w",
    )
]
TEXTS = st.text(alphabet="ab \n\u00e9", max_size=60) | st.lists(st.sampled_from(["a b", "", "b " * REACH, "a", " "])).map(
    "\n".join
)


@given(TEXTS, st.sampled_from(PATTERNS))
def test_patterns(text: str, pattern: re.Pattern[str]) -> None:
    found = [(match.span(), match[0]) for match in pattern.finditer(text)]
    assert [(match.span(), match[0]) for match in matches(pattern, text)] == found
    assert [*places(pattern, text)] == [Span(*span) for span, _ in found]
    assert stands(pattern, text) == bool(found)


@given(TEXTS, TEXTS)
def test_lines_make_up_their_text(text: str, other: str) -> None:
    for one in (text, f"{other}\n{text}"):
        held = [(line.text[line.start : line.stop], origin + line.start) for origin, line in lines(one)]
        assert "".join(words for words, _ in held) == one
        assert all(one.startswith(words, at) for words, at in held)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in order\nto go, in order to stay", ["in order\nto", "in order to"]),
        ("to go in\norder to\n\norder", ["in\norder to"]),
        ("order in order\nin\n\norder to", ["in\n\norder to"]),
        ("in order to in order to\nin order to", ["in order to"] * 3),
    ],
)
def test_phrases_run_over_the_ends_of_lines(text: str, found: list[str]) -> None:
    phrases = Phrases(("in order to",), {})
    assert [one.span.of(text) for one in phrases.find(text)] == found


def test_work_is_done_once_for_the_same_words() -> None:
    asked: list[str] = []

    def length(text: str, unit: int) -> int:
        asked.append(text)
        return len(text) // unit

    assert [piece("some words").once(length, unit) for unit in (1, 2, 1)] == [10, 5, 10]
    assert piece("other words").once(length, 1) == 11
    assert asked == ["some words", "some words", "other words"]


def test_who_looks_is_told_apart() -> None:
    text = "a b"
    found = [[*places(re.compile(pattern), text)] for pattern in ("a", "b", "a")]
    assert found == [[Span(0, 1)], [Span(2, 3)], [Span(0, 1)]]
