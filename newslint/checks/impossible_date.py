"""Dates and times that no calendar or clock has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.mentions import DateMention
from newslint.rule import Check, Match, RuleContext


@dataclass(frozen=True)
class ImpossibleDate(Check):
    """A date or time that does not exist, with the reason."""

    name: ClassVar[str] = "impossible-date"
    needs: ClassVar[tuple[type, ...]] = (DateMention,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"why"})}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        for mention in ctx.draft.all(DateMention):
            if mention.fault:
                yield Match(mention.span, {"why": mention.fault})
