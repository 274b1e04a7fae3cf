"""Expressions that another one fixes: "the 12 months to June", "the quarter ended 30 June", "a year earlier"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from newslint.annotate.dates import periods
from newslint.annotate.dates.periods import DAY
from newslint.annotate.dates.reading import Reading
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention

_ENDED = compiled(r",?\s(?:that\s)?(?:to|ended|ending|through|until|up\sto)\s(?:the\send\sof\s)?(?:on\s)?", re.IGNORECASE)
_LENGTH = compiled(r"P(\d+)([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_QUARTER = compiled(r"(\d{4})-Q([1-4])")
LONGEST_END = 31
"""How long, in days, the end of a length may be; longer, its year is open."""
FAR = 2_000
"""How far back, in characters, the quarter may have been told that results are spoken of."""


def after_each_other(text: str, found: Sequence[Reading], mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    """The mentions, those that the one behind or the quarter told before fixes put in their place."""
    quarter: tuple[int, int] | None = None
    told_at = 0
    for reading, mention, then in zip_longest(found, mentions, mentions[1:]):
        end = then if then and then.anchored and then.type == "DATE" and _ENDED.fullmatch(text, mention.end, then.start) else None
        if quarter and mention.start - told_at > FAR:
            quarter = None
        if reading.results and reading.unit == "quarter" and end and end.year and end.month:
            quarter, told_at = (end.year, (end.month + 2) // 3), mention.start
        if reading.results and not reading.quarter and quarter:
            mention = replace(mention, value=f"{quarter[0] - (reading.unit == 'year')}-Q{quarter[1]}", grain="quarter")
        elif not reading.story and (hit := _QUARTER.fullmatch(mention.value)):
            quarter, told_at = (int(hit[1]), int(hit[2])), mention.start
        yield _ending(mention, end) if end and mention.type == "DURATION" else mention


def _ending(length: DateMention, end: DateMention) -> DateMention:
    """A length with its days, counted back from its end."""
    size, last = _LENGTH.fullmatch(length.value), _last_day(end)
    if not size or not last or length.anchored:
        return length
    try:
        earliest = periods.moved(last + DAY, _UNITS[size[2]], -int(size[1]))
    except (ValueError, OverflowError):
        return length
    return replace(length, earliest=earliest, latest=last, relative=end.relative)


def _last_day(end: DateMention) -> dt.date | None:
    """The day on which a length ends; of several Junes that "to June" may mean, the last if it is the likeliest."""
    if not end.earliest or not end.latest or end.grain not in ("day", "month"):
        return None
    settled = (end.latest - end.earliest).days <= LONGEST_END
    return end.latest if settled or (end.year, end.month) == (end.latest.year, end.latest.month) else None
