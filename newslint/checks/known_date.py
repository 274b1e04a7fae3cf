"""Dates of well-known events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from newslint.facts import Event
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention, Sentence
from newslint.reckonings import EventMention
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

BEFORE, AFTER = 70, 25
"""How far on either side, in characters, the words of ``unless`` are looked for."""

_CLAUSE = compiled(r"[,;:()–—]\s|\s[–—-]{1,2}\s|\b(?:because|since|although|though|whereas|which|who)\s")
_RELATIVE = compiled(r",?\s(?:which|who|that)\s(?:finally\s|eventually\s|first\s)?")
_YEARS_AFTER = compiled(r"\b(?:year|decade|month)s?\s(?:after|since|later)\b", re.IGNORECASE)


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
                if date.span not in told and not self._excused(ctx, event, mention, date):
                    told.add(date.span)
                    yield Match(date.span, {"known": f"{event.name} {event.verb} {event.when.words}"})

    def _excused(self, ctx: RuleContext, event: Event, mention: EventMention, date: DateMention) -> bool:
        text = ctx.draft.own_words
        place = mention.span
        sentence = next((s.span for s in ctx.draft.all(Sentence) if s.span.covers(place)), place)
        start = max(sentence.start, min(place.start, date.start) - BEFORE)
        end = min(sentence.end, max(place.end, date.end) + AFTER)
        before = f"{text[start : min(place.start, date.start)]} {text[min(place.end, date.start) : date.start]}"
        behind = text[date.end : end]  # the month of May, and the Second World War, are no excuse
        if _told(event, place.of(text)):
            # a sentence with a verb of its own ends at its commas: "Russia, which invaded Ukraine in 2021, would not stop"
            before, behind = _CLAUSE.split(before)[-1], _CLAUSE.split(text[max(place.end, date.end) : end])[0]
            if date.latest and (date.latest < event.when.earliest or date.latest.year - event.when.latest.year <= 1):
                before = _YEARS_AFTER.sub(" ", before)  # the year before the event, or the next, is not "five years after" it
        return self._excuses.search(f"{before} {behind}") is not None

    @cached_property
    def _excuses(self) -> re.Pattern[str]:
        return compiled(rf"\b(?:{'|'.join(map(re.escape, sorted(self.unless))) or '(?!)'})\b", re.IGNORECASE)


def _told(event: Event, words: str) -> bool:
    """Whether these words tell the event, with its verb, and do not only name it."""
    low = _RELATIVE.sub(" ", words.replace("’", "'").lower())
    return any(phrase.kind == "told" and phrase.words == low for phrase in event.phrases)
