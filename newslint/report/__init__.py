"""Outcomes as text: one module a format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newslint.errors import NewslintError
from newslint.finding import Finding, Outcome

LINES = 6
"""How many lines are named of the repeats that a finding speaks for."""


@dataclass(frozen=True)
class Style:
    """What a report is asked to show; ``every`` finding, or without those that another one speaks for.

    ``faults`` are what could not be read, said on standard error too; they are all there once the last outcome is taken.
    """

    color: bool = False
    show_source: bool = False
    explain: bool = False
    quiet: bool = False
    every: bool = False
    faults: Sequence[NewslintError] = ()

    def shown(self, outcome: Outcome) -> tuple[Finding, ...]:
        return outcome.findings if self.every else outcome.told

    def message(self, outcome: Outcome, finding: Finding) -> str:
        """What a person is told of a finding: its message, and where the repeats are that it speaks for."""
        more = () if self.every else outcome.more_like(finding)
        if not more:
            return finding.message
        lines = list(dict.fromkeys(str(outcome.draft.lines.position(one.span.start)[0]) for one in more))
        where = ", ".join(lines[:LINES]) + (" …" if len(lines) > LINES else "")
        return f"{finding.message} [{len(more)} more, line{'s' if len(lines) > 1 else ''} {where}]"
