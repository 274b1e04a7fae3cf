"""Dates that a source gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import DateMatch
from newslint.finding import Confidence, Evidence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line


@dataclass(frozen=True)
class DateDiffers(Check):
    """A date of the draft where a source gives the same event another; ``archive`` where that source is an earlier story.

    ``sure`` is the likeness of the two passages, from 0 to 1, from which confidence is high.
    """

    name: ClassVar[str] = "date-differs"
    archive: ClassVar[bool] = True
    needs: ClassVar[tuple[type, ...]] = (DateMatch,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"meant", "other", "other_meant"}),
        "archive": frozenset({"meant", "other", "other_meant"}),
    }

    sure: float = 0.6

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        texts = {source.id: source.doc.text for source in ctx.sources}
        archive = {source.id for source in ctx.sources if source.kind == "archive"}
        for match in ctx.dossier.all(DateMatch):
            if match.verdict != "differs" or match.source is None or match.source_span is None:
                continue
            other = one_line(match.source_span.of(texts[match.source]))
            slots = {"meant": match.meant, "other": other, "other_meant": match.other_meant}
            confidence: Confidence = "high" if match.score >= self.sure else "medium"
            evidence = (Evidence(match.source, match.source_span),)
            case = "archive" if match.source in archive else "default"
            yield Match(match.span, slots, case, confidence=confidence, evidence=evidence, grounds=match.grounds)
