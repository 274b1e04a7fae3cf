"""Statements that the sources put in somebody's mouth and the draft makes its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, Literal

from newslint.comparisons import ClauseMatch
from newslint.document import Document
from newslint.finding import Evidence
from newslint.mentions import Attribution, Certainty, Clause, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line
from newslint.words import content_words, word_set

TOLD = ("named", "body", "document", "anonymous", "vague")
OWN_ACT = word_set(
    """
    announce announces announced announcing decide decides decided confirm confirms confirmed plan plans planned pledge pledged
    vow vowed promise promised agree agrees agreed order ordered demand demanded ask asked want wants wanted know knew known learn
    learned learnt realise realised realize realized remember remembered admit admits admitted declare declared
    """
)
"""What is told with these is the speaker's own to decide or to know: "the firm announced a sale"."""

VERBATIM = 0.95
OWN_BODY = word_set("team club company firm band label studio school university college airline family organisers organizers")
"""Bodies that a story calls by these words are mostly those that it is about: "the team said"."""


@dataclass(frozen=True)
class AttributionDropped(Check):
    """A main clause that every source which has it attributes, stated flat in the draft.

    ``carry`` is how far another attribution of the draft reaches: not at all beyond what is said (``none``),
    to all of its sentence, or to the rest of the paragraph where the source is the same. ``alike`` is the likeness of the two
    clauses from which they are one statement, ``sure`` from which confidence is high, ``least`` how many
    words of content a statement must have; at a certainty of ``hedged`` or below it is not flat.
    """

    name: ClassVar[str] = "attribution-dropped"
    needs: ClassVar[tuple[type, ...]] = (ClauseMatch, Attribution, Certainty, Clause)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"who"})}

    carry: Literal["none", "sentence", "paragraph"] = "paragraph"
    alike: float = 0.7
    within: float = 0.2
    sure: float = 0.85
    least: int = 3
    hedged: float = 2.5

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        docs = {source.id: source.doc for source in ctx.sources}
        hedged = {each.clause for each in ctx.draft.all(Certainty) if each.level <= self.hedged}
        told_of: Span | None = None
        for clause, group in groupby(ctx.dossier.all(ClauseMatch), key=lambda match: match.clause):
            alike = [match for match in group if match.other and match.score >= self.alike and not match.opposed]
            near = [match for match in alike if match.score >= alike[0].score - self.within]
            if not near or clause in hedged or clause.sentence == told_of or not self._flat(ctx, clause, near[0].score):
                continue
            told = [_told(match.other, docs[match.source], clause.words(ctx.draft.text)) for match in near if match.source]
            first, source = near[0], near[0].source
            if not all(told) or not told[0] or not source or any(self._covers(ctx, clause, each, docs[source]) for each in told):
                continue
            who = told[0].cue.through(told[0].source) if told[0].source else told[0].cue
            told_of = clause.sentence
            yield Match(
                clause.span,
                {"who": one_line(who.of(docs[source].text))},
                confidence="high" if first.score >= self.sure else "medium",
                evidence=(Evidence(source, who),),
                grounds=first.grounds,
            )

    def _flat(self, ctx: RuleContext, clause: Clause, score: float) -> bool:
        """Whether the draft says enough in its own voice and in a whole sentence; less will do in the same words."""
        own = len(content_words(clause.words(ctx.draft.own_words)))
        whole = clause.sentence.of(ctx.draft.text).rstrip("\"'”’)").endswith((".", "!", "…"))
        return whole and clause.kind == "main" and not clause.attributions and own >= self.least - (score >= VERBATIM)

    def _covers(self, ctx: RuleContext, clause: Clause, told: Attribution | None, doc: Document) -> bool:
        """Whether another attribution answers for it: any of its sentence, the same source's earlier in its paragraph."""
        if self.carry == "none":
            return False
        clauses = (one for one in ctx.draft.all(Clause) if one.sentence == clause.sentence)
        if any(one.attributions or one.kind == "attribution" for one in clauses):
            return True
        if self.carry == "sentence":
            return False
        block = next(sentence.block.span for sentence in ctx.draft.all(Sentence) if sentence.span == clause.sentence)
        wanted = _names(told, doc)
        earlier = (each for each in ctx.draft.all(Attribution) if block.start <= each.start < clause.start)
        return any(_names(each, ctx.draft) & wanted for each in earlier)


def _told(clause: Clause | None, doc: Document, draft: str) -> Attribution | None:
    """Who says the clause in the source, unless it is the speaker's own act or everybody's knowledge."""
    opening = {word[:5] for word in content_words(draft)[:3]}
    for each in clause.attributions if clause else ():
        cue = each.cue.of(doc.text).lower().split()
        who = _names(each, doc)
        own = not OWN_ACT.isdisjoint(cue) or who <= OWN_BODY or {word[:5] for word in who} & opening
        if each.kind in TOLD and not own:
            return each
    return None


def _names(told: Attribution | None, doc: Document) -> set[str]:
    return set(content_words(f"{told.source_name} {told.source.of(doc.text)}")) if told and told.source else set()
