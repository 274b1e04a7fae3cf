"""Quotations that no source holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import QuoteMatch
from newslint.finding import Evidence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line


@dataclass(frozen=True)
class QuoteMissing(Check):
    """A quotation found in no source. ``near`` is the likeness from which the nearest words are shown."""

    name: ClassVar[str] = "quote-missing"
    needs: ClassVar[tuple[type, ...]] = (QuoteMatch,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset(), "near": frozenset({"original"})}

    near: float = 0.5

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        if any(source.kind in ("interview", "notes") for source in ctx.sources):
            return  # own interviews stand behind quotations that no text holds
        for match in ctx.dossier.all(QuoteMatch):
            if match.verdict != "unsupported":
                continue
            if match.source and match.source_span and match.score >= self.near:
                evidence = Evidence(match.source, match.source_span, "the nearest words")
                yield Match(match.quote.outer, {"original": one_line(match.original)}, case="near", evidence=(evidence,))
            else:
                yield Match(match.quote.outer)
