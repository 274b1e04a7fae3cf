"""The present perfect with a time that is over: "has revealed Friday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from newslint.kept.regexes import compiled
from newslint.mentions import Timing, Written
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line

_OVER = compiled(r"(?:late\s|early\s)?(?:yesterday|last\s(?!few|two|three|five|ten))|.*\bago$", re.IGNORECASE | re.DOTALL)
_OBJECT = compiled(
    r"['’]s?\b|\s(?:as|off|through|to\s[A-Z])\b|\s?[-–—]\s?\w|,?\s(?:and|or)\s[\dA-Z]|,?\s(?:attacks?|bombings?|elections?|vote|protests?)\b"
)
"""What shows that the time goes with other words: "Friday's attack", "Friday off", "Friday and Saturday"."""
_CLOSED = compiled(
    r"\s*(?:[.,;:)”\"\n]|$)|\s(?:that|it|he|she|they|at|in|after|near|during|when|while|by|to|and|but)\b|\s(?:morning|afternoon|evening|night)\b"
)


_LED = compiled(r"\b(?:on|in)\s$")
_WITH = compiled(
    r"\s(?:of|from|for|to|with|by|over|about|against|into|on|in|at|between|under)\s(?!(?:it|them|him|her|this|that)\b)"
)


def _of_object(timing: Timing, text: str) -> bool:
    """Whether the time may be that of the object, not of the verb."""
    between = text[timing.verb.end if timing.verb else timing.start : timing.date.start]
    in_it = timing.far and between.endswith(" in ") and _WITH.search(between[:-4])
    return timing.happening == "behind" or bool(timing.far and timing.happening) or bool(in_it)


@dataclass(frozen=True)
class TenseTime(Check):
    """As in "Has" or "have" with a participle and a time that is over: the past tense is wanted ("said on Friday").

    ``unless`` are participles after which the time is that of a plan, or an object: "has set Friday as the day".
    """

    name: ClassVar[str] = "tense-time"
    needs: ClassVar[tuple[type, ...]] = (Timing, Written)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"verb", "time"})}

    unless: tuple[str, ...] = ()

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.body
        for timing in ctx.draft.all(Timing):
            if timing.tense != "perfect" or not timing.verb or _OBJECT.match(text, timing.date.end):
                continue
            if self._over(timing, ctx) and not _of_object(timing, text):
                verb = one_line(timing.verb.of(text))
                if not self._planned.search(verb):
                    yield Match(timing.span, {"verb": verb, "time": one_line(timing.date.span.of(text))})

    def _over(self, timing: Timing, ctx: RuleContext) -> bool:
        date, text = timing.date, ctx.draft.body
        if _OVER.match(date.span.of(text)):
            return True
        if date.weekday is not None:  # "has set Friday as the day"
            led = bool(re.search(r"\bon\s$", text[max(0, date.start - 4) : date.start]))
            return led or bool(_CLOSED.match(text, date.end))
        now = ctx.draft.published or next((written.day for written in ctx.draft.all(Written)), None)
        if date.relative and date.month and date.earliest and _LED.search(text, max(0, date.start - 4), date.start):
            return bool(now and date.type == "DATE" and date.earliest < now and (date.day or date.month != now.month))
        return bool(now and date.latest and not date.relative and date.latest < now)

    @cached_property
    def _planned(self) -> re.Pattern[str]:
        return compiled(rf"\b(?:{'|'.join(map(re.escape, self.unless)) or '(?!)'})$")
