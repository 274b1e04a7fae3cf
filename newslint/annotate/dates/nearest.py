"""Which Friday, which June: the one that news copy means, seen from the day of writing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from newslint.annotate.dates.periods import DAY, SEASON_MONTHS, Period, a_day, a_month, a_quarter, a_season, a_weekend, some_days
from newslint.annotate.dates.reading import Reading
from newslint.annotate.dates.tense import Lean

CLOSE, FAR = 60, 200
"""In days: a date at most CLOSE away is meant where the next of that name is at least FAR away."""


def a_weekday(frame: dt.date, weekday: int, lean: Lean) -> Period:
    """The day of writing or the nearest before it, as news copy has it, or after it where the verb looks ahead."""
    if lean > 0:
        return a_day(frame + (weekday - frame.weekday()) % 7 * DAY)
    return a_day(frame - (frame.weekday() - weekday) % 7 * DAY)


def the_weekend(frame: dt.date, lean: Lean) -> Period:
    """The one just over until midweek or where the verb looks back, else the one to come."""
    last, this = a_weekend(frame - 7 * DAY), a_weekend(frame)
    if frame.weekday() >= 5 or lean > 0:
        return this
    if lean < 0:
        return last
    return last.or_(this) if frame.weekday() < 3 else this.or_(last)


def last_or_next(reading: Reading, frame: dt.date, shift: int) -> Period:
    """The nearest Friday before the day of writing for "last Friday", the nearest June after it for "next June".

    Some writers mean the week or the year before or after, so these days are kept as possible;
    but a Friday of another week than the day of writing's is meant by all.
    """
    if reading.weekday is not None:
        days = shift * ((shift * (reading.weekday - frame.weekday())) % 7 or 7)
        day, same_week = a_day(frame + days * DAY), 0 <= frame.weekday() + days < 7
        return day.or_(a_day(frame + (days + 7 * shift) * DAY)) if same_week and not reading.nearest else day
    if shift == 0:
        return _in_year(reading, frame.year) or a_day(frame)
    if reading.falls:
        away_by = sorted((reading.falls(frame.year + n) - frame) * shift for n in (-1, 0, 1))
        return a_day(frame + shift * next(away for away in away_by if away > 0 * DAY))
    middle = reading.month or SEASON_MONTHS[reading.season] + 1
    passed = frame.month > middle if reading.month else frame.month > middle + 1 or (reading.season == "WI" and frame.month > 2)
    ahead = frame.month < middle if reading.month else not passed
    year = frame.year if (passed if shift < 0 else ahead) else frame.year + shift
    nearest, other = _in_year(reading, year), _in_year(reading, frame.year + shift)
    if nearest and reading.nearest:
        return nearest
    return nearest.or_(other) if nearest and other else a_day(frame)


def yearless(reading: Reading, frame: dt.date, lean: Lean, told: int | None) -> Period | None:
    """A month or day without a year: the nearest there is, or where none is close, the nearest that fits the verb.

    Where nearness and verb disagree, or the story has just told of another year, all of these
    are kept as possible. A weekday printed beside it says which years may be meant.
    """
    if reading.quarter:
        return _last_full_quarter(frame, reading.quarter)
    around = list(_around(reading, frame))
    if not around:  # 29 February
        return None
    nearest = min(around, key=lambda period: period.days_from(frame))
    back = max((p for p in around if p.earliest <= frame), key=lambda p: p.earliest, default=nearest)
    ahead = min((p for p in around if p.latest >= frame), key=lambda p: p.earliest, default=nearest)
    fitting = ahead if lean > 0 else back if lean < 0 else nearest
    close = nearest.days_from(frame) <= CLOSE and all(p.days_from(frame) >= FAR for p in around if p != nearest)
    chosen = nearest if close else fitting
    if chosen != fitting or (lean == 0 and not close):
        chosen = chosen.or_(back, ahead)
    then = _in_year(reading, told) if told else None
    return chosen.or_(then) if then else chosen


def _around(reading: Reading, frame: dt.date) -> Iterator[Period]:
    periods = [period for year in (frame.year - 1, frame.year, frame.year + 1) if (period := _in_year(reading, year))]
    fits = [reading.weekday is None or period.earliest.weekday() == reading.weekday for period in periods]
    near = [period.days_from(frame) <= CLOSE for period in periods]  # that one is meant, whatever weekday is printed
    return (period for period, fit, close in zip(periods, fits, near, strict=True) if fit or close or not any(fits))


def _in_year(reading: Reading, year: int) -> Period | None:
    """The day, month or season in this year; None for a 29 February that it does not have."""
    if reading.season:
        return a_season(year, reading.season)
    if reading.falls:
        return a_day(reading.falls(year))
    month = reading.month or 1
    if reading.day is None:
        return a_month(year, month)
    try:
        first = dt.date(year, month, reading.day)
    except ValueError:
        return None
    return some_days(first, first.replace(day=reading.until_day)) if reading.until_day else a_day(first)


def _last_full_quarter(frame: dt.date, quarter: int) -> Period:
    """Results are spoken of once a quarter is over: the one whose middle is nearest to two months ago."""
    about = frame - 60 * DAY
    middles = {year: dt.date(year, 3 * quarter - 1, 15) for year in (frame.year - 1, frame.year, frame.year + 1)}
    return a_quarter(min(middles, key=lambda year: abs(middles[year] - about)), quarter)
