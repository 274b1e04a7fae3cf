"""Dates that no source has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import DateMatch
from newslint.finding import Evidence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line


@dataclass(frozen=True)
class DateUnsupported(Check):
    """A date of the draft that no source has, has less exactly, or has for something else alone."""

    name: ClassVar[str] = "date-unsupported"
    needs: ClassVar[tuple[type, ...]] = (DateMatch,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"meant"}),
        "finer": frozenset({"meant", "other", "other_meant"}),
        "elsewhere": frozenset({"meant", "other", "other_meant"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        if any(source.kind in ("interview", "notes") for source in ctx.sources):
            return  # the reporter's own work stands behind what no text holds
        texts = {source.id: source.doc.text for source in ctx.sources}
        for match in ctx.dossier.all(DateMatch):
            if match.verdict != "unsupported":
                continue
            slots = {"meant": match.meant}
            if match.how and match.source and match.source_span:
                slots |= {"other": one_line(match.source_span.of(texts[match.source])), "other_meant": match.other_meant}
                evidence = (Evidence(match.source, match.source_span),)
                yield Match(match.span, slots, case=match.how, confidence="medium", evidence=evidence, grounds=match.grounds)
            else:
                yield Match(match.span, slots, grounds=match.grounds)
