"""Whether two figures can be the same figure, as news copy rounds and hedges them."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from newslint.mentions import Quantity
from newslint.words import word_set

ROUNDING = Decimal("0.05")
"""Most that a figure may move when it is rounded without a word such as "about", relative to the figure."""

EXACT = 1000
"""Whole figures below this are counted, not rounded: 21 dead are not 20."""

WELL_ABOVE = Decimal("1.25")
"""From how many times the figure on "at least 10" or "more than 10" no longer bears a higher figure out."""


FAR_ABOVE = Decimal("1.5")
"""From how many times its figure "at least 10" is no longer written for what it stands for."""


SAME_THING = tuple(
    word_set(row)
    for row in (
        "soldier troop serviceman servicemember personnel fighter combatant",
        "person victim civilian resident passenger people casualty fatality death",
        "job position post worker employee staff",
        "home house household property building",
        "student pupil child schoolchild",
        "officer policeman police",
        "vehicle car",
        "case infection",
        "country nation state",
    )
)
"""Nouns that news copy uses for one another."""


def agree(draft: Quantity, source: Quantity) -> bool:
    """Whether the draft's wording allows the source's figure, or the reverse; the source's is put into the draft's unit."""
    source = _converted(source, draft)
    if draft.kind in ("percent", "money"):  # "fell 6%" and "-6%"
        draft, source = _unsigned(draft), _unsigned(source)
    if set(draft.value) == set(source.value):
        return True
    if draft.approximation == source.approximation and draft.approximation in ("at-least", "at-most"):
        return rounds_to(source.value[0], draft.value[0])
    if draft.approximation == "at-least" and source.value[0] > draft.value[0] * FAR_ABOVE:
        return False
    if source.approximation == "at-least" and draft.value[0] > source.value[0] * WELL_ABOVE:
        return False
    if draft.approximation == "more-than" and not source.approximation:
        return draft.value[0] < source.value[0] <= draft.value[0] * WELL_ABOVE
    one, other = _bounds(draft), _bounds(source)
    if one[0] == one[1] and other[0] == other[1]:
        return rounds_to(source.value[0], draft.value[0])
    return _overlap(one, other)


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
    if abs(figure) < EXACT and figure == figure.to_integral_value():
        return figure == rounded
    step = Decimal(1).scaleb(last_digit(rounded))
    return (figure / step).quantize(Decimal(1), ROUND_HALF_UP) * step == rounded or (figure // step) * step == rounded


def last_digit(value: Decimal) -> int:
    """The power of ten of the last significant digit: 3 for 15,000, 0 for 15,213, -1 for 4.5."""
    exponent = value.normalize().as_tuple().exponent
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


def same_noun(one: Quantity, other: Quantity) -> bool | None:
    """Whether both count the same; None where one does not say what it counts. "39 dead" are 39 people killed."""
    if one.fate and one.fate == other.fate:
        return True
    if one.noun is None or other.noun is None:
        return None if one.unit is None and other.unit is None else one.unit == other.unit
    return one.noun == other.noun or any(one.noun in group and other.noun in group for group in SAME_THING)


def same_kind(one: Quantity, other: Quantity, *, strict: bool = False) -> bool:
    """Whether the figures may be held against each other: the same unit, or the same sort of thing."""
    if {one.kind, other.kind} == {"ratio", "percent"}:
        return True
    kinds = {one.kind, other.kind}
    if one.scale and other.scale and one.unit != other.unit:
        return one.scale.dimension == other.scale.dimension and (not strict or one.per == other.per)
    if one.unit != other.unit:
        allowed = {"count", "measure"} if one.noun or other.noun else {"count", "measure", "age"}
        return not strict and None in (one.unit, other.unit) and kinds <= allowed
    return len(kinds) == 1 or (not strict and kinds <= {"count", "measure", "age", "ordinal", "ratio"})
