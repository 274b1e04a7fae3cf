"""A Reading held against the calendar: its TIMEX3 value and the days it may mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from newslint.annotate.dates import periods
from newslint.annotate.dates.nearest import a_weekday, last_or_next, the_weekend, yearless
from newslint.annotate.dates.periods import DAY, Period, a_day
from newslint.annotate.dates.reading import Reading
from newslint.annotate.dates.tense import Lean
from newslint.mentions import DateMention, Grain
from newslint.spans import Span

_NO_FRAME: dict[str, tuple[str, Grain]] = {
    "day": ("XXXX-XX-XX", "day"),
    "week": ("XXXX-WXX", "week"),
    "weekend": ("XXXX-WXX-WE", "day"),
    "month": ("XXXX-XX", "month"),
    "quarter": ("XXXX-QX", "quarter"),
    "year": ("XXXX", "year"),
    "decade": ("XXX", "decade"),
    "century": ("XX", "century"),
    "": ("", "time"),
}
"""How TIMEX3 writes a unit of which only the size is known."""


def mention(reading: Reading, frame: dt.date | None, lean: Callable[[], Lean], told: int | None = None) -> DateMention:
    """The expression placed in time.

    ``frame`` is the day of writing, ``lean`` asks which way the sentence looks, ``told`` is a
    year that the text gave shortly before.
    """
    span = Span(reading.start, reading.end)
    if reading.fault:
        grain: Grain = "time" if reading.type == "TIME" else "day"
        return DateMention(span, reading.type, "", grain, weekday=reading.weekday, fault=reading.fault)
    if reading.value:
        return _finished(reading, frame)
    period: Period | None = None
    with suppress(ValueError, OverflowError):  # beyond the years that a calendar has
        period = _dated(reading) if reading.year is not None else _counted(reading, frame, lean, told) if frame else None
    period = period.part(reading.mod) if period else None
    value, grain = (period.value, period.grain) if period else _unplaced(reading)
    earliest, latest = (period.earliest, period.latest) if period and not reading.story else (None, None)
    if reading.type == "TIME":
        day = value or (frame.isoformat() if frame else "")
        value, grain = f"{day}{reading.clock or 'T' + reading.part}", "time"
    relative = reading.year is None and not reading.story
    return DateMention(span, reading.type, value, grain, earliest, latest, relative, reading.weekday)


def _finished(reading: Reading, frame: dt.date | None) -> DateMention:
    """Lengths, sets and the like; "the last five years" also says which days."""
    days: tuple[dt.date, dt.date] | tuple[None, None] = (None, None)
    if frame and reading.unit and reading.shift:
        with suppress(ValueError, OverflowError):
            away = periods.moved(frame, reading.unit, reading.shift)
            days = (min(frame, away), max(frame, away))
    grain: Grain = "vague" if reading.value.endswith("_REF") else "year" if reading.value.endswith("Y") else "day"
    span = Span(reading.start, reading.end)
    return DateMention(span, reading.type, reading.value, grain, days[0], days[1], relative=bool(reading.shift))


def _dated(reading: Reading) -> Period:
    """What its own year fixes."""
    year = reading.year or 0
    if reading.falls:
        return a_day(reading.falls(year))
    if reading.month and reading.day:
        first = dt.date(year, reading.month, reading.day)
        if reading.until_day:
            return periods.some_days(first, first.replace(day=reading.until_day))
        if reading.swapped:
            either = a_day(first).or_(a_day(dt.date(year, *reading.swapped)))
            return Period(f"{year}-XX-XX", "day", either.earliest, either.latest)
        return a_day(first)
    if reading.month:
        return periods.a_month(year, reading.month)
    if reading.season:
        return periods.a_season(year, reading.season)
    if reading.quarter:
        return periods.a_quarter(year, reading.quarter)
    if reading.half:
        return periods.a_half(year, reading.half)
    if reading.until_year:
        return periods.some_years(year, reading.until_year)
    return {1: periods.a_year, 10: periods.a_decade, 100: periods.a_century}[reading.years](year)


def _counted(reading: Reading, frame: dt.date, lean: Callable[[], Lean], told: int | None) -> Period | None:
    """What counts from the day of writing."""
    if reading.story and reading.unit == "day":
        return None  # "the following day" follows a day that only the story knows
    if reading.unit == "weekend" and reading.shift == 0:
        return the_weekend(frame, lean())
    if reading.unit:
        return _shifted(reading, frame)
    if reading.weekday is not None and reading.day is None and not reading.shift:
        return a_weekday(frame, reading.weekday, lean())
    if reading.shift is not None:
        return last_or_next(reading, frame, int(reading.shift))
    if reading.yearless:
        return yearless(reading, frame, lean(), told)
    return None


def _shifted(reading: Reading, frame: dt.date) -> Period:
    """So many days, weeks, months or years away, or a part of that: "June last year"."""
    unit, by = reading.unit, reading.shift or 0
    day = periods.moved(frame, unit, by)
    if unit == "year" and (reading.month or reading.season or reading.quarter or reading.half or reading.falls):
        return _dated(replace(reading, year=day.year))
    if unit == "week" and reading.weekday is not None:
        return a_day(day + (reading.weekday - day.weekday()) * DAY)
    if unit == "month" and reading.day:
        return a_day(day.replace(day=reading.day))
    if unit == "day":
        slack = 2 if reading.rough or abs(by) > 9 else 0
        return a_day(day).or_(a_day(day - slack * DAY), a_day(day + slack * DAY))
    if reading.rough:  # "two weeks ago" is a point, not a calendar week
        slack = {"week": 4, "month": 31, "quarter": 92}.get(unit, 366)
        point = {"week": a_day, "month": _month_of}.get(unit, _year_of)(day)
        return point.or_(a_day(day - slack * DAY), a_day(day + slack * DAY))
    return _AROUND[unit](day)


def _month_of(day: dt.date) -> Period:
    return periods.a_month(day.year, day.month)


def _quarter_of(day: dt.date) -> Period:
    return periods.a_quarter(day.year, (day.month + 2) // 3)


def _year_of(day: dt.date) -> Period:
    return periods.a_year(day.year)


_AROUND: dict[str, Callable[[dt.date], Period]] = {
    "week": periods.a_week,
    "weekend": periods.a_weekend,
    "month": _month_of,
    "quarter": _quarter_of,
    "year": _year_of,
    "decade": lambda day: periods.a_decade(day.year),
    "century": lambda day: periods.a_century(day.year),
}


def _unplaced(reading: Reading) -> tuple[str, Grain]:
    """The parts that are said, X for the others, and the grain."""
    if reading.falls:
        return reading.falls_as, "day"
    if reading.month and reading.day:
        return f"XXXX-{reading.month:02}-{reading.day:02}", "day"
    if reading.day:
        return f"XXXX-XX-{reading.day:02}", "day"
    if reading.weekday is not None:
        return f"XXXX-WXX-{reading.weekday + 1}", "day"
    if reading.month:
        return f"XXXX-{reading.month:02}", "month"
    if reading.season:
        return f"XXXX-{reading.season}", "season"
    if reading.quarter:
        return f"XXXX-Q{reading.quarter}", "quarter"
    if reading.half:
        return f"XXXX-H{reading.half}", "half"
    return _NO_FRAME[reading.unit]
