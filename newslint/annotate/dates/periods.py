"""Period: some days running and how TIMEX3 writes them; days, weeks, months, seasons, quarters, years."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from newslint.mentions import Grain

DAY = dt.timedelta(days=1)
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The first month of each season, as the north has them."""


@dataclass(frozen=True, slots=True)
class Period:
    """Some days running, and how TIMEX3 writes them."""

    value: str
    grain: Grain
    earliest: dt.date | None = None
    latest: dt.date | None = None

    def widened(self, other: Period | None) -> Period:
        """The same value, with the days of the other as well."""
        if other is None or not (self.earliest and self.latest and other.earliest and other.latest):
            return self
        return Period(self.value, self.grain, min(self.earliest, other.earliest), max(self.latest, other.latest))

    def open(self) -> Period:
        """The same value, the days left open."""
        return Period(self.value, self.grain)


def a_day(day: dt.date) -> Period:
    return Period(day.isoformat(), "day", day, day)


def a_week(day: dt.date) -> Period:
    """The ISO week of a day; the Sunday before it counts too, where weeks start on Sunday."""
    monday = day - day.weekday() * DAY
    return Period(f"{monday:%G}-W{monday:%V}", "week", monday - DAY, monday + 6 * DAY)


def a_weekend(day: dt.date) -> Period:
    week = a_week(day)
    saturday = day - day.weekday() * DAY + 5 * DAY
    return Period(f"{week.value}-WE", "day", saturday - DAY, saturday + 2 * DAY)


def months(year: int, first: int, n: int, value: str, grain: Grain) -> Period:
    """``n`` months from the ``first`` month of a year; first may run past 12 or below 1."""
    start = dt.date(year + (first - 1) // 12, (first - 1) % 12 + 1, 1)
    after = first + n
    end = dt.date(year + (after - 1) // 12, (after - 1) % 12 + 1, 1) - DAY
    return Period(value, grain, start, end)


def a_month(year: int, month: int) -> Period:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return months(year, month, 1, f"{year:04}-{month:02}", "month")


def a_season(year: int, season: str) -> Period:
    """Three months and the one on either side; a winter is named by the year it may start or end in."""
    if season == "WI":
        return months(year - 1, 11, 17, f"{year}-WI", "season")
    return months(year, SEASON_MONTHS[season] - 1, 5, f"{year}-{season}", "season")


def a_quarter(year: int, quarter: int) -> Period:
    """A calendar quarter; a firm's year may begin elsewhere, so its days are the year's and those of both its neighbours."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    return months(year - 1, 1, 36, f"{year}-Q{quarter}", "quarter")


def a_year(year: int, years: int = 1) -> Period:
    digits = f"{year:04}"
    value = digits if years == 1 else digits[:3] if years == 10 else digits[:2]
    grain: Grain = "year" if years == 1 else "decade" if years == 10 else "century"
    last = min(year + years - 1 + (years == 100), 9999)
    return Period(value, grain, dt.date(max(year, 1), 1, 1), dt.date(last, 12, 31))
