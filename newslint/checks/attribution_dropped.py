"""Statements that the sources put in somebody's mouth and the draft makes its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, Literal

from newslint.comparisons import TellerMatch
from newslint.document import Document
from newslint.finding import Confidence, Evidence
from newslint.mentions import Attribution, Certainty, Clause, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line
from newslint.words import content_words, word_set

VERBATIM = 0.95
FOLLOWING = 1
"""Paragraphs after the lead in which its source may be named."""

TELLING = word_set("said says say told tells added adds according reported reportedly")
HEARSAY = word_set("reported reportedly")
"""What names nobody, in a sentence that is copied but for its source."""


@dataclass(frozen=True)
class AttributionDropped(Check):
    """A main clause that every source which has it attributes, stated flat in the draft.

    ``carry`` is how far another attribution of the draft reaches: not at all beyond what is said (``none``),
    to all of its sentence, or, where the source is the same, to the rest of the paragraph, to the next one, and back to
    the lead, which may leave its source to what follows. ``alike`` is the likeness of the two
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
        settled: dict[Span, tuple[TellerMatch, Evidence]] = {}
        ends: dict[Span, Span] = {}
        for match in ctx.dossier.all(TellerMatch):
            source, who, clause = match.source, match.source_span, match.clause
            if match.how != "dropped" or not source or not who or clause in hedged:
                continue
            if clause.sentence in settled:
                if settled[clause.sentence][0].told == match.told:
                    ends[clause.sentence] = match.span
                continue
            if match.score < VERBATIM and clause.sentence in hedged:
                continue
            if match.score >= self.alike and self._flat(ctx, match) and not self._covers(ctx, match, docs[source]):
                settled[clause.sentence] = match, Evidence(source, who)
        for sentence, (match, evidence) in settled.items():
            teller = one_line(evidence.span.of(docs[match.source or ""].text))
            span = _onward(ctx.draft, match.clause).through(ends.get(sentence, match.span))
            confidence: Confidence = "high" if match.score >= self.sure else "medium"
            yield Match(span, {"who": teller}, confidence=confidence, evidence=(evidence,), grounds=match.grounds)

    def _flat(self, ctx: RuleContext, match: TellerMatch) -> bool:
        """Whether the draft says enough in its own voice and in a whole sentence; less will do in the same words."""
        clause = match.clause
        own = len(content_words(clause.words(ctx.draft.own_words)))
        end = clause.sentence.end
        spoken = ctx.draft.text[end : end + 1] in {"'", '"', "’", "”"}
        whole = not spoken and clause.sentence.of(ctx.draft.text).rstrip(")").endswith((".", "!", "…"))
        opens = clause.start <= clause.sentence.start + 1
        return whole and clause.kind == "main" and own >= self.least - (opens and match.score >= VERBATIM)

    def _covers(self, ctx: RuleContext, match: TellerMatch, doc: Document) -> bool:
        """Whether another attribution answers for it: any of its sentence, the same source's earlier in its paragraph."""
        sentence = match.clause.sentence
        if self.carry == "none":
            return False
        clauses = (one for one in ctx.draft.all(Clause) if one.sentence == sentence)
        if any(one.attributions or one.kind == "attribution" for one in clauses) or _said(ctx.draft, match, doc):
            return True
        if self.carry == "sentence":
            return False
        wanted = _names(match.told, doc)
        reach = _reach(ctx.draft, match.clause)
        return any(_names(each, ctx.draft) & wanted for each in ctx.draft.all(Attribution) if reach.covers(each.cue))


def _onward(draft: Document, clause: Clause) -> Span:
    """The clause with what hangs on it: "they fled | when the alarm went"."""
    span = clause.span
    for one in draft.all(Clause):
        if one.sentence == clause.sentence and one.start >= span.end:
            if one.kind in ("main", "attribution"):
                break
            span = span.through(one.span)
    return span


def _reach(draft: Document, clause: Clause) -> Span:
    """Where the same source may have been named: before it in its paragraph or in the last, and right after a lead."""
    blocks = [span for span, _ in groupby(one.block.span for one in draft.all(Sentence)) if _prose(span.of(draft.text))]
    home = next((at for at, span in enumerate(blocks) if span.covers(clause.sentence)), None)
    if home is None:
        return clause.span
    end = blocks[min(FOLLOWING, len(blocks) - 1)].end if home == 0 else clause.start
    return Span(blocks[max(0, home - 1)].start, end)


def _prose(words: str) -> bool:
    return words.rstrip("\"'”’)").endswith((".", "!", "?", "…"))


def _said(draft: Document, match: TellerMatch, doc: Document) -> bool:
    """Whether the sentence has the source's very words for who says so, or a word of telling."""
    told = match.told
    who = told.cue.through(told.source) if told.source else told.cue
    words = one_line(match.clause.sentence.of(draft.text)).lower()
    if one_line(who.of(doc.text)).lower() in words:
        return True
    return not (TELLING if match.score < VERBATIM else TELLING - HEARSAY).isdisjoint(words.split())


def _names(told: Attribution, doc: Document) -> set[str]:
    return set(content_words(f"{told.source_name} {told.source.of(doc.text)}")) if told.source else set()
