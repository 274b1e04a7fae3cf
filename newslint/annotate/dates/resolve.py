"""A Reading held against the calendar: its TIMEX3 value and the days it may mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from newslint.annotate.dates.periods import (
    DAY,
    SEASON_MONTHS,
    Period,
    a_day,
    a_month,
    a_quarter,
    a_season,
    a_week,
    a_weekend,
    a_year,
    months,
)  # fmt: skip
from newslint.annotate.dates.reading import Reading
from newslint.annotate.dates.tense import Lean
from newslint.mentions import DateMention, Grain
from newslint.spans import Span


def mention(reading: Reading, frame: dt.date | None, lean: Callable[[], Lean], near: int | None = None) -> DateMention:
    """The expression placed in time. ``frame`` is the day of writing, ``near`` a year told shortly before."""
    span = Span(reading.start, reading.end)
    if reading.fault:
        return DateMention(
            span, reading.type, "", "time" if reading.type == "TIME" else "day", weekday=reading.weekday, fault=reading.fault
        )
    if reading.value:
        return _finished(reading, frame)
    absolute = reading.year is not None
    try:
        period = _absolute(reading) if absolute else _relative(reading, frame, lean, near)
    except (ValueError, OverflowError):  # beyond the years that a calendar has
        return DateMention(span, reading.type, "XXXX", "vague")
    if reading.story:
        period = period.open()
    value, grain = period.value, period.grain
    if reading.type == "TIME":
        grain = "time"
        value = f"{value}{reading.clock or 'T' + reading.part}" if value else reading.clock
        if reading.bare_clock and frame:
            value = frame.isoformat() + value
    return DateMention(
        span, reading.type, value, grain, period.earliest, period.latest, not absolute and not reading.story, reading.weekday
    )


def _finished(reading: Reading, frame: dt.date | None) -> DateMention:
    """Lengths, sets and the like; "the last five years" also says which days."""
    days: tuple[dt.date, dt.date] | None = None
    if frame and reading.unit and reading.shift:
        try:
            days = (
                min(frame, _moved(frame, reading.unit, reading.shift)),
                max(frame, _moved(frame, reading.unit, reading.shift)),
            )
        except (ValueError, OverflowError):
            days = None
    earliest, latest = days or (None, None)
    grain: Grain = "vague" if reading.value.endswith("_REF") else "year" if reading.value.endswith("Y") else "day"
    return DateMention(
        Span(reading.start, reading.end), reading.type, reading.value, grain, earliest, latest, bool(reading.shift)
    )


def _absolute(reading: Reading) -> Period:
    year = reading.year or 0
    if reading.month and reading.day:
        first = a_day(dt.date(year, reading.month, reading.day))
        if reading.until_day:
            last = dt.date(year, reading.month, reading.until_day)
            return Period(f"{first.value}/{last}", "day", first.earliest, last)
        if reading.swapped:
            other = a_day(dt.date(year, *reading.swapped))
            return Period(f"{year}-XX-XX", "day", first.earliest, first.latest).widened(other)
        return first
    if reading.month:
        return a_month(year, reading.month)
    if reading.season:
        return a_season(year, reading.season)
    if reading.quarter:
        return a_quarter(year, reading.quarter)
    if reading.half:
        return months(year, 1 if reading.half == 1 else 7, 6, f"{year}-H{reading.half}", "half")
    if reading.until_year:
        return Period(f"{year}/{reading.until_year}", "year", dt.date(year, 1, 1), dt.date(reading.until_year, 12, 31))
    return a_year(year, reading.years)


def _relative(reading: Reading, frame: dt.date | None, lean: Callable[[], Lean], near: int | None) -> Period:
    if frame is None:
        return _unplaced(reading)
    if reading.unit == "weekend" and reading.shift == 0:
        return _weekend(frame, lean())
    if reading.unit:
        return _shifted(reading, frame)
    if reading.shift is not None:
        return _which(reading, frame, int(reading.shift), lean)
    if reading.weekday is not None and reading.day is None:
        return _weekday(frame, reading.weekday, lean())
    if reading.month or reading.season or reading.quarter:
        return _yearless(reading, frame, lean(), near)
    return Period("", "time")


def _unplaced(reading: Reading) -> Period:
    """No day of writing: the parts that are said, X for the others."""
    if reading.month and reading.day:
        return Period(f"XXXX-{reading.month:02}-{reading.day:02}", "day")
    if reading.weekday is not None:
        return Period(f"XXXX-WXX-{reading.weekday + 1}", "day")
    if reading.month:
        return Period(f"XXXX-{reading.month:02}", "month")
    if reading.season:
        return Period(f"XXXX-{reading.season}", "season")
    if reading.quarter:
        return Period(f"XXXX-Q{reading.quarter}", "quarter")
    shapes: dict[str, tuple[str, Grain]] = {
        "day": ("XXXX-XX-XX", "day"), "week": ("XXXX-WXX", "week"), "weekend": ("XXXX-WXX-WE", "day"), "month": ("XXXX-XX", "month"),
        "quarter": ("XXXX-QX", "quarter"), "decade": ("XXX", "decade"), "century": ("XX", "century"), "": ("", "time"),
    }  # fmt: skip
    return Period(*shapes.get(reading.unit, ("XXXX", "year")))


def _moved(day: dt.date, unit: str, by: float) -> dt.date:
    """The day so many units away."""
    if unit in ("day", "week", "weekend"):
        return day + dt.timedelta(days=round(by * (1 if unit == "day" else 7)))
    n = round(by * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit])
    year, month = day.year + (day.month - 1 + n) // 12, (day.month - 1 + n) % 12 + 1
    return dt.date(year, month, min(day.day, 28))


def _shifted(reading: Reading, frame: dt.date) -> Period:
    """So many days, weeks, months or years away, and a part of that: "June last year"."""
    unit, by = reading.unit, reading.shift or 0
    day = _moved(frame, unit, by)
    if reading.month and unit == "year":
        return a_day(dt.date(day.year, reading.month, reading.day)) if reading.day else a_month(day.year, reading.month)
    if reading.season and unit == "year":
        return a_season(day.year, reading.season)
    if reading.quarter and unit == "year":
        return a_quarter(day.year, reading.quarter)
    if reading.weekday is not None and unit == "week":
        return a_day(day + (reading.weekday - day.weekday()) * DAY)
    if unit == "day":
        exact = a_day(day)
        return exact.widened(a_day(day - 2 * DAY)).widened(a_day(day + 2 * DAY)) if reading.rough or abs(by) > 9 else exact
    if reading.rough:  # "two weeks ago": a point, not a calendar week
        slack = {"week": 4, "month": 31, "quarter": 92}.get(unit, 366)
        point = {"week": a_day(day), "month": a_month(day.year, day.month)}.get(unit) or a_year(day.year)
        return Period(point.value, point.grain, day - slack * DAY, day + slack * DAY).widened(point)
    periods: dict[str, Callable[[], Period]] = {
        "week": lambda: a_week(day), "weekend": lambda: a_weekend(day), "month": lambda: a_month(day.year, day.month),
        "quarter": lambda: a_quarter(day.year, (day.month + 2) // 3), "year": lambda: a_year(day.year),
        "decade": lambda: a_year(day.year - day.year % 10, 10), "century": lambda: a_year(day.year - day.year % 100, 100),
    }  # fmt: skip
    return periods[unit]()


def _weekday(frame: dt.date, weekday: int, lean: Lean) -> Period:
    """A weekday of news copy is the day of writing or the nearest one before it, or after it where
    the verb looks ahead; where no verb tells, both are kept as possible."""
    back = frame - (frame.weekday() - weekday) % 7 * DAY
    ahead = frame + (weekday - frame.weekday()) % 7 * DAY
    chosen = a_day(ahead if lean > 0 else back)
    return chosen if lean else chosen.widened(a_day(ahead))


def _weekend(frame: dt.date, lean: Lean) -> Period:
    """The one just over until midweek or where the verb looks back, else the one to come."""
    last, this = a_weekend(frame - 7 * DAY), a_weekend(frame)
    if frame.weekday() >= 5:
        return this
    chosen = last if lean < 0 or (lean == 0 and frame.weekday() < 3) else this
    return chosen if lean else chosen.widened(last).widened(this)


def _which(reading: Reading, frame: dt.date, shift: int, lean: Callable[[], Lean]) -> Period:
    """ "last Friday" is the nearest before the day of writing, "next Friday" the nearest after;
    some writers mean the week before or after, so those days are kept as possible."""
    if reading.weekday is not None:
        if shift == 0:
            return _weekday(frame, reading.weekday, lean())
        days = (frame.weekday() - reading.weekday) % 7 or 7 if shift < 0 else (reading.weekday - frame.weekday()) % 7 or 7
        return a_day(frame + shift * days * DAY).widened(a_day(frame + shift * (days + (7 if days < 7 else 0)) * DAY))
    if reading.month:
        past = reading.month < frame.month
        year = (
            frame.year
            if (shift < 0 and past) or (shift > 0 and reading.month > frame.month) or shift == 0
            else frame.year + shift
        )
        nearest = a_month(year, reading.month)
        return nearest.widened(a_month(frame.year + shift, reading.month)) if shift else nearest
    middle = SEASON_MONTHS[reading.season] + 1
    over = frame.month > middle + 1 or (reading.season == "WI" and frame.month > 2)
    year = frame.year if shift == 0 or (shift < 0 and over) or (shift > 0 and not over) else frame.year + shift
    return a_season(year, reading.season).widened(a_season(frame.year + shift, reading.season) if shift else None)


def _yearless(reading: Reading, frame: dt.date, lean: Lean, near: int | None) -> Period:
    """A month or day without a year is the nearest there is, or the nearest that fits the verb
    where neither is close by. Where nearness and verb disagree, or the story spoke of another
    year just before, all of these are kept as possible."""
    if reading.quarter:
        return _quarter(frame, reading.quarter)
    around = [period for year in (frame.year - 1, frame.year, frame.year + 1) if (period := _in_year(reading, year))]
    if reading.weekday is not None:
        around = [p for p in around if p.earliest and p.earliest.weekday() == reading.weekday] or around
    if not around:  # 29 February
        return _unplaced(reading)
    to_go = [(max((period.earliest or frame) - frame, frame - (period.latest or frame)).days, period) for period in around]
    nearest = min(to_go, key=lambda pair: pair[0])[1]
    back = max((p for p in around if p.earliest and p.earliest <= frame), key=_start, default=nearest)
    ahead = min((p for p in around if p.latest and p.latest >= frame), key=_start, default=nearest)
    fitting = ahead if lean > 0 else back if lean < 0 else nearest
    distance = dict((period, days) for days, period in to_go)
    close = distance[nearest] <= CLOSE and min((days for days, p in to_go if p != nearest), default=FAR) >= FAR
    chosen = nearest if close else fitting
    if chosen != fitting or (lean == 0 and not close):
        chosen = chosen.widened(back).widened(ahead)
    if near is not None and near != frame.year:
        chosen = chosen.widened(_in_year(reading, near))
    return chosen


CLOSE, FAR = 60, 200
"""In days: a date at most CLOSE away is meant where the next of that name is at least FAR away."""


def _start(period: Period) -> dt.date:
    return period.earliest or dt.date.min


def _quarter(frame: dt.date, quarter: int) -> Period:
    """Results are spoken of once a quarter is over: the one whose middle is nearest to two months ago."""
    about = frame - 60 * DAY
    year = min(
        (frame.year - 1, frame.year, frame.year + 1), key=lambda year: abs((dt.date(year, 3 * quarter - 1, 15) - about).days)
    )
    return a_quarter(year, quarter)


def _in_year(reading: Reading, year: int) -> Period | None:
    if reading.season:
        return a_season(year, reading.season)
    if reading.quarter:
        return a_quarter(year, reading.quarter)
    month = reading.month or 1
    if reading.day is None:
        return a_month(year, month)
    try:
        first = a_day(dt.date(year, month, reading.day))
        last = dt.date(year, month, reading.until_day or reading.day)
    except ValueError:  # 29 February
        return None
    return Period(f"{first.value}/{last}", "day", first.earliest, last) if reading.until_day else first
