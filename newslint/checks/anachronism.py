"""Bodies and countries in a time when they were not there."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from newslint.facts import Body
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention, Quote, Sentence
from newslint.reckonings import EventMention
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, starting_in
from newslint.words import word_set

_ADJECTIVE = compiled(
    r"\s(?!(?:and|when|as|after|with|by|to|in|on|at|for|but|of|from|where|while|because|over|under|near|against|about|the|an?|his|her|its|their|our|they|he|she|it|we|i|there|was|were|had|did|beat|met|who|which|that|this|some|no)\b)[a-z]"
)
"""What makes a year an adjective, which tells no time: "the 2012 presidential candidate"."""


_LETTERS = word_set(
    "NHS BBC EU UN CIA KGB IMF WTO WHO ICC IAEA ECB EEC USSR GDR UAE FSB FBI DEA EPA SEC NSA NCA CPS FCA eurozone euro Taliban"
)
_FIRST_WORDS = word_set(
    """
    Lib World International European United African Arab Palestinian Palestine National English Indian Hubble Europa Champions
    Royal Drug Environmental Financial Federal Office Department Crown Council Commonwealth Organisation Organization League UK
    Brexit Soviet Warsaw Czech Super Wagner Peace Securities Affordable Good Russian
    """
)
"""Bodies that take "the" before their name."""

_PRESENT = compiled(r"\b(?:is|are|has|have)\b")
"""The sentence tells of the time of writing too, and the name may be its."""

_LATE = compiled(
    r"\b(?:former|ex|old|collapse|fall|end|break-?up|dissolution|disintegration|demise|days|years|era|times|after|since|nostalgi\w+|legacy|veterans?|republics?"
    r"|style|designed|made|built|left|fled|served|inherited|dating|remains?|ruins?|like|as\sin|under|anthem|flags?|again|return|restore|revive|recreate|borders?)\b",
    re.IGNORECASE,
)
"""What makes a body that is gone a thing of history in a sentence about a later time."""


@dataclass(frozen=True)
class Anachronism(Check):
    """A body of the facts tables in a sentence that tells of a time before it was founded.

    The time is that of every date of the sentence, or of an event of the tables that it tells of; it stands within ``near``
    characters of the name. ``unless`` are words that make it a name for what came later or was there before: born, founded,
    what is now. ``grace`` is how many years early a name is still let pass. The case ``was`` is for bodies of which the
    table says what was there before, ``late`` for one that was gone by then. A year right beside the name ("the EU in 1985",
    "in 1985 the EU") is its time, whatever else the sentence dates.
    """

    unless: frozenset[str] = frozenset()
    grace: int = 0
    near: int = 90

    name: ClassVar[str] = "anachronism"
    needs: ClassVar[tuple[type, ...]] = (DateMention, EventMention, Sentence, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"name", "founded", "time"}),
        "was": frozenset({"name", "founded", "time", "was"}),
        "late": frozenset({"name", "ended", "time"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.own_words
        bodies = [body for body in ctx.facts.bodies if any(map(text.__contains__, body.names))]
        if not bodies:
            return
        told: set[str] = set()
        for sentence in ctx.draft.all(Sentence):
            times = _times(sentence.span, ctx)
            if times:
                yield from self._told(sentence.span, times, bodies, text, told)

    def _told(self, sentence: Span, times: Sequence[_Time], bodies: Sequence[Body], text: str, told: set[str]) -> Iterator[Match]:
        for body in (body for body in bodies if body.name not in told):
            for span in _places(body, sentence, text):
                time = next((one for one in times if _beside(span, one.span, text)), None) or _latest(times)
                if time is None or max(span.start - time.span.end, time.span.start - span.end) > self.near:
                    continue
                slots = {"name": _named(body), "time": time.said}
                beside = _beside(span, time.span, text)
                window = _clause(sentence, Span(min(span.start, time.span.start), max(span.end, time.span.end)), text)
                if self._excuses.search(window) or (not beside and _PRESENT.search(sentence.of(text))):
                    continue
                if time.latest.year + self.grace < body.founded.earliest.year:
                    slots |= {"founded": body.founded.words.partition(" ")[2], "was": body.was}
                    yield Match(span, slots, case="was" if body.was else "default")
                    told.add(body.name)
                    return
                subject = beside or _OPENING.fullmatch(text, sentence.start, span.start) is not None
                if time.earliest.year > body.ended.year and subject and not _LATE.search(window):
                    yield Match(span, {**slots, "ended": f"{body.ended.day} {body.ended:%B %Y}"}, case="late")
                    told.add(body.name)
                    return

    @cached_property
    def _excuses(self) -> re.Pattern[str]:
        return compiled(rf"\b(?:{'|'.join(map(re.escape, sorted(self.unless))) or '(?!)'})\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Time:
    """Days of which a sentence tells, the words for them and where these stand."""

    earliest: dt.date
    latest: dt.date
    said: str
    span: Span


_OPENING = compiled(r"[\"“‘'’]?(?:(?:The|But\sthe|And\sthe)\s)?")
_CLAUSE = compiled(r"[,;:()–—]\s|\s[–—-]{1,2}\s")
_NOT_NAMES = r"(?![\w-])(?!\s(?:immigrant|native|descent|origin|territory|region|is|are|has|have)\b)"
_GAP = compiled(r",?\s(?:first\s|back\s|late\s|early\s)?(?:in|on|by|during|of)\s(?:early\s|late\s|mid-)?(?:[A-Z][a-z]+\s)?")
_GAP_BEFORE = compiled(r",?\s(?:the\s|its\s)?")


def _places(body: Body, sentence: Span, text: str) -> Iterator[Span]:
    for name in body.names:
        ends = _NOT_NAMES if name[-1:].isalnum() else r"\d[\d.,]*\b(?:\s?(?:m|bn|million|billion)\b)?"  # "€2"
        for found in re.finditer(rf"(?<![\w’'-]){re.escape(name)}{ends}", sentence.of(text)):
            yield Span(sentence.start + found.start(), sentence.start + found.end())


def _named(body: Body) -> str:
    article = body.name in _LETTERS or (" " in body.name and body.name.split()[0] in _FIRST_WORDS)
    return f"the {body.name}" if article else body.name


def _clause(sentence: Span, place: Span, text: str) -> str:
    """The words around a place as far as the next comma on either side."""
    before, behind = text[sentence.start : place.start], text[place.end : sentence.end]
    return f"{_CLAUSE.split(before)[-1]}{place.of(text)}{_CLAUSE.split(behind)[0]}"


def _beside(name: Span, date: Span, text: str) -> bool:
    """Whether the date is the name's own: "the EU in 1985", "In 1985 the EU"."""
    if name.end <= date.start:
        return _GAP.fullmatch(text, name.end, date.start) is not None
    return _GAP_BEFORE.fullmatch(text, date.end, name.start) is not None


def _latest(times: Sequence[_Time]) -> _Time | None:
    return max(times, key=lambda time: time.latest, default=None)


def _times(sentence: Span, ctx: RuleContext) -> list[_Time]:
    """Every time of which a sentence tells; none where it tells of the time of writing too."""
    text = ctx.draft.text
    dated = starting_in(ctx.draft.all(DateMention), sentence.start, sentence.end)
    dates = [date for date in dated if sentence.covers(date.span) and date.type == "DATE"]
    if any(date.relative or date.latest is None or _ADJECTIVE.match(text, date.end) for date in dates):
        return []
    times = [_Time(date.earliest, date.latest, date.span.of(text), date.span) for date in dates if date.earliest and date.latest]
    return times + [
        _Time(event.earliest, event.latest, f"{event.latest:%Y}", event.span)
        for event in starting_in(ctx.draft.all(EventMention), sentence.start, sentence.end)
        if sentence.covers(event.span)
    ]
