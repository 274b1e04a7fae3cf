"""Quotations whose words differ from the source's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import QuoteMatch
from newslint.finding import Evidence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line

SLOTS = frozenset({"original"})


@dataclass(frozen=True)
class QuoteAltered(Check):
    """A quotation that the source has in other words.

    Where words stand in the place of others, the two may be separate renderings of words
    spoken in another language; words left out or put in have no such excuse.
    """

    name: ClassVar[str] = "quote-altered"
    needs: ClassVar[tuple[type, ...]] = (QuoteMatch,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"altered": SLOTS, "reworded": SLOTS, "translated": SLOTS}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        translated = {source.id for source in ctx.sources if source.translated}
        for match in ctx.dossier.all(QuoteMatch):
            if match.verdict != "differs" or match.source is None or match.source_span is None:
                continue
            case = "translated" if match.source in translated else "reworded" if match.reworded else "altered"
            original = one_line(match.original)
            yield Match(
                match.quote.outer, {"original": original}, case=case, evidence=(Evidence(match.source, match.source_span),)
            )
