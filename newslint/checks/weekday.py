"""Weekdays printed beside a date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from newslint.document import Document
from newslint.finding import Confidence
from newslint.kept.regexes import compiled
from newslint.mentions import Block, DateMention, Written
from newslint.rule import Check, Match, RuleContext
from newslint.words import listed

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905

_NEAR = compiled(r"(?:last|next|this|this past|this coming)\s", re.IGNORECASE)


@dataclass(frozen=True)
class Weekday(Check):
    """A weekday printed next to a date must be that date's weekday.

    A date without a year that lies within ``close`` days of the day of writing means that
    year, unless one told in its paragraph has such a weekday. Any other is held
    against the years up to ``years`` before and after the day of writing (without one, today)
    and against every year that the draft names; it is reported only where none of them fits. So much for
    ``assume_year: nearest``; with ``dateline`` only the year of writing counts, with ``off`` a date needs a year of its own.
    """

    name: ClassVar[str] = "weekday"
    needs: ClassVar[tuple[type, ...]] = (DateMention, Block, Written)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"date", "verb", "actual", "printed", "nearest"}),
        "no-year": frozenset({"date", "printed", "years"}),
    }

    assume_year: Literal["dateline", "nearest", "off"] = "nearest"
    years: int = 1
    close: int = 60

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        now = ctx.draft.published or next((written.day for written in ctx.draft.all(Written)), None)
        named = [date for date in ctx.draft.all(DateMention) if date.earliest and not date.relative and date.grain != "decade"]
        for mention in _joined(ctx.draft):
            if mention.weekday is None or not mention.month or not mention.day:
                continue
            if mention.year and not mention.relative:
                meant = [dt.date(mention.year, mention.month, mention.day)]
            elif self.assume_year != "nearest":
                meant = _days(mention, [now.year] if now and self.assume_year == "dateline" else [])
            else:
                meant = self._meant(mention, named, now, ctx)
            if meant and all(date.weekday() != mention.weekday for date in meant):
                words = mention.span.of(ctx.draft.text)
                yield Match(mention.span, *_told(meant, mention.weekday, words, now or ctx.today))

    def _meant(self, mention: DateMention, named: Sequence[DateMention], now: dt.date | None, ctx: RuleContext) -> list[dt.date]:
        """The days that a date without a year may mean, in order."""
        about = now or ctx.today
        near = _days(mention, range(about.year - self.years, about.year + self.years + 1))
        close = [date for date in near if now and abs((date - now).days) <= self.close]
        if not close:
            return sorted({*near, *_days(mention, _years(named))})
        if mention.earliest == mention.latest == close[0]:  # the verb looks ahead
            return close
        block = next((block for block in ctx.draft.all(Block) if block.start <= mention.start < block.end), mention)
        told = _days(mention, _years(date for date in named if block.start <= date.start < block.end and date != mention))
        return close if all(date.weekday() != mention.weekday for date in told) else [*close, *told]


def _joined(draft: Document) -> Iterator[DateMention]:
    """The time expressions, "last Sunday, 16 November" as one."""
    apart: DateMention | None = None
    for mention in draft.all(DateMention):
        if apart and mention.weekday is None and mention.grain == "day" and draft.text[apart.end : mention.start] == ", ":
            mention = replace(mention, span=apart.span.through(mention.span), weekday=apart.weekday)
        yield mention
        apart = mention if _NEAR.match(draft.text, mention.start) and mention.weekday is not None else None


def _years(dates: Iterable[DateMention]) -> set[int]:
    return {date.earliest.year for date in dates if date.earliest}


def _days(mention: DateMention, years: Iterable[int]) -> list[dt.date]:
    """Its month and day in each of these years that have it."""
    return [date for year in years if (date := _day(year, mention.month or 0, mention.day or 0))]


def _told(meant: list[dt.date], printed: int, words: str, now: dt.date) -> tuple[dict[str, object], str, Confidence]:
    """The slots, the case and the confidence of a finding."""
    date = meant[0]
    if len(meant) > 1:
        years = listed([str(date.year) for date in meant], "or")
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
