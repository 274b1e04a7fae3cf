"""Neighbours that make one expression: weekday and date, clock and day, month and "last year"."""

from __future__ import annotations

import re
from dataclasses import replace

from newslint.annotate.dates.reading import Reading
from newslint.kept.regexes import compiled

LONGEST_GAP = 12
_COMMA = compiled(r",?[ \t\xa0]{1,2}(?:on[ ])?(?:the[ ])?|,?[ \t\xa0]\(")
_COMMA_NO_THE = compiled(r"\)?,?[ \t\xa0]{1,2}(?:on[ ])?|[ \t\xa0]\(")
_A_WEEKDAY = compiled(r",[ ]a[ ]|[ \t\xa0]\(")
_AT = compiled(r",?[ \t\xa0](?:at[ ])?(?:about[ ]|around[ ])?")
_OF = compiled(r"[ \t\xa0](?:of[ ](?:the[ ])?)?")
_ON = compiled(r"[ \t\xa0](?:on[ ])?")
_OWN = compiled(r"['’]s[ ]")
_THROUGH = compiled(r"[ ]?[-–—][ ]?|[ ](?:to|and|until|till|through)[ ]")


def joined(text: str, found: list[Reading]) -> list[Reading]:
    """The readings of a text, those that belong together made one.

    From the right, so that in "10pm on Thursday, 5 July" the weekday meets its date first.
    """
    out: list[Reading] = []
    for reading in reversed(found):
        gap = text[reading.end : out[-1].start] if out else ""
        if out and len(gap) <= LONGEST_GAP and _belong(reading, out[-1], gap):
            closing = "(" in gap and text[out[-1].end : out[-1].end + 1] == ")"
            out[-1] = replace(reading.with_(out[-1]), end=out[-1].end + closing)
        else:
            out.append(reading)
    return out[::-1]


def with_shared_years(text: str, found: list[Reading]) -> list[Reading]:
    """The year said once for both ends: "from 28 December to 3 January 2020"."""
    out = found[-1:]
    for reading in reversed(found[:-1]):
        then = out[-1]
        if reading.month and reading.yearless and then.month and then.year and _THROUGH.fullmatch(text[reading.end : then.start]):
            reading = replace(reading, year=then.year - (reading.month > then.month))
        out.append(reading)
    return out[::-1]


def _belong(one: Reading, two: Reading, gap: str) -> bool:
    """Whether two readings, with these words between, are one expression."""
    if one.value or two.value or (one.fault and two.fault):
        return False
    between = _between(one, two)
    return between is not None and bool(between.fullmatch(gap))


def _between(one: Reading, two: Reading) -> re.Pattern[str] | None:
    """The words that may join two readings of these kinds, if any may."""
    if one.bare_weekday and two.bare_date:
        return _COMMA
    if one.bare_date and two.bare_weekday:
        return _A_WEEKDAY
    if one.bare_clock and two.type == "DATE" and two.has_day and not two.weak and not two.until_day:
        return _COMMA_NO_THE
    if two.bare_clock and one.type == "DATE" and one.has_day and not one.weak and not one.until_day:
        return _AT
    return _of_a_year_or_week(one, two)


def _of_a_year_or_week(one: Reading, two: Reading) -> re.Pattern[str] | None:
    if one.unit == "year" and two.yearless and not one.story and not one.rough:
        return _OWN  # "this year's third quarter"
    if one.unit == "week" and one.shift is not None and not one.story and not one.rough and two.bare_weekday:
        return _ON  # "next week on Tuesday"
    whole = two.shift is not None and not two.story and not two.rough
    if whole and ((one.yearless and two.unit == "year") or (one.bare_weekday and two.unit == "week")):
        return _OF
    return None
