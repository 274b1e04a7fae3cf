"""Dates that no source has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.mentions import DateMatch
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
                date = match.date
                meant = f" ({date.value})" if date.relative and date.anchored else ""
                yield Match(match.span, {"meant": meant})
