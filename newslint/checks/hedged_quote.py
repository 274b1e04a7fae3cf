"""Words in quotation marks that somebody only reportedly said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, Hedge, Quote
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

NEAR = 40
"""Characters between a hedge and its verb: room for "has reportedly also once said"."""

_BESIDE = compiled(r"\s*(?:(?:has|have|had|also|then|later|once|even|again|been)\s){0,3}")
_WORD = compiled(r"[^\W_][\w'’-]*")


@dataclass(frozen=True)
class HedgedQuote(Check):
    """A hedge of ``words`` beside the verb that introduces a quotation of ``min_words`` words or more.

    A quoted word or two may be the doubted act's own ("reportedly called “unfair”"), hence the least length.
    """

    name: ClassVar[str] = "hedged-quote"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Hedge, Quote)

    words: frozenset[str]
    min_words: int = 3

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        quotes = draft.all(Quote)
        starts = [quote.outer.start for quote in quotes]
        hedges = [hedge.span for hedge in draft.all(Hedge) if hedge.span.of(draft.text).lower() in self.words]
        if not hedges:
            return
        told = sorted((one for one in draft.all(Attribution) if one.content), key=lambda attribution: attribution.cue)
        cues = [attribution.cue.start for attribution in told]
        for hedge in hedges:
            near = told[bisect_left(cues, hedge.start - NEAR) : bisect_left(cues, hedge.end + NEAR)]
            attribution = next((one for one in near if _beside(draft.text, hedge, one.cue)), None)
            if attribution is None or attribution.content is None:
                continue
            content = attribution.content
            inside = quotes[bisect_left(starts, content.start) : bisect_left(starts, content.end)]
            long = [
                one for one in inside if one.kind != "title" and len(_WORD.findall(one.span.of(draft.text))) >= self.min_words
            ]
            if long:
                yield Match(hedge.through(attribution.cue).through(long[0].outer))


def _beside(text: str, hedge: Span, cue: Span) -> bool:
    """Whether the hedge is the verb's: "reportedly spoke", "has reportedly also said", "said reportedly"."""
    first, second = (hedge, cue) if hedge.start <= cue.start else (cue, hedge)
    return first.covers(second) or (first.end <= second.start and bool(_BESIDE.fullmatch(text, first.end, second.start)))
