"""The pattern check: phrases, lists in phrases, and their exceptions."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from newslint.checks.pattern import Pattern
from newslint.document import Dossier
from newslint.rule import RuleContext
from tests.conftest import Read

LISTS = {"be": ("is", "was", "has been"), "degree": ("very", "all the more"), "verdict": ("odd", "odd indeed")}


def found(check: Pattern, text: str, read: Read) -> list[str]:
    draft = read(text)
    ctx = RuleContext(Dossier(draft), dt.date(2025, 8, 15))
    return [match.span.of(draft.text) for match in check.find(ctx)]


PHRASES = [
    ("in order to", "He left in order to eat.", ["in order to"]),
    ("in order to", "In  order\nto eat, he left.", ["In  order\nto"]),
    ("in order to", "He left in orders to eat; twin order to.", []),
    ("didn't", "He didn’t leave.", ["didn’t"]),
    ("{be} {degree?} {verdict}", "It is odd. It was very odd. It has been all the more odd.",
     ["is odd", "was very odd", "has been all the more odd"]),
    ("{be} {verdict}", "It is odd indeed.", ["is odd indeed"]),
    ("{be} {verdict}", "It is oddly so, this oddity is odd-shaped.", []),
    ("not {be}", "It not is so.", ["not is"]),
    ("a+b", "Here a+b, not aab.", ["a+b"]),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "text", "expected"), PHRASES)
def test_phrases(phrase: str, text: str, expected: list[str], read: Read) -> None:
    assert found(Pattern(phrases=(phrase,), lists=LISTS), text, read) == expected


def test_patterns_and_phrases_that_overlap_are_found_once(read: Read) -> None:
    check = Pattern(phrases=("very odd",), patterns=(re.compile(r"odd \w+"),))
    assert found(check, "It was very odd indeed.", read) == ["very odd"]


def test_unless(read: Read) -> None:
    check = Pattern(phrases=("odd",), unless=("odd {verdict}", "odd one out"), lists={"verdict": ("job",)})
    assert found(check, "An odd job, an odd jobber, the odd one out.", read) == ["odd"]


def test_quotations_and_what_others_say(read: Read) -> None:
    text = "“It is odd,” she said. The mayor said the vote was odd. It is odd."
    check = Pattern(phrases=("{be} odd",), lists=LISTS)
    assert found(check, text, read) == ["was odd", "is odd"]
    assert found(Pattern(phrases=("{be} odd",), lists=LISTS, attributed=False), text, read) == ["is odd"]
    assert found(Pattern(phrases=("{be} odd",), lists=LISTS, in_quotes=True), text, read) == ["is odd", "was odd", "is odd"]


def test_a_list_that_is_missing_is_named() -> None:
    with pytest.raises(ValueError, match="names the list 'verdict'"):
        Pattern(phrases=("{verdict}",))
