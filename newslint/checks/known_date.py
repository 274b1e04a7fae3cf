"""Dates of well-known events."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile
from typing import ClassVar

from newslint.facts import Event, Phrase
from newslint.mentions import DateMention, Mention, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_WORD = re.compile(r"[^\W_]+")
_IN = re.compile(
    r"(?:,?\s(?:first|back|late|early|itself|began|started|happened|occurred|took\splace|came|that\s(?:began|started)|which\s(?:began|started)))*"
    r",?\s(?:in|on)\s(?:the\s)?|\s\((?:in\s|on\s)?"
)
_SUBJECT = re.compile(
    r"(?:^|\b(?:since|until|from|between)\s)(?:the\s|a\s|an\s|its\s|his\s|their\s)?(?-i:[A-Z][\w’'-]+\s){0,2}(?:first\s|so-called\s)?$",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\W*(?:[Ii]n|[Oo]n|[Ss]ince)\s(?:the\s)?")
_OWNER = re.compile(r"\b(?:the|its|his|their|[A-Z]\w+['’]s?)\s$", re.IGNORECASE)
_GAP = re.compile(r"\s(?:[A-Z][\w’'-]+\s){0,2}")
_COMMA_GAP = re.compile(r",?\s(?:[A-Z][\w’'-]+\s){0,2}")
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
    needs: ClassVar[tuple[type, ...]] = (DateMention, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"known"})}

    unless: frozenset[str] = frozenset()

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        dates = [date for date in ctx.draft.all(DateMention) if date.anchored and not date.relative]
        if not dates:
            return
        text = ctx.draft.own_words
        low = text.replace("’", "'").lower()
        low = low if len(low) == len(text) else text
        words = set(_WORD.findall(low))
        found: dict[Span, Match] = {}
        for event in ctx.facts.events:
            for phrase in event.phrases:
                if phrase.longest not in words:
                    continue
                for hit in re.finditer(rf"(?<!\w){re.escape(phrase.words)}(?!\w)", low):
                    place = Span(*hit.span())
                    sentence = _around(place, ctx.draft.all(Sentence))
                    for date in _within(sentence, dates):
                        if self._misdated(event, phrase, place, date, sentence, text):
                            known = f"{event.name} {event.verb} {event.when.words}"
                            found.setdefault(date.span, Match(date.span, {"known": known}))
        yield from found.values()

    def _misdated(self, event: Event, phrase: Phrase, place: Span, date: DateMention, sentence: Span, text: str) -> bool:
        if date.earliest is None or date.latest is None or event.fits(date.earliest, date.latest):
            return False
        start = max(sentence.start, min(place.start, date.start) - BEFORE)
        end = min(sentence.end, max(place.end, date.end) + AFTER)
        near = f"{text[start : date.start]} {text[date.end : end]}"  # the month of May is no excuse
        return _joined(event, phrase, place, date, sentence, text) and not self._excused.search(near)

    @cached_property
    def _excused(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(self.unless))) or '(?!)'})\b", re.IGNORECASE)


def _around(place: Span, sentences: Sequence[Sentence]) -> Span:
    """The sentence that a place lies in, or the place itself where none covers it."""
    at = bisect_right(sentences, place.start, key=_start) - 1
    return sentences[at].span if at >= 0 and sentences[at].span.covers(place) else place


def _within(sentence: Span, dates: Sequence[DateMention]) -> Iterator[DateMention]:
    at = bisect_left(dates, sentence.start, key=_start)
    return takewhile(lambda date: date.end <= sentence.end, islice(dates, at, None))


def _start(mention: Mention) -> int:
    return mention.start


def _joined(event: Event, phrase: Phrase, place: Span, date: DateMention, sentence: Span, text: str) -> bool:
    """Whether the words say that this date is the event's.

    A date before the event needs only to stand beside it: nothing follows from an event
    before it happens. A later one may date something else in the sentence ("wrote about the
    fall of the Wall in 1995"), unless the event has a verb of its own or is the subject.
    """
    if place.end <= date.start:
        gap = text[place.end : date.start]
        early = date.latest is not None and date.latest < event.when.earliest
        subject = early or phrase.kind == "told" or "(" in gap or bool(_SUBJECT.search(text[sentence.start : place.start]))
        return phrase.kind != "dated" and subject and bool(_IN.fullmatch(gap))
    gap, lead = text[date.end : place.start], text[sentence.start : date.start]
    if phrase.kind == "dated":
        day = event.when.earliest
        same = (
            date.grain == "day" and date.earliest is not None and (date.earliest.month, date.earliest.day) == (day.month, day.day)
        )
        return same and bool(_COMMA_GAP.fullmatch(gap))
    if phrase.kind == "told":
        return bool(_OPENING.fullmatch(lead) and _COMMA_GAP.fullmatch(gap))
    return bool(_OWNER.search(lead) and _GAP.fullmatch(gap))
