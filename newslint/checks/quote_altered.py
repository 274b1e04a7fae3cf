"""Quotations whose words differ from the source's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import QuoteMatch
from newslint.finding import Evidence
from newslint.rule import Check, Match, RuleContext

SLOTS = frozenset({"ours", "original"})


@dataclass(frozen=True)
class QuoteAltered(Check):
    """A quotation that the source has in other words; of a long one the message shows what differs.

    Where words stand in the place of others, the two may be separate renderings of words
    spoken in another language; words left out or put in have no such excuse. ``trivial`` are
    contractions, fillers, articles and mended grammar.
    """

    name: ClassVar[str] = "quote-altered"
    archive: ClassVar[bool] = True
    needs: ClassVar[tuple[type, ...]] = (QuoteMatch,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = dict.fromkeys(("altered", "reworded", "translated", "trivial"), SLOTS)

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        sources = {source.id: source for source in ctx.sources}
        for match in ctx.dossier.all(QuoteMatch):
            if match.change in ("none", "negated") or match.source is None or match.source_span is None:
                continue
            source = sources[match.source]
            ours, original = match.wordings(ctx.draft.text, source.doc.text)
            yield Match(
                match.quote.outer,
                {"ours": ours, "original": original},
                case="translated" if source.translated and match.change != "trivial" else match.change,
                evidence=(Evidence(match.source, match.source_span),),
                grounds=match.grounds,
            )
