"""Other words in the place of some: capitals, articles, gaps."""

from __future__ import annotations

import pytest

from newslint.rewording import article, recased, reworded
from newslint.spans import Span

AN = """
apple hour honest heir honour MP FBI NHS RAF 8 8% 80 18 11 11,000 1850 1831 800,000 18-year-old £8m $11m umbrella unimportant
uninsured usher utter urban ugly X-ray M&S “old” undoing LGBT HIV L.A. unidentified S.C. onerous
"""
A = """
plan unit union university united useful usual user European euro one one-off once-only US UN UK U.S. U.N. NATO NASA 1 10 7 110
1,800 181 100 £1m ubiquitous uranium utility unique uniform hospital historic ukulele Ugandan 1,100 eulogy unicorn unity
"""


@pytest.mark.parametrize("word", AN.split())
def test_an(word: str) -> None:
    assert article(f"{word} rise") == "an"


@pytest.mark.parametrize("word", A.split())
def test_a(word: str) -> None:
    assert article(f"{word} rise") == "a"


CASES = [
    ("utilise", "use", "utilise", False, "use"),
    ("Utilise", "use", "utilise", True, "Use"),
    ("UTILISE", "use", "utilise", False, "USE"),
    ("Prior To", "ahead of", "prior to", False, "Ahead Of"),
    ("Prior to", "ahead of", "prior to", True, "Ahead of"),
    ("Kiev", "Kyiv", "Kiev", False, "Kyiv"),
    ("Internet", "internet", "Internet", False, "internet"),
    ("Internet", "internet", "Internet", True, "Internet"),
    ("email", "UN mail", "email", True, "UN mail"),
]


@pytest.mark.parametrize(("old", "new", "written", "opening", "expected"), CASES)
def test_capitals(old: str, new: str, written: str, opening: bool, expected: str) -> None:
    assert recased(old, new, written=written, opening=opening) == expected


EDITED = [
    ("They will <utilise> it.", "use", "They will use it."),
    ("It was an <ongoing> row.", "current", "It was a current row."),
    ("A <big> row.", "ugly", "An ugly row."),
    ("It is a <very> old hall.", "", "It is an old hall."),
    ("<Basically>, he left.", "", "He left."),
    ("He, <basically>, left.", "", "He left."),
    ("He left, <basically>.", "", "He left."),
    ("He <basically> left.", "", "He left."),
    ("It was a <very>, very wet day.", "", "It was a very wet day."),
    ("He is <really>.", "", "He is."),
    ("It ended.\n\n<Basically> he left.", "", "It ended.\n\nHe left."),
    ("Grade A <apple>.", "pear", "Grade A pear."),
    ("An <hour> at US units.", "minute", "A minute at US units."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "new", "expected"), EDITED)
def test_edits(text: str, new: str, expected: str) -> None:
    start, end = text.index("<"), text.index(">") - 1
    text = text.replace("<", "").replace(">", "")
    for edit in sorted(reworded(text, Span(start, end), new), key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == expected
