"""Statements of the draft that say the reverse of what a source says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import SenseMatch
from newslint.finding import Evidence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line

SLOTS = frozenset({"other", "ours", "theirs"})


@dataclass(frozen=True)
class SenseReversed(Check):
    """A clause that says no where a source says yes, or the other way: a word denied, its opposite, or two things exchanged.

    From a likeness of ``sure`` on, the finding is nearly certain.
    """

    name: ClassVar[str] = "sense-reversed"
    needs: ClassVar[tuple[type, ...]] = (SenseMatch,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"denied": SLOTS, "opposite": SLOTS, "exchanged": SLOTS}

    sure: float = 0.8

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        texts = {source.id: source.doc.text for source in ctx.sources}
        for match in ctx.dossier.all(SenseMatch):
            if match.source is None or match.source_span is None:
                continue
            text = texts[match.source]
            yield Match(
                match.span,
                {
                    "other": one_line(match.source_span.of(text)),
                    "ours": one_line(match.ours.of(ctx.draft.text)),
                    "theirs": one_line(match.theirs.of(text)),
                },
                case=match.how,
                confidence="high" if match.score >= self.sure else "medium",
                evidence=(Evidence(match.source, match.source_span),),
                grounds=match.grounds,
            )
