"""What a writer may have worked out: sums, differences and shares of neighbouring figures of the sources, and years gone by."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from newslint.align.values import ROUNDING, rounds_to, same_kind, same_noun
from newslint.document import Dossier, Source
from newslint.facts.nouns import Nouns
from newslint.mentions import DateMention, Quantity

NEIGHBOURS = 300
"""How far apart two figures may stand, in characters, that a writer adds up."""

Worked = tuple[Decimal, Quantity, Quantity]
"""What two figures give, and the two."""


class Sums:
    """The sums and differences of all figures that stand near each other and count the same, and the
    years between any two that the sources name.
    """

    def __init__(self, dossier: Dossier, nouns: Nouns) -> None:
        figures = [[one for one in source.doc.all(Quantity) if len(one.value) == 1] for source in dossier.sources]
        self._worked: defaultdict[Decimal, list[tuple[Quantity, Quantity]]] = defaultdict(list)
        for result, one, other in (pair for row in figures for pair in _pairs(row, nouns)):
            self._worked[result].append((one, other))
        self._results = sorted(self._worked)
        self._rests = {100 - one.value[0] for row in figures for one in row if one.kind == "percent"}
        now = {date.year for date in (dossier.draft.published, *(source.doc.published for source in dossier.sources)) if date}
        self._years = {year for source in dossier.sources for year in _years(source)} | now

    def give(self, quantity: Quantity, part: Quantity | None = None) -> bool:
        """Whether the figure is one of them, as the writer may have rounded it, or the rest of a hundred
        per cent. ``part`` is a figure that must have gone into it.
        """
        figure = quantity.value[0]
        if quantity.kind == "percent" and figure in (self._rests if part is None else {100 - part.value[0]}):
            return True
        if part is None and _in_years(quantity) and any(year - figure in self._years for year in self._years):
            return True
        slack = abs(figure) * ROUNDING * 2
        near = self._results[bisect_left(self._results, figure - slack) : bisect_right(self._results, figure + slack)]
        return quantity.kind != "percent" and any(
            same_kind(quantity, one, strict=True) and part in (None, one, other)
            for result in near
            if rounds_to(result, figure)
            for one, other in self._worked[result]
        )


def _in_years(quantity: Quantity) -> bool:
    return quantity.unit == "year" or (quantity.kind == "ordinal" and quantity.noun in ("anniversary", "birthday"))


def _years(source: Source) -> Iterator[int]:
    return (date.year for date in source.doc.all(DateMention) if date.year)


def _pairs(figures: Sequence[Quantity], nouns: Nouns) -> Iterator[Worked]:
    for at, one in enumerate(figures):
        for other in islice(figures, at + 1, None):
            if other.start - one.end > NEIGHBOURS:
                break
            if same_kind(one, other, strict=True) and one.unit == other.unit and same_noun(one, other, nouns):
                a, b = one.value[0], other.value[0]
                yield a + b, one, other
                yield abs(a - b), one, other
