"""Ignore comments, confirmed facts and lines of a baseline that silence nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.mentions import Ignore
from newslint.rule import Check, Match, RuleContext


@dataclass(frozen=True)
class UnusedIgnore(Check):
    """An ignore comment that matched no finding; it hides nothing today and may hide a fault tomorrow.

    So does a fact that was confirmed, or a line of a baseline: of these a run tells that has seen all of their drafts.
    """

    name: ClassVar[str] = "unused-ignore"
    needs: ClassVar[tuple[type, ...]] = (Ignore,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"codes"}),
        "no-reason": frozenset({"codes"}),
        "misread": frozenset({"fault"}),
        "confirmed": frozenset({"codes", "words", "draft"}),
        "expired": frozenset({"codes", "words", "until"}),
        "baseline": frozenset({"codes", "words", "draft"}),
    }
    after: ClassVar[bool] = True
    as_written: ClassVar[bool] = True

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        for ignore in ctx.unused:
            codes = ", ".join(f'{code}: "{words}"' if words else code for code, words in ignore.codes)
            if ignore.fault:
                yield Match(ignore.span, {"fault": ignore.fault}, case="misread")
            else:
                yield Match(ignore.span, {"codes": codes}, case="default" if ignore.reason else "no-reason")
