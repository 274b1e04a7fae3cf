"""Passages in the words of a source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import Copy, Ground
from newslint.document import Source, SourceKind
from newslint.finding import Evidence
from newslint.rule import Check, Match, RuleContext
from newslint.words import folded

_ALL = 0.9
"""Share of a draft of any length from which it is the source's text."""


@dataclass(frozen=True)
class CloseCopy(Check):
    """A passage outside quotation marks in a source's words; ``long`` where it has at least ``long`` words in the same order.

    A source that is ``licensed``, of the kinds ``own`` or from an outlet of ``licensed`` passes. Where at least ``whole``
    of the draft is one source's text, a few sentences of it or nearly all, that is said once, for the draft.
    """

    name: ClassVar[str] = "close-copy"
    needs: ClassVar[tuple[type, ...]] = (Copy, Source)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"words"}),
        "long": frozenset({"words"}),
        "reordered": frozenset({"words", "percent"}),
        "whole": frozenset({"percent", "source"}),
    }

    long: int = 16
    whole: float = 0.5
    own: frozenset[SourceKind] = frozenset({"notes", "interview", "transcript", "data"})
    licensed: frozenset[str] = frozenset()

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        free = {folded(known.name if (known := ctx.facts.outlets.named(name)) else name) for name in self.licensed}
        passing = {source.id for source in ctx.sources if self._passes(source, free, ctx)}
        copies = [copy for copy in ctx.dossier.all(Copy) if copy.source not in passing]
        shares = _shares(copies)
        wholly = {
            source
            for source, (count, share) in shares.items()
            if share >= self.whole and (count >= 3 * self.long or share >= _ALL)
        }
        for source in sorted(wholly):
            first = next(copy for copy in copies if copy.source == source)
            slots = {"percent": round(100 * min(1, shares[source][1])), "source": source}
            yield Match(ctx.opening, slots, case="whole", evidence=(Evidence(source, first.source_span),))
        for copy in copies:
            if copy.source not in wholly:
                yield self._match(copy)

    def _passes(self, source: Source, free: set[str], ctx: RuleContext) -> bool:
        outlet = ctx.facts.outlets.named(source.outlet) or ctx.facts.outlets.at(source.url)
        name = folded(outlet.name if outlet else source.outlet)
        return source.licensed or source.kind in self.own or (bool(name) and name in free)

    def _match(self, copy: Copy) -> Match:
        percent = round(100 * copy.share)
        case = "reordered" if copy.reordered else "long" if copy.words >= self.long else "default"
        slots: dict[str, object] = {"words": copy.words}
        if copy.reordered:
            slots["percent"] = percent
        grounds = (Ground(f"{copy.words} words are the same, {percent} per cent of the passage"),)
        return Match(copy.span, slots, case=case, evidence=(Evidence(copy.source, copy.source_span),), grounds=grounds)


def _shares(copies: list[Copy]) -> dict[str, tuple[int, float]]:
    """How many of the draft's own words stand in each source in the same order, and how much of it that is."""
    counts: Counter[str] = Counter()
    parts: Counter[str] = Counter()
    for copy in copies:
        if not copy.reordered:
            counts[copy.source] += copy.words
            parts[copy.source] += copy.part  # type: ignore[assignment]
    return {source: (count, float(parts[source])) for source, count in counts.items()}
