"""Thousands, millions and billions taken for one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import ClassVar

from newslint.comparisons import Recount
from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Quantity, QuantityKind, Quote
from newslint.needles import may_stand
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line

_REACH = 50
_LINK = r"""(?:\s(?:is|was|of|at|to|stands|stood|reached|hit|has|had|now|about|around|some|currently|worth|totalled|that|for|a|an
    |the)){0,4}\s?\(?"""


@dataclass(frozen=True)
class Band:
    """What a thing of some name may come to: the least and the most, in the unit (or for the time) that is named.

    ``words`` stand before the figure ("national debt"), ``behind`` after it ("of sodium").
    """

    words: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    kind: QuantityKind = "money"
    units: tuple[str, ...] = ()
    per: str = ""
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(10**15)

    @cached_property
    def before(self) -> re.Pattern[str] | None:
        return compiled(rf"\b(?P<words>{_any(self.words)}){_LINK}$", re.IGNORECASE | re.VERBOSE) if self.words else None

    @cached_property
    def after(self) -> re.Pattern[str] | None:
        return compiled(rf"\s(?P<words>{_any(self.behind)})\b", re.IGNORECASE) if self.behind else None

    def outside(self, one: Quantity) -> bool:
        """Whether the figure is one of these, and no rounding brings it within the band."""
        if one.kind != self.kind or (self.units and one.unit not in self.units) or (self.per and one.per != self.per):
            return False
        return (one.high is not None and one.high < self.least) or (one.low is not None and one.low > self.most)


def _any(words: tuple[str, ...]) -> str:
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in words)


@dataclass(frozen=True)
class Magnitude(Check):
    """The same digits for the same thing, three or six zeros apart; and figures outside the ``bands`` that a desk sets
    for what it often writes of."""

    bands: tuple[Band, ...] = ()

    name: ClassVar[str] = "magnitude"
    needs: ClassVar[tuple[type, ...]] = (Recount, Quantity, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"other"}),
        "band": frozenset({"words", "least", "most"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.own_words
        for found in ctx.draft.all(Recount):
            if found.how == "zeros":
                other = found.other.span
                yield Match(found.span, {"other": one_line(other.of(text))}, evidence=(Evidence(None, other),))
        for one in ctx.draft.all(Quantity):
            band, words = next(((band, words) for band in self.bands if (words := _named(text, one.span, band))), (None, ""))
            if band and len(one.value) == 1 and band.outside(one) and not ctx.draft.quoted(one.span):
                slots = {"words": one_line(words), "least": f"{band.least:,f}", "most": f"{band.most:,f}"}
                yield Match(one.span, slots, "band", confidence="medium")


def _named(text: str, span: Span, band: Band) -> str:
    """The words of the band beside the figure; empty where it is for something else."""
    found = band.before and may_stand(band.before, text) and band.before.search(text, max(0, span.start - _REACH), span.start)
    found = found or (band.after and band.after.match(text, span.end))
    return found["words"] if found else ""
