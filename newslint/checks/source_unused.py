"""Sources that the draft makes nothing of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import QuoteMatch, Use
from newslint.document import Source, SourceKind
from newslint.mentions import Credit, Link
from newslint.rule import Check, Match, RuleContext
from newslint.words import folded


@dataclass(frozen=True)
class SourceUnused(Check):
    """A source of which no sentence is nearer than ``near`` to any of the draft's, that no quotation is from and nothing credits.

    The shorter of the two texts has less than ``shared`` of its content in the other; of a text with fewer words of
    content than ``least`` nothing can be told. Sources of the kinds ``background`` pass. One finding for all, at the opening.
    """

    name: ClassVar[str] = "source-unused"
    needs: ClassVar[tuple[type, ...]] = (Use, QuoteMatch, Credit, Link, Source)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"sources"}), "only": frozenset({"sources"})}

    near: float = 0.3
    shared: float = 0.15
    least: int = 12
    background: frozenset[SourceKind] = frozenset({"archive"})

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        far = {use.source for use in ctx.dossier.all(Use) if self._far(use)}
        unused = [source for source in ctx.sources if source.id in far and source.kind not in self.background]
        if not unused:
            return
        same = (match for match in ctx.dossier.all(QuoteMatch) if match.verdict == "same")
        quoted = {match.source for match in same if " " in match.original.strip()}
        unused = [source for source in unused if source.id not in quoted and not _credited(source, ctx)]
        if unused:
            names = ", ".join(source.doc.name for source in unused)
            everything = len(unused) == len(ctx.sources)
            yield Match(ctx.opening, {"sources": names}, case="only" if everything else "default")

    def _far(self, use: Use) -> bool:
        return use.content >= self.least and use.score < self.near and use.shared < self.shared


def _credited(source: Source, ctx: RuleContext) -> bool:
    """Whether the draft names its outlet or links to it."""
    outlets = ctx.facts.outlets
    outlet = outlets.named(source.outlet) or outlets.at(source.url)
    name = folded(outlet.name if outlet else source.outlet)
    if name and any(folded(credit.name) == name for credit in ctx.draft.all(Credit)):
        return True
    return bool(source.url) and any(
        link.address == address for link in ctx.draft.all(Link) for address in [Link(link.span, source.url, "", "link").address]
    )
