"""Several sources, and one origin behind them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import Origin
from newslint.document import Source
from newslint.finding import Evidence
from newslint.rule import Check, Match, RuleContext
from newslint.words import listed


@dataclass(frozen=True)
class SingleOrigin(Check):
    """At least ``voices`` sources, or sources and outlets that the draft credits, that rest on one and the same.

    One finding for the draft, at the first outlet that it credits for what another has. Texts of the house's
    archive do not count. The case ``alike`` are sources that have the same text.
    """

    name: ClassVar[str] = "single-origin"
    needs: ClassVar[tuple[type, ...]] = (Origin, Source)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"count", "voices", "root"}),
        "alike": frozenset({"count", "voices"}),
    }

    voices: int = 2

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        archived = {source.id for source in ctx.sources if source.kind == "archive"}
        every = [origin for origin in ctx.dossier.all(Origin) if origin.source not in archived]
        roots = {root for origin in every for root in origin.roots}
        leaning = [origin for origin in every if not origin.own]
        texts = [origin for origin in every if origin.source]
        same = [origin for origin in texts if origin.alike]
        if len(roots) != 1 or not texts or len(leaning) + bool(same) < self.voices:
            return
        at = next((span for origin in leaning for text, span in origin.places if text is None and origin.source is None), None)
        evidence = tuple(
            dict.fromkeys(Evidence(text, span) for origin in leaning for text, span in origin.places if text is not None)
        )
        (root,) = roots
        if same and root == texts[0].voice:
            slots: dict[str, object] = {"count": len(texts), "voices": listed([origin.voice for origin in texts])}
            yield Match(ctx.opening, slots, case="alike")
        else:
            slots = {"count": len(leaning), "voices": listed([origin.voice for origin in leaning]), "root": root}
            yield Match(at or ctx.opening, slots, evidence=evidence, confidence="medium")
