"""Fixes put into texts: which go together, when they end, and what they must never touch."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import fixes
from newslint.checks.pattern import Pattern
from newslint.checks.prefer import Prefer
from newslint.document import Dossier
from newslint.finding import Edit, Finding, Fix, Outcome
from newslint.linter import Linter
from newslint.mentions import Quote
from newslint.rule import Rule
from newslint.spans import Span


def rule(id_: str, **options: object) -> Rule:
    check = Prefer(**{"fix": "safe", **options})  # type: ignore[arg-type]
    return Rule(id_, "Z101", id_, "", check, {"default": "{advice}"}, {"default": "warning"})


RULES = [
    rule("plain", words={"{lemma:utilise}": "{lemma:use}", "prior to": "before", "basically": "", "in order to": "to"}),
    rule("signs", patterns={r"(\d+) per ?cent\b": r"\1%", r"\bJan(?=uary 1)uary": "Jan."}),
    rule("names", words={"Kiev": "Kyiv", "ongoing": "current"}),
]


def checked(linter: Linter, text: str, rules: list[Rule], name: str = "draft.txt") -> Outcome:
    draft = linter.parse(Path(name), text.encode("utf-8", "surrogatepass"))
    return linter.check(Dossier.of(draft, (), makers=linter.makers), rules=rules, strict=True)


def mended(linter: Linter, text: str, rules: list[Rule], name: str = "draft.txt") -> fixes.Mended:
    return fixes.mended(checked(linter, text, rules, name), lambda new: checked(linter, new, rules, name))


INTERVIEW = "((Reporter)) Do you utilise it?\n((Jane Roe)) We utilise it.\n((Reporter)) Still?\n((Jane Roe)) We utilise it.\n"
TEXTS = [
    ("They utilised an ongoing plan prior to 5 per cent.", "They used a current plan before 5%."),
    ("“We utilise it,” she said prior to it.", "“We utilise it,” she said before it."),
    ("It was “an” ongoing row.", "It was “an” current row."),
    ("Prior to\r\nthat, in order\r\nto see.\r\n", "Before\r\nthat, to see.\r\n"),
    ("> We utilise it.\n\nThey utilise it.", "> We utilise it.\n\nThey use it."),
    (f"They utilise it.\n\n{INTERVIEW}", f"They use it.\n\n{INTERVIEW}"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_texts(text: str, expected: str, linter: Linter) -> None:
    assert mended(linter, text, RULES).text == expected


MARKUP = [
    ("They *utilise* it prior to noon.", "They *use* it before noon."),
    ("It was pri*or* to noon; they utilise it.", "It was pri*or* to noon; they use it."),  # nothing goes through markup
    ("`utilise` it, [utilise](https://utilise.example/utilise) it.", "`utilise` it, [use](https://utilise.example/utilise) it."),
]


@pytest.mark.parametrize(("text", "expected"), MARKUP)
def test_markup_stays(text: str, expected: str, linter: Linter) -> None:
    assert mended(linter, text, RULES, "draft.md").text == expected


def finding(name: str, *edits: tuple[int, int, str], safe: bool = True) -> Finding:
    fix = Fix(tuple(Edit(Span(start, end), text) for start, end, text in edits), safe=safe)
    return Finding(name, "Z101", "warning", "high", Span(edits[0][0], edits[0][1]), name, fix=fix)


TOGETHER = [
    ([finding("a", (0, 4, "x")), finding("b", (4, 6, "y"))], ["a", "b"]),
    ([finding("a", (0, 4, "x")), finding("b", (3, 6, "y"))], ["a"]),
    ([finding("b", (3, 6, "y")), finding("a", (0, 4, "x"))], ["a"]),
    ([finding("a", (0, 1, "x"), (8, 9, "x")), finding("b", (3, 6, "y")), finding("c", (8, 10, ""))], ["a", "b"]),
    ([finding("a", (2, 2, "x")), finding("b", (2, 2, "y")), finding("c", (2, 5, "z"))], ["a"]),
    ([finding("a", (0, 4, "x"), safe=False), finding("b", (3, 6, "y"))], ["b"]),
]  # fmt: skip


@pytest.mark.parametrize(("findings", "expected"), TOGETHER)
def test_what_meets_waits(findings: list[Finding], expected: list[str]) -> None:
    assert [one.rule for one in fixes.chosen(findings)] == expected


def test_what_waited_is_mended_in_the_next_round(linter: Linter) -> None:
    rules = [
        rule("one", words={"in the near future": "soon"}),
        rule("two", words={"future plans": "plans", "soon plans": "plans soon"}),
    ]
    assert mended(linter, "It is in the near future plans say.", rules).text == "It is plans soon say."


def test_fixes_that_undo_one_another_are_named_and_left(linter: Linter) -> None:
    rules = [rule("there", words={"Kiev": "Kyiv"}), rule("back", words={"Kyiv": "Kiev"}), RULES[0]]
    made = mended(linter, "Kiev was utilised. Kyiv too.", rules)
    assert made.barred == ("back", "there")
    assert made.text == "Kiev was used. Kyiv too."
    assert [done.finding.rule for done in made.done] == ["plain"]


def test_a_fix_that_never_ends_is_named_and_left(linter: Linter) -> None:
    made = mended(linter, "It was very bad; they utilise it.", [rule("more", words={"very": "very very"}), RULES[0]])
    assert made.barred == ("more",)
    assert made.text == "It was very bad; they use it."


def test_offered_fixes_are_not_made(linter: Linter) -> None:
    text = "They utilise it."
    assert mended(linter, text, [rule("plain", words={"utilise": "use"}, fix="offered")]).text == text
    [found] = checked(linter, text, [rule("plain", words={"utilise": "use"}, fix="offered")]).findings
    assert found.fix
    assert not found.fix.safe


class Unmannered(Pattern):
    """Puts what it likes in the place of what it finds."""


@pytest.mark.parametrize(
    ("text", "pattern", "new", "expected"),
    [
        ("He said “it is”, then left.", r"”,", ",”", "He said “it is,” then left."),
        ("He said “it is,” then left.", r",”", "”,", "He said “it is”, then left."),
        ('He said "it is."', r'"', "”", "He said ”it is.”"),
        ("He said “it is”.", "it is", "it was", "He said “it is”."),
        ("He said “it is so”.", " is", "", "He said “it is so”."),
        ("He said “it, too, is”.", ", too", ",", "He said “it, too, is”."),
        ("He said “it – is”.", " – ", "—", "He said “it – is”."),
        ("He said “it is”.", "(?<=“)(?=it)", "Well, ", "He said “it is”."),
        ("He said “it is”.", "said “it", "says “it", "He said “it is”."),
    ],
)
def test_nobody_is_misquoted_whatever_a_rule_says(text: str, pattern: str, new: str, expected: str, linter: Linter) -> None:
    rude = rule("rude", patterns={pattern: new}, in_quotes=True)
    outcome = checked(linter, text, [rude])
    assert fixes.edited(text, (edit for one in fixes.chosen(outcome.findings) for edit in one.fix.edits if one.fix)) == expected


PIECES = st.sampled_from(
    ["utilise", "utilised", "prior to", "an", "a", "ongoing", "Basically,", "basically", "in order to", "5 per cent", "Kiev", "the",
     "“we utilise it”", "“Basically, prior to an ongoing 5 per cent”", "‘utilise’", '"prior to"', "said.", "plan", ",", ".", "é", "“", "”",
     "*", "<b>", "&amp;", "January 1"]
)  # fmt: skip
GAPS = st.sampled_from([" ", "  ", "\n", "\r\n", "\n\n", "\r\n\r\n", "\u00a0"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    pieces = draw(st.lists(PIECES, min_size=1, max_size=14))
    return "".join(itertools.chain.from_iterable((piece, draw(GAPS)) for piece in pieces))


@given(texts(), st.sampled_from(["draft.txt", "draft.md", "draft.html"]))
@settings(max_examples=150, deadline=None)
def test_properties(linter: Linter, text: str, name: str) -> None:
    made = mended(linter, text, RULES, name)
    assert made.barred == ()
    again = mended(linter, made.text, RULES, name)
    assert again.text == made.text, "mended twice is mended once"
    assert _said(linter, made.text, name) == _said(linter, text, name)


def _said(linter: Linter, text: str, name: str) -> list[str]:
    draft = linter.parse(Path(name), text.encode()).reading
    return [quote.span.of(draft.text) for quote in draft.all(Quote)]


@given(texts())
@settings(max_examples=100, deadline=None)
def test_a_text_without_its_edits_is_what_it_was(linter: Linter, text: str) -> None:
    outcome = checked(linter, text, RULES)
    edits = [edit for one in fixes.chosen(outcome.findings) if one.fix for edit in one.fix.edits]
    new = fixes.edited(text, edits)
    shift, back = 0, []
    for edit in sorted(edits, key=lambda edit: edit.span):
        start = edit.span.start + shift
        back.append(replace(edit, span=Span(start, start + len(edit.text)), text=edit.span.of(text)))
        shift += len(edit.text) - len(edit.span)
    assert fixes.edited(new, back) == text
