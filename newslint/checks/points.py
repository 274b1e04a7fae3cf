"""Per cent where percentage points are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import ClassVar

from newslint.mentions import Quantity, Quote
from newslint.reckonings import Proportion
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line

_HUNDRED = Decimal(100)
_FAR = Decimal("1.5")
_Interval = tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Points(Check):
    """A change between two percentages: 4% to 6% is two percentage points, or 50%, and not 2%.

    Where the change given in per cent fits the points, that is the fault; where it fits neither, or points
    are given and do not fit, the sum is wrong. All rounding is allowed for. ``symbol`` is how per cent is written in messages.
    """

    name: ClassVar[str] = "points"
    needs: ClassVar[tuple[type, ...]] = (Proportion, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"old", "new", "points", "percent", "stated"}),
        "neither": frozenset({"old", "new", "points", "percent", "stated"}),
        "points": frozenset({"old", "new", "points", "percent", "stated"}),
    }

    symbol: str = "%"

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        for found in draft.all(Proportion):
            case = _case(found) if found.kind == "points" and found.sentences == 1 and not draft.quoted(found.span) else ""
            if case:
                yield Match(found.stated.span, self._slots(draft.body, found), case)

    def _slots(self, text: str, found: Proportion) -> dict[str, object]:
        new, old = found.given
        points = abs(new.value[0] - old.value[0])
        percent = points / old.value[0] * _HUNDRED
        return {
            "old": _core(text, old),
            "new": _core(text, new),
            "points": f"{points.normalize():,f} percentage point" + ("s" if points != 1 else ""),
            "percent": f"{percent:,.0f}{self.symbol}" if percent >= 1 else f"{percent:.1g}{self.symbol}",
            "stated": _core(text, found.stated),
        }


def _case(found: Proportion) -> str:
    """Which message a change between two percentages asks for; empty where it is right, or may be."""
    new, old = found.given
    if not (new.low and new.high and old.low and old.high) or new.value == old.value:
        return ""
    ends = list(product((new.low, new.high), (old.low, old.high)))
    steps = _absolute([one - other for one, other in ends])
    rates = _absolute([(one - other) / other * _HUNDRED for one, other in ends])
    if found.stated.unit != "%":
        return "" if _meet(found.stated, steps) else "points"
    step, stated = abs(new.value[0] - old.value[0]), found.stated.value[0]
    if step == stated and _FAR * stated < step / old.value[0] * _HUNDRED:  # as they stand, whatever the rounding
        return "default"
    if _meet(found.stated, rates):
        return ""
    return "default" if _meet(found.stated, steps) else "neither"


def _absolute(values: list[Decimal]) -> _Interval:
    """The sizes that these changes may have, up or down."""
    sizes = [abs(value) for value in values]
    return (Decimal(0) if min(values) < 0 < max(values) else min(sizes)), max(sizes)


def _meet(stated: Quantity, allowed: _Interval) -> bool:
    """Whether a stated figure is one of those allowed, or the next in its last digit."""
    low, high = allowed
    slack = (
        (stated.high - stated.low) / 2 if stated.high is not None and stated.low is not None and not stated.approximation else 0
    )
    return (stated.high is None or stated.high + slack >= low) and (stated.low is None or stated.low - slack <= high)


def _core(text: str, quantity: Quantity) -> str:
    """The figure and its unit without the approximator; the noun of points with it."""
    end = quantity.noun_span.end if quantity.noun == "point" and quantity.noun_span else quantity.end
    return one_line(re.sub(r"\s+or\s+(?:more|less|so)$", "", text[quantity.figure.start : end]))
