"""Lengths of time that do not fit the dates beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from newslint.mentions import DateMention, Written
from newslint.reckonings import Elapsed
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line

_YEAR, _MONTH, _WEEK = Decimal("365.25"), Decimal("30.44"), Decimal(7)
_DAYS = {"year": _YEAR, "month": _MONTH, "week": _WEEK, "day": Decimal(1)}


@dataclass(frozen=True)
class Duration(Check):
    """A length of time must fit the two dates it runs between ("from 2003 to 2011, nine years").

    The dates are taken as widely as they are told: from 2003 to 2011 is more than seven and less than nine years.
    ``tolerance`` is how much further off the length may be, in its own unit; with ``inclusive: allow`` the last day may be
    counted in. Where a date runs to the day of writing and that is not known, nothing is found. ``audit`` also prints
    the year that a length with one date implies.
    """

    name: ClassVar[str] = "duration"
    needs: ClassVar[tuple[type, ...]] = (Elapsed, Written)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"length", "start", "end", "actual"}),
        "implied": frozenset({"length", "start", "year"}),
    }

    tolerance: Decimal = Decimal(0)
    inclusive: Literal["allow", "off"] = "allow"
    audit: bool = True

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.body
        now = ctx.draft.published or next((written.day for written in ctx.draft.all(Written)), None)
        for each in ctx.draft.all(Elapsed):
            length, start = one_line(each.length.of(text)), one_line(each.since.span.of(text))
            if each.form == "open":
                if self.audit and each.since.year:
                    year = each.since.year - round(each.least / 2 / _YEAR + each.most / 2 / _YEAR - Decimal("0.25"))
                    yield Match(each.length, {"length": length, "start": start, "year": year}, "implied", "medium")
                continue
            bounds = self._bounds(each, now)
            if bounds and not self._fits(each, *bounds):
                end = one_line(each.until.span.of(text)) if each.until else f"{now:%Y}"
                slots = {
                    "length": length,
                    "start": _from(each),
                    "end": end if each.until is None else _to(each),
                    "actual": _span(*bounds, each),
                }
                yield Match(each.span, slots, confidence="medium" if each.form == "later" else "high")

    def _bounds(self, each: Elapsed, now: dt.date | None) -> tuple[int, int] | None:
        """The least and the most days that can lie between the two dates."""
        first, last = each.since, each.until
        ends = (last.earliest, last.latest) if last else (now, now)
        if not first.earliest or not first.latest or not ends[0] or not ends[1]:
            return None
        inclusive = 1 if self.inclusive == "allow" else 0
        return max(0, (ends[0] - first.latest).days), (ends[1] - first.earliest).days + inclusive

    def _fits(self, each: Elapsed, least: int, most: int) -> bool:
        slack = self.tolerance * _DAYS[each.unit]
        return each.least - slack <= most and least <= each.most + slack


def _from(each: Elapsed) -> str:
    return _named(each.since)


def _to(each: Elapsed) -> str:
    return _named(each.until) if each.until else ""


def _named(date: DateMention) -> str:
    """The year of a year, the day of a day."""
    if not date.earliest:
        return ""
    if date.grain == "year":
        return str(date.earliest.year)
    return f"{date.earliest.day} {date.earliest:%B %Y}" if date.grain == "day" else f"{date.earliest:%B %Y}"


def _span(least: int, most: int, each: Elapsed) -> str:
    """How long it is between the two dates, in the unit of the length."""
    unit = _DAYS[each.unit]
    middle = (Decimal(least) + Decimal(most)) / 2 / unit
    exact = round(middle) if each.unit != "day" else most
    rough = "" if each.since.grain == "year" or each.unit == "day" else "about "
    return f"{rough}{exact} {each.unit}{'' if exact == 1 else 's'}"
