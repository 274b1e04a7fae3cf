"""Statements that the draft puts in another mouth than the sources do, or has said more firmly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import TellerMatch
from newslint.finding import Evidence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line
from newslint.words import content_words


@dataclass(frozen=True)
class AttributionShifted(Check):
    """A statement that draft and source both attribute, but not alike.

    ``default``: nobody in particular stands where the source names somebody; ``firmer``: what somebody claimed or said is
    confirmed or proved; ``moved``: another body; ``speaker``: another person. ``alike`` is the
    likeness from which two clauses are one statement, ``least`` how many words of content one must have.
    """

    name: ClassVar[str] = "attribution-shifted"
    needs: ClassVar[tuple[type, ...]] = (TellerMatch,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"who"}),
        "firmer": frozenset({"who"}),
        "moved": frozenset({"who"}),
        "speaker": frozenset({"who"}),
    }

    alike: float = 0.6
    least: int = 3

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        texts = {source.id: source.doc.text for source in ctx.sources}
        for match in ctx.dossier.all(TellerMatch):
            if match.how == "dropped" or not match.source or not match.source_span:
                continue
            if match.score < self.alike and not match.counted:
                continue
            if len(content_words(match.clause.words(ctx.draft.own_words))) < self.least:
                continue
            slots = {"who": one_line(match.source_span.of(texts[match.source]))}
            case = "default" if match.how == "vaguer" else match.how
            evidence = (Evidence(match.source, match.source_span),)
            yield Match(match.span, slots, case, "medium", evidence, grounds=match.grounds)
