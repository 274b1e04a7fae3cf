"""Dates: every time expression of a document, placed in time as far as the document allows."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial

from newslint.annotate.dates.reading import Reading
from newslint.annotate.dates.resolve import mention
from newslint.annotate.dates.scan import readings
from newslint.annotate.dates.tense import lean
from newslint.document import Document
from newslint.mentions import Block, DateMention

_LINE_END = re.compile(r"[\r\n]")
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
    told: Reading | None = None
    mentions = []
    for reading in found:
        here = told if told and reading.start - told.end < NEAR and "\n" not in text[told.end : reading.start] else None
        mentions.append(mention(reading, frame, partial(lean, text, reading.start, reading.end), here.year if here else None))
        if reading.year and reading.years == 1:
            told = reading
    return tuple(mentions)


def _unwrapped(doc: Document) -> str:
    """The body with the line breaks inside a paragraph made spaces, so that "4 May⏎2026" is one date."""
    text, parts, at = doc.body, [], 0
    for block in doc.all(Block):
        if block.start >= at and _LINE_END.search(text, block.start, block.end):
            parts += [text[at : block.start], _LINE_END.sub(" ", text[block.start : block.end])]
            at = block.end
    return "".join([*parts, text[at:]])


def _dateline(doc: Document, found: list[Reading]) -> dt.date | None:
    """The first full date that stands in the dateline."""
    for block in doc.all(Block):
        if block.kind != "dateline":
            continue
        for reading in found:
            full = reading.year and reading.month and reading.day and not reading.fault and not reading.swapped
            if full and block.start <= reading.start < block.end:
                return dt.date(reading.year or 0, reading.month or 0, reading.day or 0)
    return None
