"""Quotations that open with a "this" whose sentence stayed in the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import QuoteMatch
from newslint.finding import Evidence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line
from newslint.words import word_set

SLOTS = frozenset({"word", "sentence"})
PERSONS = word_set("it they he she")


@dataclass(frozen=True)
class QuoteAntecedent(Check):
    """A quotation opens with "this" or "they", and the sentence that it pointed at is not in the draft."""

    name: ClassVar[str] = "quote-antecedent"
    needs: ClassVar[tuple[type, ...]] = (QuoteMatch,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": SLOTS, "pronoun": SLOTS}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        texts = {source.id: source.doc.text for source in ctx.sources}
        for match in ctx.dossier.all(QuoteMatch):
            if match.pointed_at is None or match.source is None:
                continue
            word, sentence = match.pointed_at[0].of(ctx.draft.text), match.pointed_at[1]
            yield Match(
                match.quote.outer,
                {"word": word, "sentence": one_line(sentence.of(texts[match.source]))},
                case="pronoun" if word.lower() in PERSONS else "default",
                evidence=(Evidence(match.source, sentence, "the sentence before"),),
                grounds=match.grounds,
            )
