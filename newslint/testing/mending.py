"""Fixes must lead to what an example says, and settle: the mended text is not found again."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.document import Document
from newslint.finding import Finding, Outcome
from newslint.linter import Linter
from newslint.rule import Example, Rule
from newslint.testing.running import Trial

ROUNDS = 5
"""How often fixes may be applied before nothing is left to mend."""


def unmended(rule: Rule, example: Example, outcome: Outcome, linter: Linter) -> str | None:
    """What is wrong with the fixes of an example's findings; None if they lead where they should."""
    if not any(finding.fix for finding in outcome.findings):
        return "no finding offers a fix, so that nothing is 'fixed'" if example.fixed is not None else None
    text = outcome.draft.text
    for _ in range(ROUNDS):
        mended = applied(outcome.draft, outcome.findings)
        if mended == text:
            break
        text = mended
        outcome = Trial.of(example, text, linter).outcome(rule)
    else:
        return f"the fixes do not settle: after {ROUNDS} rounds {text!r} is still mended"
    if example.fixed is not None and text != example.fixed:
        return f"the fixes give {text!r}, not {example.fixed!r}"
    left = outcome.findings if example.fixed is not None else [one for one in outcome.findings if one.fix]
    return f"the fixed text is found again: {left[0].message}" if left else None


def applied(draft: Document, findings: Iterable[Finding]) -> str:
    """The text with every fix of these findings applied, from the end backwards."""
    text = draft.text
    edits = (edit for finding in findings if finding.fix for edit in finding.fix.edits)
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
