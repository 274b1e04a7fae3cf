"""Claims that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from newslint.mentions import Claim
from newslint.rule import Check, Match, RuleContext


@dataclass(frozen=True)
class UnattributedClaims(Check):
    """A claim with a score of ``min_score`` or more and no source in it or carried over to it."""

    name: ClassVar[str] = "unattributed-claim"
    needs: ClassVar[tuple[type, ...]] = (Claim,)

    min_score: float = 0.8

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        for claim in ctx.draft.all(Claim):
            if claim.score >= self.min_score and not claim.attributed:
                yield Match(claim.span, confidence="medium")
