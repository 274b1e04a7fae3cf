"""Quotations that say the opposite of what the source has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import QuoteMatch
from newslint.finding import Evidence
from newslint.rule import Check, Match, RuleContext

SLOTS = frozenset({"ours", "original"})


@dataclass(frozen=True)
class QuoteNegated(Check):
    """A quotation in which a "not" came in or got lost, and little else differs.

    ``archive`` is the case in which the source is an earlier story.
    """

    name: ClassVar[str] = "quote-negated"
    archive: ClassVar[bool] = True
    needs: ClassVar[tuple[type, ...]] = (QuoteMatch,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": SLOTS, "archive": SLOTS}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        texts = {source.id: source.doc.text for source in ctx.sources}
        archive = {source.id for source in ctx.sources if source.kind == "archive"}
        for match in ctx.dossier.all(QuoteMatch):
            if match.change == "negated" and match.source and match.source_span:
                ours, original = match.wordings(ctx.draft.text, texts[match.source])
                evidence = (Evidence(match.source, match.source_span),)
                case = "archive" if match.source in archive else "default"
                slots = {"ours": ours, "original": original}
                yield Match(match.quote.outer, slots, case, evidence=evidence, grounds=match.grounds)
