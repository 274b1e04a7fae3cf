"""Figures of a reporter's notes, which have no sentences to be aligned with: the digits of one, shifted by ten."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from newslint.align.places import Place, places
from newslint.align.values import same_kind
from newslint.align.wording import content
from newslint.comparisons import Ground, QuantityMatch
from newslint.document import Dossier
from newslint.mentions import Quantity

DIGITS = 2
"""How many digits besides noughts a figure has at least that is met again by them."""

SURE = 0.5
"""How sure it is that the figure is that of the notes."""

_SHIFTS = {Decimal(10) ** power for power in (-2, -1, 1, 2)}
_GROUND = Ground("the same digits in the notes, ten or a hundred times as much or as little, on the same topic", None)


class Shorthand:
    """The figures of the notes, by their digits."""

    def __init__(self, dossier: Dossier) -> None:
        self._by: defaultdict[tuple[int, ...], list[tuple[str, Place[Quantity]]]] = defaultdict(list)
        for source in dossier.sources:
            if source.kind == "notes":
                for place in places(source.doc, Quantity):
                    self._by[_digits(place.mention)].append((source.id, place))

    def slip(self, place: Place[Quantity]) -> QuantityMatch | None:
        """The figure of the notes with the same digits, ten or a hundred times as much or as little, on the same topic."""
        digits, one = _digits(place.mention), place.mention
        if len(digits) < DIGITS:
            return None
        for source, other in self._by.get(digits, ()):
            if _slipped(place, other):
                two = other.mention
                return QuantityMatch(one.span, "differs", SURE, source, two.span, one, two, grounds=(_GROUND,))
        return None


def _digits(quantity: Quantity) -> tuple[int, ...]:
    return quantity.value[0].normalize().as_tuple().digits if len(quantity.value) == 1 else ()


def _slipped(place: Place[Quantity], other: Place[Quantity]) -> bool:
    one, two = place.mention, other.mention
    if one.value == two.value or not (one.unit is None or two.unit is None or same_kind(one, two, strict=True)):
        return False
    times = abs(one.value[0] / two.value[0]) if two.value[0] else Decimal(0)
    return times in _SHIFTS and bool(_topic(place) & _topic(other))


def _topic(place: Place[Quantity]) -> frozenset[str]:
    return frozenset(stem for stem, _ in content(place.doc.body, place.sentence))
