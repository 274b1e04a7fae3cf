"""Safe fixes, put into a text until nothing is left to mend."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from newslint.finding import Edit, Finding, Fix, Outcome
from newslint.spans import Span

ROUNDS = 10
"""How often a text is looked at anew before fixes are held never to end."""


@dataclass(frozen=True, slots=True)
class Done:
    """A fix that was made, at its place in the text as it was then."""

    finding: Finding
    fix: Fix
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of a text: its words now, the fixes made in their order, and the rules whose fixes undid one
    another or never ended, so that none of theirs was made."""

    text: str
    done: tuple[Done, ...] = ()
    barred: tuple[str, ...] = ()


def mended(first: Outcome, again: Callable[[str], Outcome]) -> Mended:
    """The text of an outcome with its safe fixes, and those that these bring about; ``again`` looks at a new text."""
    barred: list[str] = []
    while True:
        made, looping = _settled(first, again, barred)
        if not looping:
            return made
        barred += looping


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with these edits in it; none may overlap another."""
    parts, at = [], 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, text[at:]])


def chosen(findings: Iterable[Finding], barred: Collection[str] = ()) -> list[Finding]:
    """The findings whose safe fixes go together, the first in text order before those that would touch it."""
    fixable = [one for one in findings if one.fix and one.fix.safe and one.fix.edits and one.rule not in barred]
    kept: list[Finding] = []
    taken: list[Span] = []  # in text order
    for finding in sorted(fixable, key=lambda one: (min(edit.span for edit in _edits(one)), one.order)):
        spans = [edit.span for edit in _edits(finding)]
        if all(_free(span, taken) for span in spans):
            kept.append(finding)
            for span in spans:
                insort(taken, span)
    return kept


def _settled(first: Outcome, again: Callable[[str], Outcome], barred: Collection[str]) -> tuple[Mended, list[str]]:
    """What comes of a text without the fixes of these rules, and the rules that go round in circles there."""
    outcome, text = first, first.draft.text
    done: list[Done] = []
    seen: dict[str, int] = {text: 0}
    rounds: list[list[str]] = []
    while fixing := chosen(outcome.findings, barred):
        place = outcome.draft.lines.position
        done += [Done(one, one.fix, *place(one.span.start)) for one in fixing if one.fix]
        rounds.append(sorted({one.rule for one in fixing}))
        text = edited(text, (edit for one in fixing for edit in _edits(one)))
        if text in seen or len(rounds) == ROUNDS:
            return Mended(text), sorted({rule for names in rounds[seen.get(text, ROUNDS - 1) :] for rule in names})
        seen[text] = len(rounds)
        outcome = again(text)
    return Mended(text, tuple(done), tuple(sorted(barred))), []


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return finding.fix.edits if finding.fix else ()


def _free(span: Span, taken: list[Span]) -> bool:
    """Whether an edit here meets none of those before: none overlaps it, or puts something in where it ends or begins."""
    at = bisect_left(taken, span)
    return not any(_meet(span, other) for other in taken[max(0, at - 1) : at + 1])


def _meet(one: Span, other: Span) -> bool:
    return one.overlaps(other) or (not (one and other) and one.start <= other.end and other.start <= one.end)
