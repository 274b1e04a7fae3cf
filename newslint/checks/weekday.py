"""Weekdays printed beside a date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.finding import Confidence
from newslint.mentions import DateMention
from newslint.rule import Check, Match, RuleContext

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905


@dataclass(frozen=True)
class Weekday(Check):
    """A weekday printed next to a date must be that date's weekday.

    A date without a year is held against the years up to ``years`` before and after the
    publication date or, without one, today, and against every year that the draft names; it
    is reported only where none of them fits. One that lies within ``close`` days of the
    publication date is taken to mean that year.
    """

    name: ClassVar[str] = "weekday"
    needs: ClassVar[tuple[type, ...]] = (DateMention,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"date", "verb", "actual", "printed", "nearest"}),
        "no-year": frozenset({"date", "printed", "years"}),
    }

    years: int = 1
    close: int = 60

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        mentions = ctx.draft.all(DateMention)
        named = {m.earliest.year for m in mentions if m.earliest and not m.relative and m.grain != "decade"}
        for mention in mentions:
            year, month, day = mention.year, mention.month, mention.day
            if mention.weekday is None or not month or not day:
                continue
            meant = [dt.date(year, month, day)] if year and not mention.relative else self._meant(month, day, named, ctx)
            if meant and all(date.weekday() != mention.weekday for date in meant):
                words = mention.span.of(ctx.draft.text)
                yield Match(mention.span, *_told(meant, mention.weekday, words, ctx.draft.published or ctx.today))

    def _meant(self, month: int, day: int, named: set[int], ctx: RuleContext) -> list[dt.date]:
        """The days that a date without a year may mean, in order."""
        now = ctx.draft.published or ctx.today
        near = [date for year in range(now.year - self.years, now.year + self.years + 1) if (date := _day(year, month, day))]
        close = [date for date in near if ctx.draft.published and abs((date - now).days) <= self.close]
        return sorted({*(close or near), *(date for year in named if (date := _day(year, month, day)))})


def _told(meant: list[dt.date], printed: int, words: str, now: dt.date) -> tuple[dict[str, object], str, Confidence]:
    """The slots, the case and the confidence of a finding."""
    date = meant[0]
    if len(meant) > 1:
        years = _listed([str(date.year) for date in meant])
        return {"date": _date(date.day, date.month, None, words), "printed": DAYS[printed], "years": years}, "no-year", "medium"
    nearest = date + dt.timedelta(days=(printed - date.weekday() + 3) % 7 - 3)
    slots: dict[str, object] = {
        "date": _date(date.day, date.month, date.year, words),
        "verb": "was" if date < now else "is" if date == now else "will be",
        "actual": DAYS[date.weekday()],
        "printed": DAYS[printed],
        "nearest": _date(nearest.day, nearest.month, nearest.year if nearest.year != date.year else None, words),
    }
    return slots, "default", "high"


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:  # 29 February
        return None


def _date(day: int, month: int, year: int | None, words: str) -> str:
    """The date in the draft's own order, month first or day first."""
    name = _MONTHS[month - 1]
    first = re.search(rf"{name[:3]}|\b\d", words, re.IGNORECASE)
    if first and first[0].isalpha():
        return f"{name} {day}, {year}" if year else f"{name} {day}"
    return f"{day} {name} {year}" if year else f"{day} {name}"


def _listed(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} or {items[-1]}"
