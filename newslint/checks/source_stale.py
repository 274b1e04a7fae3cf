"""What is so now, by a source that is long past."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import Alignment, QuantityMatch
from newslint.document import Source
from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention, Quantity, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_NOW = compiled(
    r"\b(?:now|currently|at\spresent|presently|at\sthe\smoment|to\sdate|as\sof\snow|these\sdays)\b(?![^,;:–—]*[,;:–—])",
    re.IGNORECASE,
)
_AT_PRESENT = compiled(r"\b(?:currently|at\spresent|presently|at\sthe\smoment)\b", re.IGNORECASE)
_NOW_AFTER = compiled(
    r"\s(?:[\w’'-]+\s){0,2}(?:now|currently|at\spresent|at\sthe\smoment|to\sdate|these\sdays)\b(?=[.,;:)]|\s*$)", re.MULTILINE
)
_NEAR = 45
"""Characters before a figure in which "now" speaks of it, where no comma stands between."""

_STANDS = compiled(
    r"""\b(?:there\s(?:are|is)|are|is|has|have|stands?\sat|employs?|(?<!to\s)(?:houses?|holds?|serves?)|number|total)
    (?:\s(?:now|still|just|only))?\s$""",
    re.VERBOSE,
)
_LIVES = compiled(
    r"\s(?:(?:who|that|which|still|now|currently|only)\s)?(?:are|is|live|work|remain|stay|serve)\b(?!\s(?:to|\w+(?:ed|en))\b)"
)
_CHANGING = frozenset({"count", "money", "percent"})


@dataclass(frozen=True)
class SourceStale(Check):
    """A figure that the draft gives for the present, and that only a source more than ``days`` older than the draft has.

    The case ``status`` is a sentence with "currently" or "at present" in it and no such figure. What carries a date of
    its own passes, and so does what a younger source, or one without a date, has too. ``least`` is the smallest count that
    may be a state of things, ``near`` how alike the sentence of the source must be.
    """

    name: ClassVar[str] = "source-stale"
    needs: ClassVar[tuple[type, ...]] = (QuantityMatch, Alignment, DateMention, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"ago"}), "status": frozenset({"ago"})}

    days: int = 90
    least: int = 10
    near: float = 0.5

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        mine = ctx.draft.published
        old = {
            source.id: (mine - day).days
            for source in ctx.sources
            if mine and (day := source.doc.published) and (mine - day).days > self.days
        }
        if not old or not mine:
            return
        dated = self._dated(ctx, mine)
        told: set[Span] = set()
        for match in ctx.dossier.all(QuantityMatch):
            sentence = _around(match.span, ctx)
            if match.verdict != "same" or match.source not in old or match.source_span is None or sentence in dated:
                continue
            if self._present(match.quantity, sentence, ctx) and not _elsewhere(match.other, ctx.sources, old):
                told.add(sentence)
                counted = match.quantity.noun_span or match.span
                yield _match(match.span.through(counted), match.source, match.source_span, old[match.source])
        yield from self._status(ctx, old, dated | told)

    def _dated(self, ctx: RuleContext, mine: dt.date) -> set[Span]:
        """Sentences that say themselves of what earlier time they speak."""
        limit = mine - dt.timedelta(days=self.days)
        dates = (date for date in ctx.draft.all(DateMention) if date.type == "DATE" and date.latest and date.latest < limit)
        return {_around(date.span, ctx) for date in dates}

    def _present(self, quantity: Quantity, sentence: Span, ctx: RuleContext) -> bool:
        text = ctx.draft.body
        if quantity.kind not in _CHANGING or ctx.draft.quoted(quantity.span):
            return False
        end = max(quantity.span.end, quantity.noun_span.end if quantity.noun_span else 0)
        if _NOW.search(text[max(sentence.start, quantity.span.start - _NEAR) : quantity.span.start]) or _NOW_AFTER.match(
            text, end
        ):
            return True
        if quantity.kind != "count" or max(quantity.value) < self.least:
            return False
        return bool(_STANDS.search(text[sentence.start : quantity.span.start]) or _LIVES.match(text, end, sentence.end))

    def _status(self, ctx: RuleContext, old: Mapping[str, int], done: set[Span]) -> Iterator[Match]:
        """Sentences with "currently" that lean on an old source, and on no other."""
        near: dict[Span, list[Alignment]] = {}
        for alignment in ctx.dossier.all(Alignment):
            if alignment.score >= self.near:
                near.setdefault(alignment.span, []).append(alignment)
        for span, aligned in near.items():
            now = _AT_PRESENT.search(ctx.draft.own_words, span.start, span.end)
            if now and span not in done and all(alignment.source in old for alignment in aligned):
                yield _match(Span(*now.span()), aligned[0].source, aligned[0].source_span, old[aligned[0].source], case="status")


def _match(span: Span, source: str, place: Span, days: int, case: str = "default") -> Match:
    ago = f"{days} days" if days < 365 else "a year" if days < 730 else f"{days // 365} years"
    return Match(span, {"ago": ago}, case=case, evidence=(Evidence(source, place),), confidence="medium")


def _around(span: Span, ctx: RuleContext) -> Span:
    sentences = ctx.draft.all(Sentence)
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    return sentences[at].span if at >= 0 else span


def _elsewhere(quantity: Quantity | None, sources: tuple[Source, ...], old: Mapping[str, int]) -> bool:
    """Whether a source that is not old has the same figure for the same."""
    return quantity is not None and any(
        other.value == quantity.value and other.noun == quantity.noun
        for source in sources
        if source.id not in old
        for other in source.doc.all(Quantity)
    )
