"""Two spellings of one name in one draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint.document import Document
from newslint.finding import Evidence
from newslint.mentions import Name, Quote, Spelling, Variant
from newslint.rule import Check, Match, RuleContext
from newslint.words import folded


@dataclass(frozen=True)
class NameVariant(Check):
    """One name printed in two ways: told apart by hyphens, accents or capitals, or by a letter or two.

    The rarer form is reported, or else the later, once. Forms inside quotations count but
    are not reported. ``allow`` are names of which both forms are right.
    """

    allow: frozenset[str] = frozenset()

    name: ClassVar[str] = "name-variant"
    needs: ClassVar[tuple[type, ...]] = (Variant, Quote, Name)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"other"}), "letters": frozenset({"other"})}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        allowed = {folded(name) for name in self.allow}
        told: set[int] = set()
        for variant in sorted(draft.all(Variant), key=lambda one: one.rank):
            places = [place.span for place in variant.rarer if not draft.quoted(place.span)]
            if not places or allowed & {variant.usual[0].key, variant.rarer[0].key}:
                continue
            letters = {at for span in places for at in range(span.start, span.end)}
            if told & letters or (variant.by == "letters" and not _one_bearer(variant, draft)):
                continue
            told |= letters
            usual = variant.usual[0].span
            yield Match(
                places[0],
                {"other": " ".join(usual.of(draft.text).split())},
                case="default" if variant.by == "shape" else "letters",
                confidence="high" if variant.by == "shape" else "medium",
                evidence=(
                    Evidence(None, usual, "the other spelling"),
                    *(Evidence(None, span, "and here") for span in places[1:]),
                ),
            )


def _one_bearer(variant: Variant, draft: Document) -> bool:
    """Whether the model takes both for names, and nothing says that they are two people's."""
    usual, rarer = _names(variant.usual, draft), _names(variant.rarer, draft)
    if not usual or not rarer:
        return False
    if " " in variant.rarer[0].printed:
        return any(name.label == "PERSON" for name in [*usual, *rarer])
    given = [{name.id.split()[0] for name in names if name.label == "PERSON" and " " in name.id} for names in (usual, rarer)]
    return not all(given) or bool(given[0] & given[1])


def _names(places: Sequence[Spelling], draft: Document) -> list[Name]:
    return [name for name in draft.all(Name) if any(name.span.overlaps(place.span) for place in places)]
