"""Hedges that hide who reports."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint.mentions import Attribution, AttributionKind, Hedge, Sentence
from newslint.rule import Check, Match, RuleContext

_NAMING: frozenset[AttributionKind] = frozenset({"named", "body", "document", "anonymous"})


@dataclass(frozen=True)
class Hedges(Check):
    """One of ``words`` with nobody near who reports.

    A source with one of the cues in ``reporting`` makes it good, in the same sentence, the
    next, or the one before in the same paragraph; not the source whose own cue is hedged ("the
    minister reportedly said").
    """

    name: ClassVar[str] = "hedge"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Hedge, Sentence)

    words: frozenset[str]
    reporting: frozenset[str]

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.text
        sentences = ctx.draft.all(Sentence)
        starts = [sentence.start for sentence in sentences]
        named = (a for a in ctx.draft.all(Attribution) if a.kind in _NAMING and a.cue.of(text).lower() in self.reporting)
        sources = sorted(named, key=lambda source: source.cue.start)  # the layer is in the order of its spans
        for hedge in ctx.draft.all(Hedge):
            if hedge.span.of(text).lower() in self.words:
                beside = _beside(sentences, bisect_right(starts, hedge.start) - 1)
                if not any(_reports(source, hedge) for source in _between(sources, beside)):
                    yield Match(hedge.span)


def _beside(sentences: Sequence[Sentence], here: int) -> list[Sentence]:
    """The sentence ``here``, the next, and the one before it in the same block."""
    same_block = here > 0 and sentences[here - 1].block == sentences[here].block
    return list(sentences[here - same_block : here + 2])


def _between(sources: Sequence[Attribution], sentences: Sequence[Sentence]) -> Sequence[Attribution]:
    first = bisect_left(sources, sentences[0].start, key=lambda source: source.cue.start)
    last = bisect_left(sources, sentences[-1].end, key=lambda source: source.cue.start)
    return sources[first:last]


def _reports(source: Attribution, hedge: Hedge) -> bool:
    return source.source is None or not source.source.end <= hedge.start < source.cue.start
