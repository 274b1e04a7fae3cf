"""Figures that a listener cannot keep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from newslint.mentions import Quantity, QuantityKind, Quote
from newslint.rule import Check, Match, RuleContext

LARGE = {"trillion": 12, "billion": 9, "million": 6}


@dataclass(frozen=True)
class HardToHear(Check):
    """A figure has more than ``most`` digits before the noughts: 15,213 has five, 15,000 has two."""

    most: int = 3
    keep: int = 2
    kinds: frozenset[QuantityKind] = frozenset({"count", "money", "percent", "measure"})

    name: ClassVar[str] = "hard-to-hear"
    needs: ClassVar[tuple[type, ...]] = (Quantity, Quote)
    cases: ClassVar = {"default": frozenset({"rounder"})}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        for quantity in ctx.draft.all(Quantity):
            counts = quantity.kind in self.kinds and (quantity.unit or quantity.noun)
            if counts and len(quantity.value) == 1 and not ctx.draft.quoted(quantity.span):
                value = quantity.value[0]
                if len(value.normalize().as_tuple().digits) > self.most:
                    yield Match(quantity.span, {"rounder": rounder(value, self.keep)})


def rounder(value: Decimal, digits: int) -> str:
    """The value to so many digits, as it is said: 4583212 is “4.6 million”."""
    near = round(value, digits - 1 - value.adjusted())
    for word, power in LARGE.items():
        if near.adjusted() >= power:
            return f"{near.scaleb(-power).normalize():f} {word}"
    return f"{near.normalize():,f}"
