"""Weekdays printed beside a date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.mentions import DateMention
from newslint.rule import Check, Match, RuleContext

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
_VALUE = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)(?:T|$)")


@dataclass(frozen=True)
class Weekday(Check):
    """A weekday printed next to a date must be that date's weekday.

    A date without a year is held against the years on either side of the publication date
    or, without one, of today, and against every year that the draft names; ``years`` is how
    many on either side. It is reported only where none of them fits.
    """

    name: ClassVar[str] = "weekday"
    needs: ClassVar[tuple[type, ...]] = (DateMention,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"date", "verb", "actual", "printed", "nearest"}),
        "no-year": frozenset({"date", "printed", "years"}),
    }

    years: int = 1

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        now = ctx.draft.published or ctx.today
        mentions = ctx.draft.all(DateMention)
        named = {
            mention.earliest.year
            for mention in mentions
            if mention.earliest and not mention.relative and mention.grain != "decade"
        }
        for mention in mentions:
            value = _VALUE.match(mention.value)
            if mention.weekday is None or not value:
                continue
            year, month, day = value[1], int(value[2]), int(value[3])
            words = mention.span.of(ctx.draft.text)
            if not mention.relative:
                yield from self._wrong(mention, dt.date(int(year), month, day), words, now)
                continue
            near = range(now.year - self.years, now.year + self.years + 1)
            days = [date for y in sorted({*near, *named}) if (date := _day(y, month, day))]
            if any(date.weekday() == mention.weekday for date in days):
                continue
            if ctx.draft.published and year.isdigit() and not named - set(near):
                yield from self._wrong(mention, dt.date(int(year), month, day), words, now)
            else:
                slots = {
                    "date": _date(day, month, None, words),
                    "printed": DAYS[mention.weekday],
                    "years": _listed([str(d.year) for d in days]),
                }
                yield Match(mention.span, slots, "no-year", confidence="medium")

    def _wrong(self, mention: DateMention, date: dt.date, words: str, now: dt.date) -> Iterator[Match]:
        printed = mention.weekday or 0
        if date.weekday() == printed:
            return
        off = (printed - date.weekday() + 3) % 7 - 3
        nearest = date + dt.timedelta(days=off)
        slots = {
            "date": _date(date.day, date.month, date.year, words),
            "verb": "was" if date < now else "is" if date == now else "will be",
            "actual": DAYS[date.weekday()],
            "printed": DAYS[printed],
            "nearest": _date(nearest.day, nearest.month, nearest.year if nearest.year != date.year else None, words),
        }
        yield Match(mention.span, slots)


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
