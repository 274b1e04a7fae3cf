"""The words just before an expression that TIMEX3 counts in: "early", "the end of", "nearly", "the"."""

from __future__ import annotations

import re
from dataclasses import replace

from newslint.annotate.dates.lexicon import either
from newslint.annotate.dates.reading import Reading
from newslint.kept.regexes import compiled

WIDTH = 40
_PART_OF = (
    rf"(?:(?:the\s)?(?:very\s)?(?:{either('beginning start end middle rest remainder close')}"
    r"|(?:latter|early)\spart|(?:first|second)\shalf|(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th)\s(?:week|weekend|days?|(?:few|two)\s(?:days|weeks)))\sof\s)?"
)


def _lead(words: str) -> re.Pattern[str]:
    return compiled(rf"\b(?:{words})$", re.IGNORECASE)


_DAY = _lead(rf"(?:{either('early late earlier later sometime mid')})[ -]")
_DATE = _lead(rf"(?:{either('early late sometime about around')})[ -]")
_YEAR = _lead(rf"{_PART_OF}(?:the\s(?=early|late|mid))?(?:(?:{either('early late mid fiscal about around')})[ -])?")
_PERIOD = _lead(
    rf"{_PART_OF}(?:the\s)?"
    rf"(?:(?:{either('earlier later early late mid sometime')})[ -](?:in\s|on\s)?)?"
    r"(?:the\s|this\s|its\s)?(?:fiscal\s|same\s)?"
)
_LENGTH = _lead(
    rf"(?:(?:no\s)?(?:more|less|fewer)\sthan|at\s(?:least|most)|up\sto|as\slong\sas"
    rf"|{either('nearly almost about around roughly approximately some another')})\s(?:the\s)?"
    r"|(?:well\s|just\s)?(?:over|under)\s|the\s"
)
_ARTICLE = compiled(r"\b(?:the|its|this)\s(?:fiscal\s)?$", re.IGNORECASE)
_MODS = (
    dict.fromkeys(["early", "beginning", "start"], "START")
    | dict.fromkeys(["mid", "middle"], "MID")
    | dict.fromkeys(["late", "end", "close", "latter"], "END")
)
_PART = compiled(rf"\b(?:{'|'.join(_MODS)})\b", re.IGNORECASE)
_OF_A_NOUN = compiled(r"(?!\S+-(?:ago|earlier)\s)\S+-\S+", re.IGNORECASE)


def with_lead(text: str, reading: Reading, last: int = 0) -> Reading:
    """The reading, begun where its first word stands, but not before ``last``, where the one before ends."""
    if reading.type == "SET" or reading.value.endswith("_REF"):
        return reading
    lead = _pattern(reading).search(text, max(last, reading.start - WIDTH), reading.start)
    if not lead:
        return reading
    if _ARTICLE.search(lead[0]) and not reading.has_day and _OF_A_NOUN.match(text, reading.start, reading.end):
        return reading  # in "the eight-year war" the article is the war's
    part = _PART.search(lead[0])
    return replace(reading, start=reading.start - len(lead[0]), mod=_MODS[part[0].lower()] if part else reading.mod)


def _pattern(reading: Reading) -> re.Pattern[str]:
    if reading.type == "DURATION" or (reading.rough and reading.unit):
        return _LENGTH
    if reading.has_day or reading.type == "TIME":
        return _DATE if reading.day or reading.clock else _PERIOD if reading.story else _DAY
    counted = reading.unit or reading.shift is not None
    return _PERIOD if counted or reading.years > 1 or reading.quarter or reading.season or reading.half else _YEAR
