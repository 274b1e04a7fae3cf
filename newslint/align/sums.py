"""What a writer may have worked out: sums and differences of neighbouring figures of the sources."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from newslint.align.values import ROUNDING, rounds_to, same_kind, same_noun
from newslint.document import Source
from newslint.mentions import Quantity

NEIGHBOURS = 300
"""How far apart two figures may stand, in characters, that a writer adds up."""


class Sums:
    """The sums and differences of all figures that stand near each other and count the same."""

    def __init__(self, sources: Sequence[Source]) -> None:
        figures = [[one for one in source.doc.all(Quantity) if len(one.value) == 1] for source in sources]
        self._worked = sorted((pair for row in figures for pair in _pairs(row)), key=_result)
        self._rests = {100 - one.value[0] for row in figures for one in row if one.kind == "percent"}

    def give(self, quantity: Quantity) -> bool:
        """Whether the figure is one of them, as the writer may have rounded it, or the rest of a hundred per cent."""
        figure = quantity.value[0]
        if quantity.kind == "percent" and figure in self._rests:
            return True
        slack = abs(figure) * ROUNDING * 2
        near = self._worked[
            bisect_left(self._worked, figure - slack, key=_result) : bisect_right(self._worked, figure + slack, key=_result)
        ]
        return any(rounds_to(result, figure) and same_kind(quantity, one, strict=True) for result, one in near)


def _pairs(figures: Sequence[Quantity]) -> Iterator[tuple[Decimal, Quantity]]:
    for at, one in enumerate(figures):
        for other in islice(figures, at + 1, None):
            if other.start - one.end > NEIGHBOURS:
                break
            if same_kind(one, other, strict=True) and one.unit == other.unit and same_noun(one, other):
                a, b = one.value[0], other.value[0]
                yield a + b, one
                yield abs(a - b), one


def _result(pair: tuple[Decimal, Quantity]) -> Decimal:
    return pair[0]
