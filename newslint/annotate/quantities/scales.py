"""How the canonical units are converted: the dimension of each, and how many of its base make one."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from newslint.mentions import QuantityKind, Scale

# The unit with factor 1 is the base of its row. Months and years are the calendar's on average;
# tons, gallons, pints and barrels are American.
_TABLE = """
length: m 1, mm 0.001, cm 0.01, km 1000, micrometre 0.000001, inch 0.0254, foot 0.3048, yard 0.9144
length: nanometre 0.000000001, mile 1609.344, nautical mile 1852, light year 9460730472580800
area: sq m 1, sq km 1000000, hectare 10000, acre 4046.8564224, sq ft 0.09290304, sq mile 2589988.110336
volume: litre 1, ml 0.001, gallon 3.785411784, pint 0.473176473, barrel 158.987294928, cubic metre 1000, cubic foot 28.316846592
mass: g 1, mg 0.001, kg 1000, tonne 1000000, ton 907184.74, pound 453.59237, ounce 28.349523125, stone 6350.29318, carat 0.2
time: second 1, minute 60, hour 3600, day 86400, week 604800, fortnight 1209600, month 2629746, year 31556952
time: millisecond 0.001, decade 315569520, century 3155695200
speed: km/h 1, mph 1.609344, knot 1.852
power: watt 1, kW 1000, MW 1000000, GW 1000000000, horsepower 745.699872
energy: kWh 1, MWh 1000, GWh 1000000
frequency: Hz 1, kHz 1000, MHz 1000000, GHz 1000000000
data: MB 1, GB 1000, TB 1000000
share: % 0.01
points: percentage point 1, basis point 0.01
USD: cent 0.01
EUR: euro cent 0.01
AUD: Australian cent 0.01
CAD: Canadian cent 0.01
GBP: penny 0.01
"""
_HAVE_CENTS = frozenset({"AUD", "CAD", "EUR", "HKD", "KES", "NZD", "SGD", "TWD", "USD", "ZAR"})
_ZERO_FAHRENHEIT = Decimal(-160) / 9


def _scales() -> dict[str, Scale]:
    rows = (row.split(": ") for row in _TABLE.strip().splitlines())
    units = ((dimension, *unit.rsplit(" ", 1)) for dimension, row in rows for unit in row.split(", "))
    return {name: Scale(dimension, Decimal(factor)) for dimension, name, factor in units}


_SCALES = _scales() | {
    "degree Celsius": Scale("temperature", Decimal(1)),
    "degree Fahrenheit": Scale("temperature", Decimal(5) / 9, _ZERO_FAHRENHEIT),
}


def scale_of(unit: str | None, kind: QuantityKind) -> Scale | None:
    """How a figure in this unit is converted; every currency is a dimension of its own, "half" a share."""
    if unit is None:
        return Scale("share", Decimal(1)) if kind == "ratio" else None
    found = _SCALES.get(unit)
    return found or (Scale(unit, Decimal(1)) if kind == "money" else None)


def cents_of(currencies: Collection[str | None]) -> Scale | None:
    """How cents are converted in a text that writes these currencies; None where several may be meant.

    American ones where a text says no other, or both.
    """
    others = set(_HAVE_CENTS & set(currencies))
    if not others or "USD" in others:
        return _SCALES["cent"]
    return Scale(others.pop(), Decimal("0.01")) if len(others) == 1 else None
