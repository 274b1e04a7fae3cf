"""Period: some days running and how TIMEX3 writes them; days, weeks, months, seasons, quarters, years."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from newslint.mentions import Grain

DAY = dt.timedelta(days=1)
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The first month of each season, as the north has them."""
_LENGTHS = {"week": 7, "month": 31, "half": 184, "year": 366, "decade": 3_653, "century": 36_890}
"""How long, in days, the periods of these grains are at most; one that is longer is open."""
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``earliest`` to ``latest``, both included."""

    value: str
    grain: Grain
    earliest: dt.date
    latest: dt.date

    def or_(self, *others: Period) -> Period:
        """The same value, with the days of the others as possible too."""
        every = (self, *others)
        return Period(self.value, self.grain, min(p.earliest for p in every), max(p.latest for p in every))

    def days_from(self, day: dt.date) -> int:
        """How far it is from a day; 0 or less where the day lies in it."""
        return max(self.earliest - day, day - self.latest).days

    def part(self, mod: str) -> Period:
        """Its first, middle or last half; not less, as writers' beginnings and ends are long."""
        days = (self.latest - self.earliest).days
        if not mod or days > _LENGTHS.get(self.grain, -1):
            return self
        before, after = {"START": (0, days // 2), "MID": (days // 4, days // 4), "END": (days // 2, 0)}[mod]
        return replace(self, earliest=self.earliest + before * DAY, latest=self.latest - after * DAY)


def a_day(day: dt.date) -> Period:
    return Period(day.isoformat(), "day", day, day)


def some_days(first: dt.date, last: dt.date) -> Period:
    return Period(f"{first}/{last}", "day", first, last)


def a_week(day: dt.date) -> Period:
    """The ISO week of a day; the Sunday before it counts too, where weeks start on Sunday."""
    monday = day - day.weekday() * DAY
    return Period(f"{monday:%G}-W{monday:%V}", "week", monday - DAY, monday + 6 * DAY)


def a_weekend(day: dt.date) -> Period:
    """The Saturday and Sunday of a day's ISO week, with the Friday evening and the holiday Monday."""
    saturday = day + (5 - day.weekday()) * DAY
    return Period(f"{a_week(day).value}-WE", "day", saturday - DAY, saturday + 2 * DAY)


def months(year: int, first: int, n: int, value: str, grain: Grain) -> Period:
    """``n`` months from the ``first`` month of a year; ``first`` may run past 12 or below 1."""
    return Period(value, grain, _first_of(year, first), _first_of(year, first + n) - DAY)


def a_month(year: int, month: int) -> Period:
    return months(year, month, 1, f"{year:04}-{month:02}", "month")


def a_season(year: int, season: str) -> Period:
    """Three months and the one on either side; a winter is named by the year it starts or ends in."""
    if season == "WI":
        return months(year - 1, 11, 17, f"{year}-WI", "season")
    return months(year, SEASON_MONTHS[season] - 1, 5, f"{year}-{season}", "season")


def a_quarter(year: int, quarter: int) -> Period:
    """A quarter; a firm's year may begin anywhere, so its days are the year's and those of both its neighbours."""
    return months(year - 1, 1, 36, f"{year}-Q{quarter}", "quarter")


def a_half(year: int, half: int) -> Period:
    return months(year, 6 * half - 5, 6, f"{year}-H{half}", "half")


def a_year(year: int) -> Period:
    return Period(f"{year:04}", "year", dt.date(year, 1, 1), dt.date(year, 12, 31))


def some_years(first: int, last: int) -> Period:
    return Period(f"{first}/{last}", "year", dt.date(first, 1, 1), dt.date(last, 12, 31))


def a_decade(year: int) -> Period:
    first = year - year % 10
    return Period(f"{first:04}"[:3], "decade", dt.date(max(first, 1), 1, 1), dt.date(first + 9, 12, 31))


def a_century(year: int) -> Period:
    """The hundred years of this year, and the year after them, which purists count in."""
    first = year - year % 100
    return Period(f"{first:04}"[:2], "century", dt.date(max(first, 1), 1, 1), dt.date(first + 100, 12, 31))


def moved(day: dt.date, unit: str, by: float) -> dt.date:
    """The day so many units away; raises ValueError or OverflowError beyond the years that a calendar has."""
    if unit in ("day", "week", "weekend"):
        return day + dt.timedelta(days=round(by * (1 if unit == "day" else 7)))
    first = _first_of(day.year, day.month + round(by * _MONTHS_IN[unit]))
    return first.replace(day=min(day.day, 28))


def _first_of(year: int, month: int) -> dt.date:
    """The first of a month, counted from January of this year."""
    return dt.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
