"""Events told in an order that cannot be: an end before its start, a death before the birth."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import ClassVar

from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention, LegalStatus, Name, starting
from newslint.reckonings import LifeFact
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TO = compiled(r"\s(?:to|until|till|through)\s|\s?[-–—]\s?")
_FROM = compiled(r"(?:\bfrom\s(?:early\s|late\s)?|\()$", re.IGNORECASE)
_AND, _BETWEEN = compiled(r"\sand\s"), compiled(r"\bbetween\s$", re.IGNORECASE)
_MOVED = compiled(
    r"\b(?:mov(?:ed?|ing)|brought\sforward|chang(?:ed?|ing)|shift(?:ed|ing)?|advanc(?:ed?|ing)|corrected|revised|amended|back|compared|comparison)\b"
    r"[^.;]{0,40}$"
)
"""What may run backwards: "brought forward from 10 May to 3 May"."""
_LEVEL = compiled(r"\s(?:levels?|prices|standards|terms|dollars|values?|figures?)\b")
_NEXT = compiled(
    r"\b[Tt]he\s(?:(?P<next>next|following)\sday|day\s(?P<after>after)|(?P<before>previous)\sday|day\s(?P<ere>before)),\s(?:on\s)?$"
)
_START = (
    r"(?:opened|founded|launched|established|began|started|built|formed|created|joined|elected|appointed|hired|married|took\soffice|"
    r"moved\sin|arrested|convicted|bought|installed|entered)"
)
_END = (
    r"(?:closed|ended|shut|dissolved|demolished|collapsed|left|resigned|stepped\sdown|retired|divorced|finished|sacked|dismissed|"
    r"moved\sout|released|sentenced|sold|removed|torn\sdown|pulled\sdown|scrapped|abandoned|died)"
)
_WORDS = r"(?:\s(?!who\b|which\b|since\b|after\b)[\w’'-]+)"
_STARTED = compiled(rf"\b{_START}{_WORDS}{{0,6}}?\s(?:in|on)\s$")
_THEN_ENDED = compiled(rf",?\s(?:and|but|then|before|until){_WORDS}{{0,4}}?\s{_END}\b{_WORDS}{{0,6}}?\s(?:in|on)\s")
_TIED = compiled(rf"{_WORDS}{{0,6}}?\s(?:in|on)\s|\s")
_COMMA_ENDED = compiled(
    rf"(?:,\s|,\s[a-z]+ed{_WORDS}{{0,5}},?\sand\s|[.;]\s(?:[Ii]t|[Tt]hey)\s)(?:(?:was|were|had|then|later|finally|eventually|sold|renamed)\s){{0,3}}{_END}\b"
    rf"{_WORDS}{{0,6}}?\s(?:in|on)\s"
)
_CHAINS = (
    (r"born", r"died"),
    (
        r"arrested|detained",
        r"charged|indicted",
        r"pleaded\s(?:not\s)?guilty|convicted|found\sguilty|put\son\strial|went\son\strial",
        r"sentenced|jailed|imprisoned",
    ),
    (r"married|wed", r"divorced|separated"),
    (r"last\sseen", r"reported\smissing"),
    (r"elected", r"sworn\sin|took\soffice|inaugurated"),
)
"""What can only come one after the other."""
_STAGE = compiled(
    r"\b(?:" + "|".join(rf"(?P<s{i}{j}>{verbs})" for i, chain in enumerate(_CHAINS) for j, verbs in enumerate(chain)) + r")\b"
)
_TO_STAGE = compiled(rf"{_WORDS}{{0,7}}?(?:,\s[a-z][^,.;\n]{{2,40}},)?(?:\s(?:in|on|at|of))?\s")
_FROM_DATE = compiled(r",?\s(?:(?:he|she|they|the\scouple|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s)(?:had\s|then\s|was\s|were\s)?$")
_AUX = r"(?:(?:was|were|had|has|been|is|later|then|first|also|only|finally|eventually|formally)\s){0,3}"
_SAME = compiled(rf"(?:,?\s(?:and|but|then)|[,;])\s(?:(?:he|she|they|who)\s)?{_AUX}|[.;]\s(?:He|She|They|he|she|they)\s{_AUX}")
_COUPLE = compiled(rf"[^.;\n]{{0,80}}[.;,]?\s(?:and\s)?(?:[Tt]hey|[Tt]he\s(?:couple|pair|two))\s{_AUX}")
_BOTH = compiled(rf",?\s(?:and|but)\s{_AUX}")
_AGAIN = compiled(
    r"\b(?:again|another|second|separate|separately|other|earlier|previous\w*|different|re-?\w*arrested|re-?tried)\b"
)
_ONE_CASE = 400
"""Days within which a sentence and a plea are taken to be of one case."""
_REACH, _FAR = 80, 250


@dataclass(frozen=True)
class EventOrder(Check):
    """Times that run backwards: a range that ends before it starts, a start after its end in one sentence, "the next day" that is
    not the day after, a life or a case at law in the wrong order."""

    name: ClassVar[str] = "event-order"
    needs: ClassVar[tuple[type, ...]] = (DateMention, LifeFact, LegalStatus, Name)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "range": frozenset({"start", "end"}),
        "ended": frozenset({"start", "end"}),
        "stages": frozenset({"first", "then"}),
        "next": frozenset({"day", "other", "right"}),
        "life": frozenset({"person", "first", "then"}),
        "law": frozenset({"first", "then"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.own_words
        dates = [
            date
            for date in ctx.draft.all(DateMention)
            if date.type == "DATE" and not date.fault and not date.span.of(text).isspace()
        ]
        lives = list(_lives(ctx.draft.all(LifeFact), text))
        for one, two in chain(pairwise(dates), zip(dates, dates[2:], strict=False)):
            if "\n" not in text[one.end : two.start] and (match := _ranged(one, two, text) or _ended(one, two, text)):
                yield match
        timed = [date for date in ctx.draft.all(DateMention) if date.day and not date.fault and not date.span.of(text).isspace()]
        for match in _staged(sorted({*dates, *timed}, key=lambda date: date.span), text):
            if not any(match.span.overlaps(life.span) for life in lives):
                yield match
        for one, two in pairwise(date for date in dates if date.weekday is not None):
            if two.start - one.end < _FAR and (match := _next(one, two, text)):
                yield match
        yield from lives
        if "entenced" in text and "onvicted" in text:
            yield from _cases(ctx.draft.all(LegalStatus), dates, text)


def _ranged(one: DateMention, two: DateMention, text: str) -> Match | None:
    """As in "From 2011 to 2003", "(1997–1913)", "from 10 May to 3 May"."""
    to = _TO.fullmatch(text, one.end, two.start) and _FROM.search(text, max(0, one.start - 12), one.start)
    between = _AND.fullmatch(text, one.end, two.start) and _BETWEEN.search(text, max(0, one.start - 9), one.start)
    if not (to or between) or not _after(one, two) or _LEVEL.match(text, two.end):
        return None
    if _MOVED.search(text, max(0, one.start - _REACH), one.start):
        return None
    return Match(one.span.through(two.span), {"start": one.span.of(text), "end": two.span.of(text)}, "range")


def _ended(one: DateMention, two: DateMention, text: str) -> Match | None:
    """As in "Opened in 1990 and closed in 1985"."""
    started = _STARTED.search(text, max(0, one.start - _REACH), one.start)
    if not started or not _after(one, two):
        return None
    if not _THEN_ENDED.fullmatch(text, one.end, two.start) and not _COMMA_ENDED.fullmatch(text, one.end, two.start):
        return None
    return Match(Span(started.start(), two.end), {"start": one.span.of(text), "end": two.span.of(text)}, "ended")


@dataclass(frozen=True, slots=True)
class _Stage:
    """One stage of a life or a case with its date: "charged in June 2024"."""

    chain: int
    rank: int
    verb: str
    date: DateMention
    span: Span


def _staged(dates: Sequence[DateMention], text: str) -> Iterator[Match]:
    """As in "Arrested in August 2024 and charged in June 2024", of one person."""
    for one, two in pairwise(_stages(dates, text)):
        if one.chain != two.chain or one.rank == two.rank:
            continue
        first, then = (one, two) if one.rank < two.rank else (two, one)
        between = text[one.span.end : two.span.start]
        gaps = (_COUPLE, _BOTH) if _CHAINS[one.chain][0].startswith("married") else (_SAME,)
        if (
            not any(gap.fullmatch(between) for gap in gaps)
            or not _after(first.date, then.date)
            or _AGAIN.search(text, one.span.start, two.span.end + 40)
        ):
            continue
        if one.rank > two.rank and _chronicle(one, two):
            continue
        words = {"first": " ".join(first.span.of(text).split()), "then": " ".join(then.span.of(text).split())}
        yield Match(one.span.through(two.span), words, "stages")


def _stages(dates: Sequence[DateMention], text: str) -> Iterator[_Stage]:
    last = 0
    for date in dates:
        start = max(last, date.start - _REACH)
        hits = [hit for hit in _STAGE.finditer(text, start, date.start) if _TO_STAGE.fullmatch(text, hit.end(), date.start)]
        hit = hits[-1] if hits else None
        if not hit and (ahead := _STAGE.search(text, date.end, date.end + 40)):
            led = re.search(r"\b[Ii]n\s$|\b[Oo]n\s$", text[max(0, date.start - 3) : date.start])
            hit = ahead if led and _FROM_DATE.fullmatch(text, date.end, ahead.start()) else None
        if hit and hit.lastgroup:
            span = Span(*hit.span()).through(date.span)
            yield _Stage(int(hit.lastgroup[1]), int(hit.lastgroup[2]), hit[0], date, span)
            last = span.end


def _chronicle(one: _Stage, two: _Stage) -> bool:
    """Whether a later stage told first may be of an earlier case: jailed in 2019 and charged in 2023."""
    law = _CHAINS[one.chain][0].startswith("arrested")
    near = one.date.earliest and two.date.latest and (two.date.latest - one.date.earliest).days < _ONE_CASE
    return law and not (near and one.rank == two.rank + 1 and two.rank > 1)


def _after(one: DateMention, two: DateMention) -> bool:
    """Whether the first lies after the second, whatever days each may mean."""
    if one.relative and two.relative:
        same = one.month == two.month and one.year == two.year
        return same and bool(one.month and one.day and two.day) and (one.day or 0) > (two.day or 0) and one.weekday is None
    if one.relative or two.relative or not one.earliest or not two.latest:
        return False
    return one.earliest > two.latest


def _next(one: DateMention, two: DateMention, text: str) -> Match | None:
    """As in "On Monday … The next day, Wednesday"."""
    said = _NEXT.search(text, max(0, two.start - 28), two.start)
    if not said or one.weekday is None or two.weekday is None or one.end > said.start():
        return None
    step = 1 if said["next"] or said["after"] else -1
    right = (one.weekday + step) % 7
    if two.weekday == right or one.weekday == two.weekday:
        return None
    slots = {"day": _DAYS[one.weekday], "other": _DAYS[two.weekday], "right": _DAYS[right]}
    return Match(Span(said.start(), two.end), slots, "next", evidence=(Evidence(None, one.span),))


def _lives(facts: Sequence[LifeFact], text: str) -> Iterator[Match]:
    """Births, deeds and deaths of one person; the birth comes first and the death last."""
    lives: dict[str, list[LifeFact]] = defaultdict(list)
    for fact in facts:
        if fact.kind != "age" and fact.date:
            lives[fact.person].append(fact)
    for person, told in lives.items():
        birth = next((fact for fact in told if fact.kind == "born"), None)
        death = next((fact for fact in told if fact.kind == "died"), None)
        deeds = [fact for fact in told if fact.kind == "did"]
        pairs = [(birth, fact) for fact in (*deeds, death)] + [(fact, death) for fact in deeds]
        for one, two in pairs:
            if one and two and _later(one.date, two.date):
                first, then = " ".join(one.span.of(text).split()), " ".join(two.span.of(text).split())
                slots = {"person": person, "first": first, "then": then}
                yield Match(two.span, slots, "life", evidence=(Evidence(None, one.span),))


def _later(one: DateMention | None, two: DateMention | None) -> bool:
    return bool(one and two and one.earliest and two.latest and one.earliest > two.latest)


def _cases(statuses: Sequence[LegalStatus], dates: Sequence[DateMention], text: str) -> Iterator[Match]:
    """A sentence before the conviction of the same person, each told once."""
    stages: dict[tuple[str, str], list[tuple[LegalStatus, DateMention]]] = defaultdict(list)
    for status in statuses:
        date = next(starting(dates, status.end, status.end + _REACH), None)
        if status.named and date and _TIED.fullmatch(text, status.end, date.start):
            stages[status.key, status.stage].append((status, date))
    for (key, stage), told in stages.items():
        convicted = stages.get((key, "convicted"), []) if stage == "sentenced" else []
        if len(told) == len(convicted) == 1 and _later(convicted[0][1], told[0][1]):
            (first, on), (then, at) = convicted[0], told[0]
            slots = {"first": first.span.through(on.span).of(text), "then": then.span.through(at.span).of(text)}
            yield Match(then.span.through(at.span), slots, "law", evidence=(Evidence(None, first.span.through(on.span)),))
