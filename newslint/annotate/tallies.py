"""Tallies: votes and scores with what follows from them, a lead, the members, the games. A grammar, no model."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Quantity, Sentence
from newslint.reckonings import Tally, TallyKind
from newslint.spans import Span
from newslint.words import word_set

_Interval = tuple[Decimal, Decimal]

_LED_BY = {"goal", "point", "percentage point", "seat", "vote"}
_BEFORE = compiled(r"\b(?:by|of|with|a)\s+(?:an?\s+)?(?:(?:margin|majority|lead)\s+of\s+)?$")
_THEN_TALLY = compiled(
    r"(?:\s+points?|\s+votes?|\s+goals?|\s+seats?)?(?:\s+on\s+\w+day)?(?:,?\s+\(|,\s+)(?:(?:by|with|winning|taking|getting|polling|having\s+won)\s+)?"
)
_TOLD_ENDS = compiled(r"\s*(?:[.,;:)]|$|\s(?:is|was|means|meant)\b)")
_THEN_LEAD = compiled(
    r"""(?:\s+(?:points?|votes?))?(?:\s+on\s+\w+day)?
    (?:(?:,\s+(?:by\s+|with\s+|giving\s+(?:[\w'’-]+\s+){1,4}?)?|\s+\(|\s+[–—-]\s+|,?\s+(?:by|with)\s+)(?:(?:an?|the)\s+)?(?:(?P<lead>lead|majority|margin)\s+of\s+)?
    |[.;]\s+(?:The|That|His|Her|Its|Their)\s+(?P<told>lead|majority|margin)\s+(?:of|is|was)\s+)""",
    re.VERBOSE,
)
_WON_BY = compiled(
    r"[\s-]+(?:points?|goals?|votes?|seats?)?\s*(?P<win>win|victory|defeat|loss|margin|majority|lead)\b|\s+(?:points?|goals?|votes?|seats?)\b"
)
_TO = compiled(
    r"(?:\s+(?:votes?|seats?|per\s?cent))?(?:\s+(?:in\s+favou?r|for))?,?\s+(?:votes?\s+)?(?:to|against)\s+(?:(?:the|his|her|its|their)\s+)?(?:(?:[\w-]+\s+){0,2}[\w-]+['’]s?\s+)?"
)
_AGAIN = compiled(r"\s*[,;]?\s*(?:and\s+)?\d+\s?[-–]\s?\d")
_LAST_SET = compiled(r"\d\s?[-–]\s?\d+(?:,|\s+and)\s+$")
_VOTED = compiled(
    r"\b(?:vot(?:ed?|es|ing)|rul(?:ed?|es|ing)|split|pass(?:ed|es)|approv(?:ed|es|al)|reject(?:ed|s)|carried|back(?:ed|s)|defeated|ratified)\b"
)
_MEMBERS = word_set(
    "councillor delegate director governor judge juror justice lawmaker legislator member mp seat senator strong trustee"
)
_BODY = compiled(r"-?\s?(?:member|seat|strong|man|person)\b")
_OF = compiled(r"\b(?:board|committee|council|court|jury|panel)\s+of\s+$")
_EVERY = compiled(r"\ball\s+(?:of\s+)?(?:the\s+|its\s+|their\s+)?$", re.IGNORECASE)
_DID_VOTE = compiled(r"\s+(?:[\w-]+\s+){0,2}(?:vot(?:ed|ing)|present|took\s+part|cast)\b")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_GAME = compiled(rf"(?:[^.;:,]{{0,30}}?\s)?(?:in|after)\s+[Gg]ame\s+(?P<game>{'|'.join(_NUMBERS)}|[1-9])\b")
_SERIES = compiled(r"\bseries(?:\s+(?:[\w’'-]+\s+){0,3}|\s*,\s*)$")
_SERIES_BEHIND = compiled(
    r"\s+(?:series\s+(?:win|lead|victory)|(?:win|lead|victory)\s+in\s+the\s+series)\b|\s+in\s+the\s+(?:[\w-]+\s+)?series\b"
)
_BEST_OF = compiled(rf"\bbest[- ]of[- ](?P<games>{'|'.join(_NUMBERS)}|[1-9])\b", re.IGNORECASE)
_WON = compiled(r"\bby\s+(?:an?\s+(?:[\w-]+\s+)?(?:margin|majority)\s+of\s+)?(?:just\s+|only\s+)?$")
_OTHER_TIME = compiled(
    r"\bin\s+(?:19|20)\d\d\b|\b(?:last\s+(?!ward)|previous|earlier|at\s+first|initial|before|ago)", re.IGNORECASE
)
_REACH = 60
_FAR = 700
_NEAR = 200
_MOST = 12
"""Figures in a sentence that still tells of one vote."""


class _Sides(NamedTuple):
    """Two counts that stand against each other: "30-17", "205 votes to 198"; ``last`` is the place of the second in the row."""

    span: Span
    ends: tuple[_Interval, _Interval]
    kind: str
    last: int


def tallies(doc: Document) -> tuple[Tally, ...]:
    """Every vote or score with a figure that follows from it, in text order."""
    row, text = doc.all(Quantity), doc.body
    starts = [quantity.start for quantity in row]
    sentences = doc.all(Sentence)
    opened = [sentence.start for sentence in sentences]
    found: list[Tally] = []
    for first, sides in _all_sides(text, row):
        at = bisect_right(opened, sides.span.start) - 1
        if at < 0:
            continue
        found += _leads(text, row, first, sides)
        if sides.kind == "percent":
            continue
        found += _games(text, sentences[at], sides)
        if _VOTED.search(
            text, max(sentences[at].start, sides.span.start - _NEAR), min(sentences[at].end, sides.span.end + _NEAR)
        ):
            ends = sentences[at : at + 2]
            members = [row[bisect_left(starts, one.start) : bisect_left(starts, one.end)] for one in ends]
            found += _members(text, members, sides)
    found += _far_leads(doc, row, found)
    return tuple(sorted(found, key=lambda tally: tally.start))


def _far_leads(doc: Document, row: Sequence[Quantity], found: Sequence[Tally]) -> Iterator[Tally]:
    """The lead of the one vote of a text, a sentence or two away: "won by 11 votes. She took 1,204 votes to his 1,193"."""
    text = doc.body
    sides = [sides for _, sides in _all_sides(text, row) if sides.kind == "count"]
    leads = [
        one
        for one in row
        if one.kind == "count" and one.noun == "vote" and _WON.search(text, max(0, one.start - _REACH), one.start)
    ]
    if (
        len(sides) != 1
        or len(leads) != 1
        or sides[0].span.overlaps(leads[0].span)
        or any(tally.kind == "margin" for tally in found)
    ):
        return
    near = [s for s in doc.all(Sentence) if s.span.overlaps(sides[0].span) or s.span.overlaps(leads[0].span)]
    between = text[min(near[0].start, near[-1].start) : max(near[0].end, near[-1].end)] if near else ""
    if near and len(between) < _FAR and not any(_OTHER_TIME.search(s.span.of(text)) for s in near):
        yield from _tally("margin", sides[0], leads[0])


def _all_sides(text: str, row: Sequence[Quantity]) -> Iterator[tuple[int, _Sides]]:
    for at, one in enumerate(row):
        if one.kind == "score" and not (_AGAIN.match(text, one.end) or _LAST_SET.search(text, max(0, one.start - 12), one.start)):
            yield at, _Sides(one.span, ((one.value[0],) * 2, (one.value[1],) * 2), "score", at)
        other = row[at + 1] if at + 1 < len(row) else None
        if other and one.kind == other.kind and one.kind in ("count", "percent") and _TO.fullmatch(text, one.end, other.start):
            vote = (
                one.noun == "vote"
                or other.noun == "vote"
                or one.kind == "percent"
                or (one.noun is None and min(*one.value, *other.value) >= 100)
            )
            ends = _ends(one), _ends(other)
            if vote and ends[0] and ends[1] and (one.value[0] > other.value[0] or one.noun == "vote"):
                yield at, _Sides(one.span.through(other.span), (ends[0], ends[1]), one.kind, at + 1)


def _ends(quantity: Quantity) -> _Interval | None:
    if quantity.low is None or quantity.high is None or len(quantity.value) > 1:
        return None
    return quantity.low, quantity.high


def _leads(text: str, row: Sequence[Quantity], first: int, sides: _Sides) -> Iterator[Tally]:
    """The lead told before the two ("by 13 points, 30-17") or behind them ("30-17, a 13-point win")."""
    before = row[first - 1] if first else None
    led = before and _leads_by(before) and _THEN_TALLY.fullmatch(text, before.end, sides.span.start)
    if before and led and _BEFORE.search(text, max(0, before.start - _REACH), before.start):
        yield from _tally("margin", sides, before)
    behind = row[sides.last + 1] if sides.last + 1 < len(row) else None
    if behind is None or behind.kind not in ("count", "percent"):
        return
    link = _THEN_LEAD.fullmatch(text, sides.span.end, behind.start)
    if link and behind.unit != "%" and _is_lead(text, link, behind):
        yield from _tally("margin", sides, behind)


def _is_lead(text: str, link: re.Match[str], stated: Quantity) -> bool:
    """Whether the figure behind a score is named as its lead: "by nine points", but not "with nine points"."""
    if link["lead"]:
        return True
    if link["told"]:
        return _TOLD_ENDS.match(text, stated.noun_span.end if stated.noun_span else stated.end) is not None
    won = _WON_BY.match(text, stated.figure.end) if _leads_by(stated) else None
    return won is not None and (won["win"] is not None or link[0].endswith("by "))


def _leads_by(quantity: Quantity) -> bool:
    return quantity.kind in ("count", "percent") and (quantity.noun in _LED_BY or quantity.unit in _LED_BY)


def _tally(kind: TallyKind, sides: _Sides, stated: Quantity, *, exact: bool = False, every: bool = False) -> Iterator[Tally]:
    figure = (stated.value[0], stated.value[0]) if exact else _ends(stated)
    place = stated.span.through(stated.noun_span) if kind == "margin" and stated.noun_span else stated.span
    if figure:
        yield Tally(sides.span.through(place), kind, sides.ends, sides.span, place, figure, every)


def _members(text: str, sentences: Sequence[Sequence[Quantity]], sides: _Sides) -> Iterator[Tally]:
    """How many there are to vote: "the nine justices", "a council of seven"; of the next sentence only "all 10 members"."""
    named: list[tuple[Quantity, bool]] = []
    if any(len(row) > _MOST for row in sentences):
        return
    for row, near in zip(sentences, (True, False), strict=False):
        for one in row:
            whole = len(one.value) == 1 and one.kind == "count" and not one.approximation and not one.span.overlaps(sides.span)
            if not whole or not _is_body(text, one, near=near):
                continue
            every = _EVERY.search(text, max(0, one.start - 20), one.start) and _DID_VOTE.match(
                text, one.noun_span.end if one.noun_span else one.end
            )
            if near or every:
                named.append((one, bool(every)))
    if len(named) == 1:
        yield from _tally("members", sides, named[0][0], exact=True, every=named[0][1])


def _is_body(text: str, one: Quantity, *, near: bool) -> bool:
    """Whether a count is that of all the members of a body."""
    if _BODY.match(text, one.figure.end) or _OF.search(text, max(0, one.start - 20), one.start):
        return near
    before = text[max(0, one.start - 12) : one.start].lower()
    return one.noun in _MEMBERS and (before.endswith(("all ", "the ", "its ")) or _EVERY.search(before) is not None)


def _games(text: str, sentence: Sentence, sides: _Sides) -> Iterator[Tally]:
    """The game in which a series stands so, and the games that it has at most."""
    start = max(sentence.start, sides.span.start - _REACH)
    behind = _SERIES_BEHIND.match(text, sides.span.end)
    if not (_SERIES.search(text, start, sides.span.start) or behind):
        return
    at = behind.end() if behind else sides.span.end
    if game := _GAME.match(text, at, min(sentence.end, at + _REACH)):
        yield _of_games("games", sides, Span(game.start("game"), game.end("game")), game["game"])
    if best := _BEST_OF.search(
        text, max(sentence.start, sides.span.start - 2 * _REACH), min(sentence.end, sides.span.end + _REACH)
    ):
        yield _of_games("best-of", sides, Span(*best.span()), best["games"])


def _of_games(kind: TallyKind, sides: _Sides, stated: Span, number: str) -> Tally:
    games = Decimal(number) if number.isdigit() else Decimal(_NUMBERS.index(number.lower()) + 1)
    return Tally(sides.span.through(stated), kind, sides.ends, sides.span, stated, (games, games))
