"""Years written alone, told apart from counts, prices, flights and hours of the day."""

from __future__ import annotations

import re

from newslint.annotate.dates.lexicon import SPACE, YEAR, ZONE
from newslint.annotate.dates.reading import Pattern, Reading, before, pattern

_TIME_LEADS = re.compile(
    r"(?:\b(?:in|since|until|till|from|by|of|during|before|after|between|early|late|circa|year|years|fiscal|to|through|for|and|or|the|back to|as of)\s"
    r"|\b(?:mid|pre|post|early|late)[-–]|\(|\b(?:19|20)\d\d\s?[-–/]\s?)$",
    re.IGNORECASE,
)
_OLD_LEADS = re.compile(
    r"\b(?:in|since|until|circa|year|from|in late|in early|early|late)\s$|\b(?:mid|early|late)[-–]$", re.IGNORECASE
)
_NO_YEAR_BEFORE = re.compile(
    r"(?:\b(?:about|around|some|nearly|almost|over|than|least|most|roughly|approximately|exceed\w*|total\w*|flight|route|model|number|no\.?|nos\.?|room|unit"
    r"|page|pages|pp?\.|section|article|chapter|channel|windows|office|boeing|airbus|agenda|area|gate|bus|lot|box|sq|at|up to|another|only|just|all|those|these)"
    r"\s|[-$£€¥#.,:/+±=_@&–—]\s?|\d\s)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s?(?:%|°)|[\s-](?:(?:more|other|new|young|local|foreign|additional|extra|further|armed|israeli|american|british|ukrainian|russian|north)\s)?"
    r"(?:people|men|women|troops|soldiers|police|officers|jobs|votes|homes|houses|households|points|feet|foot|ft|met(?:er|re)s?|kilomet\w+|km|miles?|kg|kilos?|kilograms?"
    r"|tonn?es|tons?|acres|hectares|dollars|pounds|euros|students|pupils|children|patients|cases|deaths|workers|staff|employees|members|seats|shares|units|vehicles|cars"
    r"|calories|watts?|mw|kw|degrees|hours?|hrs|days?|weeks?|months?|years?|times|words|passengers|civilians|refugees|migrants|prisoners|hostages|protesters|demonstrators"
    r"|residents|families|firms|companies|schools|hospitals|copies|tickets|fans|supporters|delegates|guests|items|pages|rooms|beds|volts?|rpm|hp|cc|mph|kph|m|per\s?cent|percent"
    r"|million|billion|thousand|dead|injured|wounded|killed|so-called|gmt|utc|local time|[a-z]+-strong)\b",
    re.IGNORECASE,
)
_GLUED = re.compile(
    rf"[\w%]|,\d{{3}}|[.:/]\d|[-–](?:year|day|mile|foot|met|strong|seat|page|room|plus)|{SPACE}?{ZONE}\b|[ ]?[+]|{SPACE}B\.?C"
)
_PAREN_AFTER = re.compile(r"\s?[),;.]")
_SHORT_END = re.compile(r"[-–/](?P<end>\d\d)(?![\w%/:]|[.,]\d|[-–])")


def _year(hit: re.Match[str]) -> Reading | None:
    text, end = hit.string, hit.end()
    year = int(hit["year"])
    lead = before(hit, 28)
    until = None
    if (short := _SHORT_END.match(text, end)) and int(short["end"]) > year % 100:
        until, end = year - year % 100 + int(short["end"]), short.end()
    if _GLUED.match(text, end) or _COUNTED.match(text, end):
        return None
    led = bool(_TIME_LEADS.search(lead))
    if not led and _NO_YEAR_BEFORE.search(lead):
        return None
    if year < 1900 and not (_OLD_LEADS.search(lead) and (year % 100 or _PAREN_AFTER.match(text, end))):
        return None
    if (year in (1900, 2000, 2100) or year > 2060) and not led:
        return None
    if year > 2060 and not re.search(r"\b(?:in|by|until|since|year)\s$", lead, re.IGNORECASE):
        return None
    return Reading(hit.start(), end, year=year, until_year=until)


def _short_year(hit: re.Match[str]) -> Reading | None:
    """A year cut to two figures: the winter of '98."""
    if not re.search(r"\b(?:of|in|since|from|until|summer|winter|spring|class of)\s$", before(hit), re.IGNORECASE):
        return None
    two = int(hit["two"])
    return Reading(*hit.span(), year=two + (1900 if two >= 40 else 2000))


PATTERNS: tuple[Pattern, ...] = (
    pattern("#", YEAR, _year),
    pattern(["'"], r"['’](?P<two>\d\d)(?![\w'’])", _short_year),
)
