"""Numbers that a source gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.finding import Confidence, Evidence
from newslint.mentions import QuantityMatch
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line


@dataclass(frozen=True)
class NumberDiffers(Check):
    """A figure of the draft whose counterpart in a source says something else.

    ``sure`` is the likeness of the two passages, from 0 to 1, from which confidence is high.
    """

    name: ClassVar[str] = "number-differs"
    needs: ClassVar[tuple[type, ...]] = (QuantityMatch,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"other"})}

    sure: float = 0.7

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        texts = {source.id: source.doc for source in ctx.sources}
        for match in ctx.dossier.all(QuantityMatch):
            if match.verdict != "differs" or match.source is None or match.source_span is None:
                continue
            other = match.source_span.of(texts[match.source].text)
            confidence: Confidence = "high" if match.score >= self.sure else "medium"
            evidence = (Evidence(match.source, match.source_span),)
            yield Match(match.span, {"other": one_line(other)}, confidence=confidence, evidence=evidence)
