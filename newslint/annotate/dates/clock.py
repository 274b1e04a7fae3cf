"""Times of the day: "2:15am", "7 p.m.", "19:00", "0800 UTC", "noon", "ten o'clock"."""

from __future__ import annotations

import re

from newslint.annotate.dates.lexicon import NUMBER_WORDS, SPACE, ZONE, either, number
from newslint.annotate.dates.reading import Pattern, Reading, after, before, pattern

_FAULT_LEADS = re.compile(rf"\b(?:{either('at by from until till')})\s$", re.IGNORECASE)
_LEADS = re.compile(rf"\b(?:{either('at by from until till since around about before after to between and')})\s$", re.IGNORECASE)
_PERSON_AFTER = re.compile(r"\s[A-Z]")
_VERB_AM = re.compile(r"\s(?:I|a|not|the)\b")
_ZONE = (
    rf"(?:,?{SPACE}(?:\(?(?P<zone>{ZONE})\b(?P<offset>\s?[+-]\s?\d{{1,2}}(?::?\d\d)?)?\)?"
    rf"|local{SPACE}time|(?:Eastern|Pacific)(?:{SPACE}time)?))?"
)


def _clock(hit: re.Match[str], hour: int, minute: int) -> Reading:
    zone = "Z" if hit["zone"] and hit["zone"].upper() in ("UTC", "GMT") and not hit["offset"] else ""
    return Reading(*hit.span(), "TIME", clock=f"T{hour:02}:{minute:02}{zone}")


def _half_day(hit: re.Match[str]) -> Reading | None:
    """Hours with am or pm; "14pm" and "9:75am" are faults."""
    hour, minute, mark = int(hit["hour"]), int(hit["minute"] or 0), hit["mark"]
    if hit["gap"] and mark == "PM" and _PERSON_AFTER.match(after(hit)):
        return None  # "On August 14 PM Modi said"
    if hit["gap"] and mark.lower() == "am" and not hit["minute"] and _VERB_AM.match(after(hit)):
        return None
    if hour <= 12 and minute <= 59:
        return _clock(hit, hour % 12 + (12 if mark[0] in "pP" else 0), minute)
    if hit["sep"] == "." or hour > 59:
        return None
    return Reading(*hit.span(), "TIME", fault="an hour has 60 minutes" if minute > 59 else f"{mark} goes with hours up to 12")


def _whole_day(hit: re.Match[str]) -> Reading | None:
    """The 24-hour clock; without a zone only where a preposition shows that it is no score."""
    hour, minute, colon = int(hit["hour"]), int(hit["minute"]), hit["sep"] == ":"
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        wrong = "an hour has 60 minutes" if hour < 24 else "a day has 24 hours"
        return Reading(*hit.span(), "TIME", fault=wrong) if colon and hour < 30 and _FAULT_LEADS.search(before(hit)) else None
    zoned = hit["zone"] or hit[0].endswith("time")
    led = (colon or hit["hours"]) and _LEADS.search(before(hit))
    return _clock(hit, hour, minute) if zoned or led else None


def _o_clock(hit: re.Match[str]) -> Reading | None:
    hour = int(number(hit["hour"]) or 0)
    return Reading(*hit.span(), "TIME", clock=f"T{hour:02}:00") if hour <= 24 else None


def _named(hit: re.Match[str]) -> Reading:
    return _clock(hit, 24 if hit["name"].lower() == "midnight" else 12, 0)


PATTERNS: tuple[Pattern, ...] = (
    pattern(
        "#",
        rf"(?P<hour>\d\d?)(?:(?P<sep>[:.])[ ]?(?P<minute>\d\d)(?::\d\d)?)?"
        rf"(?P<gap>[ \xa0-])?(?P<mark>[ap]m\b|[ap]\.[ ]?m\.?)(?!\w){_ZONE}",
        _half_day,
    ),
    pattern("#", rf"(?P<hour>\d\d)(?P<sep>:?)(?P<minute>\d\d)(?![\d%]|:\d\d)(?:[ ]?(?P<hours>hours|hrs)\b)?{_ZONE}", _whole_day),
    pattern(["#", *NUMBER_WORDS], r"(?P<hour>\d\d?|[a-z]+)[ ]?o['’]clock\b", _o_clock),
    pattern(["noon", "midday", "midnight"], rf"(?P<name>noon|midday|midnight)\b{_ZONE}", _named),
)
