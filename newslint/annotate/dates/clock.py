"""Times of the day: "2:15am", "7 p.m.", "19:00", "0800 UTC", "noon", "ten o'clock"."""

from __future__ import annotations

import re

from newslint.annotate.dates.lexicon import NUMBER_WORDS, SPACE, ZONE, number
from newslint.annotate.dates.reading import Pattern, Reading, before, pattern

_LEADS = re.compile(r"\b(?:at|by|from|until|till|since|around|about|before|after|to|between|and)\s$", re.IGNORECASE)
_FAULT_LEADS = re.compile(r"\b(?:at|by|from|until|till)\s$", re.IGNORECASE)
_ZONE = rf"(?:,?{SPACE}(?:\(?(?P<zone>{ZONE})\b(?P<offset>\s?[+-]\s?\d{{1,2}}(?::?\d\d)?)?\)?|local{SPACE}time|Eastern(?:{SPACE}time)?|Pacific(?:{SPACE}time)?))?"


def _timed(hit: re.Match[str], hour: int, minute: int | None) -> Reading | None:
    zone = "Z" if hit["zone"] and hit["zone"].upper() in ("UTC", "GMT") and not hit["offset"] else ""
    return Reading(*hit.span(), "TIME", clock=f"T{hour:02}:{minute or 0:02}{zone}")


def _half_day(hit: re.Match[str]) -> Reading | None:
    """Hours with am or pm; "14pm" and "9.75am" are faults."""
    hour, minute, mark = int(hit["hour"]), int(hit["minute"]) if hit["minute"] else None, hit["mark"]
    if mark == "PM" and hit["gap"] and re.match(r"\s[A-Z]", hit.string[hit.end() : hit.end() + 2]):
        return None  # "On August 14 PM Modi said"
    if (
        mark in ("am", "AM")
        and hit["gap"]
        and minute is None
        and re.match(r"\s(?:I\b|a\b|not\b|the\b)", hit.string[hit.end() : hit.end() + 6])
    ):
        return None
    if minute is not None and minute > 59:
        return Reading(*hit.span(), "TIME", fault="an hour has 60 minutes") if hit["sep"] == ":" else None
    if hour > 12:
        clear = minute is None or hit["sep"] == ":"
        return Reading(*hit.span(), "TIME", fault=f"{mark} goes with hours up to 12") if clear and hour < 60 else None
    return _timed(hit, hour % 12 + (12 if mark[0] in "pP" else 0), minute)


def _whole_day(hit: re.Match[str]) -> Reading | None:
    """The 24-hour clock; without a zone only where a preposition shows that it is no score."""
    hour, minute, lead = int(hit["hour"]), int(hit["minute"]), before(hit)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        wrong = "a day has 24 hours" if hour > 24 or (hour == 24 and minute) else "an hour has 60 minutes"
        plausible = hit["sep"] == ":" and len(hit["hour"]) == 2 and hour < 30 and _FAULT_LEADS.search(lead)
        return Reading(*hit.span(), "TIME", fault=wrong) if plausible else None
    zoned = bool(hit["zone"] or (hit["hours"] and _LEADS.search(lead)) or hit[0].endswith("time"))
    if not zoned and not (hit["sep"] == ":" and _LEADS.search(lead)):
        return None
    return _timed(hit, hour, minute)


def _o_clock(hit: re.Match[str]) -> Reading | None:
    hour = int(number(hit["hour"]) or 0)
    if hour > 24:
        return None
    return Reading(*hit.span(), "TIME", clock=f"T{hour:02}:00", rough=True)


def _named(hit: re.Match[str]) -> Reading | None:
    return _timed(hit, 24 if hit["name"].lower() == "midnight" else 12, 0)


PATTERNS: tuple[Pattern, ...] = (
    pattern(
        "#",
        rf"(?P<hour>\d\d?)(?:(?P<sep>[:.])(?P<minute>\d\d)(?::\d\d)?)?(?P<gap>[ \xa0-])?(?P<mark>[ap]m\b|[ap]\.[ ]?m\.?)(?!\w){_ZONE}",
        _half_day,
    ),
    pattern(
        "#", rf"(?P<hour>\d\d)(?P<sep>:?)(?P<minute>\d\d)(?![\d%])(?!:\d\d)(?:[ ]?(?P<hours>hours|hrs)\b)?{_ZONE}", _whole_day
    ),
    pattern(["#", *NUMBER_WORDS], r"(?P<hour>\d\d?|[a-z]+)[ ]?o['’]clock\b", _o_clock),
    pattern(["noon", "midday", "midnight"], rf"(?P<name>noon|midday|midnight)\b{_ZONE}", _named),
)
