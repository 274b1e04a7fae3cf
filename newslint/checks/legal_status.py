"""Standing before the law that is not the source's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import StatusMatch
from newslint.finding import Evidence
from newslint.mentions import LegalStage
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line

SLOTS = frozenset({"person", "other"})
NEXT_DAY: frozenset[LegalStage] = frozenset({"arrested", "charged", "remanded", "bailed", "on-trial"})
"""Stages before any verdict, that news of the next day may bring."""

DENIALS: tuple[set[LegalStage], ...] = ({"charged", "uncharged"}, {"remanded", "bailed"})
"""Pairs of which the one denies the other; no newer news explains them on one day."""


@dataclass(frozen=True)
class LegalStatuses(Check):
    """A person who was charged is not convicted, and one who pleaded guilty did not deny it.

    ``ahead`` is the case in which the draft is only a step further, as it is when the news moved on: charged,
    where the source has an arrest, or sentenced, where it has the verdict; ``archive`` that in which the source is an
    earlier story; ``default`` is all else.
    """

    name: ClassVar[str] = "legal-status"
    archive: ClassVar[bool] = True
    needs: ClassVar[tuple[type, ...]] = (StatusMatch,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": SLOTS, "ahead": SLOTS, "archive": SLOTS}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        texts = {source.id: source.doc.text for source in ctx.sources}
        archive = {source.id for source in ctx.sources if source.kind == "archive"}
        for match in ctx.dossier.all(StatusMatch):
            if match.verdict != "differs" or match.source is None or match.source_span is None:
                continue
            yield Match(
                match.span,
                {"person": _person(match, ctx), "other": one_line(match.source_span.of(texts[match.source]))},
                case="archive" if match.source in archive else "ahead" if _ahead(match) else "default",
                evidence=(Evidence(match.source, match.source_span),),
                grounds=match.grounds,
            )


def _ahead(match: StatusMatch) -> bool:
    if {match.status.stage, match.other.stage} in DENIALS:
        return False
    return match.status.stage in NEXT_DAY or (match.status.stage, match.other.stage) == ("sentenced", "convicted")


def _person(match: StatusMatch, ctx: RuleContext) -> str:
    words = one_line(match.status.person.of(ctx.draft.text))
    return words if match.status.named else f"the {words.lower()}"
