"""Anniversaries that do not fit the year of what they mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention, Quantity, Sentence, Written, around, starting
from newslint.pieces import matches
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_ANNIVERSARY = compiled(
    r"\b(?:(?P<word>anniversary|birthday)|(?P<latin>(?:bi|ter|sesqui|quin)?centen(?:ary|nial)))\b", re.IGNORECASE
)
_LATIN = {"": 100, "bi": 200, "ter": 300, "sesqui": 150, "quin": 500}
_OF = compiled(
    r"""(?:\scelebrations?|\sedition|\scommemorations?)?\s(?:of|since)\s
    (?:(?!who\b|which\b|that\b|when\b|and\b|but\b|he\b|she\b|they\b|it\b)[\w’'-]+\s){0,10}?(?:(?:in|on|of|back\sin)\s)?$""",
    re.VERBOSE,
)
_NOW = compiled(r"(?:\s[\w’'-]+){0,4}?,?\s(?:falls\s|fell\s)?(?:in|on)\s")
_OPENS = compiled(r"\W*(?:In|On|By)\s$")
_ELSEWHEN = compiled(
    r"\b(?:next|last(?!\s(?:week|night|\w+day)\b)|coming|upcoming|approach\w*|ahead\sof|eve|will|later|earlier|ago|plan\w*|nears?|moves?|towards?|before|ever|recent\w*|then|"
    r"had|previous\w*|after)\b",
    re.IGNORECASE,
)
_BC = compiled(r"\b(?P<year>\d{1,3})\s?B\.?C\.?(?:E\.?)?\b")
_REACH = 110
_CLOSE = 0.25
"""How far off, as a share of its number, an anniversary may be that is told with a year which may be either."""
_IN = compiled(r"\b(?:in|on)\s$")
_KIND = compiled(r"[\s-](?:(?:wedding|golden|diamond|silver|ruby)\s)?")
_MADE = (
    r"\b(?:founded|established|set\sup|formed|opened|launched|began|started|created|inaugurated|incorporated|first\s(?:held|staged|published|performed)|"
    r"married)\b(?!\s(?:an?|the|its|his|her|their|one|two|three|new)\b)"
)
_FOUNDED = compiled(
    rf"{_MADE}(?:\s(?!who\b|which\b|that\b|and\b|but\b|its\b|another\b)[\w’'-]+){{0,6}}?\s(?:back\s)?(?:in|on)\s$"
)
_ITS = compiled(r"\b(?:its|their)\s$")
_OF_WHOM = compiled(r"\b(?:[Tt]he|[A-Z][\w.&-]+)\s(?:[\w&-]+\s){0,3}?(?P<noun>[\w-]+)['’]s\s$")
_SUBJECT = compiled(
    r"\W*(?:It|They|(?:The|This)\s(?:[\w&’'-]+\s){0,3}?(?P<noun>[a-z][\w-]+))(?=,|\s(?:is|was|are|has|have|will|celebrat\w+|mark\w*|held|hold\w*|turn\w+|reach\w+)\b)"
)
_THESE_DAYS = compiled(
    r"\b(?:this\s(?:week|weekend|month|year|spring|summer|autumn|winter)|today|tonight|yesterday|tomorrow|last\s(?:week|night|month|\w+day)|next\s\w+|"
    r"[A-Z][a-z]{2,5}day|is|are|celebrates?|marks?|turns?|reaches|reach|will|has|have|due|plans?)\b"
)
_THEN = compiled(r"\b(?:ago|later|earlier|then|had|previous\w*|before|ever|after|when|since)\b", re.IGNORECASE)
_FOLLOWED = compiled(r"\s(?:of|since|edition|album|tour)\b")
_OTHER_ONE = compiled(r"\b(?:who|whose|where|sister|rival|another|reopen\w*|re-open\w*|new|moved?|relaunch\w*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Event:
    """What an anniversary marks: its year, the words for that and their place.

    ``either`` is a year that may as well be that of the marking ("the anniversary of the closure in 2025"), ``founded`` that of a
    founding told apart from the anniversary.
    """

    year: int
    words: str
    span: Span
    either: bool = False
    founded: bool = False


@dataclass(frozen=True)
class Anniversary(Check):
    """The number of an anniversary must be the years between what it marks and the year of marking it.

    What it marks has its year in the draft ("the 1945 bombing", "the club was founded in 1905") or in the facts tables.
    The year of marking is told ("in 2012"), else it is that of writing, or one beside it where the sentence looks ahead or
    back. No year is 0.
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
        hits = list(matches(_ANNIVERSARY, text))
        if not hits:
            return
        for hit in hits:
            whole = around(ctx.draft.all(Sentence), hit.start())
            sentence = whole.span if whole else Span(*hit.span())
            said, event = self._number(hit, ctx), self._event(hit, sentence, ctx)
            if said and event:
                yield from self._judged(said[0], Span(said[1], hit.end()), event, sentence, ctx)
            elif said and (founded := _founding(said[1], hit.end(), sentence, ctx)):
                yield from self._judged(said[0], Span(said[1], hit.end()), founded, sentence, ctx)
            elif not said and not event and _bare(text, hit):
                yield Match(Span(hit.start() - 4, hit.end()), case="bare")

    def _number(self, hit: re.Match[str], ctx: RuleContext) -> tuple[int, int] | None:
        """The number of an anniversary, and where its words start: "tenth", "20-year", "bicentenary"."""
        if hit["latin"]:
            prefix = hit["latin"].lower().partition("centen")[0]
            return _LATIN[prefix], hit.start()
        near = starting(ctx.draft.all(Quantity), hit.start() - 40, hit.start())
        text = ctx.draft.own_words
        figure = next((one for one in near if _KIND.fullmatch(text, one.end, hit.start())), None)
        yearly = figure and (figure.kind == "ordinal" or figure.unit == "year")
        return (int(figure.value[0]), figure.start) if figure and yearly and len(figure.value) == 1 else None

    def _event(self, hit: re.Match[str], sentence: Span, ctx: RuleContext) -> _Event | None:
        """The year of what is marked, its words and its place."""
        behind = ctx.draft.own_words[hit.end() : sentence.end]
        return _known(hit.end(), behind, ctx) or _dated(hit.end(), behind, sentence, ctx)

    def _judged(self, number: int, place: Span, event: _Event, sentence: Span, ctx: RuleContext) -> Iterator[Match]:
        text, of = ctx.draft.own_words, event.span
        told = _told(of, place, sentence, ctx)
        now = ctx.draft.published or next((written.day for written in ctx.draft.all(Written)), None)
        marked = told if told is not None and told != event.year else now.year if now else event.year
        off = abs(marked - event.year - number)
        if event.either and told is None and off > number * _CLOSE:
            return  # "the 60th anniversary of the closure in 2025" was kept in 2025
        if event.founded and told is None and not _these_days(place, sentence, text):
            return  # "It celebrated its 50th anniversary with a fair": told of any year
        elsewhen = told is None and (_ELSEWHEN.search(text, sentence.start, sentence.end) or _other_times(ctx, sentence, of))
        if marked > event.year and off > (2 if elsewhen else 0):
            slots = {
                "nth": text[place.start : place.end].split()[0],
                "event": event.words,
                "year": marked,
                "right": _nth(marked - event.year),
            }
            span = place if event.founded else place.through(of)
            evidence = (Evidence(None, of),) if event.founded else ()
            yield Match(span, slots, confidence="high" if told is not None else "medium", evidence=evidence)


def _known(place: int, behind: str, ctx: RuleContext) -> _Event | None:
    """An event of the facts tables right behind "anniversary of"."""
    low = behind.replace("’", "'").lower()
    for event in ctx.facts.events if behind.startswith(" of ") else ():
        for phrase in event.phrases:
            at = low.find(phrase.words) if phrase.kind == "called" else -1
            if 0 <= at <= 30 and not event.also and event.when.earliest.year == event.when.latest.year:
                span = Span(place + at, place + at + len(phrase.words))
                return _Event(event.when.earliest.year, str(event.when.earliest.year), span)
    return None


def _dated(place: int, behind: str, sentence: Span, ctx: RuleContext) -> _Event | None:
    """An event that has its year behind it: "the 1945 raid", "the end of the war in 1945", "the death of Caesar in 44 BC"."""
    text = ctx.draft.own_words
    for date in _years(ctx, place, min(sentence.end, place + _REACH)):
        if _OF.fullmatch(text, place, date.start) and date.earliest:
            either = bool(_IN.search(text, max(0, date.start - 4), date.start))
            return _Event(date.earliest.year, str(date.earliest.year), date.span, either=either)
    if (bc := _BC.search(behind)) and behind.startswith(" of "):
        span = Span(place + bc.start(), place + bc.end())
        return _Event(1 - int(bc["year"]), bc[0], span)  # 44 BC is the year -43: no year is 0
    return None


def _founding(start: int, end: int, sentence: Span, ctx: RuleContext) -> _Event | None:
    """Of "its 30th anniversary", the year in which the same thing was founded, in this sentence or elsewhere in the draft."""
    text = ctx.draft.own_words
    its = _ITS.search(text, max(0, start - 8), start)
    whose = _OF_WHOM.search(text, sentence.start, start)
    if not (its or whose) or _FOLLOWED.match(text, end):
        return None
    foundings = [date for date in _years(ctx, 0, len(text)) if _FOUNDED.search(text, max(0, date.start - _REACH), date.start)]
    here = [date for date in foundings if sentence.covers(date.span)]
    if its and len(here) == 1 and here[0].end < start and not _OTHER_ONE.search(text, here[0].end, start):
        return _Event(here[0].year or 0, str(here[0].year), here[0].span, founded=True)
    noun = whose["noun"].lower() if whose else ""
    if its and not here:
        subject = _SUBJECT.match(text, sentence.start, start)
        noun = (subject["noun"] or "it") if subject else ""
    return None if here or not noun else _elsewhere(noun, sentence, foundings, ctx)


def _elsewhere(noun: str, sentence: Span, foundings: Sequence[DateMention], ctx: RuleContext) -> _Event | None:
    """The one founding of the thing of this name; of "it", that which the sentence before tells."""
    text, told = ctx.draft.own_words, []
    for date in foundings:
        whole = around(ctx.draft.all(Sentence), date.start)
        if not whole or _OTHER_ONE.search(text, whole.start, date.start):
            continue
        before = text[whole.start : date.start]
        if noun == "it":
            follows = 0 <= sentence.start - whole.end <= 3
            told += [date] if follows and re.match(r"\W*(?:The|It|[A-Z])", before) and "," not in before else []
        elif re.match(rf"\W*(?:The|This)\s(?:[\w&’'-]+\s){{0,3}}?{re.escape(noun)}\b", before, re.IGNORECASE):
            told.append(date)
    if len({date.year for date in told}) != 1:
        return None
    return _Event(told[0].year or 0, str(told[0].year), told[0].span, founded=True)


def _bare(text: str, hit: re.Match[str]) -> bool:
    """As in "the anniversary of"."""
    return (
        hit[0].lower() == "anniversary"
        and text[max(0, hit.start() - 4) : hit.start()].lower() == "the "
        and text.startswith(" of ", hit.end())
    )


def _these_days(place: Span, sentence: Span, text: str) -> bool:
    """Whether the sentence tells of the days of writing."""
    near = max(sentence.start, place.start - _REACH), min(sentence.end, place.end + _REACH)
    return bool(_THESE_DAYS.search(text, *near)) and not _THEN.search(text, *near)


def _told(of: Span, place: Span, sentence: Span, ctx: RuleContext) -> int | None:
    """The year of marking, where it stands behind the event or opens the sentence."""
    text = ctx.draft.own_words
    last = max(of.end, place.end) if sentence.covers(of) else place.end
    behind = next((date.year for date in _years(ctx, last, sentence.end) if _NOW.fullmatch(text, last, date.start)), None)
    opening = next((date for date in _years(ctx, sentence.start, place.start) if date.span != of), None)
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
