"""What a figure may be beside a fellow in the same unit: readers grant a rounding of its own, but not of any size."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from newslint.kept.regexes import compiled
from newslint.mentions import Quantity

_JUST = compiled(r"(?:only\s+)?(?:just|slightly|marginally|a\s+(?:little|shade|touch|fraction))\s", re.IGNORECASE)
_NEAR = Decimal("0.05")
"""How far "just over" may be off."""


def beside(text: str, one: Quantity, fellow: Quantity) -> Quantity:
    """A figure with the bounds that it has beside another.

    Who writes $2.18 billion beside $2 billion has left out noughts, not cut off a half: the round figure is good to one
    digit less than its fellow. "Just over" is a twentieth at most.
    """
    if one.low is None or one.high is None or len(one.value) > 1:
        return one
    value = one.value[0]
    if one.approximation and _JUST.match(one.span.of(text)):
        return replace(one, low=max(one.low, value * (1 - _NEAR)), high=min(one.high, value * (1 + _NEAR)))
    if one.approximation or fellow.approximation or fellow.low is None or fellow.high is None:
        return one
    if _decimals(fellow) < _decimals(one) + 2:
        return one
    reach = (fellow.high - fellow.low) * 5
    return replace(one, low=max(one.low, value - reach), high=min(one.high, value + reach))


def _decimals(quantity: Quantity) -> int:
    """The digits behind the point, noughts included: two of "2.40 million"."""
    exponent = quantity.value[0].as_tuple().exponent
    return -exponent if isinstance(exponent, int) and len(quantity.value) == 1 else 0
