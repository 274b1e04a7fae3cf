"""Lengths of time as a text states them, in days: "nearly 20 years", "a decade", "a 50-year-old bridge"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention, Quantity, around
from newslint.spans import Span

Unit = Literal["year", "month", "week", "day"]
_DAYS: dict[str, Decimal] = {
    "day": Decimal(1), "night": Decimal(1), "week": Decimal(7), "fortnight": Decimal(14), "month": Decimal("30.44"),
    "year": Decimal("365.25"), "decade": Decimal("3652.5"), "century": Decimal(36525),
}  # fmt: skip
_UNITS: dict[str, Unit] = {"day": "day", "night": "day", "week": "week", "fortnight": "week", "month": "month"}
_HALF, _WHOLE, _LOOSE = Decimal("0.5"), Decimal(1), Decimal("0.2")
_MORE, _LESS = compiled(r"\b(?:more|over|least)\b", re.IGNORECASE), compiled(r"\b(?:less|under)\b", re.IGNORECASE)
_VALUE = compiled(r"P(?P<count>\d+)(?P<unit>[DWMY])$")
_LETTERS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


@dataclass(frozen=True, slots=True)
class Length:
    """A length as the text has it, in days."""

    span: Span
    least: Decimal
    most: Decimal
    unit: Unit
    ago: bool
    age: bool = False

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end


def lengths(doc: Document) -> Iterator[Length]:
    """Figures of time, and "a decade", which has none."""
    dates = [
        date
        for date in doc.all(DateMention)
        if date.type in ("DURATION", "SET") or date.span.of(doc.body).endswith(("ago", "earlier"))
    ]
    taken = set[Span]()
    for figure in doc.all(Quantity):
        if not figure.unit or figure.unit not in _DAYS or figure.kind not in ("measure", "age"):
            continue
        date = around(dates, figure.start)
        whole = date if date and figure.end <= date.end else None
        taken |= {whole.span} if whole else set()
        span = whole.span.through(figure.span) if whole else figure.span
        ago = doc.body[span.start : span.end].endswith("ago")
        exact = figure.approximation is None and len(figure.value) == 1
        low = figure.low if figure.low is not None else Decimal(0)
        high = figure.high if figure.high is not None else Decimal(1000)
        if exact:  # "nine years" are nine and some months, or nearly nine
            low, high = figure.value[0] - _HALF * (figure.kind != "age"), figure.value[0] + _WHOLE
        elif figure.approximation == "about":
            low, high = min(low, figure.value[0] - _WHOLE), max(high, figure.value[-1] + _WHOLE)
        low, high = (low - _LOOSE, high + _LOOSE) if figure.unit in ("decade", "century") else (low, high)
        days = _DAYS[figure.unit]
        yield Length(span, low * days, high * days, _UNITS.get(figure.unit, "year"), ago, figure.kind == "age")
    for date in dates:
        said = _VALUE.match(date.value) if date.span not in taken else None
        if said and date.type in ("DURATION", "SET"):
            days = int(said["count"]) * _DAYS[_LETTERS[said["unit"]]]
            unit = _UNITS.get(_LETTERS[said["unit"]], "year")
            more, less = _MORE.search(date.span.of(doc.body)), _LESS.search(date.span.of(doc.body))
            least, most = days * (1 - _LOOSE - (_HALF if less else 0)), days * (1 + _LOOSE + (_WHOLE if more else 0))
            yield Length(date.span, least, most, unit, False)
