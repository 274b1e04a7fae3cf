"""Quotations that no source holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import QuoteMatch
from newslint.finding import Evidence
from newslint.mentions import Quote
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line


@dataclass(frozen=True)
class QuoteMissing(Check):
    """A quotation found in no source. ``near`` is the likeness from which the nearest words are shown.

    Of quotations in a row that have one speaker the first is found, and the others are only noted
    (``again``): one interview, or one source that was not given, is behind them all.
    """

    name: ClassVar[str] = "quote-missing"
    needs: ClassVar[tuple[type, ...]] = (QuoteMatch,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset(),
        "near": frozenset({"original"}),
        "again": frozenset(),
    }

    near: float = 0.3

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        if any(source.kind in ("interview", "notes") for source in ctx.sources):
            return  # own interviews stand behind quotations that no text holds
        last: Quote | None = None
        first: Quote | None = None
        for match in ctx.dossier.all(QuoteMatch):
            quote = match.quote
            goes_on = first and last and self._goes_on(last, quote, ctx.draft.text)
            last, first = quote, first if goes_on else None
            if match.verdict != "unsupported" or self._name(quote, ctx.draft.text):
                first = None
            elif first and not self._near(match):
                yield Match(quote.outer, case="again", evidence=(Evidence(None, first.outer),), grounds=match.grounds)
            else:
                first = first or quote
                yield self._first(match)

    def _name(self, quote: Quote, text: str) -> bool:
        """Whether it is a nickname or the name of a thing, which nobody need have said."""
        return quote.kind == "scrap" and quote.span.of(text).istitle()

    def _first(self, match: QuoteMatch) -> Match:
        if match.source and match.source_span and self._near(match):
            evidence = Evidence(match.source, match.source_span, "the nearest words")
            slots = {"original": one_line(match.original)}
            return Match(match.quote.outer, slots, case="near", evidence=(evidence,), grounds=match.grounds)
        return Match(match.quote.outer, grounds=match.grounds)

    def _near(self, match: QuoteMatch) -> bool:
        return match.source_span is not None and match.score >= self.near

    def _goes_on(self, last: Quote, quote: Quote, text: str) -> bool:
        """Whether a quotation has the speaker of the one before, in the same paragraph or the next."""
        between = text[last.outer.end : quote.outer.start]
        one = quote.continued or (bool(quote.speaker_name) and quote.speaker_name == last.speaker_name)
        return one and len([line for line in between.splitlines() if line.strip()]) <= 2
