"""Fixes must lead to what an example says, and settle: the mended text is not found again."""

from __future__ import annotations

from dataclasses import replace

from newslint import fixes
from newslint.finding import Finding, Outcome
from newslint.linter import Linter
from newslint.rule import Example, Rule
from newslint.testing.running import Trial


def unmended(rule: Rule, example: Example, outcome: Outcome, linter: Linter) -> str | None:
    """What is wrong with the fixes of an example's findings; None if they lead where they should."""
    if not any(finding.fix for finding in outcome.findings):
        return "no finding offers a fix, so that nothing is 'fixed'" if example.bad and example.fixed is not None else None
    made = mended(rule, example, outcome, linter)
    if made.barred:
        return "the fixes do not settle: applied again and again, they never end"
    if example.fixed is None:
        return None
    if made.text != example.fixed:
        return f"the fixes give {made.text!r}, not {example.fixed!r}"
    left = Trial.of(example, made.text, linter).outcome(rule).findings
    return f"the fixed text is found again: {left[0].message}" if left else None


def mended(rule: Rule, example: Example, outcome: Outcome, linter: Linter) -> fixes.Mended:
    """The text with every fix, safe or only offered, put in until none is left."""
    return fixes.mended(_accepted(outcome), lambda text: _accepted(Trial.of(example, text, linter).outcome(rule)))


def _accepted(outcome: Outcome) -> Outcome:
    def accepted(finding: Finding) -> Finding:
        return replace(finding, fix=replace(finding.fix, safe=True)) if finding.fix else finding

    return replace(outcome, findings=tuple(map(accepted, outcome.findings)))
