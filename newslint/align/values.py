"""Whether two figures can be the same figure, as news copy rounds and hedges them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from newslint.mentions import Quantity

ROUNDING = Decimal("0.05")
"""Most that a figure may move when it is rounded without a word such as "about", relative to the figure."""


WELL_ABOVE = Decimal("1.2")
"""From how many times the figure on "at least 10" no longer bears a higher figure out."""


def agree(draft: Quantity, source: Quantity) -> bool:
    """Whether the draft's wording allows the source's figure, or the reverse; units are not looked at."""
    if set(draft.value) == set(source.value):
        return True
    if len(draft.value) == len(source.value) == 1 and not (draft.approximation or source.approximation):
        return rounds_to(source.value[0], draft.value[0])
    if draft.approximation == source.approximation and draft.approximation in ("at-least", "at-most"):
        return rounds_to(source.value[0], draft.value[0])
    if source.approximation == "at-least" and draft.value[0] > source.value[0] * WELL_ABOVE:
        return False
    return _overlap(_bounds(draft), _bounds(source))


def rounds_to(figure: Decimal, rounded: Decimal) -> bool:
    """Whether ``rounded`` is ``figure`` written with fewer significant digits, and near enough to pass for it."""
    if not figure or not rounded or (figure < 0) != (rounded < 0):
        return figure == rounded
    if abs(figure - rounded) > ROUNDING * abs(figure):
        return False
    step = Decimal(1).scaleb(last_digit(rounded))
    return (figure / step).quantize(Decimal(1), ROUND_HALF_UP) * step == rounded or (figure // step) * step == rounded


def last_digit(value: Decimal) -> int:
    """The power of ten of the last significant digit: 3 for 15,000, 0 for 15,213, -1 for 4.5."""
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _bounds(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """What the wording allows; a bare figure allows itself."""
    if quantity.approximation or len(quantity.value) > 1:
        return quantity.low, quantity.high
    if quantity.low is not None and quantity.high is not None and quantity.value[0] != quantity.low and not _digits(quantity):
        return quantity.low, quantity.high  # "dozens", "hundreds", "two-thirds"
    return quantity.value[0], quantity.value[0]


def _digits(quantity: Quantity) -> bool:
    low, high = quantity.low, quantity.high
    assert low is not None
    assert high is not None
    return high - low <= Decimal(1).scaleb(last_digit(quantity.value[0]))


def _overlap(one: tuple[Decimal | None, Decimal | None], other: tuple[Decimal | None, Decimal | None]) -> bool:
    low = max((bound for bound in (one[0], other[0]) if bound is not None), default=None)
    high = min((bound for bound in (one[1], other[1]) if bound is not None), default=None)
    return low is None or high is None or low <= high
