"""Ignore comments that silence nothing, or give no reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.mentions import Ignore
from newslint.rule import Check, Match, RuleContext


@dataclass(frozen=True)
class UnusedIgnore(Check):
    """An ignore comment that matched no finding; it hides nothing today and may hide a fault tomorrow."""

    name: ClassVar[str] = "unused-ignore"
    needs: ClassVar[tuple[type, ...]] = (Ignore,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"codes"}),
        "no-reason": frozenset({"codes"}),
    }
    after: ClassVar[bool] = True
    as_written: ClassVar[bool] = True

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        for ignore in ctx.draft.all(Ignore):
            codes = ", ".join(code for code, _ in ignore.codes)
            if not ignore.reason:
                yield Match(ignore.span, {"codes": codes}, case="no-reason")
            elif ignore in ctx.unused:
                yield Match(ignore.span, {"codes": codes})
