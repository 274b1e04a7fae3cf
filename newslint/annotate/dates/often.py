"""What comes again: "every Monday", "each July", "Tuesday nights", "annually"."""

from __future__ import annotations

import re

from newslint.annotate.dates.lexicon import (
    COUNT,
    DAYPART,
    DAYPARTS,
    FULL_WEEKDAY,
    MONTH,
    SEASON,
    SEASONS,
    SPACE,
    UNIT,
    WEEKDAYS,
    month,
    number,
    timex,
    unit,
    weekday,
)  # fmt: skip
from newslint.annotate.dates.reading import Pattern, Reading, before, pattern
from newslint.kept.regexes import compiled

_OFTEN = {"annually": "P1Y", "yearly": "P1Y", "monthly": "P1M", "fortnightly": "P2W"}
_OFTEN |= {"weekly": "P1W", "daily": "P1D", "nightly": "P1D", "hourly": "PT1H", "quarterly": "P3M"}
_SENTENCE_START = compiled(r"(?:^|[.!?]\s+)$")


def _every(hit: re.Match[str]) -> Reading | None:
    said = hit.groupdict()
    if said["weekday"]:
        value = f"XXXX-WXX-{weekday(said['weekday']) + 1}"
    elif said["month"]:
        value = f"XXXX-{month(said['month']):02}" if said["month"][0].isupper() else ""
    elif said["season"]:
        value = f"XXXX-{SEASONS[said['season'].lower()]}"
    elif said["part"]:
        value = f"XXXX-XX-XXT{DAYPARTS[said['part'].lower()]}"
    elif said["count"]:
        value = timex(number(said["count"]), unit(said["unit"]))
    else:
        value = timex(2.0 if said["other"] else 1.0, unit(said["unit"]))
    return Reading(*hit.span(), "SET", value=value) if value else None


def _weekdays(hit: re.Match[str]) -> Reading:
    """Weekdays in the plural: "Mondays", "Tuesday nights"."""
    part = f"T{DAYPARTS[hit['part'].lower()]}" if hit["part"] else ""
    return Reading(*hit.span(), "SET", value=f"XXXX-WXX-{weekday(hit['weekday']) + 1}{part}")


def _often(hit: re.Match[str]) -> Reading | None:
    """How often in one word: "weekly", not the "Daily" of a newspaper's name."""
    if hit[0][0].isupper() and not _SENTENCE_START.search(before(hit)):
        return None
    return Reading(*hit.span(), "SET", value=_OFTEN[hit[0].lower()])


def _days_off_or_on(hit: re.Match[str]) -> Reading:
    return Reading(*hit.span(), "SET", value="XXXX-WXX-WE" if hit[0].lower() == "weekends" else "XXXX-WXX-WD")


PATTERNS: tuple[Pattern, ...] = (
    pattern(
        ["every", "each"],
        rf"(?:every|each){SPACE}(?:single{SPACE}|(?P<other>other|second){SPACE})?(?:{FULL_WEEKDAY}\b|{MONTH}|{SEASON}|{DAYPART}\b|(?:{COUNT}{SPACE})?{UNIT})",
        _every,
    ),
    pattern([day + "s" for day in WEEKDAYS], rf"{FULL_WEEKDAY}s\b(?P<part>(?!))?", _weekdays),
    pattern(WEEKDAYS, rf"{FULL_WEEKDAY}{SPACE}{DAYPART}s\b", _weekdays),
    pattern(["quarterly"], r"quarterly\b(?=[.,;:]|$)", _often),
    pattern(["weekends", "weekdays"], r"(?:weekends|weekdays)\b", _days_off_or_on),
    pattern(_OFTEN, rf"(?:{'|'.join(_OFTEN)})\b(?<!quarterly)", _often),
)
