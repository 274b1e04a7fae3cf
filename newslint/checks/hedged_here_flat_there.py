"""Statements that are hedged in one place and flat in another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import Wavering
from newslint.finding import Evidence
from newslint.rule import Check, Match, RuleContext


@dataclass(frozen=True)
class HedgedHereFlatThere(Check):
    """What the draft states as fact, and elsewhere only reports or alleges.

    The case ``lead`` is the dangerous one: the lead states what the body behind it hedges; ``default`` is all else.
    """

    name: ClassVar[str] = "hedged-here-flat-there"
    needs: ClassVar[tuple[type, ...]] = (Wavering,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"lead": frozenset({"hedge"}), "default": frozenset({"hedge"})}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        for one in ctx.draft.all(Wavering):
            hedge = one.hedge.of(ctx.draft.text)
            case, speaks_for = ("lead", (one.hedge,)) if one.lead else ("default", ())
            yield Match(one.span, {"hedge": hedge}, case=case, evidence=(Evidence(None, one.hedge),), reach=speaks_for)
