"""Firsts, onlys and biggests, which somebody must have checked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, Block, DateMention, Quantity, Quote, Written
from newslint.phrases import Phrases
from newslint.rule import Match, RuleContext
from newslint.spans import Span, one_line
from newslint.wording import Wording

_SINCE = compiled(r"\bsince\s$", re.IGNORECASE)
_IN = compiled(r"\b(?:in|for)\s$", re.IGNORECASE)
_JOINED = compiled(r"(?:[,;:(–—-]|\s|\b(?:and|or|the|its|first|time|such|in|for|since|more|than)\b)*", re.IGNORECASE)
_REACH = 20


@dataclass(frozen=True)
class Superlative(Wording):
    """``phrases`` claim that nothing was before, beside or beyond. They are listed, so that somebody looks them up,
    unless the draft has somebody say them.

    Where a first is dated twice, "since 1998, in 20 years", the two must come to the same.
    """

    phrases: tuple[str, ...] = ()
    attributed: bool = False

    name: ClassVar[str] = "superlative"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Block, DateMention, Quantity, Quote, Written)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset(),
        "since": frozenset({"year", "now", "actual", "stated"}),
    }

    def __post_init__(self) -> None:
        super().__post_init__()
        _ = self._phrases

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self.phrases, self.lists)

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        yield from _dated_twice(ctx)
        found = (place.span for place in self._phrases.find(self.text(ctx.draft)))
        for span in self.wanted(ctx.draft, found):
            yield Match(span)


def _dated_twice(ctx: RuleContext) -> Iterator[Match]:
    draft, text = ctx.draft, ctx.draft.own_words
    now = draft.published or next((written.day for written in draft.all(Written)), None)
    lengths = [one for one in draft.all(Quantity) if one.unit == "year" and _opened(text, one.span, _IN)]
    if now is None or not lengths:
        return
    starts = [one.start for one in lengths]
    for since in draft.all(DateMention):
        if not since.year or not _opened(text, since.span, _SINCE):
            continue
        at = bisect_left(starts, since.start)
        for length in lengths[max(0, at - 1) : at + 1]:
            first, second = sorted((since.span, length.span))
            actual = now.year - since.year
            if _JOINED.fullmatch(text, first.end, second.start) and not _fits(actual, length):
                stated = one_line(length.span.of(text))
                slots = {"year": since.year, "now": now.year, "actual": actual, "stated": stated}
                yield Match(length.span, slots, "since", evidence=(Evidence(None, since.span),))


def _opened(text: str, span: Span, word: re.Pattern[str]) -> bool:
    return word.search(text, max(0, span.start - _REACH), span.start) is not None


def _fits(actual: int, length: Quantity) -> bool:
    """Whether the length, rounded as it is, allows so many years, or one more or less: the month is not known."""
    under = length.low is not None and actual + 1 < length.low
    over = length.high is not None and actual - 1 > length.high
    return not under and not over
