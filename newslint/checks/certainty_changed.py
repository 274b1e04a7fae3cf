"""Statements that the draft makes surer, or less sure, than the sources do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, Literal

from newslint.comparisons import ClauseMatch
from newslint.document import Document
from newslint.finding import Confidence, Evidence
from newslint.mentions import Certainty, Softener
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line
from newslint.words import content_words

VERBATIM = 0.9
"""Likeness from which every hedge of the source is looked for, not the weakest alone."""

Held = tuple[ClauseMatch, Certainty, Document]
"""A source clause, how sure it is, and the source's text."""


@dataclass(frozen=True)
class CertaintyChanged(Check):
    """A clause that is at least ``min_step`` firmer (``change: dropped``) or weaker (``added``) than every source clause like it.

    The steps are those of the layer ``Certainty``: 4 for what is stated, 3 for what is planned, 2 for
    what may be, 1 for what is alleged. ``alike`` is the likeness from which two clauses are one statement;
    of several only those are heard that are as like, ``within`` so much.
    """

    name: ClassVar[str] = "certainty-changed"
    needs: ClassVar[tuple[type, ...]] = (ClauseMatch, Certainty)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"other"})}

    change: Literal["dropped", "added"] = "dropped"
    min_step: float = 1
    alike: float = 0.5
    within: float = 0.15
    least: int = 3
    one_word: float = 0.7
    sure: float = 0.8

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        docs = {source.id: source.doc for source in ctx.sources}
        there = {(id_, each.clause): each for id_, doc in docs.items() for each in doc.all(Certainty)}
        here = {each.clause: each for each in ctx.draft.all(Certainty)}
        for clause, group in groupby(ctx.dossier.all(ClauseMatch), key=lambda match: match.clause):
            alike = [match for match in group if match.score >= self.alike and not match.opposed]
            near: list[Held] = [
                (match, there[match.source, match.other], docs[match.source])
                for match in alike
                if match.source and match.other and match.score >= alike[0].score - self.within
            ]
            enough = near and (len(content_words(clause.words(ctx.draft.body))) >= self.least or near[0][0].score >= VERBATIM)
            found = self._changed(here[clause], near, ctx.draft) if enough else None
            if found:
                place, hedge = found
                match, _, doc = near[0]
                slots = {"other": one_line(match.other.words(doc.text) if match.other else "")}
                confidence: Confidence = "high" if match.score >= self.sure else "medium"
                evidence = (Evidence(match.source, hedge),)
                yield Match(place, slots, confidence=confidence, evidence=evidence, grounds=match.grounds)

    def _changed(self, own: Certainty, near: Sequence[Held], draft: Document) -> tuple[Span, Span] | None:
        """What to mark in the draft, and in the nearest source."""
        if self.change == "added":
            return _added(own, near, draft) if all(self._far(held[1].level, own.level) for held in near) else None
        lost = [self._lost(own, held, draft) for held in near]
        if not lost[0] or not all(lost) or not _answerable(own, near[0], draft):
            return None
        return own.span, lost[0].span

    def _lost(self, own: Certainty, held: Held, draft: Document) -> Softener | None:
        """The hedge of the source that the draft has nothing as weak for; in the same words, nothing with the same scope."""
        match, other, doc = held
        fewer = len(own.hedges) < len(other.hedges)
        for hedge in other.hedges:
            word = _first(hedge.scope, doc) if match.score >= VERBATIM and fewer else None
            levels = (mine.level for mine in own.hedges if word is None or _first(mine.scope, draft) == word)
            if self._far(min(levels, default=4), hedge.level) and self._has(own, hedge.scope.of(doc.body), match.score, draft):
                return hedge
        return None

    def _has(self, own: Certainty, softened: str, score: float, draft: Document) -> bool:
        """Whether the draft's sentence has what the hedge softens, or half of it; one word alone only in a clause much alike."""
        words = _stems(softened)
        shared = words & _stems(own.clause.sentence.of(draft.body))
        return len(shared) * 2 >= len(words) and (len(shared) > 1 or score >= self.one_word)

    def _far(self, firm: float, weak: float) -> bool:
        return firm - weak >= self.min_step


def _answerable(own: Certainty, held: Held, draft: Document) -> bool:
    """Whether the writer says so, in words of the writer's own, and names no source that the other text does not have."""
    _, other, _ = held
    mostly = 2 * len(own.clause.words(draft.own_words)) > len(own.clause.words(draft.body))
    named = own.clause.attributions and not other.clause.attributions
    return mostly and not named and not (own.doubted and not other.doubted)


def _added(own: Certainty, near: Sequence[Held], draft: Document) -> tuple[Span, Span] | None:
    """The hedge, where the source states the same plainly and nobody else is named for it."""
    if not own.cue or draft.quoted(own.cue) or any(other.doubted for _, other, _ in near):
        return None
    return own.cue, near[0][1].span


def _first(span: Span, doc: Document) -> str:
    return next((word[:5] for word in content_words(span.of(doc.body))), "")


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:5] for word in content_words(words))
