"""Figures that no source has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from newslint.comparisons import QuantityMatch
from newslint.mentions import DateMention, Quantity
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Cover


@dataclass(frozen=True)
class NumberUnsupported(Check):
    """A figure of the draft with no counterpart in any source.

    Counts below ``ignore_below`` pass, since writers count what a source lists, and so do words
    such as "thousands", and "two weeks ago" where the day is known, which is looked up as a date.
    """

    name: ClassVar[str] = "number-unsupported"
    needs: ClassVar[tuple[type, ...]] = (QuantityMatch, DateMention)

    ignore_below: Decimal = Decimal(10)

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        days = Cover(date.span for date in ctx.draft.all(DateMention) if date.type == "DATE" and date.anchored)
        for match in ctx.dossier.all(QuantityMatch):
            if match.verdict == "unsupported" and not days.touches(match.span) and not self._passes(match.quantity, ctx):
                yield Match(match.span)

    def _passes(self, quantity: Quantity, ctx: RuleContext) -> bool:
        vague = (
            quantity.figure.of(ctx.draft.text)
            .lower()
            .endswith(("dozens", "scores", "hundreds", "thousands", "millions", "billions"))
        )
        return vague or (quantity.unit is None and max(quantity.value) < self.ignore_below)
