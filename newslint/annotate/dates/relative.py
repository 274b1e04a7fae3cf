"""Times counted from the day of writing: "Friday", "yesterday", "last year", "this summer"; and "now", "recently"."""

from __future__ import annotations

import re
from dataclasses import replace

from newslint.annotate.dates.lengths import timex
from newslint.annotate.dates.lexicon import (
    DAYPART,
    DAYPARTS,
    FULL_WEEKDAY,
    MONTH,
    MONTHS,
    ORDINALS,
    SEASON,
    SEASONS,
    SPACE,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    month,
    unit,
    weekday,
)  # fmt: skip
from newslint.annotate.dates.reading import Pattern, Reading, after, before, pattern

_SHIFTS = {"last": -1, "previous": -1, "preceding": -1, "prior": -1, "past": -1, "this": 0, "current": 0, "same": 0, "that": 0, "next": 1, "coming": 1,
           "following": 1, "upcoming": 1}  # fmt: skip
_STORY = frozenset({"previous", "preceding", "prior", "following", "same", "that"})
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

_OF = re.compile(rf"\sof\s(?:the\b|this\b|last\b|next\b|\d|{'|'.join(MONTHS)})", re.IGNORECASE)
_NAMED_DAY_BEFORE = re.compile(
    r"\b(?:good|black|easter|super|ash|palm|bloody|cyber|sheffield|holy|shrove|whit|maundy|freaky|giving|pancake|mail on|happy|ruby|man|fat) $",
    re.IGNORECASE,
)
_NAMED_DAY_AFTER = re.compile(
    r" (?:Times|Mirror|Telegraph|Express|Mail|Sun|Herald|Post|People|Night (?:Live|Football|Lights|Takeaway)|Politics|school|roast|league|best|Addams)\b|, Bloody"
)


def _weekday(hit: re.Match[str]) -> Reading | None:
    word = hit["weekday"]
    if not word[0].isupper() or _NAMED_DAY_BEFORE.search(before(hit)) or _NAMED_DAY_AFTER.match(after(hit)):
        return None
    if word == "Sun" and re.search(r"\b[A-Z]\w+ $", before(hit)):
        return None  # the Edmonton Sun
    return Reading(*hit.span(), weekday=weekday(word), weak=word.lower() not in WEEKDAYS)


def _weekday_part(hit: re.Match[str]) -> Reading | None:
    plain = _weekday(hit)
    if hit["part"][0].isupper():
        return None  # "Saturday Night Live"
    return replace(plain, type="TIME", part=DAYPARTS[hit["part"].lower()], weak=False) if plain else None


def _weekdays(hit: re.Match[str]) -> Reading | None:
    """ "Mondays", "Tuesday nights": again and again."""
    part = DAYPARTS[hit["part"].lower()] if hit["part"] else ""
    return Reading(*hit.span(), "SET", value=f"XXXX-WXX-{weekday(hit['weekday']) + 1}{'T' + part if part else ''}")


def _day(hit: re.Match[str]) -> Reading | None:
    word, part = hit["day"].lower(), hit["part"]
    if word == "today" and re.match(
        r"['’]s\s(?:world|society|youth|generation|children|technology|standards)\b|\s(?:programme|program|show)\b", after(hit)
    ):
        return Reading(*hit.span(), value="PRESENT_REF")
    if word == "tonight" or part:
        code = "NI" if word == "tonight" else DAYPARTS[part.lower()]
        return Reading(*hit.span(), "TIME", unit="day", shift=_DAYS[word], part=code)
    return Reading(*hit.span(), unit="day", shift=_DAYS[word])


def _day_but_one(hit: re.Match[str]) -> Reading | None:
    return Reading(*hit.span(), unit="day", shift=-2 if hit["day"].lower() == "yesterday" else 2)


def _which_unit(hit: re.Match[str]) -> Reading | None:
    """ "last week", "this year", "the following month"; "the past year" is a length and read elsewhere."""
    which, name = hit["which"].lower(), unit(hit["unit"])
    if name in ("second", "minute", "min", "hour", "hr") or hit[0][-1] in "sS":
        return None
    if _OF.match(after(hit)):
        return None  # "the last week of May"
    if hit["which"][0].isupper() and hit["unit"][0].isupper():
        return None  # "This Week" is a programme
    if name == "day" and which not in ("previous", "preceding", "following", "same", "that", "next"):
        return None
    if name == "night":
        return (
            Reading(*hit.span(), "TIME", unit="day", shift=min(0, _SHIFTS[which]), part="NI", story=which in _STORY)
            if which != "this"
            else None
        )
    if which == "past" and name != "weekend":
        return None
    story = which in _STORY or name == "day"
    if name == "fortnight":
        return Reading(*hit.span(), unit="week", shift=2 * _SHIFTS[which], rough=True, story=story)
    return Reading(*hit.span(), unit=name, shift=_SHIFTS[which], story=story)


def _which_name(hit: re.Match[str]) -> Reading | None:
    """ "last Friday", "next June", "this past spring"."""
    which, groups = hit["which"].lower().split()[-1], hit.groupdict()
    kept = Reading(*hit.span(), shift=_SHIFTS[which], story=which in _STORY)
    if name := groups.get("weekday"):
        return replace(kept, weekday=weekday(name)) if name[0].isupper() and not _NAMED_DAY_AFTER.match(after(hit)) else None
    if name := groups.get("month"):
        return replace(kept, month=month(name)) if name[0].isupper() and name.lower() in MONTHS else None
    return replace(kept, season=SEASONS[hit["season"].lower()])


def _this_part(hit: re.Match[str]) -> Reading | None:
    if hit["part"][0].isupper():
        return None  # "This Morning" is a programme
    return Reading(*hit.span(), "TIME", unit="day", shift=0, part=DAYPARTS[hit["part"].lower()])


def _which_quarter(hit: re.Match[str]) -> Reading | None:
    if _OF.match(after(hit)):
        return None
    return Reading(*hit.span(), unit="quarter", shift=-1 if hit["which"].lower() in ("last", "latest") else 0)


def _year_ago(hit: re.Match[str]) -> Reading | None:
    return Reading(*hit.span(), unit="year", shift=-1, story=True, quarter=ORDINALS[hit["nth"].lower()] if hit["nth"] else None)


def _the_period(hit: re.Match[str]) -> Reading | None:
    """ "the weekend", "in the quarter", "so far in the year"."""
    name, lead = hit["period"].lower(), before(hit)
    if name == "weekend":
        return Reading(*hit.span(), unit="weekend", shift=0)
    if not re.search(r"\b(?:in|for|during|of|over|from|throughout)\s$", lead, re.IGNORECASE) or (
        name != "quarter" and not _WHOLE.search(lead)
    ):
        return None
    return Reading(*hit.span(), unit=name, shift=0, story=True)


_WHOLE = re.compile(
    r"\b(?:earlier in|later in|early in|late in|end of|start of|beginning of|middle of|rest of|remainder of|half of|months of|for)\s$",
    re.IGNORECASE,
)


def _present(hit: re.Match[str]) -> Reading | None:
    if hit[0].lower() == "current" and re.match(r"\s(?:affairs|account)|-", after(hit)):
        return None
    return Reading(*hit.span(), value="PRESENT_REF")


def _past(hit: re.Match[str]) -> Reading | None:
    return Reading(*hit.span(), value="PAST_REF")


def _recent_units(hit: re.Match[str]) -> Reading | None:
    return Reading(*hit.span(), "DURATION", value=timex(None, hit["unit"].lower()))


def _future(hit: re.Match[str]) -> Reading | None:
    if hit[0].lower() == "soon" and re.search(r"\b(?:as|too|how|so|very)\s$", before(hit), re.IGNORECASE):
        return None
    return Reading(*hit.span(), value="FUTURE_REF")


_WHICH = rf"(?P<which>{'|'.join(_SHIFTS)}){SPACE}"

PATTERNS: tuple[Pattern, ...] = (
    pattern([*WEEKDAYS, "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"], WEEKDAY, _weekday),
    pattern(WEEKDAYS, rf"{FULL_WEEKDAY}{SPACE}{DAYPART}\b", _weekday_part),
    pattern([w + "s" for w in WEEKDAYS], rf"{FULL_WEEKDAY}s\b(?P<part>(?!))?", _weekdays),
    pattern(WEEKDAYS, rf"{FULL_WEEKDAY}{SPACE}{DAYPART}s\b", _weekdays),
    pattern(_DAYS, rf"(?P<day>today|tonight|yesterday|tomorrow)(?:{SPACE}{DAYPART})?\b", _day),
    pattern(
        ["day"], rf"day{SPACE}(?:before{SPACE}(?=yesterday)|after{SPACE}(?=tomorrow))(?P<day>yesterday|tomorrow)\b", _day_but_one
    ),
    pattern(_SHIFTS, rf"{_WHICH}(?:fiscal{SPACE})?{UNIT}", _which_unit),
    pattern(
        _SHIFTS,
        rf"(?P<which>(?:this{SPACE})?(?:{'|'.join(_SHIFTS)})){SPACE}(?:{FULL_WEEKDAY}\b|{MONTH}(?!{SPACE}\d)|{SEASON})",
        _which_name,
    ),
    pattern(["this"], rf"this{SPACE}{DAYPART}\b", _this_part),
    pattern(["latest", "last", "this"], r"(?P<which>latest|last|this)[- ]quarter\b", _which_quarter),
    pattern(
        ["year"],
        rf"year[- ](?:ago|earlier)\b(?:{SPACE}(?:fiscal{SPACE})?(?:(?P<nth>{'|'.join(ORDINALS)})[- ])?(?:quarter|period|month)\b)?",
        _year_ago,
    ),
    pattern(["the"], rf"the{SPACE}(?P<period>weekend|quarter|year|month|week)\b(?!-)", _the_period),
    pattern(
        ["now", "currently", "current", "right", "at", "these", "nowadays", "presently"],
        r"(?:right now|now|currently|current|at (?:present|the moment|this (?:time|point|moment))|these days|nowadays|presently)\b",
        _present,
    ),
    pattern(["recently", "recent", "lately"], rf"(?:recently|lately|recent(?:{SPACE}(?:times|history))?)\b", _past),
    pattern(
        ["the"],
        r"(?<=\bin )the past(?=[.,;:!?)”\"]|\s(?:that|and|but|he|she|it|they|has|have|had|was|were|when|who)\b|\s?$)",
        _past,
    ),
    pattern(["recent"], rf"recent{SPACE}(?P<unit>day|week|month|quarter|year|decade)s\b", _recent_units),
    pattern(["soon"], r"soon\b(?!\s(?:as|after)\b)", _future),
    pattern(["the"], r"the future\b(?=[.,;:!?)”\"]|\s(?:and|if|but|to|when)\b|\s?$)", _future),
    pattern(
        ["coming", "upcoming", "next"], rf"(?:coming|upcoming){SPACE}(?:days|weeks|months|years|decades|quarters)\b", _future
    ),
)
