"""Other outlets as the authority for what a draft says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.finding import Confidence
from newslint.mentions import Attribution, AttributionKind, Credit, CreditForm, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Cover, Span
from newslint.words import folded

_TAKEN: frozenset[CreditForm] = frozenset({"reported", "according", "via", "carried"})
_ANSWERING: frozenset[AttributionKind] = frozenset({"named", "body", "document", "anonymous"})


@dataclass(frozen=True)
class SecondHand(Check):
    """An outlet that the draft takes something over from; agencies of ``agencies_ok`` and outlets that are ``ours`` pass.

    The case ``chain`` is an outlet that itself cites another, ``passage`` one that introduces whole
    paragraphs ("More via the Gazette:"), ``only`` one where nobody else answers for anything in the draft. Any other credit
    is ``default``, once for each outlet. Where somebody told an outlet something, it is the speaker who answers.
    """

    name: ClassVar[str] = "second-hand"
    needs: ClassVar[tuple[type, ...]] = (Credit, Attribution, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"outlet"}),
        "chain": frozenset({"outlet", "cited"}),
        "passage": frozenset({"outlet"}),
        "only": frozenset({"outlet"}),
    }

    agencies_ok: frozenset[str] = frozenset({"AP", "Reuters", "AFP", "PA"})
    ours: frozenset[str] = frozenset()

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        outlets = ctx.facts.outlets
        passing = {folded(known.name if (known := outlets.named(name)) else name) for name in self.agencies_ok | self.ours}
        taken = (credit for credit in ctx.draft.all(Credit) if credit.form in _TAKEN)
        leaning = [credit for credit in taken if folded(credit.name) not in passing]
        rivals = [credit for credit in leaning if credit.kind == "outlet"]
        introduced = {credit.span for credit in rivals if _introduces(credit, ctx)}
        alone = len({credit.root for credit in rivals}) == 1 and not _others(rivals, ctx)
        alone = alone and all(credit.form != "carried" for credit in rivals)  # what it only carries has a source of its own
        seen: set[str] = set()
        for credit in leaning:
            slots = {"outlet": credit.name}
            if credit.cites:
                cited = self._cited(credit, ctx)
                yield Match(credit.phrase, {**slots, "cited": cited}, case="chain")
            elif credit.span in introduced:
                yield Match(credit.span, slots, case="passage")
            elif credit.kind == "outlet" and credit.root not in seen:
                confidence: Confidence = "medium" if alone else "high"
                yield Match(credit.span, slots, case="only" if alone else "default", confidence=confidence)
            seen.add(credit.root)

    def _cited(self, credit: Credit, ctx: RuleContext) -> str:
        """Whom an outlet cites, in the words of the draft."""
        cited = (
            other.name
            for other in ctx.draft.all(Credit)
            if other.form == "cited" and credit.phrase.covers(other.span) and other.root in credit.cites
        )
        return " and ".join(dict.fromkeys(cited))


def _introduces(credit: Credit, ctx: RuleContext) -> bool:
    """Whether its sentence is nothing but a way to bring on what follows: "According to the Gazette:", "Via the Gazette:"."""
    if credit.form not in ("according", "via"):
        return False
    sentences = ctx.draft.all(Sentence)
    at = bisect_right(sentences, credit.start, key=lambda sentence: sentence.start) - 1
    sentence = sentences[at].span if at >= 0 else credit.span
    before, after = Span(sentence.start, credit.phrase.start), Span(credit.span.end, sentence.end)
    rest = [span.of(ctx.draft.body).strip() for span in (before, after)]
    return rest[1] == ":" and len(rest[0].split()) <= 3


def _others(rivals: list[Credit], ctx: RuleContext) -> bool:
    """Whether anybody else answers for something in the draft: a person, a body, a document, another outlet."""
    mine = {credit.span for credit in rivals}
    theirs = Cover(mine)
    answering = (each for each in ctx.draft.all(Attribution) if each.kind in _ANSWERING and each.source)
    return any(not theirs.touches(each.span) for each in answering) or any(
        credit.span not in mine for credit in ctx.draft.all(Credit)
    )
