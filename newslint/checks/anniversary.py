"""Anniversaries that do not fit the year of what they mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.mentions import DateMention, Quantity, Sentence, Written, around, starting
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_ANNIVERSARY = re.compile(r"\b(?:(?P<word>anniversary)|(?P<latin>(?:bi|ter|sesqui|quin)?centen(?:ary|nial)))\b", re.IGNORECASE)
_LATIN = {"": 100, "bi": 200, "ter": 300, "sesqui": 150, "quin": 500}
_OF = re.compile(
    r"""(?:\scelebrations?|\sedition|\scommemorations?)?\s(?:of|since)\s
    (?:(?!who\b|which\b|that\b|when\b|and\b|but\b|he\b|she\b|they\b|it\b)[\w’'-]+\s){0,7}?(?:(?:in|on|of|back\sin)\s)?$""",
    re.VERBOSE,
)
_NOW = re.compile(r"(?:\s[\w’'-]+){0,4}?,?\s(?:falls\s|fell\s)?(?:in|on)\s")
_OPENS = re.compile(r"\W*(?:In|On|By)\s$")
_ELSEWHEN = re.compile(
    r"\b(?:next|last|coming|upcoming|approach\w*|ahead\sof|eve|will|later|earlier|ago|plan\w*|nears?|moves?|towards?|before|ever|recent\w*|then|"
    r"had|previous\w*|after)\b",
    re.IGNORECASE,
)
_BC = re.compile(r"\b(?P<year>\d{1,3})\s?B\.?C\.?(?:E\.?)?\b")
_REACH = 110


@dataclass(frozen=True)
class Anniversary(Check):
    """The number of an anniversary must be the years between what it marks and the year of marking it.

    What it marks has its year in the draft ("the 1945 bombing") or in the facts tables. The year of marking is told
    ("in 2012"), else it is that of writing, or one beside it where the sentence looks ahead or back. No year is 0.
    ``bare`` is an anniversary without a number, where nothing tells its year.
    """

    name: ClassVar[str] = "anniversary"
    needs: ClassVar[tuple[type, ...]] = (DateMention, Quantity, Sentence, Written)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"nth", "event", "year", "right"}),
        "bare": frozenset(),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.own_words
        hits = list(_ANNIVERSARY.finditer(text))
        if not hits:
            return
        for hit in hits:
            whole = around(ctx.draft.all(Sentence), hit.start())
            sentence = whole.span if whole else Span(*hit.span())
            said, event = self._number(hit, ctx), self._event(hit, sentence, ctx)
            if said and event:
                yield from self._judged(said[0], Span(said[1], hit.end()), event, sentence, ctx)
            elif not said and not event and _bare(text, hit):
                yield Match(Span(hit.start() - 4, hit.end()), case="bare")

    def _number(self, hit: re.Match[str], ctx: RuleContext) -> tuple[int, int] | None:
        """The number of an anniversary, and where its words start: "tenth", "20-year", "bicentenary"."""
        if hit["latin"]:
            prefix = hit["latin"].lower().partition("centen")[0]
            return _LATIN[prefix], hit.start()
        near = starting(ctx.draft.all(Quantity), hit.start() - 40, hit.start())
        figure = next((one for one in near if hit.start() - one.end <= 1), None)
        yearly = figure and (figure.kind == "ordinal" or figure.unit == "year")
        return (int(figure.value[0]), figure.start) if figure and yearly and len(figure.value) == 1 else None

    def _event(self, hit: re.Match[str], sentence: Span, ctx: RuleContext) -> tuple[int, str, Span] | None:
        """The year of what is marked, its words and its place."""
        text = ctx.draft.own_words
        for date in _years(ctx, hit.end(), min(sentence.end, hit.end() + _REACH)):
            if _OF.fullmatch(text, hit.end(), date.start) and date.earliest:
                return date.earliest.year, str(date.earliest.year), date.span
        behind = text[hit.end() : sentence.end]
        if (bc := _BC.search(behind)) and behind.startswith(" of "):
            place = Span(hit.end() + bc.start(), hit.end() + bc.end())
            return 1 - int(bc["year"]), bc[0], place  # 44 BC is the year -43: no year is 0
        low = behind.replace("’", "'").lower()
        for event in ctx.facts.events if behind.startswith(" of ") else ():
            for phrase in event.phrases:
                at = low.find(phrase.words) if phrase.kind == "called" else -1
                if 0 <= at <= 30 and not event.also and event.when.earliest.year == event.when.latest.year:
                    place = Span(hit.end() + at, hit.end() + at + len(phrase.words))
                    return event.when.earliest.year, str(event.when.earliest.year), place
        return None

    def _judged(
        self, number: int, place: Span, event: tuple[int, str, Span], sentence: Span, ctx: RuleContext
    ) -> Iterator[Match]:
        text = ctx.draft.own_words
        year, words, of = event
        told = _told(of, place, sentence, ctx)
        now = ctx.draft.published or next((written.day for written in ctx.draft.all(Written)), None)
        marked = told if told is not None else now.year if now else year
        off = abs(marked - year - number)
        elsewhen = told is None and (_ELSEWHEN.search(text, sentence.start, sentence.end) or _other_times(ctx, sentence, of))
        if marked > year and off > (2 if elsewhen else 0):
            slots = {
                "nth": text[place.start : place.end].split()[0],
                "event": words,
                "year": marked,
                "right": _nth(marked - year),
            }
            yield Match(place.through(of), slots, confidence="high" if told is not None else "medium")


def _bare(text: str, hit: re.Match[str]) -> bool:
    """As in "the anniversary of"."""
    return (
        bool(hit["word"]) and text[max(0, hit.start() - 4) : hit.start()].lower() == "the " and text.startswith(" of ", hit.end())
    )


def _told(of: Span, place: Span, sentence: Span, ctx: RuleContext) -> int | None:
    """The year of marking, where it stands behind the event or opens the sentence."""
    text = ctx.draft.own_words
    behind = next((date.year for date in _years(ctx, of.end, sentence.end) if _NOW.fullmatch(text, of.end, date.start)), None)
    opening = next(_years(ctx, sentence.start, place.start), None)
    opens = opening and _OPENS.fullmatch(text, sentence.start, opening.start)
    return behind if behind is not None else opening.year if opening and opens else None


def _other_times(ctx: RuleContext, sentence: Span, of: Span) -> bool:
    """Whether the sentence tells of another time than that of the event."""
    inside = (date for date in starting(ctx.draft.all(DateMention), sentence.start, sentence.end) if not date.span.overlaps(of))
    return any(date.type == "DATE" and date.grain in ("year", "month", "season", "decade", "vague") for date in inside)


def _years(ctx: RuleContext, start: int, end: int) -> Iterator[DateMention]:
    """The dates in these words that have a year of their own."""
    for date in starting(ctx.draft.all(DateMention), start, end):
        if date.type == "DATE" and date.anchored and not date.relative and date.year:
            yield date


def _nth(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"
