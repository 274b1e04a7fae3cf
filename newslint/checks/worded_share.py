"""Words that the percentage beside them does not bear out: "most" with 45%, "nearly half" with 41%."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import ClassVar, NamedTuple

from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Quantity, Quote
from newslint.pieces import places
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line

HUNDRED = Decimal(100)
_LEAD = r"(?:(?:or|at|that\sis,?|i\.?e\.?|only|just|some|exactly)\s)*"
_WORDS = r"(?:\s[\w'’-]+)"
_OPEN = rf"(?:\s?\(|,\s|\s[–—-]\s|—){_LEAD}"
_AHEAD = compiled(rf"(?:\sof)?{_WORDS}{{0,8}}?{_OPEN}")
_WHO = compiled(rf"(?:\sof)?{_WORDS}{{1,3}}?\s(?:who|that){_WORDS}{{1,12}}?{_OPEN}")
"""From the words to their figure: "Most voters (", "Nearly half of the women, or "."""
_BACK = compiled(rf"(?:\sof{_WORDS}{{1,4}}?)?(?:,?\s(?:or|that\sis)\s|\s?\(|,\s|\s[–—-]\s|—)(?:only\s|just\s)?")
"""From a figure to its words: "41% of women, or "."""
_CLOSED = compiled(r"\s?(?:[),;.:!?]|[–—-]\s|—|$)(?!\d)")
_ITS_OWN = compiled(r"\s(?:of|are|is|were|was|in|from|who|with|by|over|more|less|against)\b")
_TELLS = compiled(
    r"\b(?:is|are|was|were|has|have|had|said|says|say|voted?|up|down|rose|fell|compared|than|while|but|and|from|to|by|grew|[a-z]{4,}ed)\b",
    re.IGNORECASE,
)
"""Between the two, they are about something else: "most of it grew, 45% faster"."""
_REACH = 110
_EXPECTED = compiled(
    r"""\b(?:prices?|costs?|inflation|index|output|economy|gdp|population|yields?|wages|earnings|productivity|exports|imports|production
    |biggest|largest|highest|sharpest|fastest|steepest|greatest|record)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Of these a small rise is a great one, and so is the greatest for a while."""


@dataclass(frozen=True)
class Share:
    """Words for a share, and what it may be in per cent, both ends included."""

    words: tuple[str, ...]
    from_: Decimal = Decimal(0)
    to: Decimal = HUNDRED


@dataclass(frozen=True)
class Leap:
    """Verbs of great change, and the least percentage that they are written for."""

    verbs: tuple[str, ...]
    least: Decimal


class _Said(NamedTuple):
    """Words for a share, and the shares that they allow."""

    span: Span
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True)
class WordedShare(Check):
    """Words for a share ("most", "nearly half") must allow the percentage that stands beside them.

    ``shares`` gives the words their bounds. A fraction has bounds of its own, ``room`` per cent wide either way where
    the words are "about" or "nearly". ``leaps`` are verbs too strong for a small change.
    """

    shares: tuple[Share, ...] = ()
    leaps: tuple[Leap, ...] = ()
    room: Decimal = Decimal(14)

    name: ClassVar[str] = "worded-share"
    needs: ClassVar[tuple[type, ...]] = (Quantity, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"words", "stated", "meant"}),
        "leap": frozenset({"verb", "stated", "least"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.own_words
        figures = [one for one in ctx.draft.all(Quantity) if not ctx.draft.quoted(one.span)]
        rates = [one for one in figures if one.unit == "%" and len(one.value) == 1]
        if not rates:
            return
        said = sorted([*self._worded(text), *self._fractions(text, figures)], key=lambda one: one.span)
        starts = [one.span.start for one in said]
        for rate in rates:
            near = said[bisect_left(starts, rate.start - _REACH) : bisect_left(starts, rate.end + _REACH)]
            wrong = next((one for one in near if _beside(text, one.span, rate) and not _allows(one, rate)), None)
            if wrong:
                words = one_line(wrong.span.of(text))
                slots = {"words": words, "stated": one_line(rate.span.of(text)), "meant": _meant(wrong)}
                yield Match(rate.span, slots, evidence=(Evidence(None, wrong.span),))
        yield from self._leapt(text, rates)

    def _worded(self, text: str) -> Iterator[_Said]:
        for found in places(self._words, text) if self._words else ():
            if text[max(0, found.start - 4) : found.start].lower() == "the ":  # "the most" are more than any other
                continue
            share = self._by_words[" ".join(found.of(text).lower().split())]
            yield _Said(found, share.from_, share.to)

    def _fractions(self, text: str, figures: list[Quantity]) -> Iterator[_Said]:
        """Those in words: "nearly half"; "one in five" is held against its percentage elsewhere."""
        for one in figures:
            if one.kind != "ratio" or one.unit or len(one.value) != 1 or re.search(r"\d|\bin\b", one.span.of(text)):
                continue
            middle = one.value[0] * HUNDRED
            low, high = middle * (1 - self.room / HUNDRED), middle * (1 + self.room / HUNDRED)
            if one.approximation in ("more-than", "at-least"):
                low, high = middle, HUNDRED
            elif one.approximation in ("nearly", "less-than", "at-most"):
                low, high = low if one.approximation == "nearly" else Decimal(0), middle
            yield _Said(one.span, low, high)

    def _leapt(self, text: str, rates: list[Quantity]) -> Iterator[Match]:
        for leap in self.leaps if rates else ():
            verbs = compiled(rf"\b({'|'.join(leap.verbs)})(?:\sby)?\s$", re.IGNORECASE)
            for rate in rates:
                verb = verbs.search(text, max(0, rate.start - _REACH), rate.start)
                if not verb or rate.high is None or rate.high >= leap.least or _TELLS.match(text, rate.end + 1):
                    continue
                if not _EXPECTED.search(text, max(0, verb.start() - _REACH), min(len(text), rate.end + _REACH)):
                    slots = {"verb": verb[1].lower(), "stated": one_line(rate.span.of(text)), "least": leap.least}
                    yield Match(Span(verb.start(), rate.end), slots, "leap")

    @cached_property
    def _by_words(self) -> Mapping[str, Share]:
        return {words: share for share in self.shares for words in share.words}

    @cached_property
    def _words(self) -> re.Pattern[str] | None:
        phrases = sorted((re.escape(words).replace(r"\ ", r"\s+") for words in self._by_words), key=len, reverse=True)
        return compiled(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE) if phrases else None


def _beside(text: str, words: Span, rate: Quantity) -> bool:
    """Whether the words and the percentage say the same of the same."""
    if words.end <= rate.start:
        gap = text[words.end : rate.start]
        beside = (_AHEAD.fullmatch(gap) and not _TELLS.search(gap)) or (
            _WHO.fullmatch(gap) and text[rate.end : rate.end + 1] in ",)"
        )
        return bool(beside) and _CLOSED.match(text, rate.end) is not None
    gap = text[rate.end : words.start]
    closed = _CLOSED.match(text, words.end) is not None
    tied = " or " in gap and not _ITS_OWN.match(text, words.end)
    return _BACK.fullmatch(gap) is not None and not _TELLS.search(gap) and (closed or tied)


def _allows(said: _Said, rate: Quantity) -> bool:
    under = said.low is not None and rate.high is not None and rate.high < said.low
    over = said.high is not None and rate.low is not None and rate.low > said.high
    return not under and not over


def _meant(said: _Said) -> str:
    """The bounds of the words, for people: "50% or more"."""
    low, high = (f"{round(bound, 1).normalize():f}%" if bound is not None else "" for bound in (said.low, said.high))
    if said.high == HUNDRED:
        return f"{low} or more"
    return f"{low} to {high}" if said.low else f"{high} or less"
