"""Dates that no source has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import DateMatch
from newslint.mentions import DateMention
from newslint.rule import Check, Match, RuleContext


@dataclass(frozen=True)
class DateUnsupported(Check):
    """A date of the draft with no counterpart in any source."""

    name: ClassVar[str] = "date-unsupported"
    needs: ClassVar[tuple[type, ...]] = (DateMatch,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"meant"})}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        for match in ctx.dossier.all(DateMatch):
            if match.verdict == "unsupported":
                yield Match(match.span, {"meant": _meant(match.date)})


def _meant(date: DateMention) -> str:
    """The day that a relative date was taken for: " (Tuesday, 12 August 2025)"."""
    day = date.earliest
    return f" ({day:%A}, {day.day} {day:%B %Y})" if date.relative and day and day == date.latest else ""
