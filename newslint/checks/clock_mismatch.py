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
from newslint.kept.regexes import compiled
from newslint.mentions import Block, DateMention, Sentence, around
from newslint.pieces import matches
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line

_CLOCK = compiled(r"T(?P<hour>\d\d):(?P<minute>\d\d)(?:Z|[+-]\d\d:\d\d)?$")
_JOINED = compiled(r"\s?(?:\(|=|/|[–—-])\s?|\s?[,;]?\s(?:or|which is|i\.e\.)\s|,\s")
_DAY, _QUARTER = 24 * 60, 15
_BEFORE = 200
"""How far back, in characters, the place of a "local" time is looked for beside its own sentence."""
_IN_PLACE = compiled(r"\b(?:in|at|near|off|outside|from)\s(?:the\s)?[A-Z](?![A-Z]+\b)(?!\w+day\b)")
_ROUGHLY = compiled(r"\b(?:about|around|roughly|approximately|nearly|almost|circa|shortly|just|soon)\b[^.;\d]{0,20}\d")
_TWELVE = compiled(r"(?<![\d.:])12(?:[:.]00)?[\s\xa0]?(?P<mark>[ap])\.?m\b\.?", re.IGNORECASE)
_HALVES = compiled(
    r"(?<![\d.:£$€])\b(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?[\s\xa0]?(?P<mark>[ap])\.?m\b\.?\s"
    r"\((?P<whole>[01]\d|2[0-3])[:.]?(?P<same>[0-5]\d)(?:\s?(?:hours|hrs))?\)",
    re.IGNORECASE,
)
"""As in "7.40am (07.40)"."""


@dataclass(frozen=True)
class ClockMismatch(Check):
    """Two clock times that are said to be one moment, each with its zone, must be.

    ``zones`` gives the hours from Greenwich of an abbreviation ("EDT") or a place ("Moscow"), both where it has a
    summer time; "local" is the time of the places named near by. Where none is named, ``nowhere`` is a distance that no
    place keeps: all are whole quarters of an hour. ``halves`` are "7am (19.00)". ``noon_midnight: words`` asks for
    "noon" instead of "12 p.m.".
    """

    name: ClassVar[str] = "clock-mismatch"
    needs: ClassVar[tuple[type, ...]] = (DateMention, Block, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"first", "zone", "right", "second"}),
        "nowhere": frozenset({"first", "second", "apart"}),
        "halves": frozenset({"first", "second", "right"}),
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
        for hit in matches(_HALVES, ctx.draft.own_words):
            hour = int(hit["hour"]) % 12 + 12 * (hit["mark"].lower() == "p")
            if hit["same"] == (hit["minute"] or "00") and abs(int(hit["whole"]) - hour) == _DAY // 120:
                half, _, told = one_line(hit[0])[:-1].rpartition(" (")
                slots = {"first": half, "second": told, "right": f"{hour:02}.{hit['same']}"}
                yield Match(Span(*hit.span()), slots, "halves")
        for clock in clocks if self.noon_midnight == "words" else ():
            said = _TWELVE.search(clock.span.of(text))
            if said and not ctx.draft.quoted(clock.span):
                word = "noon" if said["mark"].lower() == "p" else "midnight"
                span = Span(clock.start + said.start(), clock.start + said.end())
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
        theirs, known = self._offsets(there[0], second, ctx)
        one, two = _minutes(first), _minutes(second)
        here, away = one_line(text[first.start : zone.end()]), one_line(text[second.start : there.end()])
        span = Span(first.start, there.end() + (text[there.end() : there.end() + 1] == ")" and "(" in text[head : second.start]))
        if (ours or theirs) and not (ours and theirs):
            off = (one - two) % _QUARTER
            if not off or _ROUGHLY.search(text, max(0, first.start - 30), first.end):
                return None
            apart = min((one - two) % _DAY, (two - one) % _DAY)
            hours = f"{apart // 60} hour{'s' * (apart // 60 != 1)} and " if apart >= _DAY // 24 else ""
            minutes = f"{apart % 60} minute{'s' * (apart % 60 != 1)}"
            return Match(span, {"first": here, "second": away, "apart": f"{hours}{minutes}"}, "nowhere")
        right = sorted({(one - mine + other) % _DAY for mine in ours for other in theirs})
        if not right or two % _DAY in right:
            return None
        if not (sure and known) and (one - two) % _DAY in self._anywhere(zone[0], there[0], ctx):
            return None  # local where the draft was before, or goes to
        said = " or ".join(f"{minutes // 60:02}:{minutes % 60:02}" for minutes in right)
        begun = one_line(text[first.start : zone.start()]).strip(" (,")
        slots = {"first": begun, "zone": one_line(zone[0]), "right": f"{said} {there[0]}", "second": away}
        return Match(span, slots, confidence="high" if sure and known else "medium")

    def _offsets(self, zone: str, clock: DateMention, ctx: RuleContext) -> tuple[tuple[int, ...], bool]:
        """Minutes from Greenwich that a zone may mean, and whether it is named."""
        name = re.sub(r"\s+time$", "", " ".join(zone.split()))
        if name.lower() != "local":
            return self._known.get(name.lower(), ()), True
        sentence = around(ctx.draft.all(Sentence), clock.start)
        start, stop = (sentence.start, sentence.end) if sentence else (clock.start, clock.end)
        about = ctx.draft.body[start:stop]
        if not self._place.search(about):
            if _IN_PLACE.search(about):
                return (), False  # a place that the table does not have
            lines = [block.span.of(ctx.draft.body) for block in ctx.draft.all(Block) if block.kind == "dateline"]
            about = " ".join((ctx.draft.body[max(0, start - _BEFORE) : start], *lines))
        named = {place[0].lower() for place in self._place.finditer(about)}
        return tuple({offset for place in named for offset in self._known[place]}), False

    def _anywhere(self, ours: str, theirs: str, ctx: RuleContext) -> set[int]:
        """The minutes between two zones, local being the time of any place that the draft names."""
        named = {place[0].lower() for place in self._place.finditer(ctx.draft.body)}
        local = {offset for place in named for offset in self._known[place]}
        one, two = (self._known.get(re.sub(r"\s+time$", "", " ".join(zone.split())).lower(), local) for zone in (ours, theirs))
        return {(mine - other) % _DAY for mine in one for other in two}

    @cached_property
    def _known(self) -> Mapping[str, tuple[int, ...]]:
        return {name.lower(): tuple(int(hours * 60) for hours in offsets) for name, offsets in self.zones.items()}

    @cached_property
    def _zone(self) -> re.Pattern[str]:
        short = [name for name in self.zones if name.isupper()]
        long = sorted((name for name in self.zones if not name.isupper()), key=len, reverse=True)
        return compiled(
            rf"\b(?:{'|'.join(short) or '(?!)'})\b|\b(?:local|{'|'.join(map(re.escape, long)) or '(?!)'})\b(?:\s+time\b)?"
        )

    @cached_property
    def _place(self) -> re.Pattern[str]:
        long = sorted((name for name in self.zones if not name.isupper()), key=len, reverse=True)
        either = [*long, *(name.upper() for name in long)]  # datelines shout
        return compiled(rf"\b(?:{'|'.join(map(re.escape, either)) or '(?!)'})\b")


def _minutes(clock: DateMention) -> int:
    found = _CLOCK.search(clock.value)
    return int(found["hour"]) * 60 + int(found["minute"]) if found else 0
