"""Dates: every time expression of a document, placed in time as far as the document allows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

from newslint.annotate.dates.context import after_each_other
from newslint.annotate.dates.frame import dating, day_of, in_order
from newslint.annotate.dates.reading import Reading
from newslint.annotate.dates.resolve import mention
from newslint.annotate.dates.scan import readings
from newslint.annotate.dates.tense import lean
from newslint.document import Document
from newslint.mentions import DateMention

NEAR = 400
"""How far, in characters, a year told in the same paragraph still colours a month without one."""


def dates(doc: Document) -> tuple[DateMention, ...]:
    """The time expressions (TIMEX3) of a document, in text order.

    Relative ones count from the publication date or, where that is not given, from a full
    date in the dateline or on a dated line at the top.
    """
    found = in_order(readings(doc.body), doc.language)
    dated = dating(doc, [reading for reading in found if not reading.swapped])
    frame = doc.published or (day_of(dated) if dated else None)
    return tuple(after_each_other(doc.body, found, list(_mentions(doc.body, found, frame))))


def _mentions(text: str, found: list[Reading], frame: dt.date | None) -> Iterator[DateMention]:
    """Each expression by itself, but for the year told just before it."""
    told: Reading | None = None
    for reading in found:
        here = told if told and reading.start - told.end < NEAR and "\n" not in text[told.end : reading.start] else None
        yield mention(reading, frame, partial(lean, text, reading.start, reading.end), here.year if here else None)
        if reading.year and reading.years == 1:
            told = reading
