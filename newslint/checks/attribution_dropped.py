"""Statements that the sources put in somebody's mouth and the draft makes its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from newslint.comparisons import TellerMatch
from newslint.document import Document
from newslint.finding import Evidence
from newslint.mentions import Attribution, Certainty, Clause, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line
from newslint.words import content_words, word_set

VERBATIM = 0.95
TELLING = word_set("said says say told tells added adds according reported reportedly")


@dataclass(frozen=True)
class AttributionDropped(Check):
    """A main clause that every source which has it attributes, stated flat in the draft.

    ``carry`` is how far another attribution of the draft reaches: not at all beyond what is said (``none``),
    to all of its sentence, or to the rest of the paragraph where the source is the same. ``alike`` is the likeness of the two
    clauses from which they are one statement, ``sure`` from which confidence is high, ``least`` how many
    words of content a statement must have; with a certainty of ``hedged`` or below in it or, unless it is verbatim, in its
    sentence it is not flat.
    """

    name: ClassVar[str] = "attribution-dropped"
    needs: ClassVar[tuple[type, ...]] = (TellerMatch, Attribution, Certainty, Clause)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"who"})}

    carry: Literal["none", "sentence", "paragraph"] = "paragraph"
    alike: float = 0.7
    sure: float = 0.85
    least: int = 3
    hedged: float = 2.5

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        docs = {source.id: source.doc for source in ctx.sources}
        weak = [each.clause for each in ctx.draft.all(Certainty) if each.level <= self.hedged]
        hedged = {*weak, *(clause.sentence for clause in weak)}
        settled: set[Span] = set()
        for match in ctx.dossier.all(TellerMatch):
            source, who, clause = match.source, match.source_span, match.clause
            if match.how != "dropped" or not source or not who or clause.sentence in settled or clause in hedged:
                continue
            if match.score < VERBATIM and clause.sentence in hedged:
                continue
            if match.score >= self.alike and self._flat(ctx, match) and not self._covers(ctx, match, docs[source]):
                settled.add(clause.sentence)
                yield Match(
                    match.span,
                    {"who": one_line(who.of(docs[source].text))},
                    confidence="high" if match.score >= self.sure else "medium",
                    evidence=(Evidence(source, who),),
                    grounds=match.grounds,
                )

    def _flat(self, ctx: RuleContext, match: TellerMatch) -> bool:
        """Whether the draft says enough in its own voice and in a whole sentence; less will do in the same words."""
        clause = match.clause
        own = len(content_words(clause.words(ctx.draft.own_words)))
        whole = clause.sentence.of(ctx.draft.text).rstrip("\"'”’)").endswith((".", "!", "…"))
        opens = clause.start <= clause.sentence.start + 1
        return whole and clause.kind == "main" and own >= self.least - (opens and match.score >= VERBATIM)

    def _covers(self, ctx: RuleContext, match: TellerMatch, doc: Document) -> bool:
        """Whether another attribution answers for it: any of its sentence, the same source's earlier in its paragraph."""
        sentence = match.clause.sentence
        if self.carry == "none":
            return False
        clauses = (one for one in ctx.draft.all(Clause) if one.sentence == sentence)
        if any(one.attributions or one.kind == "attribution" for one in clauses) or _said(ctx.draft, sentence, match.told, doc):
            return True
        if self.carry == "sentence":
            return False
        block = next(one.block.span for one in ctx.draft.all(Sentence) if one.span == sentence)
        wanted = _names(match.told, doc)
        earlier = (each for each in ctx.draft.all(Attribution) if block.start <= each.start < match.clause.start)
        return any(_names(each, ctx.draft) & wanted for each in earlier)


def _said(draft: Document, sentence: Span, told: Attribution, doc: Document) -> bool:
    """Whether the sentence has a word of telling, or the source's very words for who says so."""
    who = told.cue.through(told.source) if told.source else told.cue
    words = one_line(sentence.of(draft.text)).lower()
    return one_line(who.of(doc.text)).lower() in words or not TELLING.isdisjoint(words.split())


def _names(told: Attribution, doc: Document) -> set[str]:
    return set(content_words(f"{told.source_name} {told.source.of(doc.text)}")) if told.source else set()
