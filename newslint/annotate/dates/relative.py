"""Times counted from the day of writing: "Friday", "yesterday evening", "last year", "this summer", "next June"."""

from __future__ import annotations

import re
from dataclasses import replace

from newslint.annotate.dates.lexicon import (
    DAYPART,
    DAYPARTS,
    FULL_WEEKDAY,
    MONTH,
    MONTHS,
    NTH_DAY,
    OF_A_DAY,
    ORDINAL,
    ORDINALS,
    SEASON,
    SEASONS,
    SPACE,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    either,
    month,
    unit,
    weekday,
)  # fmt: skip
from newslint.annotate.dates.reading import SHORT, Pattern, Reading, after, before, both, pattern
from newslint.kept.regexes import compiled

_STORY = {"previous": -1, "preceding": -1, "prior": -1, "following": 1, "same": 0, "that": 0}
"""Words that count from what the story told before."""
_SHIFTS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1} | _STORY
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

_SPECIAL = either(
    """
    good black easter super ash palm bloody cyber remembrance sheffield holy shrove whit maundy freaky giving pancake happy ruby
    man fat
    """
)
_NAME_BEFORE = compiled(rf"\b(?:{_SPECIAL}|mail on|(?-i:Independent) on) $", re.IGNORECASE)
_NAME_AFTER = compiled(
    rf" (?:{either('Times Mirror Telegraph Express Mail Sun Herald Post People Politics school roast league best Addams')}"
    r"|Night (?:Live|Football|Lights|Takeaway))\b|, Bloody"
)
"""What makes a weekday part of a name: a feast, a newspaper, a programme."""


def _weekday(hit: re.Match[str]) -> Reading | None:
    word = hit["weekday"]
    if not word[0].isupper() or _NAME_BEFORE.search(before(hit)) or _NAME_AFTER.match(after(hit)):
        return None
    if word == "Sun" and re.search(r"\b[A-Z]\w+ $", before(hit)):
        return None  # the Edmonton Sun
    return Reading(*hit.span(), weekday=weekday(word), weak=word.lower() not in WEEKDAYS)


def _weekday_part(hit: re.Match[str]) -> Reading | None:
    day = _weekday(hit)
    if day is None or hit["part"][0].isupper():
        return None  # "Saturday Night Live"
    return replace(day, type="TIME", part=DAYPARTS[hit["part"].lower()])


_MID_SENTENCE = compiled(r"[\w,] $")
_IN_GENERAL = either(
    """
    world society youth generations? children kids teenagers parents women men workers students consumers economy market
    technology standards computers? cars? phones? culture politics age climate environment prices money
    """
)
_TODAY_IN_GENERAL = compiled(rf"['’]s\s(?:(?:young|modern|digital|global|most)\s)?(?:{_IN_GENERAL})\b")
_AS_OF_OLD = compiled(
    r"\b(?:than|as|even|still|until|only|used|available|(?:most|many|few|all)\s[a-z]+|(?:we|they|people)\s(?:know|see|use|have)\s(?:it|them)|"
    r"can\sbe\s[a-z]+|i\sam|(?:we|they)\sare|compar(?:ed|ing|e)\s(?:[a-z]+\s){0,2}(?:to|with)|than\s(?:it|they|there)\s(?:is|are|was|were)|exists?|lives?|remains?)\s$",
    re.IGNORECASE,
)
_THINGS_OF = compiled(r"\bthe\s[a-z]+s\sof\s$|\b(?:people|men|women|children|world)\sof\s$", re.IGNORECASE)
"""What makes "tomorrow" the future: "the cars of tomorrow"."""
_MOST = compiled(r",\s(?:more\sthan|almost|nearly|about|some|over|most|many|few|only)\b")
"""What makes "today" nowadays: "than it is today", "most people today", "Today, most …"."""


def _day(hit: re.Match[str]) -> Reading | None:
    if hit["day"][0].isupper() and _MID_SENTENCE.search(before(hit)):
        return None  # a newspaper, a song
    word, part = hit["day"].lower(), "night" if hit["day"].lower() == "tonight" else hit["part"]
    if part:
        return Reading(*hit.span(), "TIME", unit="day", shift=_DAYS[word], part=DAYPARTS[part.lower()])
    if word == "today" and _nowadays(hit):
        return Reading(*hit.span(), value="PRESENT_REF")
    if word == "tomorrow" and _THINGS_OF.search(before(hit, 40)):
        return Reading(*hit.span(), value="FUTURE_REF")
    return Reading(*hit.span(), unit="day", shift=_DAYS[word])


def _nowadays(hit: re.Match[str]) -> bool:
    opening = hit[0][0].isupper() and _MOST.match(after(hit))
    return bool(opening or _TODAY_IN_GENERAL.match(after(hit, 40)) or _AS_OF_OLD.search(before(hit, 40)))


def _day_but_one(hit: re.Match[str]) -> Reading:
    return Reading(*hit.span(), unit="day", shift=2 * _DAYS[hit["day"].lower()])


_OF = compiled(rf"\sof\s(?:(?:the|this|last|next)\b|\d|{'|'.join(MONTHS)})", re.IGNORECASE)


def _which_unit(hit: re.Match[str]) -> Reading | None:
    """Whole units: "last week", "this year", "the following month"; "the past year" is a length and read elsewhere."""
    which, name = hit["which"].lower(), unit(hit["unit"])
    if hit["s"] or name in OF_A_DAY or _OF.match(after(hit)) or (which == "past" and name != "weekend"):
        return None  # of these, "the last week of May" counts from May
    if hit["which"][0].isupper() and hit["unit"][0].isupper():
        return None  # "This Week" is a programme
    shift, story = _SHIFTS[which], which in _STORY
    if name == "quarter" and which in ("that", "same"):
        return Reading(*hit.span(), unit=name, shift=0, story=True, results=True)
    if name == "night":
        return None if which == "this" else Reading(*hit.span(), "TIME", unit="day", shift=min(0, shift), part="NI", story=story)
    if name == "day":
        return Reading(*hit.span(), unit="day", shift=shift, story=True) if story or which == "next" else None
    if name == "fortnight":
        return Reading(*hit.span(), unit="week", shift=2 * shift, rough=True, story=story)
    return Reading(*hit.span(), unit=name, shift=shift, story=story)


def _which_name(hit: re.Match[str]) -> Reading | None:
    """Named ones: "last Friday", "next June", "this past spring"."""
    which = hit["which"].lower().split()[-1]
    nearest = hit["which"].lower() != which
    kept = Reading(*hit.span(), shift=_SHIFTS[which], story=which in _STORY, nearest=nearest)
    if name := hit["weekday"]:
        return replace(kept, weekday=weekday(name)) if name[0].isupper() and not _NAME_AFTER.match(after(hit)) else None
    if name := hit["month"]:
        return replace(kept, month=month(name)) if name[0].isupper() and name.lower() in MONTHS else None
    return replace(kept, season=SEASONS[hit["season"].lower()])


def _this_part(hit: re.Match[str]) -> Reading | None:
    if hit["part"][0].isupper():
        return None  # "This Morning" is a programme
    return Reading(*hit.span(), "TIME", unit="day", shift=0, part=DAYPARTS[hit["part"].lower()])


def _which_quarter(hit: re.Match[str]) -> Reading | None:
    if _OF.match(after(hit)):
        return None
    return Reading(*hit.span(), unit="quarter", shift=0 if hit["which"].lower() == "this" else -1)


def _year_ago(hit: re.Match[str]) -> Reading:
    """The comparisons of company results: "the year-ago quarter", "year-earlier"."""
    quarter = ORDINALS[hit["nth"].lower()] if hit["nth"] else None
    return Reading(*hit.span(), unit="year", shift=-1, story=True, quarter=quarter, results=True)


_WITHIN = compiled(rf"\b(?:{either('in for during of over from throughout')})\s$", re.IGNORECASE)
_PARTS = either("end start beginning middle rest remainder half months")
_SOME_OF = compiled(rf"\b(?:(?:earlier|later|early|late)\sin|(?:{_PARTS})\sof|for)\s$", re.IGNORECASE)


def _day_of_month(hit: re.Match[str]) -> Reading:
    """A day of this month or of one beside it: "the 14th of next month"."""
    return Reading(*hit.span(), unit="month", shift=_SHIFTS[hit["which"].lower()], day=int(hit["day"]))


def _the_period(hit: re.Match[str]) -> Reading | None:
    """The one in question: "the weekend", "in the quarter", "the rest of the year"; not "player of the year"."""
    name, lead = hit["period"].lower(), before(hit)
    if name == "weekend":
        return Reading(*hit.span(), unit="weekend", shift=0)
    meant = _WITHIN.search(lead) and (name == "quarter" or _SOME_OF.search(lead))
    return Reading(*hit.span(), unit=name, shift=0, story=True, results=name == "quarter") if meant else None


def _beside(hit: re.Match[str]) -> Reading:
    """A day, week or year beside one that the story told, "the night before", or beside this one: "the year before last"."""
    shift, name = (-1 if hit["way"].lower() == "before" else 1), hit["unit"].lower()
    if hit["but_one"] and name in ("week", "weekend", "month", "year"):
        return Reading(*hit.span(), unit=name, shift=2 * shift)
    if name in ("night", "morning", "evening"):
        return Reading(*hit.span(), "TIME", unit="day", shift=shift, part=DAYPARTS[name], story=True)
    return Reading(*hit.span(), unit=name, shift=shift, story=True)


def _year_end(hit: re.Match[str]) -> Reading:
    """The end of this year; in figures since then, the last day of the year before."""
    if re.search(r"\b(?:since|from)\s$", before(hit), re.IGNORECASE):
        return Reading(*hit.span(), unit="year", shift=-1, month=12, day=31)
    return Reading(*hit.span(), unit="year", shift=0, mod="END")


_STAYED = compiled(
    r"\b(?:stay|stays|stayed|staying|keep|kept|held|left|chill|soak|marinate|refrigerate|almost|an|successe?s?)\s$", re.IGNORECASE
)
_SLEPT = either(
    "stay stays train trains bus buses success camp bag accommodation guest guests flight flights sensation trip trips delivery"
)


def _overnight(hit: re.Match[str]) -> Reading | None:
    """The night just over; not the overnight train."""
    if _STAYED.search(before(hit)):
        return None
    return Reading(*hit.span(), "TIME", unit="day", shift=-1, part="NI", rough=True)


_SHORT_WEEKDAYS = ("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun")
_NAME = rf"(?:{FULL_WEEKDAY}\b|{MONTH}(?!{SPACE}\d)|{SEASON})"

PATTERNS: tuple[Pattern, ...] = (
    pattern([*WEEKDAYS, *_SHORT_WEEKDAYS], WEEKDAY, _weekday),
    pattern(WEEKDAYS, rf"{FULL_WEEKDAY}{SPACE}{DAYPART}\b", _weekday_part),
    pattern(_DAYS, rf"(?P<day>today|tonight|yesterday|tomorrow)(?:{SPACE}{DAYPART})?\b", _day),
    pattern(["day"], rf"day{SPACE}(?:before{SPACE}(?=yes)|after{SPACE}(?=tom))(?P<day>yesterday|tomorrow)\b", _day_but_one),
    pattern(_SHIFTS, rf"(?P<which>{'|'.join(_SHIFTS)}){SPACE}(?:fiscal{SPACE})?{UNIT}", _which_unit),
    pattern(_SHIFTS, rf"(?P<which>(?:this{SPACE})?(?:{'|'.join(_SHIFTS)})){SPACE}{_NAME}", _which_name),
    pattern(["this"], rf"this{SPACE}{DAYPART}\b", _this_part),
    pattern(["latest", "last", "this"], r"(?P<which>latest|last|this)[- ]quarter\b", _which_quarter),
    pattern(
        ["year"],
        rf"year[- ](?:ago|earlier)\b(?:{SPACE}(?:fiscal{SPACE})?(?:{ORDINAL}[- ])?(?:quarter|period|month)\b)?",
        _year_ago,
    ),
    pattern(
        ["year", "end"],
        rf"(?:end{SPACE}of{SPACE}(?:the{SPACE})?)?year(?:-end\b|(?<=end of year)\b|(?<=end of the year)\b)",
        _year_end,
    ),
    pattern(
        both("the", "day night morning evening week weekend month year"),
        rf"the{SPACE}(?P<unit>day|night|morning|evening|week|weekend|month|year){SPACE}(?P<way>before|after)\b"
        rf"(?:{SPACE}(?P<but_one>last|next)\b)?(?!{SPACE}(?:yesterday|tomorrow))",
        _beside,
    ),
    pattern(SHORT, rf"{NTH_DAY}{SPACE}of{SPACE}(?P<which>last|this|next){SPACE}month\b", _day_of_month),
    pattern(["overnight"], rf"overnight\b(?!-|{SPACE}(?:{_SLEPT})\b)", _overnight),
    pattern(
        both("the", "weekend quarter year month week"),
        rf"the{SPACE}(?P<period>weekend|quarter|year|month|week)\b(?!-)",
        _the_period,
    ),
)
