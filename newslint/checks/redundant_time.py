"""One time given twice: "earlier this summer, in July", "3 a.m. in the morning"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from newslint.finding import Edit, Fix
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention, Quote
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line

_SEASONS = {"spring": (3, 4, 5), "summer": (6, 7, 8, 9), "autumn": (9, 10, 11), "fall": (9, 10, 11), "winter": (12, 1, 2)}
_THIS = compiled(r"(?:(?:earlier|later)\s)?this\s(?P<unit>week|month|year|spring|summer|autumn|fall|winter)$", re.IGNORECASE)
_GAP = compiled(r",\s(?:back\s)?(?:in|on)\s(?:late\s|early\s)?|\s(?:in|on)\s(?:late\s|early\s)?|\s\((?:in\s|on\s)?")
_HALF_DAY = compiled(r"\b(?:\d\d?(?:[:.]\d\d)?|noon|midnight)[\s\xa0-]?(?P<mark>[ap])\.?m\b\.?$", re.IGNORECASE)
_PART = compiled(r"\s(?:in\sthe\s(?:early\s)?(?:morning|afternoon|evening)|at\snight)\b")
_DAY_PART = compiled(
    r"(?P<day>tonight|this|yesterday|tomorrow|[a-z]+day)(?:\s(?P<part>morning|afternoon|evening|night))?$", re.IGNORECASE
)
_TWELVE = compiled(r"\b12[\s-]$")


@dataclass(frozen=True)
class RedundantTime(Check):
    """Two times side by side, one within the other ("this summer, in July"), a part of the day behind a.m. or p.m.,
    and "12 noon"."""

    name: ClassVar[str] = "redundant-time"
    needs: ClassVar[tuple[type, ...]] = (DateMention, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "within": frozenset({"outer", "inner"}),
        "part": frozenset({"clock", "part"}),
        "twelve": frozenset({"word"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.own_words
        mentions = [mention for mention in ctx.draft.all(DateMention) if not mention.span.of(text).isspace()]
        for first, second in pairwise(mentions):
            if _within(first, second, text):
                closing = text[second.end : second.end + 1] == ")"
                span = Span(first.start, second.end + closing)
                yield Match(span, {"outer": first.span.of(text), "inner": second.span.of(text)}, "within")
        for mention, then in pairwise([*mentions, None]):
            if mention and (match := _part(mention, then, text) or _twelve(mention, text)):
                yield match


def _within(outer: DateMention, inner: DateMention, text: str) -> bool:
    said = _THIS.match(outer.span.of(text))
    if not said or not _GAP.fullmatch(text, outer.end, inner.start):
        return False
    unit = said["unit"].lower()
    if unit == "week":
        return (inner.weekday is not None and inner.day is None) or inner.grain == "day"
    if inner.grain not in ("day", "month", "year", "season"):
        return False
    if unit == "year":
        same = outer.year is None or inner.year is None or outer.year == inner.year
        return same and (inner.month is not None or inner.grain in ("season", "year"))
    if inner.month is None:
        return False
    return inner.month == outer.month if unit == "month" else inner.month in _SEASONS[unit]


def _part(clock: DateMention, then: DateMention | None, text: str) -> Match | None:
    """A part of the day that a.m. or p.m. has told already; the fix leaves it out."""
    words = clock.span.of(text)
    if clock.type != "TIME" or not _HALF_DAY.search(words):
        return None
    if said := _PART.match(text, clock.end):
        tail = Span(*said.span())
        stop = words.endswith(".") and text[tail.end : tail.end + 1] == "."  # the stop of "a.m." ends the sentence too
        fix = Fix((Edit(Span(tail.start, tail.end + stop), ""),), f"Leave out “{one_line(tail.of(text))}”", safe=True)
        return Match(Span(clock.start, tail.end), {"clock": words, "part": one_line(tail.of(text))}, "part", fix=fix)
    if not then or not re.fullmatch(r",?\s(?:on\s)?", text[clock.end : then.start]):
        return None
    day = _DAY_PART.match(then.span.of(text))
    if not day or (not day["part"] and day["day"].lower() != "tonight"):
        return None
    better = "today" if day["day"].lower() in ("tonight", "this") else day["day"]
    fix = Fix((Edit(then.span, better),), f"Write “{words} … {better}”", safe=True)
    return Match(clock.span.through(then.span), {"clock": words, "part": then.span.of(text)}, "part", fix=fix)


def _twelve(mention: DateMention, text: str) -> Match | None:
    """As in "12 noon" and "12 midnight"."""
    word = mention.span.of(text).split()[0].lower()
    said = _TWELVE.search(text, max(0, mention.start - 4), mention.start) if word in ("noon", "midnight", "midday") else None
    if not said:
        return None
    fix = Fix((Edit(Span(said.start(), mention.start), ""),), f"Write “{word}”", safe=True)
    return Match(Span(said.start(), mention.start + len(word)), {"word": word}, "twelve", fix=fix)
