"""Dates that name a day, a month or a year: "4 May 2026", "Jan. 6", "2026-05-04", "the 1990s"."""

from __future__ import annotations

import re

from newslint.annotate.dates.lexicon import DAY, MONTH, MONTHS, ORDINALS, SEASON, SEASONS, SPACE, YEAR, month
from newslint.annotate.dates.reading import Pattern, Reading, after, before, no_such_day, pattern

_DASH = r"[ ]?[-–—][ ]?"
_THROUGH = rf"(?:{_DASH}|{SPACE}(?:to|through|until){SPACE})"
_UNTIL_DAY = rf"(?:{_THROUGH}(?P<until>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,:/]\d|[ ]?(?:[ap]\.?m\b|%)))?"
_THEN_YEAR = rf"(?:,?{SPACE}{YEAR}(?!,\d{{3}}|[-–]\w))?"

_MONTH_FIRST = re.compile(rf"{SPACE}(?:{'|'.join(name.capitalize() for name in MONTHS)})\b|(?:{_DASH})\d")
_COUNTED = re.compile(
    r"\s+(?:more |other |new |young |local |police |civilians?\b|troops\b|people\b|men\b|women\b|children\b|per\s?cent\b|%|million\b|[a-z]+s\b(?!['’]))"
)
_GLUED = re.compile(r"(?:[.:/]\d|%|[-–](?!\d)[a-z]|[ ]?(?:[ap]\.?m\b|:\d\d))")
_EVENT = re.compile(
    r"\s(?:terror\w*|attacks?|bombings?|riots?|insurrection|massacre|hijack\w+|commission|committee|revolution|movement|uprising|coup|plot|memorial)\b",
    re.IGNORECASE,
)
"""What makes a day without a year the name of an event ("the September 11 attacks")."""
_IN = re.compile(r"\bin\s$", re.IGNORECASE)


def _day(hit: re.Match[str]) -> Reading | None:
    """A day of a named month, with or without a year, or some days running."""
    month_word = hit["month"]
    if not month_word[0].isupper():
        return None
    number, until = int(hit["day"]), int(hit["until"]) if hit["until"] else None
    year = int(hit["year"]) if hit["year"] else None
    day_last = hit.start("day") > hit.start("month")
    if (
        year is None
        and day_last
        and (_GLUED.match(hit.string, hit.end()) or (_IN.search(before(hit)) and _COUNTED.match(hit.string, hit.end())))
    ):
        return None
    if until is not None and until <= number:
        return None
    story = year is None and bool(_EVENT.match(hit.string, hit.end()))
    fault = no_such_day(year, month(month_word), until or number)
    if fault and year is None and _COUNTED.match(hit.string, hit.end()):
        return None  # "In June 31 people died" names no day
    return Reading(*hit.span(), year=year, month=month(month_word), day=number, until_day=until, fault=fault, story=story)


def _iso(hit: re.Match[str]) -> Reading | None:
    year, month_, day = int(hit["year"]), int(hit["m"]), int(hit["d"])
    if not (1 <= month_ <= 12 and 1 <= day <= 31):
        return None
    fault = no_such_day(year, month_, day)
    if hit["clock"]:
        return Reading(
            *hit.span(),
            "TIME",
            year=year,
            month=month_,
            day=day,
            clock=f"T{hit['clock']}{'Z' if hit['zone'] else ''}",
            fault=fault,
        )
    return Reading(*hit.span(), year=year, month=month_, day=day, fault=fault)


_NUMBERED = re.compile(r"\b(?:version|release|section|chapter|rule|article|paragraph|para|clause|no|v)\.?\s?$", re.IGNORECASE)


def _numeric(hit: re.Match[str]) -> Reading | None:
    """Figures only; day and month are told apart where one is over twelve, else both orders are kept."""
    a, b, year = int(hit["a"]), int(hit["b"]), int(hit["year"])
    if _NUMBERED.search(before(hit)):
        return None
    if len(hit["year"]) == 2:
        if hit["sep"] != "/":
            return None  # "1.2.19" may be a section or a version
        year += 2000 if year < 50 else 1900
    if not (1 <= a <= 31 and 1 <= b <= 31 and min(a, b) <= 12 and 1900 <= year <= 2100):
        return None
    day, month_ = (b, a) if b > 12 else (a, b)
    swapped = (day, month_) if max(a, b) <= 12 and a != b else None
    return Reading(*hit.span(), year=year, month=month_, day=day, swapped=swapped, fault=no_such_day(year, month_, day))


def _month_year(hit: re.Match[str]) -> Reading | None:
    if not hit["month"][0].isupper():
        return None
    return Reading(*hit.span(), month=month(hit["month"]), year=int(hit["year"]))


_LEADS = re.compile(
    r"\b(?:in|since|until|till|by|from|to|through|throughout|during|of|late|early|before|after|between|for|around|and|or|as of|the|each|every)\s$"
    r"|\b(?:mid|pre|post|early|late|end)[-–]$",
    re.IGNORECASE,
)
_SURE_LEADS = re.compile(
    r"\b(?:in|since|until|till|during|throughout|late|early|between|each|every)\s$|\bmid[-–]$", re.IGNORECASE
)
_MONTH_BEFORE = re.compile(rf"\b(?:{'|'.join(MONTHS)}),?(?:\s(?:and|or|to))?\s$", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][a-z]+\s$")
_NAME_AFTER = re.compile(r"\s[A-Z][a-z]{2,}")
_WALK = re.compile(r"\s(?:on|for|of|against|through|to(?!\s(?-i:[A-Z]))|past|in)\b", re.IGNORECASE)
_PERSON_MAY = re.compile(
    r"\b(?:Theresa|Mrs|Mr|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Brian|James|Jonny|Minister|Elaine|Robert|Peter) May\b"
)


def _month(hit: re.Match[str]) -> Reading | None:
    """A month alone; "May", "March", "April" and "June" only where the words around it speak of time."""
    name, lead, text = hit["month"], before(hit), hit.string
    if not name[0].isupper() or (name.isupper() and len(name) > 3 and not lead.strip().isupper()):
        return None
    full = name.lower() in MONTHS
    led = bool(_LEADS.search(lead) or _MONTH_BEFORE.search(lead))
    if name.lower() == "may":
        sure = bool(_SURE_LEADS.search(lead) or _MONTH_BEFORE.search(lead))
        near = text[max(0, hit.start() - 5000) : hit.end() + 5000]
        if (not sure and not (led and not _PERSON_MAY.search(near))) or re.match(r"['’]s\b", after(hit)):
            return None
    elif name.lower() == "march":
        if not led or (_WALK.match(after(hit)) and not _SURE_LEADS.search(lead)):
            return None
    elif name.lower() in ("april", "june", "august"):
        if not led and (_NAME_AFTER.match(after(hit)) or _NAME_BEFORE.search(lead)):
            return None
    elif not full and (not led or name.lower() in ("jan", "mar", "jun")):
        return None
    end = hit.end() - (name.endswith(".") and not after(hit).strip())
    return Reading(hit.start(), end, month=month(name))


def _decade(hit: re.Match[str]) -> Reading | None:
    digits = hit["decade"]
    if len(digits) == 2 and not re.search(r"['’‘]$|\b1[89]\d0s(?: and| or|,) $", before(hit)):
        return None  # "in her 40s", "highs in the 80s"
    year = int(digits) if len(digits) == 4 else (1900 if int(digits) >= 20 else 2000) + int(digits)
    return Reading(*hit.span(), year=year, years=10)


def _century(hit: re.Match[str]) -> Reading | None:
    words = hit["nth"].lower()
    n = int(re.sub(r"\D", "", words)) if words[0].isdigit() else _CENTURIES[words]
    return Reading(*hit.span(), year=100 * (n - 1), years=100) if 1 <= n <= 22 else None


def _season(hit: re.Match[str]) -> Reading | None:
    return Reading(*hit.span(), season=SEASONS[hit["season"].lower()], year=int(hit["year"]))


_SEASON_LEADS = re.compile(
    r"\b(?:in|over|during|by|since|until|through|throughout|into|before|after)\s(?:the\s)?(?:(?:early|late|mid|coming|past)[- ])?$|\b(?:mid|early|late)[- ]$",
    re.IGNORECASE,
)


def _season_alone(hit: re.Match[str]) -> Reading | None:
    word = hit["season"].lower()
    if not _SEASON_LEADS.search(before(hit, 40)) or (
        word in ("fall", "spring") and re.match(r"\sof\b|\s(?:training|from|for|out)\b", after(hit))
    ):
        return None
    if word == "fall" and not re.search(r"\bthe\s(?:\w+\s)?$", before(hit)):
        return None
    return Reading(*hit.span(), season=SEASONS[word])


_SPORT = re.compile(r"\b(?:touchdowns?|field goals?|quarterback|yards?|rebounds?|NBA|NFL|scored|dunk|three-pointers?)\b")


def _quarter(hit: re.Match[str]) -> Reading | None:
    if _SPORT.search(hit.string, max(0, hit.start() - 200), hit.end() + 150):
        return None
    year = hit["year"] or hit["ofyear"]
    if hit["nth"] and hit["nth"].lower() == "last" and not year:
        return None
    n = ORDINALS[hit["nth"].lower()] if hit["nth"] else int(hit["q"])
    return Reading(*hit.span(), year=int(year) if year else None, quarter=n)


def _half(hit: re.Match[str]) -> Reading | None:
    return Reading(*hit.span(), year=int(hit["year"]), half=1 if hit["nth"].lower() in ("first", "1st") else 2)


_CENTURIES = {
    name: n
    for n, name in enumerate(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"], 1)
}
_CENTURIES |= {
    name: n
    for n, name in enumerate(["thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"], 13)
}
_CENTURIES["twenty-first"] = 21
_MONTH_STARTS = {*MONTHS, *(name[:3] for name in MONTHS), "sept"}
_YEAR = YEAR.replace("?P<year>", "?P<ofyear>")
_ORDINAL_WORDS = "|".join(ORDINALS)

PATTERNS: tuple[Pattern, ...] = (
    pattern("#", rf"{YEAR}-(?P<m>\d\d)-(?P<d>\d\d)(?!\d|-\d)(?:T(?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z)?)?", _iso),
    pattern("#", r"(?P<a>\d\d?)(?P<sep>[/.-])(?P<b>\d\d?)(?P=sep)(?P<year>\d{4}|\d\d)(?![\d/])(?![.-]\d)", _numeric),
    pattern("#", rf"{DAY}{_UNTIL_DAY}(?:{SPACE}of)?(?:{SPACE}|-){MONTH}{_THEN_YEAR}", _day),
    pattern(_MONTH_STARTS, rf"{MONTH}{SPACE}(?:the{SPACE})?{DAY}{_UNTIL_DAY}{_THEN_YEAR}", _day),
    pattern(_MONTH_STARTS, rf"{MONTH}(?:,|{SPACE}of)?{SPACE}{YEAR}(?![\w%]|,\d{{3}}|[.:]\d)", _month_year),
    pattern(_MONTH_STARTS, MONTH, _month),
    pattern("#", r"(?P<decade>1[0-9]\d0|20\d0|[2-9]0)['’]?s\b", _decade),
    pattern(
        ["#", *_CENTURIES, "twenty"],
        rf"(?P<nth>\d\d?(?:st|nd|rd|th)|{'|'.join(_CENTURIES)})[- ]century\b(?!{SPACE}B\.?C)",
        _century,
    ),
    pattern(SEASONS, rf"{SEASON}(?:{SPACE}of)?{SPACE}{YEAR}\b", _season),
    pattern(SEASONS, SEASON, _season_alone),
    pattern(
        ["#", *ORDINALS, "q", "fiscal"],
        rf"(?:{YEAR}[- ])?(?:fiscal[- ])?(?:(?P<nth>{_ORDINAL_WORDS})[- ](?:fiscal[- ])?quarter\b(?!-?finals?\b)|Q(?P<q>[1-4])\b)"
        rf"(?:(?:{SPACE}of)?{SPACE}(?:fiscal{SPACE})?{_YEAR}\b)?",
        _quarter,
    ),
    pattern(["first", "second", "last"], rf"(?P<nth>first|second|last){SPACE}half{SPACE}of{SPACE}{YEAR}\b", _half),
)
