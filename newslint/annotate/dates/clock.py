"""Times of the day: "2:15am", "7 p.m.", "19:00", "0800 UTC", "noon", "ten o'clock", "half past nine"."""

from __future__ import annotations

import re

from newslint.annotate.dates.lexicon import NUMBER_WORDS, SPACE, ZONE, either, number
from newslint.annotate.dates.reading import SHORT, Pattern, Reading, after, before, pattern
from newslint.kept.regexes import compiled

_FAULT_LEADS = compiled(rf"\b(?:{either('at by from until till')})\s$", re.IGNORECASE)
_LEADS = compiled(rf"\b(?:{either('at by from until till since around about before after to between and')})\s$", re.IGNORECASE)
_PERSON_AFTER = compiled(r"\s[A-Z]")
_AT = compiled(
    rf"\b(?:{either('at by before after until till since from around about nearly almost')})\s(?:an?\s)?$", re.IGNORECASE
)
_OFFSET = compiled(r"\s?([+-])\s?(\d{1,2}):?(\d\d)?")
_VERB_AM = compiled(r"\s(?:I|a|not|the)\b")
_OFFSETS = {"UTC": "Z", "GMT": "Z", "BST": "+01:00", "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00", "EEST": "+03:00"}
_OFFSETS |= {"MSK": "+03:00", "PKT": "+05:00", "HKT": "+08:00", "SGT": "+08:00", "JST": "+09:00", "KST": "+09:00"}
_OFFSETS |= {
    "EDT": "-04:00",
    "EST": "-05:00",
    "CDT": "-05:00",
    "MDT": "-06:00",
    "MST": "-07:00",
    "PDT": "-07:00",
    "PST": "-08:00",
}
_OFFSETS |= {"AEST": "+10:00", "AEDT": "+11:00", "NZST": "+12:00", "NZDT": "+13:00"}
"""Zones that mean one distance from Greenwich only; "CST" and "IST" are two or three, "ET" turns with the season."""
_ZONE = (
    rf"(?:,?{SPACE}(?:\(?(?P<zone>{ZONE})\b(?P<offset>\s?[+-]\s?\d{{1,2}}(?::?\d\d)?)?\)?"
    rf"|local{SPACE}time|(?:Eastern|Pacific)(?:{SPACE}time)?))?"
)


def _clock(hit: re.Match[str], hour: int, minute: int) -> Reading:
    zone = _OFFSETS.get((hit["zone"] or "").upper(), "")
    if hit["offset"] and (offset := _OFFSET.match(hit["offset"])):
        sign, hours, minutes = offset.groups()
        zone = f"{sign}{int(hours):02}:{minutes or '00'}" if zone == "Z" else ""
    end = hit.end() - (hit[0].endswith(")") and "(" not in hit[0])
    return Reading(hit.start(), end, "TIME", clock=f"T{hour:02}:{minute:02}{zone}")


def _half_day(hit: re.Match[str]) -> Reading | None:
    """Hours with am or pm; "14pm" and "9:75am" are faults."""
    hour, minute, mark = int(hit["hour"]), int(hit["minute"] or 0), hit["mark"]
    if hit["gap"] and mark == "PM" and _PERSON_AFTER.match(after(hit)):
        return None  # "On August 14 PM Modi said"
    if hit["gap"] and mark.lower() == "am" and not hit["minute"] and _VERB_AM.match(after(hit)):
        return None
    if hour <= 12 and minute <= 59:
        return _clock(hit, hour % 12 + (12 if mark[0] in "pP" else 0), minute)
    if hour > 59 or (hit["sep"] == "." and not (hour < 30 and _AT.search(before(hit)))):
        return None  # "12.75pm" may be a price or a size
    return Reading(*hit.span(), "TIME", fault="an hour has 60 minutes" if minute > 59 else f"{mark} goes with hours up to 12")


def _from_to(hit: re.Match[str]) -> Reading | None:
    """Two hours and one mark: "5-7pm", "9.30–10.30am"."""
    first, last, mark = int(hit["first"]), int(hit["hour"]), hit["mark"].lower()
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    noon = 12 if mark[0] == "p" else 0
    start, end = first % 12 + (noon if first % 12 < last % 12 else 0), last % 12 + noon
    return Reading(*hit.span(), "TIME", clock=f"T{start:02}:{hit['past'] or '00'}/{end:02}:{hit['minute'] or '00'}")


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
    return Reading(*hit.span(), "TIME", clock=f"T{_in_the(hit['part'], hour):02}:00") if hour <= 24 else None


_SPOKEN_MINUTES = {"quarter": 15, "half": 30, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}


def _spoken(hit: re.Match[str]) -> Reading | None:
    """Minutes before or after the hour: "half past nine", "a quarter to ten"; of twelve hours or twenty-four."""
    hour, minutes = int(number(hit["hour"]) or 0), _SPOKEN_MINUTES[hit["minutes"].lower().replace(" ", "-")]
    past = hit["way"].lower() == "past"
    if not 1 <= hour <= 12 or (not past and (minutes == 30 or not _AT.search(before(hit)))):
        return None  # "a quarter to ten per cent"
    hour, minutes = (hour, minutes) if past else ((hour - 1) or 12, 60 - minutes)
    return Reading(*hit.span(), "TIME", clock=f"T{_in_the(hit['part'], hour):02}:{minutes:02}")


def _hour_and_minute(hit: re.Match[str]) -> Reading | None:
    """Hour and minutes in words: "at nine-thirty"."""
    if not (hit["part"] or _AT.search(before(hit))):
        return None
    hour, minute = int(number(hit["hour"]) or 0), int(number(hit["minute"]) or 0)
    return Reading(*hit.span(), "TIME", clock=f"T{_in_the(hit['part'], hour):02}:{minute:02}")


def _in_the(part: str | None, hour: int) -> int:
    """The hour of the day, where the words tell morning from afternoon."""
    if not part:
        return hour
    return hour % 12 + (12 if re.search(r"^p|afternoon|evening|night", part, re.IGNORECASE) else 0)


def _named(hit: re.Match[str]) -> Reading:
    return _clock(hit, 24 if hit["name"].lower() == "midnight" else 12, 0)


_HOURS = NUMBER_WORDS[:12]
_HOUR = rf"(?P<hour>{'|'.join(sorted(_HOURS, key=len, reverse=True))})"
_PART = rf"(?:{SPACE}(?:(?:in{SPACE}the|this|at){SPACE})?(?P<part>morning|afternoon|evening|night|[ap]\.?m\b\.?))?"

PATTERNS: tuple[Pattern, ...] = (
    pattern(
        SHORT,
        rf"(?P<hour>\d\d?)(?:(?P<sep>[:.])[ ]?(?P<minute>\d\d)(?::\d\d)?)?"
        rf"(?P<gap>[ \xa0-])?(?P<mark>[ap]m\b|[ap]\.[ ]?m\.?)(?!\w){_ZONE}",
        _half_day,
    ),
    pattern(
        SHORT,
        r"(?P<first>\d\d?)(?:[:.](?P<past>[0-5]\d))?[ ]?[-–][ ]?(?P<hour>\d\d?)(?:[:.](?P<minute>[0-5]\d))?"
        r"[ ]?(?P<mark>[ap]m\b|[ap]\.m\.)",
        _from_to,
    ),
    pattern(
        ["#2", "#4"],
        rf"(?P<hour>\d\d)(?P<sep>:?)(?P<minute>\d\d)(?![\d%]|:\d\d)(?:[ ]?(?P<hours>hours|hrs)\b)?{_ZONE}",
        _whole_day,
    ),
    pattern([*SHORT, *NUMBER_WORDS], rf"(?P<hour>\d\d?|[a-z]+)[ ]?o['’]clock\b{_PART}", _o_clock),
    pattern(
        ["half", "quarter", "five", "ten", "twenty"],
        rf"(?P<minutes>half|quarter|five|ten|twenty(?:[- ]five)?){SPACE}(?P<way>past|to){SPACE}{_HOUR}\b{_PART}",
        _spoken,
    ),
    pattern(_HOURS, rf"{_HOUR}[- ](?P<minute>fifteen|thirty|forty-five)\b(?!-){_PART}", _hour_and_minute),
    pattern(["noon", "midday", "midnight"], rf"(?P<name>noon|midday|midnight)\b{_ZONE}", _named),
)
