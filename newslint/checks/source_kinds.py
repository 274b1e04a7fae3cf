"""What kinds of source a draft rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.document import Source, SourceKind
from newslint.rule import Check, Match, RuleContext


@dataclass(frozen=True)
class SourceKinds(Check):
    """``at_least`` sources or more, all of them of these ``kinds``; background that the archive adds does not count."""

    name: ClassVar[str] = "source-kinds"
    needs: ClassVar[tuple[type, ...]] = (Source,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"count", "sources"})}

    kinds: frozenset[SourceKind]
    at_least: int = 1

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        counted = [source for source in ctx.sources if source.kind != "archive"]
        if counted and len(counted) >= self.at_least and all(source.kind in self.kinds for source in counted):
            yield Match(ctx.opening, {"count": len(counted), "sources": ", ".join(source.doc.name for source in counted)})
