"""What a document says about its own time: the day it was written, and whether it puts the day or the month first."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from newslint.annotate.dates.reading import Reading
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Block, DateMention, Written

_DAY_FIRST = frozenset({"GB", "UK", "IE", "AU", "NZ", "IN", "ZA", "SG", "HK"})
_MONTH_FIRST = frozenset({"US"})
TOP, LONGEST = 6, 120
"""How many blocks are the top of a text, and how long, in characters, a dated line may be."""
_LABEL = compiled(
    r"(?:published|posted|updated|issued|released|date|dated|for (?:immediate )?release)[:\s]*(?:on\s)?$", re.IGNORECASE
)
_CUT_OFF = compiled(r"(?:[,:;|/(–—-]\s*|^\s*)$")
_SENTENCE = compiled(r"[.!?]['\")”’]?$")


class Full(Protocol):
    """What may date a text: a reading, or the mention that is made of it."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def year(self) -> int | None: ...
    @property
    def month(self) -> int | None: ...
    @property
    def day(self) -> int | None: ...
    @property
    def fault(self) -> str: ...


F = TypeVar("F", bound=Full)


def written(doc: Document) -> tuple[Written, ...]:
    """The words that say when the text was written; none where it does not say."""
    found = dating(doc, [date for date in doc.all(DateMention) if not date.relative])
    return (Written(found.span, day_of(found)),) if found else ()


def dating(doc: Document, found: Sequence[F]) -> F | None:
    """The first full date in the dateline, or else of a dated line at the top ("News release, 4 May 2026")."""
    full = [date for date in found if date.year and date.month and date.day and not date.fault]
    if not full:
        return None
    blocks = doc.all(Block)
    datelines = [(block, date) for block in blocks if block.kind == "dateline" for date in full if _in(block, date)]
    at_top = [block for block in blocks if block.kind not in ("front-matter", "code")][:TOP]
    dated = [(block, date) for block in at_top for date in full if _in(block, date) and _dated_line(doc.body, block, date)]
    return next((date for _, date in [*datelines, *dated]), None)


def day_of(full: Full) -> dt.date:
    return dt.date(full.year or 0, full.month or 0, full.day or 0)


def _in(block: Block, date: Full) -> bool:
    return block.start <= date.start < block.end


def _dated_line(text: str, block: Block, reading: Full) -> bool:
    """Whether a line is no sentence and gives its date apart from its other words, or after "Published"."""
    start, end = text.rfind("\n", 0, reading.start) + 1, text.find("\n", reading.end)
    start, end = max(block.start, start), min(block.end, end if end >= 0 else block.end)
    before, after = text[start : reading.start], text[reading.end : end].strip()
    if end - start > LONGEST:
        return False
    apart = bool(_CUT_OFF.search(before)) and (not after or (not before.strip() and after[0] in ",:;|/–—-"))
    return bool(_LABEL.search(before.strip() + " ")) or (apart and not _SENTENCE.search(text[start:end].strip()))


def in_order(found: list[Reading], language: str) -> list[Reading]:
    """The readings with 04/05/2026 told apart where the language ("en-GB") or another date of the document does."""
    open_, region = [reading for reading in found if reading.swapped], language.replace("_", "-").upper().split("-")[-1]
    if not open_:
        return found
    firsts = {reading.first for reading in found if reading.first}
    first = "day" if region in _DAY_FIRST else "month" if region in _MONTH_FIRST else firsts.pop() if len(firsts) == 1 else ""
    return [_ordered(reading, first) for reading in found] if first else found


def _ordered(reading: Reading, first: str) -> Reading:
    if not reading.swapped:
        return reading
    month, day = reading.swapped if first == "month" else (reading.month, reading.day)
    return replace(reading, month=month, day=day, swapped=None)
