"""Figures and dates that a source gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from newslint.comparisons import DateMatch, QuantityMatch
from newslint.finding import Confidence, Evidence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line


@dataclass(frozen=True)
class Differs(Check):
    """A figure or a date of the draft whose counterpart in a source says something else.

    ``sure`` is the likeness of the two passages, from 0 to 1, from which confidence is high.
    """

    name: ClassVar[str] = "differs"
    needs: ClassVar[tuple[type, ...]] = (DateMatch, QuantityMatch)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"other"})}

    what: Literal["dates", "numbers"] = "numbers"
    sure: float = 0.7

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        texts = {source.id: source.doc for source in ctx.sources}
        matches = ctx.dossier.all(DateMatch) if self.what == "dates" else ctx.dossier.all(QuantityMatch)
        for match in matches:
            if match.verdict != "differs" or match.source is None or match.source_span is None:
                continue
            other = one_line(match.source_span.of(texts[match.source].text))
            confidence: Confidence = "high" if match.score >= self.sure else "medium"
            evidence = (Evidence(match.source, match.source_span),)
            yield Match(match.span, {"other": other}, confidence=confidence, evidence=evidence, grounds=match.grounds)
