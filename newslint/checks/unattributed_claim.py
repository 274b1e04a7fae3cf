"""Claims that nobody answers for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from newslint.mentions import Attribution, Block, Claim
from newslint.rule import Check, Match, RuleContext


@dataclass(frozen=True)
class UnattributedClaims(Check):
    """A claim with a score of ``min_score`` or more and no source in it or carried over to it.

    One that has a nameless source ("reports say", "it is believed") is for the rules on those.
    ``paragraphs`` is how many of the draft's first are looked at, 0 for all: lower down stands background.
    """

    name: ClassVar[str] = "unattributed-claim"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Block, Claim)

    min_score: float = 0.8
    paragraphs: int = 0

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        blocks = [block.end for block in ctx.draft.all(Block) if block.kind in ("standfirst", "paragraph")]
        end = blocks[self.paragraphs - 1] if 0 < self.paragraphs < len(blocks) else len(ctx.draft.text)
        cues = sorted(attribution.cue.start for attribution in ctx.draft.all(Attribution))
        for claim in ctx.draft.all(Claim):
            told = bisect_left(cues, claim.end) > bisect_left(cues, claim.start)
            if claim.end <= end and not told and claim.score >= self.min_score and not claim.attributed:
                yield Match(claim.span, confidence="medium")
