"""Figures of a headline, standfirst or caption that their own story does not have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import Retold
from newslint.rule import Check, Match, RuleContext


@dataclass(frozen=True)
class HeadlineNumber(Check):
    """A figure in the display type must stand in the body too, as it is, rounded, in words or as a sum of others."""

    name: ClassVar[str] = "headline-number"
    needs: ClassVar[tuple[type, ...]] = (Retold,)

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        for found in ctx.draft.all(Retold):
            if found.what == "missing":
                yield Match(found.span, grounds=found.grounds)
