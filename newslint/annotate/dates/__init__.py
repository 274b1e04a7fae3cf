"""Dates: every time expression of a document, placed in time as far as the document allows."""

from __future__ import annotations

import datetime as dt

from newslint.annotate.dates.reading import Reading
from newslint.annotate.dates.resolve import mention
from newslint.annotate.dates.scan import readings
from newslint.annotate.dates.tense import Lean, lean
from newslint.document import Document
from newslint.mentions import Block, DateMention

NEAR = 400
"""How far, in characters, a year told in the same paragraph still colours a month without one."""


def dates(doc: Document) -> tuple[DateMention, ...]:
    """The time expressions (TIMEX3) of a document, in text order.

    Relative ones count from the publication date or, where that is not given, from a full
    date in the dateline.
    """
    text = _unwrapped(doc)
    found = readings(text)
    frame = doc.published or _dateline(doc, found)
    told: tuple[int, int] | None = None
    mentions = []
    for reading in found:
        near = told[1] if told and reading.start - told[0] < NEAR and "\n" not in text[told[0] : reading.start] else None

        def leaning(reading: Reading = reading) -> Lean:
            return lean(text, reading.start, reading.end)

        mentions.append(mention(reading, frame, leaning, near))
        if reading.year and reading.years == 1:
            told = (reading.end, reading.year)
    return tuple(mentions)


def _unwrapped(doc: Document) -> str:
    """The body with the line breaks inside a paragraph made spaces, so that "4 May⏎2026" is one date."""
    text, parts, at = doc.body, [], 0
    for block in doc.all(Block):
        if block.start >= at and "\n" in text[block.start : block.end]:
            parts += [text[at : block.start], text[block.start : block.end].replace("\r\n", "  ").replace("\n", " ")]
            at = block.end
    return "".join([*parts, text[at:]])


def _dateline(doc: Document, found: list[Reading]) -> dt.date | None:
    """The first full date that stands in the dateline."""
    for block in doc.all(Block):
        if block.kind != "dateline":
            continue
        for reading in found:
            if (
                block.start <= reading.start < block.end
                and reading.year
                and reading.month
                and reading.day
                and not reading.fault
                and not reading.swapped
            ):
                return dt.date(reading.year, reading.month, reading.day)
    return None
