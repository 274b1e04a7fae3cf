"""How two times stand to one another: the draft's is the source's, is vaguer, is more exact, or is another."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention, Grain
from newslint.words import word_set

Standing = Literal["same", "vaguer", "finer", "apart", "open"]
"""Of the draft's time to the source's; "open" where nobody can tell."""

LEVELS: Mapping[Grain, int] = {
    "time": 0,
    "day": 0,
    "week": 1,
    "month": 2,
    "season": 3,
    "quarter": 3,
    "half": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
}
"""How coarse a grain is."""

LONGEST = {"day": dt.timedelta(days=14), "month": dt.timedelta(days=31)}
"""How long a settled day (or a run of days), and a settled month, may be."""

FAR = 2
"""How many levels a time told from the day of writing may lie from one that it is held against."""

ABOUT = 20
"""How many minutes two clock times may lie apart and be one."""

AS_EXACT = 2
"""How many times longer than the draft's time the source's may be and still bear it out."""

_PART = compiled(r"(?P<year>\d{4}|XXXX)-(?P<part>SP|SU|FA|WI|Q\d|H\d)")
_CLOCK = compiled(r"T(?P<hour>\d\d)(?::(?P<minute>\d\d))?(?P<zone>.*)")
_DECADE = compiled(r"\d{3}")
_PARTS_OF = {"SP": range(2, 7), "SU": range(5, 10), "FA": range(8, 13)}
"""Months that a season may be said to have, in either usage of the word; winter has them in two years."""

_SHIFTS = {
    -1: word_set("yesterday last past previous"),
    0: word_set("today tonight this current"),
    1: word_set("tomorrow next coming following"),
}
_SHIFT = {word: by for by, words in _SHIFTS.items() for word in words}
_WORD = compiled(r"[a-z]+")
_BACK = compiled(r"\b(?:that|same|following)\b|\b(?:later|earlier|before|after)$")
_NAME_AFTER = compiled(r" (?:[A-Z][\w’'-]+|[A-Z]{2,})")
_NAME_BEFORE = compiled(r"(?:^|[\s“\"'‘])[A-Z][\w’'-]+ $")
_POSTED = compiled(r"(?:^|\n)\W*(?:last )?(?:updated|posted|published)\b[^.\n]*\Z", re.IGNORECASE)
_NUMERIC = compiled(r"\d{1,4}([./-])\d{1,2}\1\d{2,4}")
_DASH = compiled(r"\s*[-–—|:]")
_UPDATED = compiled(r"\W*(?:last )?updated\b", re.IGNORECASE)
_PART_OF = compiled(r"\b(?:quarter|half|season|spring|summer|autumn|fall|winter|q[1-4]) of\b")


@dataclass(frozen=True)
class When:
    """A time expression and the text it stands in."""

    doc: Document
    mention: DateMention

    @property
    def grain(self) -> Grain:
        """Its grain; an hour of a named day counts as that day."""
        named = self.mention.anchored or self.mention.value.startswith("XXXX")
        return "day" if self.mention.grain == "time" and named else self.mention.grain

    @property
    def clock(self) -> tuple[int, str] | None:
        """The minute of the day and the time zone, where the hour is said."""
        found = _CLOCK.search(self.mention.value)
        return (60 * int(found["hour"]) + int(found["minute"] or 0), found["zone"]) if found else None

    @property
    def words(self) -> str:
        return " ".join(self.mention.span.of(self.doc.text).lower().split())

    @cached_property
    def parts(self) -> Mapping[str, int | str]:
        """What its words give, or its resolution settles: year, month, day, weekday, quarter or season, decade."""
        date = self.mention
        parts: dict[str, int | str] = {"weekday": date.weekday} if date.weekday is not None else {}
        parts |= {name: part for name in ("year", "month", "day") if (part := getattr(date, name)) is not None}
        if found := _PART.match(date.value):
            parts["part"] = found["part"]
        elif _DECADE.fullmatch(date.value):
            parts["decade"] = int(date.value)
        if self.unsettled:
            parts.pop("year", None)
        elif date.weekday is None and date.earliest and date.earliest == date.latest:
            parts["weekday"] = date.earliest.weekday()
        return parts

    @cached_property
    def shift(self) -> int | None:
        """How many of its own grain it lies from the day it was written: -1 for "yesterday" and "last month"; None for a
        date, and for "the second quarter of last year".
        """
        if self.mention.year or self.mention.month or self.mention.weekday is not None or _PART_OF.search(self.words):
            return None
        return next((_SHIFT[word] for word in _WORD.findall(self.words) if word in _SHIFT), None)

    @property
    def back(self) -> bool:
        """Whether it counts from another time of the text: "later that year", "the day before"."""
        return bool(_BACK.search(self.words))

    @property
    def edition(self) -> bool:
        """Whether a year is part of a name: "the 2014 Winter Games", "Euro 2016"."""
        text, span = self.doc.body, self.mention.span
        return self.mention.grain == "year" and bool(
            _NAME_AFTER.match(text, span.end) or _NAME_BEFORE.search(text[: span.start][-30:])
        )

    @property
    def posted(self) -> bool:
        """Whether it says when a text was put up: "Last updated 21 July", "27/09/2013 - Fair opens"."""
        start, end = self.mention.span.start, self.mention.span.end
        before = self.doc.body[max(0, start - 30) : start]
        if not before.rpartition("\n")[2].strip() and _NUMERIC.match(self.doc.body, start) and _DASH.match(self.doc.body, end):
            return True
        return bool(_POSTED.search(before) or _UPDATED.match(self.doc.body, end))

    @property
    def unsettled(self) -> bool:
        """Whether the year is open: "October 25" may be the last one or the next."""
        date = self.mention
        if not (date.relative and date.earliest and date.latest):
            return False
        return date.latest - date.earliest > LONGEST.get(date.grain, dt.timedelta.max)

    @property
    def bounds(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day it may mean, where these are known and tell what is meant."""
        date = self.mention
        vague = self.unsettled or date.grain == "quarter"
        return (date.earliest, date.latest) if date.earliest and date.latest and not vague else None


def standing(draft: When, source: When) -> Standing:
    """How the draft's time stands to the source's: by the days that both may mean where these are known,
    else by what both say. "Last year" does not bear out "June 2024", nor "2024" "June 2024".
    """
    if "time" in (draft.grain, source.grain):
        return _by_clock(draft.clock, source.clock)
    if _alike(draft, source):
        return "same"
    if _runs(draft) and _runs(source):
        return "apart"
    if _next_or_last(draft, source):
        return "open"
    if draft.bounds and source.bounds:
        by_days = _by_days(*draft.bounds, *source.bounds)
        return "open" if by_days == "apart" and _far(draft, source) else by_days
    if not (draft.mention.anchored and source.mention.anchored) and draft.shift is not None and source.shift is not None:
        return _by_shift(draft, source)
    return _by_parts(draft, source)


def _by_clock(one: tuple[int, str] | None, other: tuple[int, str] | None) -> Standing:
    """Two hours, the day of at least one unsaid. Those of two time zones are not told apart, nor 3 o'clock and 15:00."""
    if one is None or other is None or one[1] != other[1]:
        return "open"
    apart = abs(one[0] - other[0]) % 720
    return "same" if min(apart, 720 - apart) <= ABOUT else "apart"


def _alike(draft: When, source: When) -> bool:
    """Whether both name the same day, or the same in the same words; "27 July" is also the first day of "27-28 July", and of
    whatever year where one of the two does not say which.
    """
    one, other = draft.parts, source.parts
    if "day" not in one:
        return bool(one) and one == other
    years = () if draft.mention.relative or source.mention.relative else ("year",)
    both = "/" in draft.mention.value and "/" in source.mention.value
    runs = both and draft.mention.value != source.mention.value
    return not runs and all(one.get(part) == other.get(part) for part in ("month", "day", *years))


def _runs(one: When) -> bool:
    """Whether it names a run of days, "July 25-28", not one that "about two weeks ago" leaves open."""
    return bool(one.bounds) and "/" in one.mention.value and not one.mention.relative


def _next_or_last(draft: When, source: When) -> bool:
    """Whether both name the same weekday and are a week apart: one of them was taken for the last that is the next."""
    one, other = draft.mention, source.mention
    if one.weekday is None or one.weekday != other.weekday or one.day or other.day or not (one.earliest and other.earliest):
        return False
    return abs(one.earliest - other.earliest) == dt.timedelta(days=7)


def _by_days(first: dt.date, last: dt.date, earliest: dt.date, latest: dt.date) -> Standing:
    if last < earliest or latest < first:
        return "apart"
    if latest - earliest > AS_EXACT * (last - first) + dt.timedelta(days=first != last):
        return "finer"
    return "vaguer" if last - first > AS_EXACT * (latest - earliest) else "same"


def _far(one: When, other: When) -> bool:
    """Whether a weekday, or what else is told from the day of writing, faces a year: nobody writes the one for the other."""
    relative = one.mention.relative or other.mention.relative
    return relative and abs(LEVELS.get(one.grain, 0) - LEVELS.get(other.grain, 0)) > FAR


def _by_shift(draft: When, source: When) -> Standing:
    """Both are told from the day of writing, which is not known of both; "last year" is not "last month"."""
    one, other = LEVELS.get(draft.grain), LEVELS.get(source.grain)
    if draft.words == source.words:
        return "same"
    if one is None or other is None or draft.mention.anchored or source.mention.anchored:
        return "open"
    if one == other:
        return "same" if draft.shift == source.shift else "apart"
    if LEVELS["season"] in (one, other) or LEVELS["half"] in (one, other):
        return "open"
    coarser = draft if one > other else source
    if coarser.shift:
        return "apart"
    return "vaguer" if coarser is draft else "finer"


def _by_parts(draft: When, source: When) -> Standing:
    one, other = draft.parts, source.parts
    common = one.keys() & other.keys()
    if any(one[part] != other[part] for part in common) or _out_of_season(one, other) or _out_of_season(other, one):
        return "apart"
    if not common:
        return _by_decade(one, other)
    return "finer" if LEVELS.get(draft.grain, 0) < LEVELS.get(source.grain, 0) else "same"


def _by_decade(one: Mapping[str, int | str], other: Mapping[str, int | str]) -> Standing:
    for decade, year, inside in ((one, other, "vaguer"), (other, one, "finer")):
        if "decade" in decade and "year" in year:
            return inside if int(year["year"]) // 10 == decade["decade"] else "apart"  # type: ignore[return-value]
    return "open"


def _out_of_season(one: Mapping[str, int | str], other: Mapping[str, int | str]) -> bool:
    """Whether the one names a season that the month of the other is not in."""
    months = _PARTS_OF.get(str(one.get("part")))
    return months is not None and "month" in other and other["month"] not in months
