"""One event with two dates: "the 3 May vote" and "the vote on 5 May"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention, Quote
from newslint.rule import Check, Match, RuleContext
from newslint.words import lemma

_WORD = r"[\w’'-]+"
_REACH = 60
_OPEN = compiled(
    r"\b(?:postponed|moved|rescheduled|delayed|originally|initially|previously|brought\sforward|previous|earlier|second|another|next|last|"
    r"first|third|fourth|latest|new|later|repeat|re-?run|annual|special|final|other|each|every|until|since|before|after|between)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class EventDates(Check):
    """An event that is spoken of with "the" or a name, and has two days that cannot be one.

    ``events`` are the nouns looked at. Two mentions are one event where they share at least ``min_overlap`` words: the noun
    with "the" or with the words before it ("the council vote").
    """

    name: ClassVar[str] = "event-dates"
    needs: ClassVar[tuple[type, ...]] = (DateMention, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"event", "day", "other"})}

    events: tuple[str, ...] = field(default_factory=tuple)
    min_overlap: int = 2

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.own_words
        told: dict[tuple[str, ...], list[DateMention]] = defaultdict(list)
        for date in ctx.draft.all(DateMention):
            if date.type == "DATE" and date.grain == "day" and not date.fault and (key := self._event(date, text)):
                told[key].append(date)
        for key, dates in told.items():
            first = dates[0]
            other = next((date for date in dates[1:] if _apart(first, date)), None)
            if other:
                slots = {"event": " ".join(key), "day": first.span.of(text), "other": other.span.of(text)}
                yield Match(other.span, slots, confidence="medium", evidence=(Evidence(None, first.span),))

    def _event(self, date: DateMention, text: str) -> tuple[str, ...]:
        """The words of the event that a day is put to, the noun last; nothing where there is none."""
        before, behind = text[max(0, date.start - _REACH) : date.start], text[date.end : date.end + _REACH]
        hit = self._before.search(before) or self._behind.match(behind)
        if not hit or (hit.re is self._behind and not re.search(r"\b[Tt]he\s$", before)):
            return ()
        lead = hit["lead"] or ""
        if _OPEN.search(lead) or _OPEN.search(before[-_REACH // 2 :]):
            return ()
        words = [word.lower() for word in re.findall(_WORD, lead) if word.lower() != "the"]
        key = (*words[-2:], lemma(hit["event"]))
        return key if len(key) + 1 > self.min_overlap - 1 else ()

    @cached_property
    def _noun(self) -> str:
        return "|".join(re.escape(noun) for noun in sorted(self.events, key=len, reverse=True)) or "(?!)"

    @cached_property
    def _before(self) -> re.Pattern[str]:
        """As in "The council vote on 5 May"."""
        return compiled(
            rf"\bthe\s(?P<lead>(?:{_WORD}\s){{0,2}}?)(?P<event>{self._noun})\s(?:(?:is|was|will\sbe)\s)?(?:set\sfor\s|due\s)?(?:on\s)$",
            re.IGNORECASE,
        )

    @cached_property
    def _behind(self) -> re.Pattern[str]:
        """As in "The 3 May council vote"."""
        return compiled(rf"\s(?P<lead>(?:(?!and\b|or\b)[a-zA-Z’'-]+\s){{0,2}}?)(?P<event>{self._noun})\b")


def _apart(one: DateMention, two: DateMention) -> bool:
    """Whether two days cannot be one: of two weekdays, or of two days of a month."""
    if one.earliest and one.latest and two.earliest and two.latest:
        return one.latest < two.earliest or two.latest < one.earliest
    if one.day and two.day:
        return (one.month, one.day) != (two.month, two.day)
    return one.weekday is not None and two.weekday is not None and one.weekday != two.weekday
