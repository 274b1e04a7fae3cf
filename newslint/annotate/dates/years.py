"""Years, decades, centuries, quarters and halves; years alone are told from counts, prices, flights and hours."""

from __future__ import annotations

import re

from newslint.annotate.dates.lexicon import ORDINAL, ORDINALS, SPACE, YEAR, ZONE, either
from newslint.annotate.dates.reading import SHORT, Pattern, Reading, before, pattern
from newslint.kept.regexes import compiled

_LEADS = compiled(
    rf"(?:\b(?:{either('in since until till from by of during before after between early late circa year years fiscal')}"
    rf"|{either('to through for and or the')}|back to|as of)\s|\b(?:mid|pre|post|early|late)[-–]|\(|\b(?:19|20)\d\d\s?[-–/]\s?)$",
    re.IGNORECASE,
)
_SURE_LEADS = compiled(
    rf"\b(?:{either('in since until circa year from early late by')})\s$|\b(?:mid|early|late)[-–]$", re.IGNORECASE
)
_NUMBERED = either(
    """
    flight route model number room unit page pages section article chapter channel windows office boeing airbus agenda area
    gate bus lot box sq
    """
)
_MANY = either("about around some nearly almost over than least most roughly approximately at another only just all those these")
_NO_YEAR_BEFORE = compiled(
    rf"(?:\b(?:{_NUMBERED}|{_MANY}|exceed\w*|total\w*|up to|nos?\.?|pp?\.)\s|[-$£€¥#.,:/+±=_@&–—]\s?|\d\s)$",
    re.IGNORECASE,
)
_ADJECTIVE = either(
    "more other new young local foreign additional extra further armed israeli american british ukrainian russian north"
)
_THINGS = either(
    """
    people men women troops soldiers police officers civilians refugees migrants prisoners hostages protesters demonstrators
    passengers residents families workers staff employees members delegates guests fans supporters students pupils children
    patients cases deaths dead injured wounded killed jobs votes seats shares units points homes houses households rooms beds
    vehicles cars schools hospitals firms companies copies tickets items pages words times dollars pounds euros
    feet foot ft met(?:er|re)s? kilomet\\w+ km miles? kg kilos? kilograms? tonn?es tons? acres hectares degrees calories watts?
    volts? mw kw rpm hp cc mph kph m hours? hrs days? weeks? months? years? per\\s?cent percent million billion thousand gmt utc
    """
)
_HOW_MANY = either(
    """
    a an the his her their its at about around some more nearly almost up one two three four five six seven eight nine ten dozens
    scores hundreds thousands
    """
)
_DOES = rf"(?:killed|injured|wounded)\s(?:\d|{_HOW_MANY}\b)"
"""A verb behind the year, and no count: "the attack in 2017 killed 22 people"."""

_COUNTED = compiled(rf"\s?(?:%|°)|[\s-](?!{_DOES})(?:(?:{_ADJECTIVE})\s)?(?:{_THINGS}|local time|[a-z]+-strong)\b", re.IGNORECASE)
_GLUED = compiled(
    rf"[\w%]|,\d{{3}}|[.:/]\d|[-–](?:{either('year day mile foot met strong seat page room plus')})"
    rf"|{SPACE}?{ZONE}\b|[ ]?[+]|{SPACE}B\.?C"
)
_END = compiled(r"(?:[-–/](?P<end>\d\d)|[-–/](?P<whole>(?:1[89]|20)\d\d))(?![\w%/:]|[.,]\d|[-–])")


def _year(hit: re.Match[str]) -> Reading | None:
    """A year, or two as one range: "2006-2010", "2012-13"."""
    text, end, lead, year = hit.string, hit.end(), before(hit, 28), int(hit["year"])
    until = None
    if (through := _END.match(text, end)) and (last := int(through["whole"] or f"{year // 100}{through['end']}")) > year:
        until, end = last, through.end()
    elif (
        through
        and through["whole"]
        and int(through["whole"]) < year
        and lead.endswith("(")
        and text[through.end() : through.end() + 1] == ")"
    ):
        return Reading(hit.start(), through.end(), fault="it ends before it starts")
    led = bool(_LEADS.search(lead))
    if _GLUED.match(text, end) or _COUNTED.match(text, end) or (not led and _NO_YEAR_BEFORE.search(lead)):
        return None
    unusual = year < 1900 or year > 2060
    round_figure = year % 100 == 0
    if (unusual and not _SURE_LEADS.search(lead)) or (round_figure and not led) or (year < 1900 and round_figure):
        return None
    return Reading(hit.start(), end, year=year, until_year=until)


def _short_year(hit: re.Match[str]) -> Reading | None:
    """A year cut to two figures: the winter of '98."""
    if not re.search(rf"\b(?:{either('of in since from until summer winter spring')})\s$", before(hit), re.IGNORECASE):
        return None
    two = int(hit["two"])
    return Reading(*hit.span(), year=two + (1900 if two >= 40 else 2000))


def _decade(hit: re.Match[str]) -> Reading | None:
    digits = hit["decade"]
    if len(digits) == 2 and not re.search(r"['’‘]$|\b1[89]\d0s(?: and| or|,) $", before(hit)):
        return None  # "in her 40s", "highs in the 80s"
    year = int(digits) if len(digits) == 4 else (1900 if int(digits) >= 20 else 2000) + int(digits)
    return Reading(*hit.span(), year=year, years=100 if year < 1900 and year % 100 == 0 else 10)


_NTH = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"),
)
_CENTURIES = {name: n for n, name in enumerate(_NTH, 1)} | {"twenty-first": 21}


def _century(hit: re.Match[str]) -> Reading | None:
    words = hit["century"].lower()
    n = int(words[:-2]) if words[0].isdigit() else _CENTURIES[words]
    return Reading(*hit.span(), year=100 * (n - 1), years=100) if 1 <= n <= 22 else None


_SPORT = compiled(
    rf"\b(?:touchdowns?|field goals?|yards?|rebounds?|three-pointers?|{either('quarterback NBA NFL scored dunk')})\b"
)


def _quarter(hit: re.Match[str]) -> Reading | None:
    """A quarter of the year, not of a match."""
    if _SPORT.search(hit.string, max(0, hit.start() - 200), hit.end() + 150):
        return None
    year, nth = hit["year"] or hit["ofyear"], hit["nth"]
    if nth and nth.lower() == "last" and not year:
        return None
    return Reading(*hit.span(), year=int(year) if year else None, quarter=ORDINALS[nth.lower()] if nth else int(hit["q"]))


_WHICH_YEAR = {"last": -1, "this": 0, "the": 0, "next": 1}


def _half(hit: re.Match[str]) -> Reading | None:
    """The half of a year, named or counted from the day of writing."""
    said = hit.groupdict()
    half = int(said["h"]) if said.get("h") else 1 if said["nth"].lower() == "first" else 2
    if which := said.get("which"):
        return Reading(*hit.span(), half=half, unit="year", shift=_WHICH_YEAR[which.lower()])
    year = said["year"] or said.get("ofyear")
    return Reading(*hit.span(), year=int(year), half=half) if year else None


_NTH_CENTURY = rf"\d\d?(?:st|nd|rd|th)|{'|'.join(_CENTURIES)}"
_OF_YEAR = YEAR.replace("?P<year>", "?P<ofyear>")

PATTERNS: tuple[Pattern, ...] = (
    pattern(["#4"], YEAR, _year),
    pattern(["'"], r"['’](?P<two>\d\d)(?![\w'’])", _short_year),
    pattern(["#2", "#4"], r"(?P<decade>1[0-9]\d0|20\d0|[2-9]0)['’]?s\b", _decade),
    pattern(
        [*SHORT, *_NTH, "twenty"],
        rf"(?P<century>{_NTH_CENTURY})(?:(?:-|{SPACE})(?:century|centuries)\b|(?=(?:{SPACE}(?:and|or|to){SPACE}|[-–])(?:{_NTH_CENTURY})"
        rf"[- ]centur(?:y|ies)\b))(?!{SPACE}B\.?C)",
        _century,
    ),
    pattern(
        ["#1", "#4", *ORDINALS, "q", "fiscal"],
        rf"(?:{YEAR}[- ])?(?:fiscal[- ])?(?:{ORDINAL}[- ](?:fiscal[- ])?quarter\b(?!-?finals?\b)|Q(?P<q>[1-4])\b)"
        rf"(?:(?:{SPACE}of)?{SPACE}(?:fiscal{SPACE})?{_OF_YEAR}\b)?",
        _quarter,
    ),
    pattern(
        ["first", "second", "last", "latter"],
        rf"(?P<nth>first|second|last|latter)[- ]half{SPACE}of{SPACE}"
        rf"(?:(?:fiscal{SPACE})?{YEAR}|(?P<which>last|this|next|the){SPACE}year)\b",
        _half,
    ),
    pattern(["h", "#4"], rf"(?:{YEAR}[- ])?H(?P<h>[12])\b(?:{SPACE}(?:of{SPACE})?{_OF_YEAR}\b)?", _half),
)
