"""Words in quotation marks that a source has as its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import QuoteMatch
from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Quote
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

ARTICLES = ("outlet", "agency", "archive")
_OPENED = compiled(r"[“„«\"‘'`]\s?$")
_CLOSED = compiled(r"\s?[.,!?]?\s?(?:[”»]|[\"’'](?!\w))")


@dataclass(frozen=True)
class QuoteUnquoted(Check):
    """A quotation of at least ``min_words`` words that stand in an article outside quotation marks, as its writer's.

    Only articles are asked that quote somebody; a speech, a release or a record is somebody's words throughout.
    """

    name: ClassVar[str] = "quote-unquoted"
    needs: ClassVar[tuple[type, ...]] = (QuoteMatch,)

    min_words: int = 4

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        articles = {source.id: source for source in ctx.sources if source.kind in ARTICLES and source.doc.all(Quote)}
        for match in ctx.dossier.all(QuoteMatch):
            source = articles.get(match.source or "")
            if source is None or match.verdict != "same" or match.theirs or match.source_span is None:
                continue
            if _marked(source.doc.body, match.source_span):
                continue
            words = match.quote.span.of(ctx.draft.text)
            teller = match.quote.speaker_name
            if len(words.split()) >= self.min_words and not (teller and source.outlet and source.outlet in teller):
                yield Match(match.quote.outer, evidence=(Evidence(source.id, match.source_span),), grounds=match.grounds)


def _marked(text: str, span: Span) -> bool:
    """Whether a quotation mark stands beside the words after all, one that was never closed perhaps."""
    return bool(_OPENED.search(text, max(0, span.start - 3), span.start) or _CLOSED.match(text, span.end))
