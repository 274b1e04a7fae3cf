"""Headlines, standfirsts and captions that their own story does not bear out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import Retold
from newslint.finding import Evidence
from newslint.mentions import Block
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line

SLOTS = frozenset({"other"})
_DISPLAY = ("headline", "standfirst", "caption")


@dataclass(frozen=True)
class Headline(Check):
    """What is written last and read first, held against the body as a draft is against its source."""

    name: ClassVar[str] = "headline"
    needs: ClassVar[tuple[type, ...]] = (Block, Retold)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "figure": SLOTS,
        "date": SLOTS,
        "direction": SLOTS,
        "certainty": SLOTS,
        "status": SLOTS,
        "name": SLOTS,
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        if not any(block.kind in _DISPLAY for block in ctx.draft.all(Block)):
            return  # the comparisons take a while to import
        for found in ctx.draft.all(Retold):
            if found.other is None:
                continue
            yield Match(
                found.span,
                {"other": one_line(found.other.of(ctx.draft.text))},
                case=found.what,
                evidence=(Evidence(None, found.other),),
                grounds=found.grounds,
            )
