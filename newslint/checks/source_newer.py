"""Sources published after the draft."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.document import Source
from newslint.rule import Check, Match, RuleContext


@dataclass(frozen=True)
class SourceNewer(Check):
    """A source more than ``slack`` days younger than the draft."""

    name: ClassVar[str] = "source-newer"
    needs: ClassVar[tuple[type, ...]] = (Source,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"source", "day", "published"})}

    slack: int = 0

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        mine = ctx.draft.published
        for source in ctx.sources:
            day = source.doc.published
            if mine and day and (day - mine).days > self.slack:
                yield Match(ctx.opening, {"source": source.doc.name, "day": _said(day), "published": _said(mine)})


def _said(day: dt.date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"
