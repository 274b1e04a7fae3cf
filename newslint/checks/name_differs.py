"""Names that a source spells otherwise, or gives to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import NameMatch
from newslint.finding import Evidence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line
from newslint.words import folded

_CASES = {
    "swapped": "swapped",
    "letters": "near",
    "exchanged": "near",
    "sound": "sound",
    "given": "given",
    "office": "office",
    "other": "other",
    "kin": "kin",
}


@dataclass(frozen=True)
class NameDiffers(Check):
    """A name of the draft that no source has, and that is near one of theirs.

    Near by its letters or its sound, beside the same given name or surname or where the same is
    told; or the same surname in the same office under another given name; or the same name in
    another office; or another name where all else is the same, or of the same kin. A name is reported once, and
    speaks for the places where the draft has it right. ``allow`` are names that are right as the draft has them.
    """

    allow: frozenset[str] = frozenset()

    name: ClassVar[str] = "name-differs"
    archive: ClassVar[bool] = True
    needs: ClassVar[tuple[type, ...]] = (NameMatch,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "swapped": frozenset({"other"}),
        "near": frozenset({"other"}),
        "sound": frozenset({"other"}),
        "alone": frozenset({"other"}),
        "given": frozenset({"other", "office"}),
        "office": frozenset({"other", "office", "their_office"}),
        "other": frozenset({"other"}),
        "kin": frozenset({"other", "kin"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        texts = {source.id: source.doc.text for source in ctx.sources}
        seen = {folded(name) for name in self.allow}
        for match in ctx.dossier.all(NameMatch):
            name = folded(match.span.of(ctx.draft.text))
            if match.by is None or match.source is None or match.source_span is None or name in seen:
                continue
            seen.add(name)
            case = _CASES[match.by] if match.beside or match.by == "other" else "alone"
            slots = {"other": one_line(match.source_span.of(texts[match.source])), "kin": match.beside}
            if match.office:
                slots |= {"office": match.beside, "their_office": match.office}
            yield Match(
                match.span,
                {slot: slots[slot] for slot in self.cases[case]},
                case=case,
                confidence="high" if case == "swapped" else "medium",
                evidence=(Evidence(match.source, match.source_span),),
                grounds=match.grounds,
                reach=match.again,
            )
