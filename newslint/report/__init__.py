"""Outcomes as text: one module a format."""

from __future__ import annotations

from dataclasses import dataclass

from newslint.finding import Finding, Outcome


@dataclass(frozen=True)
class Style:
    """What a report is asked to show; ``every`` finding, or without those that another one speaks for."""

    color: bool = False
    show_source: bool = False
    explain: bool = False
    quiet: bool = False
    every: bool = False

    def shown(self, outcome: Outcome) -> tuple[Finding, ...]:
        return outcome.findings if self.every else outcome.told
