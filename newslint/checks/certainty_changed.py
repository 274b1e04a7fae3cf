"""Statements that the draft makes surer, or less sure, than the sources do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from newslint.comparisons import FirmnessMatch
from newslint.finding import Confidence, Evidence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line
from newslint.words import content_words


@dataclass(frozen=True)
class CertaintyChanged(Check):
    """A clause that is at least ``min_step`` firmer (``change: dropped``) or weaker (``added``) than every source clause like it.

    The steps are those of the layer ``Certainty``: 4 for what is stated, 3 for what is planned, 2 for
    what may be, 1 for what is alleged. ``alike`` is the likeness from which two clauses are one statement, ``sure``
    from which confidence is high; of fewer than ``least`` words of content only those ``verbatim`` alike are heard.
    """

    name: ClassVar[str] = "certainty-changed"
    needs: ClassVar[tuple[type, ...]] = (FirmnessMatch,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"other"})}

    change: Literal["dropped", "added"] = "dropped"
    min_step: float = 1
    alike: float = 0.5
    least: int = 3
    verbatim: float = 0.9
    sure: float = 0.8

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        texts = {source.id: source.doc.text for source in ctx.sources}
        for match in ctx.dossier.all(FirmnessMatch):
            if match.change != self.change or match.step < self.min_step or match.score < self.alike:
                continue
            short = len(content_words(match.clause.words(ctx.draft.body))) < self.least
            if match.source and match.source_span and not (short and match.score < self.verbatim):
                slots = {"other": one_line(match.other.words(texts[match.source]))}
                confidence: Confidence = "high" if match.score >= self.sure else "medium"
                evidence = (Evidence(match.source, match.source_span),)
                yield Match(match.span, slots, confidence=confidence, evidence=evidence, grounds=match.grounds)
