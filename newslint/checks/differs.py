"""Figures that a source gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import QuantityMatch
from newslint.finding import Confidence, Evidence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line


@dataclass(frozen=True)
class Differs(Check):
    """A figure of the draft whose counterpart in a source says something else; in an earlier story, it may have moved on.

    ``sure`` is the likeness of the two passages, from 0 to 1, from which confidence is high.
    """

    name: ClassVar[str] = "differs"
    archive: ClassVar[bool] = True
    needs: ClassVar[tuple[type, ...]] = (QuantityMatch,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"other"}), "earlier": frozenset({"other"})}

    sure: float = 0.7

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        sources = {source.id: source for source in ctx.sources}
        for match in ctx.dossier.all(QuantityMatch):
            if match.verdict != "differs" or match.source is None or match.source_span is None:
                continue
            source = sources[match.source]
            other = one_line(match.source_span.of(source.doc.text))
            confidence: Confidence = "high" if match.score >= self.sure else "medium"
            case = "earlier" if source.kind == "archive" else "default"
            evidence = (Evidence(match.source, match.source_span),)
            yield Match(match.span, {"other": other}, case, confidence, evidence, grounds=match.grounds)
