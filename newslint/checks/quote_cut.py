"""Quotations cut, or filled in, so that their sense may have changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import QuoteMatch
from newslint.finding import Evidence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line

SLOTS = frozenset({"lost"})


@dataclass(frozen=True)
class QuoteCut(Check):
    """A negation or a condition of the speaker's that was cut away, or a bracket in the place of other words.

    An insertion of more than ``max-insert-words`` words which no source has is noted too.
    """

    name: ClassVar[str] = "quote-cut"
    needs: ClassVar[tuple[type, ...]] = (QuoteMatch,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "insertion": frozenset({"count"}),
        "gap": SLOTS,
        "replaced": SLOTS,
        "before": SLOTS,
        "after": SLOTS,
    }

    max_insert_words: int = 6

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        texts = {source.id: source.doc.text for source in ctx.sources}
        for match in ctx.dossier.all(QuoteMatch):
            for cut in match.cuts:
                if match.source is None or (cut.kind == "insertion" and cut.words <= self.max_insert_words):
                    continue
                place = cut.other or match.source_span
                lost = one_line(cut.other.of(texts[match.source])) if cut.other else ""
                yield Match(
                    match.quote.outer if cut.kind in ("before", "after") else cut.span,
                    {"count": cut.words} if cut.kind == "insertion" else {"lost": lost},
                    case=cut.kind,
                    evidence=(Evidence(match.source, place),) if place else (),
                    grounds=match.grounds,
                )
