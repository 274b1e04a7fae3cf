"""Present, past and future without a date: "now", "recently", "in the past", "soon"."""

from __future__ import annotations

import re

from newslint.annotate.dates.lexicon import SPACE, either
from newslint.annotate.dates.reading import Pattern, Reading, after, before, both, pattern
from newslint.kept.regexes import compiled

_CURRENT_WHAT = compiled(r"\s(?:affairs|account)|-")
_SO_SOON = compiled(rf"\b(?:{either('as too how so very')})\s$", re.IGNORECASE)
_TO_COME = compiled(rf"\b(?:{either('will would could can may might must should hope hopes hoped to')})\s$", re.IGNORECASE)
_END = r"[.,;:!?)”\"]|\s?$"


def _present(hit: re.Match[str]) -> Reading | None:
    other = hit[0].lower() == "current" and _CURRENT_WHAT.match(after(hit))
    return None if other else Reading(*hit.span(), value="PRESENT_REF")


def _past(hit: re.Match[str]) -> Reading:
    return Reading(*hit.span(), value="PAST_REF")


def _future(hit: re.Match[str]) -> Reading | None:
    other = hit[0].lower() == "soon" and _SO_SOON.search(before(hit))
    return None if other else Reading(*hit.span(), value="FUTURE_REF")


def _one_day(hit: re.Match[str]) -> Reading | None:
    """Some day to come: "it will one day be a park"."""
    return Reading(*hit.span(), value="FUTURE_REF") if _TO_COME.search(before(hit)) else None


def _previously(hit: re.Match[str]) -> Reading | None:
    """Only where it opens a sentence; "a previously unknown group" tells no time."""
    return Reading(*hit.span(), value="PAST_REF") if hit[0][0].isupper() else None


PATTERNS: tuple[Pattern, ...] = (
    pattern(["previously"], r"previously\b", _previously),
    pattern(["at"], rf"at the time(?={_END})", _past),
    pattern(["at"], r"at a later (?:date|time|stage)\b", _future),
    pattern(both("the", "short near medium long longer"), r"the (?:short|near|medium|long|longer) term\b", _future),
    pattern(both("the", "time"), r"the time being\b", _present),
    pattern(
        ["now", "currently", "current", "right", "at", "these", "nowadays", "presently"],
        r"(?:(?:right )?now|currently|current|at (?:present|the moment|this (?:time|point|moment))"
        r"|these days|nowadays|presently)\b",
        _present,
    ),
    pattern(["recently", "recent", "lately"], rf"(?:recently|lately|recent(?:{SPACE}(?:times|history))?)\b", _past),
    pattern(
        both("the", "past"),
        rf"(?<=\bin )the past(?={_END}|\s(?:{either('that and but he she it they has have had was were when who')})\b)",
        _past,
    ),
    pattern(["one"], r"one day\b(?!\s(?:after|before|each|every|later|of|per)\b)", _one_day),
    pattern(["soon"], r"soon\b(?!\s(?:as|after)\b|-)", _future),
    pattern(both("the", "future"), rf"the future\b(?={_END}|\s(?:{either('and if but to when')})\b)", _future),
    pattern(["coming", "upcoming"], rf"(?:up)?coming{SPACE}(?:{either('days weeks months years decades quarters')})\b", _future),
)
