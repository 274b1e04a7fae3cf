"""Better words, and either this form or that."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newslint.checks.consistent import Consistent
from newslint.checks.prefer import Prefer
from newslint.document import Document, Dossier
from newslint.linter import Linter
from newslint.rule import Check, Match, RuleContext
from tests.conftest import Read

DAY = dt.date(2025, 8, 15)


def matches(check: Check, draft: Document) -> list[Match]:
    return list(check.find(RuleContext(Dossier(draft), DAY)))


def mended(check: Check, draft: Document) -> str:
    text = draft.text
    edits = [edit for match in matches(check, draft) if match.fix for edit in match.fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


WORDS = {
    "{lemma:utilise}": "{lemma:use}",
    "{lemma:commence}": "{lemma:begin}",
    "{lemma:youngster}": "{lemma:child}",
    "prior to": "before",
    "{degree} unique": "unique",
    "basically": "",
    "Internet": "internet",
    "in the event that": "if",
}
MENDED = [
    ("They utilised it, are utilising it and Utilise it.", "They used it, are using it and Use it."),
    ("Work has already commenced.", "Work has already begun."),
    ("Work commenced on Friday.", "Work began on Friday."),
    ("Two youngsters and a youngster.", "Two children and a child."),
    ("Prior to this, it was a very unique case.", "Before this, it was a unique case."),
    ("Basically, it failed.", "It failed."),
    ("The Internet failed. Internet firms fell.", "The internet failed. Internet firms fell."),
    ("“We utilise it prior to use,” she said.", "“We utilise it prior to use,” she said."),
    ("IN THE EVENT THAT it rains", "IF it rains"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MENDED)
def test_better_words(text: str, expected: str, read: Read) -> None:
    assert mended(Prefer(words=WORDS, lists={"degree": ("very", "quite")}), read(text)) == expected


def test_patterns_take_templates(read: Read) -> None:
    check = Prefer(patterns={r"\b(\d+) per ?cent\b": r"\1%"})
    assert mended(check, read("Up 5 per cent, “5 per cent”, 6 percent.")) == "Up 5%, “5 per cent”, 6%."


@pytest.mark.parametrize(
    ("fix", "text", "expected"),
    [
        ("safe", "It commences.", True),
        ("safe", "It commenced.", False),  # began or begun
        ("safe", "It has commenced.", True),
        ("offered", "It commences.", False),
        ("none", "It commences.", None),
    ],
)
def test_a_fix_is_safe_where_the_form_is_sure(fix: Any, text: str, expected: bool | None, read: Read) -> None:
    [match] = matches(Prefer(words=WORDS, lists={"degree": ("very",)}, fix=fix), read(text))
    assert (match.fix.safe if match.fix else None) == expected


def test_nothing_is_said_of_what_is_as_preferred(read: Read) -> None:
    assert matches(Prefer(words={"okay": "OK", "ok": "OK"}), read("It is OK.")) == []


def test_phrases_cross_neither_quotations_nor_paragraphs(read: Read) -> None:
    check = Prefer(words={"prior to": "before"})
    assert matches(check, read("It was prior “as they say” to this.")) == []
    assert matches(check, read("The day prior\n\nTo be or not was asked.")) == []


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        ({"words": {"a {lemma:say}": "{lemma:say} {lemma:do}"}}, "inflects other words"),
        ({"words": {"a {b}": "{b}"}, "lists": {"b": ("c",)}}, "names a list"),
        ({"words": {"{b}": "c"}}, "names the list 'b'"),
        ({"patterns": {"(": "c"}}, "does not compile"),
        ({"patterns": {"a": r"\1"}}, "invalid group reference"),
    ],
)
def test_options_that_make_no_sense(options: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValueError, match=re.escape(fault)):
        Prefer(**options)


SETS = (("adviser", "advisor"), ("{lemma:realise}", "{lemma:realize}"), ("per cent", "percent", "%"))
MIXED = [
    ("An adviser, two advisers no, the adviser and an advisor.", [("advisor", "adviser")]),
    ("An Advisor met an adviser.", [("adviser", "advisor")]),
    ("An adviser met an adviser.", []),
    ("She realised it, he realizes it, they realise it.", [("realizes", "realises")]),
    ("“An advisor,” said the adviser.", []),
    ("Up 5 per cent, 6 per cent, 7 percent and 8 percent, 9 per cent", [("percent", "per cent")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MIXED)
def test_the_rarer_form_is_told(text: str, expected: list[tuple[str, str]], read: Read) -> None:
    draft = read(text)
    assert [(match.span.of(text), match.slots["use"]) for match in matches(Consistent(sets=SETS), draft)] == expected


def test_all_places_of_the_rarer_form_are_mended(read: Read) -> None:
    text = "The adviser, one advisor, an Advisor no; adviser and adviser."
    draft = read(text)
    assert mended(Consistent(sets=SETS), draft) == "The adviser, one adviser, an Adviser no; adviser and adviser."
    [match] = matches(Consistent(sets=SETS), draft)
    assert [evidence.span.of(text) for evidence in match.evidence] == ["adviser", "Advisor"]


def test_the_house_may_have_chosen(read: Read) -> None:
    check = Consistent(sets=SETS, prefer=("advisor",))
    assert mended(check, read("One adviser, two: adviser, advisor.")) == "One advisor, two: advisor, advisor."
    with pytest.raises(ValueError, match="no set holds"):
        Consistent(sets=SETS, prefer=("counsel",))
    with pytest.raises(ValueError, match="two places"):
        Consistent(sets=(("a", "b"), ("b", "c")))
    with pytest.raises(ValueError, match="different numbers"):
        Consistent(sets=(("{lemma:say}", "told"),))


def test_words_that_have_no_better_ones_are_only_avoided(linter: Linter) -> None:
    draft = linter.parse(Path("draft.txt"), b"The vote took place prior to noon.")
    check = Prefer(words={"took place": "?", "prior to": "before"})
    rule = replace(linter.rule("editorialising"), check=check, message={"default": "{advice}."})
    found = linter.check(Dossier(draft, makers=linter.makers), rules=[rule], strict=True).findings
    assert [(one.message, one.fix is None) for one in found] == [("Avoid “took place”.", True), ("Write “before”.", False)]
