"""Words for a number where the reader wants the number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import ClassVar

from newslint.mentions import Attribution, Block, Quantity, Quote
from newslint.phrases import Phrases
from newslint.rule import Match, RuleContext
from newslint.spans import Span
from newslint.wording import Wording

_REFINED = 3
"""From how many times its lower end on a range is no range that anybody counted: several hundred, 300 to 900."""


@dataclass(frozen=True)
class VagueQuantity(Wording):
    """Dozens, hundreds and thousands of people or things that the draft nowhere counts, and ``phrases`` such as
    "large quantities".

    Words for more than ``most`` are left alone: nobody has counted millions.
    """

    phrases: tuple[str, ...] = ()
    most: Decimal = Decimal(100_000)

    name: ClassVar[str] = "vague-quantity"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Block, Quantity, Quote)

    def __post_init__(self) -> None:
        super().__post_init__()
        _ = self._phrases

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self.phrases, self.lists)

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        counts = [one for one in ctx.draft.all(Quantity) if one.kind == "count" and one.unit is None]
        vague = [one for one in counts if _vague(one) and one.figure.of(ctx.draft.body)[:1].isalpha()]
        exact = [one for one in counts if not _vague(one)]
        asked = (one for one in vague if one.noun and one.value[-1] <= self.most)
        found = [_named(one) for one in asked if not any(_tells(other, one) for other in exact)]
        found += [place.span for place in self._phrases.find(self.text(ctx.draft))]
        for span in self.wanted(ctx.draft, found):
            yield Match(span)


def _vague(quantity: Quantity) -> bool:
    """Whether it is "dozens", "thousands" and the like, which have two values that bound them."""
    if len(quantity.value) != 2 or quantity.approximation != "about":
        return False
    low, high = quantity.value
    return high % 100 == 99 or high >= _REFINED * low


def _tells(other: Quantity, vague: Quantity) -> bool:
    """Whether another figure of the draft counts what these words leave open."""
    same = other.noun == vague.noun or (other.fate is not None and other.fate == vague.fate)
    low, high = vague.value
    return same and low <= other.value[-1] <= high


def _named(quantity: Quantity) -> Span:
    return quantity.span.through(quantity.noun_span) if quantity.noun_span else quantity.span
