"""Dates of well-known events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from newslint.mentions import DateMention, Sentence
from newslint.reckonings import EventMention
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

BEFORE, AFTER = 70, 25
"""How far on either side, in characters, the words of ``unless`` are looked for."""


@dataclass(frozen=True)
class KnownDate(Check):
    """A date given to an event of the facts tables that is not its date.

    The event and the date must be joined ("in", "on", a bracket, "the 2021 invasion of …").
    ``unless`` are phrases that, near by in the sentence, make it something else: an
    anniversary, a warning, a film.
    """

    name: ClassVar[str] = "known-date"
    needs: ClassVar[tuple[type, ...]] = (EventMention, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"known"})}

    unless: frozenset[str] = frozenset()

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        events = {event.id: event for event in ctx.facts.events}
        told: set[Span] = set()
        for mention in ctx.draft.all(EventMention):
            event = events[mention.event]
            for date in mention.dates:
                if date.earliest is None or date.latest is None or event.fits(date.earliest, date.latest):
                    continue
                if date.span not in told and not self._excused(ctx, mention, date):
                    told.add(date.span)
                    yield Match(date.span, {"known": f"{event.name} {event.verb} {event.when.words}"})

    def _excused(self, ctx: RuleContext, mention: EventMention, date: DateMention) -> bool:
        text = ctx.draft.own_words
        place = mention.span
        sentence = next((s.span for s in ctx.draft.all(Sentence) if s.span.covers(place)), place)
        start = max(sentence.start, min(place.start, date.start) - BEFORE)
        end = min(sentence.end, max(place.end, date.end) + AFTER)
        near = f"{text[start : date.start]} {text[date.end : end]}"  # the month of May is no excuse
        return self._excuses.search(near) is not None

    @cached_property
    def _excuses(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(self.unless))) or '(?!)'})\b", re.IGNORECASE)
