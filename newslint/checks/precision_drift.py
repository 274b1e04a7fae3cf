"""Figures that were left open in the source and are exact in the draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import QuantityMatch
from newslint.document import Document
from newslint.finding import Confidence, Evidence
from newslint.mentions import Block
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Cover, one_line

_CLOSING = " \"'”’)]"


@dataclass(frozen=True)
class PrecisionDrift(Check):
    """A figure of the draft that lost its "about", "up to" or "at least", or is one end of a range.

    Headlines and other lines without a full stop pass unless ``headlines`` is set, since they have no
    room for such words. ``sure`` is the likeness of the two passages, from 0 to 1, from which
    confidence is high.
    """

    name: ClassVar[str] = "precision-drift"
    needs: ClassVar[tuple[type, ...]] = (QuantityMatch, Block)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"other"})}

    headlines: bool = False
    sure: float = 0.8

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        texts = {source.id: source.doc for source in ctx.sources}
        titles = Cover(block.span for block in ctx.draft.all(Block) if not self.headlines and _title(block, ctx.draft))
        for match in ctx.dossier.all(QuantityMatch):
            if not match.drifted or match.source is None or match.source_span is None or titles.touches(match.span):
                continue
            other = one_line(match.source_span.of(texts[match.source].text))
            confidence: Confidence = "high" if match.score >= self.sure else "medium"
            evidence = (Evidence(match.source, match.source_span),)
            yield Match(match.span, {"other": other}, confidence=confidence, evidence=evidence, grounds=match.grounds)


def _title(block: Block, draft: Document) -> bool:
    return block.kind == "headline" or not block.span.of(draft.text).rstrip(_CLOSING).endswith((".", "!", "?", ":", ";"))
