"""Bodies and countries in a time when they were not there."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from newslint.facts import Body
from newslint.mentions import DateMention, Quote, Sentence
from newslint.reckonings import EventMention
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_ADJECTIVE = re.compile(
    r"\s(?!(?:and|when|as|after|with|by|to|in|on|at|for|but|of|from|where|while|because|over|under|near|against|about|the|an?|his|her|its|their|our|they|he|she|it|we|i|there|was|were|had|did|beat|met|who|which|that|this|some|no)\b)[a-z]"
)
"""What makes a year an adjective, which tells no time: "the 2012 presidential candidate"."""


@dataclass(frozen=True)
class Anachronism(Check):
    """A body of the facts tables in a sentence that tells of a time before it was founded.

    The time is that of every date of the sentence, or of an event of the tables that it tells of; it stands within ``near``
    characters of the name. ``unless`` are words that make it a name for what came later or was there before: born, founded,
    what is now. ``grace`` is how many years early a name is still let pass. The case ``was`` is for bodies of which the
    table says what was there before.
    """

    unless: frozenset[str] = frozenset()
    grace: int = 0
    near: int = 90

    name: ClassVar[str] = "anachronism"
    needs: ClassVar[tuple[type, ...]] = (DateMention, EventMention, Sentence, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"name", "founded", "time"}),
        "was": frozenset({"name", "founded", "time", "was"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.own_words
        bodies = [body for body in ctx.facts.bodies if any(name in text for name in body.names)]
        if not bodies:
            return
        for sentence in ctx.draft.all(Sentence):
            if time := _time(sentence.span, ctx):
                yield from self._early(sentence.span, time, bodies, text)

    def _early(self, sentence: Span, time: tuple[dt.date, str, Span], bodies: list[Body], text: str) -> Iterator[Match]:
        latest, said, where = time
        words = sentence.of(text)
        if self._excuses.search(words):
            return
        for body in bodies:
            if latest.year + self.grace >= body.founded.earliest.year:
                continue
            for name in body.names:
                if found := re.search(
                    rf"(?<![\w’'-]){re.escape(name)}(?![\w-])(?!\s(?:immigrant|native|descent|origin|territory|region)\b)", words
                ):
                    slots = {"name": body.name, "founded": body.founded.words.partition(" ")[2], "time": said, "was": body.was}
                    span = Span(sentence.start + found.start(), sentence.start + found.end())
                    if max(span.start - where.end, where.start - span.end) > self.near:
                        continue
                    yield Match(span, slots, case="was" if body.was else "default")
                    return

    @cached_property
    def _excuses(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(self.unless))) or '(?!)'})\b", re.IGNORECASE)


def _time(sentence: Span, ctx: RuleContext) -> tuple[dt.date, str, Span] | None:
    """The latest day of which a sentence tells, the words for it and where; None where it tells of the time of writing too."""
    text = ctx.draft.text
    dates = [date for date in ctx.draft.all(DateMention) if sentence.covers(date.span) and date.type == "DATE"]
    if any(date.relative or date.latest is None or _ADJECTIVE.match(text, date.end) for date in dates):
        return None
    times = [(date.latest, date.span.of(text), date.span) for date in dates if date.latest]
    times += [
        (event.latest, f"{event.latest:%Y}", event.span) for event in ctx.draft.all(EventMention) if sentence.covers(event.span)
    ]
    return max(times) if times else None
