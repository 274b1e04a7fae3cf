"""What must stand in a text for an expression to be found in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.needles import each, first, may_stand, needles


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b(?:accus(?:e[ds]?|ing)|alleged)\b", {"accuse", "accusing", "alleged"}),
        (r"(?i)\bLorem\s+ipsum\b", {"lorem ipsum"}),
        (r"in\s*order\nto[ \t]go", {"inorder to go", "in order to go"}),
        (r"[\w.]+@(?:@|\.)", {"@@", "@."}),
        (r"(?<![?!])\?{2,}(?!!)", {"??"}),
        (r"ab(?=cde)|(?P<x>fgh)+", {"cde", "fgh"}),
        (r"(?<=cde)abc[^x]", {"abc"}),
        (r"(?:foo)?\d", set()),
        (r"the|\w+ed", set()),
        ("éÃ[é]x", set()),
    ],
)
def test_needles(pattern: str, words: set[str]) -> None:
    assert needles(re.compile(pattern)) == words


PATTERNS = [
    re.compile(pattern, flags)
    for pattern, flags in (
        (r"foo\s+bar", 0),
        (r"\s{2}foo", 0),
        (r"foo[\s-]bar\s*x", re.IGNORECASE),
        (r"^ foo|foo $", 0),
        (r"in|sink", re.IGNORECASE),
        (r"(?:foo|b\s)+x{2}", re.IGNORECASE),
        (r"(?<!o)bar(?=\n|x)", 0),
        (r"(?P<a>fo|ba){2}(?P=a)?r+", 0),
    )
]
TEXTS = st.lists(st.sampled_from(["foo", "bar", "in", " ", "\n", "\u00a0", *"xXbBoOrR-İıſK"])).map("".join)


@given(TEXTS, st.sampled_from(PATTERNS))
def test_nothing_is_missed(text: str, pattern: re.Pattern[str]) -> None:
    found = [match.span() for match in pattern.finditer(text)]
    assert [match.span() for match in each(pattern, text)] == found
    assert bool(first(pattern, text)) == bool(found)


def test_a_text_without_any_is_passed_over() -> None:
    accused = re.compile(r"\b(?:accused|alleged)\b")
    assert not may_stand(accused, "He was cleared. " * 9)
    assert may_stand(accused, "He was cleared.\nACCUSED of theft")
    assert may_stand(re.compile(r"\d"), "")
