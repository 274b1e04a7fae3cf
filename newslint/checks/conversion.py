"""Figures converted to another unit of measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import ClassVar

from newslint.kept.regexes import compiled
from newslint.mentions import Quantity, Quote, Scale
from newslint.needles import first
from newslint.reckonings import Conversion
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line

_Interval = tuple[Decimal, Decimal]

# What else a word may mean: British gallons, pints and tons, metric horsepower, a mile at sea. "Ton" is also written for tonne.
_ALSO: Mapping[str, tuple[Decimal, ...]] = {
    "barrel": (Decimal("163.65924"),),
    "gallon": (Decimal("4.54609"),),
    "horsepower": (Decimal("735.49875"),),
    "mile": (Decimal(1852),),
    "pint": (Decimal("0.56826125"),),
    "ton": (Decimal("1016046.9088"), Decimal(1000000)),
}
_AT_SEA = compiled(r"\b(?:nautical|knots|territorial\s+waters|economic\s+zone)\b", re.IGNORECASE)
_DEGREES = Decimal(1)


@dataclass(frozen=True)
class Conversions(Check):
    """A figure and what it is converted to must be the same, as far as both may be rounded.

    With ``changes`` it looks at temperatures that are a rise or a difference, of which 1C is 1.8F and
    nought is nought; without, at everything else. ``tolerance`` is what is allowed beyond rounding, as a part
    of the figure; a temperature may be a degree off. ``leave`` are the dimensions left alone.
    """

    name: ClassVar[str] = "conversion"
    needs: ClassVar[tuple[type, ...]] = (Conversion, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"stated", "right", "converted"})}

    changes: bool = False
    tolerance: Decimal = Decimal("0.05")
    leave: frozenset[str] = frozenset({"time", "data"})

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        off: set[Span] = set()
        for found in draft.all(Conversion):
            one, other = found.stated.scale, found.converted.scale
            if one is None or other is None or one.dimension != other.dimension or found.stated.kind == "money":
                continue
            if found.change != self.changes or one.dimension in self.leave or draft.quoted(found.span):
                continue
            if not {found.stated.span, found.converted.span} & off and self._apart(
                found, one, other, at_sea=first(_AT_SEA, draft.body) is not None
            ):
                off.add(found.converted.span)
                yield Match(found.converted.span, _slots(draft.body, found, one, other))

    def _apart(self, found: Conversion, one: Scale, other: Scale, *, at_sea: bool) -> bool:
        if one.dimension == "temperature":
            readings = [_in(found.one, one, other, change=self.changes)]
            if not self.changes:  # a rise that the words around do not tell is a rise all the same
                readings.append(_in(found.one, one, other, change=True))
            return all(_gap(reading, found.other) > _DEGREES for reading in readings)
        meanings = [_meanings(quantity, at_sea=at_sea) for quantity in (found.stated, found.converted)]
        ways = product([one, *meanings[0]], [other, *meanings[1]])
        return all(_gap(_in(found.one, a, b), found.other) > self.tolerance * max(found.other) for a, b in ways)


def _meanings(quantity: Quantity, *, at_sea: bool) -> list[Scale]:
    """What else its unit may be."""
    if quantity.scale is None or (quantity.unit == "mile" and not at_sea):
        return []
    return [Scale(quantity.scale.dimension, factor) for factor in _ALSO.get(quantity.unit or "", ())]


def _in(interval: _Interval, one: Scale, other: Scale, *, change: bool = False) -> _Interval:
    """An interval in another unit; of a change in temperature the points where the scales begin say nothing."""
    low, high = (_converted(value, one, other, change=change) for value in interval)
    return low, high


def _converted(value: Decimal, one: Scale, other: Scale, *, change: bool) -> Decimal:
    return value * one.factor / other.factor if change else (one.base(value) - other.offset) / other.factor


def _gap(one: _Interval, other: _Interval) -> Decimal:
    """How far two intervals are apart; nought where they meet."""
    return max(one[0] - other[1], other[0] - one[1], Decimal(0))


def _slots(text: str, found: Conversion, one: Scale, other: Scale) -> dict[str, object]:
    values = [_converted(value, one, other, change=found.change) for value in found.stated.value]
    figure = found.converted.figure.of(text)
    right = " to ".join(_short(value) for value in values)
    words = one_line(found.converted.span.of(text))
    said = text[found.converted.figure.start : found.converted.end].replace(figure, right, 1)
    return {"stated": one_line(found.stated.span.of(text)), "right": one_line(said), "converted": words}


def _short(value: Decimal) -> str:
    """Three digits, or a whole number where it has more: 32.2, 1,610, 0.305."""
    places = max(0, 2 - value.adjusted()) if value else 0
    words = f"{value:,.{places}f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
