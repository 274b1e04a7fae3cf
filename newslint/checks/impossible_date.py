"""Dates and times that no calendar or clock has, and years that nobody can mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.mentions import DateMention, Written
from newslint.rule import Check, Match, RuleContext


@dataclass(frozen=True)
class ImpossibleDate(Check):
    """A date or time that does not exist, with the reason.

    A day or month more than ``future_years`` after the year of writing (without one, of today) is ``far``: nobody
    knows the day of what is so far off. Years alone ("by 2100") may be as far off as they like.
    """

    name: ClassVar[str] = "impossible-date"
    needs: ClassVar[tuple[type, ...]] = (DateMention, Written)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"why"}), "far": frozenset({"years", "written"})}

    future_years: int = 30

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        written = next((written.day for written in ctx.draft.all(Written)), None)
        now = ctx.draft.published or written or ctx.today
        for mention in ctx.draft.all(DateMention):
            if mention.fault:
                yield Match(mention.span, {"why": mention.fault})
            elif (
                mention.year
                and mention.month
                and mention.year - now.year > self.future_years
                and not ctx.draft.quoted(mention.span)
            ):
                yield Match(mention.span, {"years": mention.year - now.year, "written": now.year}, "far")
