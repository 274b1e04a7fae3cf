"""One moment by two clocks: "8 p.m. Moscow time (1700 GMT)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import ClassVar, Literal

from newslint.finding import Edit, Fix
from newslint.mentions import Block, DateMention, Sentence, around
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line

_CLOCK = re.compile(r"T(?P<hour>\d\d):(?P<minute>\d\d)(?:Z|[+-]\d\d:\d\d)?$")
_JOINED = re.compile(r"\s?(?:\(|=|/|[–—-])\s?|\s?[,;]?\s(?:or|which is|i\.e\.)\s|,\s")
_DAY = 24 * 60
_BEFORE = 200
"""How far back, in characters, the place of a "local" time is looked for beside its own sentence."""
_TWELVE = re.compile(r"12(?:[:.]00)?[\s\xa0]?(?P<mark>[ap])\.?m\b\.?", re.IGNORECASE)


@dataclass(frozen=True)
class ClockMismatch(Check):
    """Two clock times that are said to be one moment, each with its zone, must be.

    ``zones`` gives the hours from Greenwich of an abbreviation ("EDT") or a place ("Moscow"), both where it has a
    summer time; "local" is the time of the places named near by, and nothing
    is found where none is. ``noon_midnight: words`` asks for "noon" instead of "12 p.m.".
    """

    name: ClassVar[str] = "clock-mismatch"
    needs: ClassVar[tuple[type, ...]] = (DateMention, Block, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"first", "zone", "right", "second"}),
        "twelve": frozenset({"word"}),
    }

    zones: Mapping[str, tuple[Decimal, ...]] = field(default_factory=dict)
    noon_midnight: Literal["words", "any"] = "words"

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.body
        clocks = [date for date in ctx.draft.all(DateMention) if date.type == "TIME" and _CLOCK.search(date.value)]
        for first, second in pairwise(clocks):
            if second.start - first.end < 40 and (match := self._judged(first, second, ctx)):
                yield match
        for clock in clocks if self.noon_midnight == "words" else ():
            said = _TWELVE.match(clock.span.of(text))
            if said and not ctx.draft.quoted(clock.span):
                word = "noon" if said["mark"].lower() == "p" else "midnight"
                span = Span(clock.start, clock.start + said.end())
                yield Match(span, {"word": word}, "twelve", fix=Fix((Edit(span, word),), f"Write “{word}”"))

    def _judged(self, first: DateMention, second: DateMention, ctx: RuleContext) -> Match | None:
        text = ctx.draft.body
        zone = self._zone.search(text, first.start, second.start)
        head = zone.end() if zone else first.end
        if not _JOINED.fullmatch(text, head, second.start):
            return None
        there = self._zone.search(text, second.start, second.end + 20)
        if not there or (there.start() > second.end and text[second.end : there.start()].strip()) or not zone:
            return None
        ours, sure = self._offsets(zone[0], first, ctx)
        theirs, _ = self._offsets(there[0], second, ctx)
        one, two = _minutes(first), _minutes(second)
        if not ours or not theirs:
            return None
        right = sorted({(one - here + away) % _DAY for here in ours for away in theirs})
        if two % _DAY in right:
            return None
        said = " or ".join(f"{minutes // 60:02}:{minutes % 60:02}" for minutes in right)
        slots = {
            "first": one_line(text[first.start : zone.start()]).strip(" (,"),
            "zone": one_line(zone[0]),
            "right": f"{said} {there[0]}",
            "second": one_line(text[second.start : max(second.end, there.end())]),
        }
        span = Span(first.start, max(second.end, there.end()))
        return Match(span, slots, confidence="high" if sure else "medium")

    def _offsets(self, zone: str, clock: DateMention, ctx: RuleContext) -> tuple[tuple[int, ...], bool]:
        """Minutes from Greenwich that a zone may mean, and whether it is named."""
        name = re.sub(r"\s+time$", "", " ".join(zone.split()))
        if name.lower() != "local":
            return self._known.get(name.lower(), ()), True
        sentence = around(ctx.draft.all(Sentence), clock.start)
        about = ctx.draft.body[
            max(0, (sentence.start if sentence else clock.start) - _BEFORE) : sentence.end if sentence else clock.end
        ]
        about += "".join(f" {block.span.of(ctx.draft.body)}" for block in ctx.draft.all(Block) if block.kind == "dateline")
        named = {place[0].lower() for place in self._place.finditer(about)}
        return tuple({offset for place in named for offset in self._known[place]}), False

    @cached_property
    def _known(self) -> Mapping[str, tuple[int, ...]]:
        return {name.lower(): tuple(int(hours * 60) for hours in offsets) for name, offsets in self.zones.items()}

    @cached_property
    def _zone(self) -> re.Pattern[str]:
        short = [name for name in self.zones if name.isupper()]
        long = sorted((name for name in self.zones if not name.isupper()), key=len, reverse=True)
        return re.compile(
            rf"\b(?:{'|'.join(short) or '(?!)'})\b|\b(?:local|{'|'.join(map(re.escape, long)) or '(?!)'})\b(?:\s+time\b)?"
        )

    @cached_property
    def _place(self) -> re.Pattern[str]:
        long = sorted((name for name in self.zones if not name.isupper()), key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, long)) or '(?!)'})\b")


def _minutes(clock: DateMention) -> int:
    found = _CLOCK.search(clock.value)
    return int(found["hour"]) * 60 + int(found["minute"]) if found else 0
