"""Statements that the draft makes surer, or less sure, than the sources do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from newslint.comparisons import FirmnessMatch
from newslint.document import Document
from newslint.finding import Confidence, Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Certainty
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line
from newslint.words import content_words

_FIRM = compiled(r"\b(?:will|won['’]t|must|shall|would|can|cannot)\b|['’]ll\b", re.IGNORECASE)


@dataclass(frozen=True)
class CertaintyChanged(Check):
    """A clause that is at least ``min_step`` firmer (``change: dropped``) or weaker (``added``) than every source clause like it.

    The steps are those of the layer ``Certainty``: 4 for what is stated, 3 for what is planned, 2 for
    what may be, 1 for what is alleged. ``alike`` is the likeness from which two clauses are one statement, ``sure``
    from which confidence is high; of fewer than ``least`` words of content only those ``verbatim`` alike are heard.
    ``default`` names a word of either text, ``bare`` that of the source alone.
    """

    name: ClassVar[str] = "certainty-changed"
    needs: ClassVar[tuple[type, ...]] = (FirmnessMatch, Certainty)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"other", "hedge", "word"}),
        "bare": frozenset({"other", "hedge"}),
    }

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
                slots["hedge"] = one_line(match.source_span.of(texts[match.source]))
                if word := _firm(match, ctx.draft):
                    slots["word"] = word
                confidence: Confidence = "high" if match.score >= self.sure else "medium"
                evidence = (Evidence(match.source, match.source_span),)
                case = "default" if word else "bare"
                yield Match(match.span, slots, case, confidence, evidence, grounds=match.grounds)


def _firm(match: FirmnessMatch, draft: Document) -> str:
    """The word of the draft that says how sure it is."""
    cue = next((each.cue for each in draft.all(Certainty) if each.clause == match.clause), None)
    words = cue.of(draft.text) if cue else ""
    found = _FIRM.search(match.clause.words(draft.own_words))
    return words or (found[0] if found else "")
