"""Hedges that hide who reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint.mentions import Attribution, AttributionKind, Hedge, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_NAMING: frozenset[AttributionKind] = frozenset({"named", "body", "document", "anonymous"})


@dataclass(frozen=True)
class Hedges(Check):
    """One of ``words`` in a sentence that names nobody who reports.

    A source with one of the cues in ``reporting`` makes it good, in the same sentence or the
    ones beside it in the same paragraph; not the source whose own cue is hedged ("the
    minister reportedly said").
    """

    name: ClassVar[str] = "hedge"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Hedge, Sentence)

    words: frozenset[str]
    reporting: frozenset[str]

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.text
        sentences = ctx.draft.all(Sentence)
        sources = [a for a in ctx.draft.all(Attribution) if a.kind in _NAMING and a.cue.of(text).lower() in self.reporting]
        for hedge in ctx.draft.all(Hedge):
            if hedge.span.of(text).lower() in self.words and not any(
                span.covers(source.cue) and not _hedged(hedge, source) for source in sources for span in _near(hedge, sentences)
            ):
                yield Match(hedge.span)


def _near(hedge: Hedge, sentences: Sequence[Sentence]) -> list[Span]:
    """The sentence of the hedge and those beside it in the same block."""
    here = next(k for k, sentence in enumerate(sentences) if sentence.end > hedge.start)
    beside = sentences[max(0, here - 1) : here + 2]
    return [sentence.span for sentence in beside if sentence.block == sentences[here].block]


def _hedged(hedge: Hedge, source: Attribution) -> bool:
    return source.source is not None and source.source.end <= hedge.start < source.cue.start
