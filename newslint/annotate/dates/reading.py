"""Reading: what the words of a time expression say, before a calendar is held against them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace

from newslint.annotate.dates.lexicon import MONTHS
from newslint.kept.regexes import compiled
from newslint.mentions import DateType


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts of a time expression; whatever is not said is None or empty.

    ``years`` is 10 for a decade and 100 for a century. ``shift`` counts in ``unit``s, or, without
    one, in the weekdays, months, seasons or feasts named: "last year" is -1 year, "next Monday" the
    weekday and 1. ``story`` marks words that count from what the story told before ("the
    following day"), ``results`` those of company results, which count from the quarter told ("a
    year earlier"). ``until_day`` and ``until_year`` end a range. ``value`` is a finished TIMEX3
    value. ``falls`` finds the day in a year of a feast or of a "first Monday of May"; ``falls_as``
    is how TIMEX3 writes it in an open year. ``swapped`` is the month and day of the other order,
    where "04/05" may be either, ``first`` which of them "31/12" shows to stand first. ``mod`` is
    which part of it is meant, as TIMEX3 has it: START, MID or END. ``nearest`` is true where the
    words allow no other week or year than the nearest ("this past Friday").
    ``weak`` readings ("Sat") hold only beside a stronger one.
    """

    start: int
    end: int
    type: DateType = "DATE"
    year: int | None = None
    years: int = 1
    month: int | None = None
    day: int | None = None
    until_day: int | None = None
    until_year: int | None = None
    weekday: int | None = None
    season: str = ""
    quarter: int | None = None
    half: int | None = None
    unit: str = ""
    shift: float | None = None
    rough: bool = False
    story: bool = False
    clock: str = ""
    part: str = ""
    value: str = ""
    fault: str = ""
    weak: bool = False
    swapped: tuple[int, int] | None = None
    first: str = ""
    falls: Callable[[int], dt.date] | None = None
    falls_as: str = "XXXX-XX-XX"
    results: bool = False
    mod: str = ""
    nearest: bool = False

    @property
    def has_day(self) -> bool:
        """Whether it names a day, however that is fixed."""
        return self.day is not None or self.weekday is not None or self.unit == "day" or self.falls is not None

    @property
    def bare_date(self) -> bool:
        """A day of a month without its weekday."""
        return self.day is not None and self.weekday is None and not self.until_day

    @property
    def bare_weekday(self) -> bool:
        """A weekday and no more."""
        return self.weekday is not None and self.type == "DATE" and self.day is None and not self.unit and self.shift is None

    @property
    def bare_clock(self) -> bool:
        """A time of the clock on no day."""
        return bool(self.clock or (self.fault and self.type == "TIME")) and not self.has_day

    @property
    def yearless(self) -> bool:
        """A month, season, quarter or feast, or a day of a month, whose year is not said."""
        return (
            bool(self.month or self.season or self.quarter or self.falls)
            and self.year is None
            and not self.unit
            and self.shift is None
        )

    def moved(self, by: int) -> Reading:
        return replace(self, start=self.start + by, end=self.end + by)

    def with_(self, other: Reading) -> Reading:
        """Both as one expression: what this one leaves open is taken from the other."""
        said = {field.name: getattr(other, field.name) for field in fields(self) if getattr(self, field.name) == field.default}
        said |= {"start": min(self.start, other.start), "end": max(self.end, other.end), "weak": False}
        return replace(self, **said)


SHORT = ("#1", "#2")
"""Figures of one or two digits, as patterns are filed."""
Reader = Callable[["re.Match[str]"], Reading | None]


@dataclass(frozen=True)
class Pattern:
    """A shape of words, filed under the words it may start with.

    "#" stands for any figure, "#4" for one of four digits; of "the", two words are given ("the year").
    """

    starts: frozenset[str]
    regex: re.Pattern[str]
    read: Reader


def pattern(starts: Iterable[str], regex: str, read: Reader) -> Pattern:
    return Pattern(frozenset(starts), compiled(regex, re.IGNORECASE), read)


def both(first: str, words: str) -> list[str]:
    """The first word with each of the others, as patterns are filed."""
    return [f"{first} {word}" for word in words.split()]


def no_such_day(year: int | None, month: int, day: int) -> str:
    """Why there is no such day, or nothing if there is."""
    length = calendar.monthrange(year if year else 2000, month)[1]
    if day <= length:
        return ""
    name = MONTHS[month - 1].capitalize()
    return f"{name} {year} has {length} days" if month == 2 and day == 29 else f"{name} has {length} days"


def before(hit: re.Match[str], width: int = 24) -> str:
    """The words just before a match."""
    return hit.string[max(0, hit.start() - width) : hit.start()]


def after(hit: re.Match[str], width: int = 24) -> str:
    """The words just after a match."""
    return hit.string[hit.end() : hit.end() + width]
