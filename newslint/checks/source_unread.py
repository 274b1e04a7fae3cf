"""Sources that nothing could be read of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.rule import Check, Match, RuleContext


@dataclass(frozen=True)
class SourceUnread(Check):
    """A source that could not be read, or that has no words once read (``empty``), as a scanned page has none.

    What was wrong is said on standard error too, where a report does not show it; a report that is
    read alone must not look as if all had been compared.
    """

    name: ClassVar[str] = "source-unread"
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"problem"}), "empty": frozenset({"source"})}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        for problem in ctx.dossier.unread:
            yield Match(ctx.opening, {"problem": problem if problem.endswith((".", "?", "!")) else f"{problem}."})
        for name in ctx.dossier.empty:
            yield Match(ctx.opening, {"source": name}, case="empty")
