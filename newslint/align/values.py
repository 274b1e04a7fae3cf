"""Whether two figures can be the same figure, as news copy rounds and hedges them."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from newslint.facts.nouns import Nouns
from newslint.mentions import Quantity

ROUNDING = Decimal("0.05")
"""Most that a figure may move when it is rounded without a word such as "about", relative to the figure."""

CUT = Decimal("0.01")
"""Most that a figure may lose, relative to it, when its last digits are cut off: 86,804 as 86,000."""

EXACT = 1000
"""Whole figures below this are counted, not rounded: 21 dead are not 20."""

WELL_ABOVE = Decimal("1.25")
"""From how many times the figure on "at least 10" or "more than 10" no longer bears a higher figure out."""


FAR_ABOVE = Decimal("1.5")
"""From how many times its figure "at least 10" is no longer written for what it stands for."""


WIDE = 3
"""From how many times its lower end on a rough range is no range that anybody counted: several hundred, 300 to 900."""

MOST_DIGITS = 18
"""Digits of a figure that may be rounded; none of more is news, nor can it be worked with exactly."""


def agree(draft: Quantity, source: Quantity) -> bool:
    """Whether the source's figure, put into the draft's unit, bears the draft's wording out."""
    source = _converted(source, draft)
    if draft.kind in ("percent", "money"):  # "fell 6%" and "-6%"
        draft, source = _unsigned(draft), _unsigned(source)
    if set(draft.value) == set(source.value):
        return {_direction(draft), _direction(source)} != {"up", "down"}
    if vague(source) and not vague(draft):  # "dozens" do not bear out 61
        return False
    if vague(draft) or vague(source) or "ratio" in (draft.kind, source.kind):
        return _overlap(_bounds(draft), _bounds(source))
    if len(draft.value) == len(source.value) == 2:
        return all(rounds_to(one, other) for one, other in zip(sorted(source.value), sorted(draft.value), strict=True))
    if len(draft.value) != len(source.value):  # one end of a range bears out that end alone
        return len(draft.value) == 1 and any(rounds_to(one, draft.value[0]) for one in source.value)
    one, other = _direction(draft), _direction(source)
    if one == other or (other in ("up", "down") and not one):  # "over 60" for "over 50", "13" for "at least 12"
        return rounds_to(source.value[0], draft.value[0])
    return _rounder(draft, source) and _near(draft, source) and _overlap(_bounds(draft), _bounds(source))


def allows(one: Quantity, other: Quantity) -> bool:
    """Whether something may be both: "dozens" and 61."""
    return _overlap(_bounds(one), _bounds(other))


def firmer(draft: Quantity, source: Quantity) -> bool:
    """Whether the draft gives the very figure without the words that left it open in the source: "up to 40" as "40"."""
    if draft.approximation or vague(source) or len(draft.value) > 1:
        return False
    source = _converted(source, draft)
    open_ended = source.approximation is not None or len(source.value) == 2
    return open_ended and draft.value[0] in source.value


def arithmetic(draft: Quantity, source: Quantity) -> str:
    """What the two figures come to, for people: "10,000 to 12,000 here, 15,000 there"."""
    return f"{_said(draft)} here, {_said(_converted(source, draft))} there"


def _said(quantity: Quantity) -> str:
    low, high = _bounds(quantity)
    if low == high and low is not None:
        return f"{low.normalize():,f}"
    if low is None or high is None:
        return f"{low.normalize():,f} or more" if low is not None else f"up to {(high or Decimal(0)).normalize():,f}"
    return f"{low.normalize():,f} to {high.normalize():,f}"


def vague(quantity: Quantity) -> bool:
    """Whether its words are "dozens", "several hundred" and the like, a range without being one."""
    if len(quantity.value) != 2 or quantity.approximation != "about":
        return False
    low, high = quantity.value
    return high % 100 == 99 or high >= WIDE * low > 0


def _direction(quantity: Quantity) -> str:
    """Which way the words leave a figure open: "up", "down", "round" about it, or not at all."""
    return _OPEN[quantity.approximation] if quantity.approximation else ""


_OPEN = {"at-least": "up", "more-than": "up", "at-most": "down", "less-than": "down", "nearly": "down", "about": "round"}


def _rounder(draft: Quantity, source: Quantity) -> bool:
    """Whether the draft's figure is no less round than the source's: "over 9 per cent" is not written for 10."""
    return last_digit(draft.value[0]) >= last_digit(source.value[0])


def _near(draft: Quantity, source: Quantity) -> bool:
    """Whether the figure of an open wording ("at least 10") would be written for the other."""
    most = WELL_ABOVE if "more-than" in (draft.approximation, source.approximation) else FAR_ABOVE
    one, other = (max(abs(value) for value in quantity.value) for quantity in (draft, source))
    return max(one, other) <= most * min(one, other)


def _converted(source: Quantity, draft: Quantity) -> Quantity:
    """The source's figure in the draft's unit, where the two measure the same: 98 cents as $0.98, half as 50 per cent."""
    one, other = source.scale, draft.scale
    if not one or not other or one == other or one.dimension != other.dimension:
        return source

    def put(value: Decimal) -> Decimal:
        return (one.base(value) - other.offset) / other.factor

    low, high = (None if bound is None else put(bound) for bound in (source.low, source.high))
    return replace(source, value=tuple(map(put, source.value)), low=low, high=high)


def _unsigned(quantity: Quantity) -> Quantity:
    if quantity.value[0] >= 0:
        return quantity
    low, high = (None if bound is None else -bound for bound in (quantity.high, quantity.low))
    return replace(quantity, value=tuple(-value for value in quantity.value), low=low, high=high)


def rounds_to(figure: Decimal, rounded: Decimal) -> bool:
    """Whether ``rounded`` is ``figure`` written with fewer significant digits, and near enough to pass for it."""
    if not figure or not rounded or (figure < 0) != (rounded < 0):
        return figure == rounded
    if abs(figure - rounded) > ROUNDING * abs(figure):
        return False
    if figure == rounded:
        return True
    if figure.adjusted() - last_digit(rounded) > MOST_DIGITS:
        return False
    if abs(figure) < EXACT and figure == figure.to_integral_value():
        return figure == rounded
    step = Decimal(1).scaleb(last_digit(rounded))
    cut = (figure // step) * step == rounded and abs(figure - rounded) <= CUT * abs(figure)
    return cut or (figure / step).quantize(Decimal(1), ROUND_HALF_UP) * step == rounded


def last_digit(value: Decimal) -> int:
    """The power of ten of the last significant digit: 3 for 15,000, 0 for 15,213, -1 for 4.5."""
    exponent = (value if value != value.to_integral_value() else value.normalize()).as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _bounds(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """What the wording allows; a bare figure allows itself, "dozens" and "two-thirds" what they allow."""
    value, low, high = quantity.value[0], quantity.low, quantity.high
    bare = len(quantity.value) == 1 and not quantity.approximation
    if bare and low is not None and high is not None and high - low <= Decimal(1).scaleb(last_digit(value)):
        return value, value
    return low, high


def _overlap(one: tuple[Decimal | None, Decimal | None], other: tuple[Decimal | None, Decimal | None]) -> bool:
    low = max((bound for bound in (one[0], other[0]) if bound is not None), default=None)
    high = min((bound for bound in (one[1], other[1]) if bound is not None), default=None)
    return low is None or high is None or low <= high


def same_noun(one: Quantity, other: Quantity, nouns: Nouns) -> bool | None:
    """Whether both count the same; None where one does not say what it counts. "39 dead" are 39 people killed."""
    if one.fate and one.fate == other.fate:
        return True
    if one.unit or other.unit:
        return one.unit == other.unit if one.unit and other.unit else None
    if one.noun is None or other.noun is None:
        return None
    return nouns.same(one.noun, other.noun)


def same_kind(one: Quantity, other: Quantity, *, strict: bool = False) -> bool:
    """Whether the figures may be held against each other: the same unit, or the same sort of thing."""
    if {one.kind, other.kind} == {"ratio", "percent"}:
        return True
    kinds = {one.kind, other.kind}
    if one.scale and other.scale and one.unit != other.unit:
        return one.scale.dimension == other.scale.dimension and (not strict or one.per == other.per)
    if one.unit != other.unit:
        return (
            not strict and None in (one.unit, other.unit) and _bare(one, other) and kinds <= {"count", "measure", "age", "money"}
        )
    return len(kinds) == 1 or (not strict and kinds <= {"count", "measure", "age", "ordinal", "ratio"})


def _bare(one: Quantity, other: Quantity) -> bool:
    """Whether the one without a unit counts nothing either, so that the unit may be understood: "He was 74"."""
    bare = other if one.unit else one
    return (bare.noun is None or "age" in (one.kind, other.kind)) and not vague(bare)
