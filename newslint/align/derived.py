"""What follows from the sources though none says it: the time between two dates or hours, shares, margins, quarters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice, pairwise

from newslint.align.places import Place
from newslint.document import Document, Dossier
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention, Quantity
from newslint.spans import Span

NEIGHBOURS, NEAREST = 300, 6
"""How far apart two dates or hours may stand, in characters, and how many others are held against each."""

BESIDE = 40
"""How far apart two figures may stand that are parts of one whole, or the two sides of a vote."""

_CLOCK = compiled(r"(?<![\d.:])([01]?\d|2[0-3])[.:]([0-5]\d)(?![:%]|\.?\d)")
_MARGIN = compiled(r"\b(?:majority|margin|lead|gap|difference) of (?:just |only )?$|\bby (?:just |only )?$", re.IGNORECASE)
_REACH = 30
_DAYS = {"day": Decimal(1), "week": Decimal(7), "month": Decimal("30.44"), "year": Decimal("365.25")}
_NAMED = {("month", 3): "quarter", ("month", 6): "half", ("week", 2): "fortnight"}

_LIKE = {"count": ("charge", "offence")}
"""What a sum of such may be called."""


class Derived:
    """What may be worked out from figures, dates and hours that stand near each other in the sources."""

    def __init__(self, dossier: Dossier) -> None:
        docs = [source.doc for source in dossier.sources]
        published = [when for when in (dossier.draft.published, *(doc.published for doc in docs)) if when]
        found = [doc.once(_found) for doc in docs]
        self._minutes = frozenset[int]().union(*(one.minutes for one in found))
        self._days = frozenset[int]().union(*(one.days for one in found))
        years = {one.year for doc in docs for one in doc.all(DateMention) if one.year}
        self._years = {now - year for now in {when.year for when in published} for year in years}
        self._order = {(one.noun, one.value[0]) for doc in docs for one in doc.all(Quantity) if one.kind == "ordinal"}
        self._percents = frozenset[Decimal]().union(*(one.percents for one in found))
        self._beside = [pair for one in found for pair in one.beside]
        self._docs = docs

    def give(self, place: Place[Quantity]) -> bool:
        """Whether the figure is one of them."""
        quantity = place.mention
        if len(quantity.value) != 1:
            return False
        if quantity.unit in ("minute", *_DAYS):
            return self._time(quantity)
        if quantity.unit == "percentage point":
            return quantity.value[0] in self._percents
        if quantity.kind == "percent":
            return any(two.value[0] and _fits(100 * one.value[0] / two.value[0], quantity) for one, two, of in self._beside if of)
        return self._count(place)

    def _time(self, quantity: Quantity) -> bool:
        value, unit = quantity.value[0], quantity.unit or ""
        name = _NAMED.get((unit, int(value))) if abs(value) < NEIGHBOURS else None
        if (unit, value) in self._order or (name and any(name in doc.body.lower() for doc in self._docs)):
            return True
        if unit == "minute":
            return value in self._minutes
        spans = (Decimal(days) / _DAYS[unit] for days in self._days)
        return any(_fits(span, quantity) for span in spans) or (
            unit == "year" and any(_fits(Decimal(years), quantity) for years in self._years)
        )

    def _count(self, place: Place[Quantity]) -> bool:
        """A majority, or two parts that are told in one breath: "11 counts of fraud and two of theft"."""
        if place.mention.unit or place.mention.kind != "count":
            return False
        text, start = place.doc.body, place.mention.start
        margin = _MARGIN.search(text, max(0, start - _REACH), start) is not None
        value = place.mention.value[0]
        return any(
            (margin and abs(one.value[0] - two.value[0]) == value)
            or (place.mention.noun in (one.noun, *_LIKE.get(one.noun or "", ())) and one.value[0] + two.value[0] == value)
            for one, two, _ in self._beside
        )


def _fits(result: Decimal, quantity: Quantity) -> bool:
    """Whether the wording would be written for the result: "nearly eight" for 7.6."""
    value = abs(quantity.value[0])
    room = max(Decimal("0.5") if quantity.kind == "percent" else Decimal("0.15"), value * Decimal("0.07"))
    way = quantity.approximation
    low = value if way in ("more-than", "at-least") else value - room
    high = value if way in ("nearly", "less-than", "at-most") else value + room
    return low <= result <= high


@dataclass(frozen=True, slots=True)
class _Found:
    """What may be worked out from one text."""

    minutes: frozenset[int]
    days: frozenset[int]
    percents: frozenset[Decimal]
    beside: tuple[tuple[Quantity, Quantity, bool], ...]


def _found(doc: Document) -> _Found:
    return _Found(frozenset(_minutes(doc)), frozenset(_days(doc)), frozenset(_gaps(doc)), tuple(_beside(doc)))


def _near(found: Sequence[tuple[Span, int]]) -> Iterator[int]:
    """The differences between each and those that stand near it."""
    for at, (span, value) in enumerate(found):
        for other, then in islice(found, at + 1, at + 1 + NEAREST):
            if other.start - span.end <= NEIGHBOURS:
                yield abs(then - value)


def _minutes(doc: Document) -> Iterator[int]:
    clocks = _CLOCK.finditer(doc.body)
    return _near([(Span(*found.span()), int(found[1]) * 60 + int(found[2])) for found in clocks])


def _days(doc: Document) -> Iterator[int]:
    return _near([(one.span, when.toordinal()) for one in doc.all(DateMention) for when in _date(one.value)])


def _date(value: str) -> Iterable[date]:
    try:
        return (date.fromisoformat(value),)
    except ValueError:
        return ()


def _gaps(doc: Document) -> Iterator[Decimal]:
    percents = [one for one in doc.all(Quantity) if one.kind == "percent" and len(one.value) == 1]
    for at, one in enumerate(percents):
        for other in islice(percents, at + 1, at + 1 + NEAREST):
            if other.start - one.end <= NEIGHBOURS:
                yield abs(one.value[0] - other.value[0])


def _beside(doc: Document) -> Iterator[tuple[Quantity, Quantity, bool]]:
    """Counts that stand side by side, and whether the first is so many "of" the second."""
    counts = [one for one in doc.all(Quantity) if len(one.value) == 1 and one.unit is None]
    for one, two in pairwise(counts):
        between = doc.body[one.end : two.start]
        if len(between) <= BESIDE and "." not in between:
            yield one, two, between.split()[-1:] == ["of"] or between.split()[-2:] == ["of", "the"]
