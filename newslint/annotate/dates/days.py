"""Dates that name a day: "4 May 2026", "Jan. 6", "3-5 March", "2026-05-04", "04/05/2026"."""

from __future__ import annotations

import re

from newslint.annotate.dates.lexicon import DAY, MONTH, MONTHS, SPACE, YEAR, either, month
from newslint.annotate.dates.reading import SHORT, Pattern, Reading, before, no_such_day, pattern
from newslint.kept.regexes import compiled

_THROUGH = rf"(?:[ ]?[-–—][ ]?|{SPACE}(?:to|through|until){SPACE})"
_UNTIL = rf"(?:{_THROUGH}(?P<until>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,:/]\d|[ ]?(?:[ap]\.?m\b|%)))?"
_THEN_YEAR = rf"(?:(?:,?{SPACE}|(?<=[a-z.])-){YEAR}(?!,\d{{3}}|[-–]\w))?"

_NONE = r"(?P<day>3[2-9]|[4-9]\d|00?)(?:st|nd|rd|th)?(?![\d%]|[.,:/]\d)"

_IN = compiled(r"\bin\s$", re.IGNORECASE)
_COUNTED = compiled(
    rf"\s+(?:(?:{either('more other new young local police')}) "
    rf"|(?:{either('civilians? troops people men women children million')})\b|per\s?cent\b|%|[a-z]+s\b(?!['’]))"
)
_GLUED = compiled(r"[.:/]\d|%|[-–](?!\d)[a-z]|[ ]?(?:[ap]\.?m\b|:\d\d)")
_EVENT = compiled(
    rf"\s(?:terror\w*|hijack\w+|attacks?|bombings?|riots?|{either('insurrection massacre commission committee revolution')}"
    rf"|{either('movement uprising coup plot memorial')})\b",
    re.IGNORECASE,
)
"""What makes a day without a year the name of an event ("the September 11 attacks")."""


def _day(hit: re.Match[str]) -> Reading | None:
    """A day of a named month, or some days running."""
    if not hit["month"][0].isupper():
        return None
    text, day, month_ = hit.string, int(hit["day"]), month(hit["month"])
    until = int(hit["until"]) if hit["until"] else None
    year = int(hit["year"]) if hit["year"] else None
    if until is not None and until <= day:
        return None
    fault = no_such_day(year, month_, until or day)
    if year is None and hit.start("day") > hit.start("month"):
        people = _COUNTED.match(text, hit.end())  # "In June 31 people died" names no day
        if _GLUED.match(text, hit.end()) or (people and (fault or _IN.search(before(hit)))):
            return None
    story = year is None and bool(_EVENT.match(text, hit.end()))
    return Reading(*hit.span(), year=year, month=month_, day=day, until_day=until, fault=fault, story=story)


_DAY_LEADS = compiled(
    rf"\b(?:{either('on by until till since before after from between dated and')}"
    rf"|{either('Monday Tuesday Wednesday Thursday Friday Saturday Sunday')},?)\s$"
)
_DAY_CLOSED = compiled(
    r"\s*(?:[.,;:)”\"\n–—]|$)"
    rf"|\s(?:{either('and but or in at to by for when after before until with as it he she they was is will')})\b"
)


def _no_day(hit: re.Match[str]) -> Reading | None:
    """A figure that no month has a day for, where the words want a day: "on 32 January", "March 35, 2024"."""
    day, month_ = int(hit["day"]), month(hit["month"])
    led = _DAY_LEADS.search(before(hit)) and _DAY_CLOSED.match(hit.string, hit.end())
    if not hit["month"][0].isupper() or not (hit["year"] or led):
        return None
    fault = no_such_day(None, month_, day) or "days are counted from 1"
    return Reading(*hit.span(), month=month_, day=day, fault=fault)


def _iso(hit: re.Match[str]) -> Reading | None:
    year, month_, day = int(hit["year"]), int(hit["m"]), int(hit["d"])
    if not (1 <= month_ <= 12 and 1 <= day <= 31):
        return None
    clock = f"T{hit['clock']}{'Z' if hit['zone'] else ''}" if hit["clock"] else ""
    fault = no_such_day(year, month_, day)
    return Reading(*hit.span(), "TIME" if clock else "DATE", year=year, month=month_, day=day, clock=clock, fault=fault)


_NUMBERED = compiled(
    rf"\b(?:{either('version release section chapter rule article paragraph para clause no v')})\.?\s?$", re.IGNORECASE
)


def _numeric(hit: re.Match[str]) -> Reading | None:
    """Figures only; day and month are told apart where one is over twelve, else both orders are kept."""
    a, b, year = int(hit["a"]), int(hit["b"]), int(hit["year"])
    if len(hit["year"]) == 2:
        if hit["sep"] != "/":
            return None  # "1.2.19" may be a section or a version
        year += 2000 if year < 50 else 1900
    if not (1 <= a <= 31 and 1 <= b <= 31 and min(a, b) <= 12 and 1900 <= year <= 2100) or _NUMBERED.search(before(hit)):
        return None
    day, month_ = (b, a) if b > 12 else (a, b)
    stops = hit["sep"].startswith(".")
    either_way = max(a, b) <= 12 and a != b and not stops  # with full stops the day is first everywhere
    swapped = (day, month_) if either_way else None
    first = "" if a == b or either_way or stops else "day" if day == a else "month"
    return Reading(
        *hit.span(), year=year, month=month_, day=day, swapped=swapped, first=first, fault=no_such_day(year, month_, day)
    )


_MONTH_STARTS = {*MONTHS, *(name[:3] for name in MONTHS), "sept"}

_CLOCK = r"(?:T(?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z)?)?"
_APART = r"(?P<sep>[/.–-]|\s[/–-]\s|\.\s)"
"""What stands twice in a date of figures: "12/04/2019", "12 - 04 - 2019", "12. 4. 2019"."""

PATTERNS: tuple[Pattern, ...] = (
    pattern(["#4"], rf"(?<!/){YEAR}(?P<sep>[/.-]|\s-\s)(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?![\d/]|[.-]\d){_CLOCK}", _iso),
    pattern(SHORT, rf"(?P<a>\d\d?){_APART}(?P<b>\d\d?)(?P=sep)(?P<year>\d{{4}}|\d\d)(?![\d/])(?![.-]\d)", _numeric),
    pattern(SHORT, rf"{DAY}{_UNTIL}(?:{SPACE}of)?(?:{SPACE}|-){MONTH}{_THEN_YEAR}", _day),
    pattern(_MONTH_STARTS, rf"{MONTH}{SPACE}(?:the{SPACE})?{DAY}{_UNTIL}{_THEN_YEAR}", _day),
    pattern(SHORT, rf"{_NONE}{SPACE}{MONTH}{_THEN_YEAR}", _no_day),
    pattern(_MONTH_STARTS, rf"{MONTH}{SPACE}{_NONE}{_THEN_YEAR}", _no_day),
)
