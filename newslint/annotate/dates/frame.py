"""What a document says about its own time: the day it was written, and whether it puts the day or the month first."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from newslint.annotate.dates.reading import Reading
from newslint.document import Document
from newslint.mentions import Block

_DAY_FIRST = frozenset({"GB", "UK", "IE", "AU", "NZ", "IN", "ZA", "SG", "HK"})
_MONTH_FIRST = frozenset({"US"})
TOP, LONGEST = 6, 120
"""How many blocks are the top of a text, and how long, in characters, a dated line may be."""
_LABEL = re.compile(
    r"(?:published|posted|updated|issued|released|date|dated|for (?:immediate )?release)[:\s]*(?:on\s)?$", re.IGNORECASE
)
_CUT_OFF = re.compile(r"(?:[,:;|/(–—-]\s*|^\s*)$")
_SENTENCE = re.compile(r"[.!?]['\")”’]?$")


def written_on(doc: Document, found: list[Reading]) -> dt.date | None:
    """The first full date in the dateline, or else of a dated line at the top ("News release, 4 May 2026")."""
    full = [
        reading
        for reading in found
        if reading.year and reading.month and reading.day and not reading.fault and not reading.swapped
    ]
    if not full:
        return None
    blocks = doc.all(Block)
    datelines = [(block, reading) for block in blocks if block.kind == "dateline" for reading in full if _in(block, reading)]
    at_top = [block for block in blocks if block.kind not in ("front-matter", "code")][:TOP]
    dated = [
        (block, reading) for block in at_top for reading in full if _in(block, reading) and _dated_line(doc.body, block, reading)
    ]
    for _, reading in [*datelines, *dated]:
        return dt.date(reading.year or 0, reading.month or 0, reading.day or 0)
    return None


def _in(block: Block, reading: Reading) -> bool:
    return block.start <= reading.start < block.end


def _dated_line(text: str, block: Block, reading: Reading) -> bool:
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
