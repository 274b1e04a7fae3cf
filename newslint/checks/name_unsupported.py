"""People, places and bodies that no source names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint.comparisons import UnnamedMatch
from newslint.document import Document
from newslint.facts.common import CITIES
from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Name
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line

_KNOWN_OFFICE = compiled(
    r"""(?ix)\b(?: (?<!vice\s)president | prime\sminister | chancellor | (?:foreign|finance|defen[cs]e)\s(?:secretary|minister)
    | secretary\sof\sstate | king | queen | pope )\b (?!\sof\sthe\s[a-z]|\sand\schief)"""
)
"""An office whose holder the world knows."""

_THERE = compiled(r"\b(?:in|at|near|outside|around|from|to|into|across)\s(?:the\s)?$")


@dataclass(frozen=True)
class NameUnsupported(Check):
    """A name of which no source has the surname, or any word that tells, in any form.

    Each bearer is reported once, where first named in the writer's own words; people, where they are
    more than ``most``, together. A ``place`` is a city where a source tells of the same.
    """

    most: int = 3

    name: ClassVar[str] = "name-unsupported"
    needs: ClassVar[tuple[type, ...]] = (UnnamedMatch, Name)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "person": frozenset(),
        "people": frozenset({"number", "others"}),
        "known": frozenset(),
        "place": frozenset(),
        "mentioned": frozenset(),
        "body": frozenset(),
        "part": frozenset({"other"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        if any(source.kind in ("interview", "notes") for source in ctx.sources):
            return  # they stand behind names that no text holds
        texts = {source.id: source.doc.text for source in ctx.sources}
        cases = [(match, _case(match, ctx.draft)) for match in ctx.dossier.all(UnnamedMatch)]
        people = [match for match, case in cases if case == "person"]
        if len(people) > self.most:
            yield _together(people, ctx.draft)
        for match, case in cases:
            if match.source and match.source_span:
                other = match.source_span.of(texts[match.source])
                evidence = (Evidence(match.source, match.source_span),)
                yield Match(match.span, {"other": other}, case, "medium", evidence)
            elif case != "person" or len(people) <= self.most:
                yield Match(match.span, case=case, confidence="medium")


def _together(people: Sequence[UnnamedMatch], draft: Document) -> Match:
    others = one_line(", ".join(match.span.of(draft.text) for match in people[1:]))
    evidence = tuple(Evidence(None, match.span, "nor this one") for match in people[1:])
    return Match(people[0].span, {"number": len(people), "others": others}, case="people", confidence="medium", evidence=evidence)


def _case(match: UnnamedMatch, draft: Document) -> str:
    if match.kind == "person":
        return "known" if _KNOWN_OFFICE.search(match.role) else "person"
    if match.kind != "place":
        return match.kind
    there = _THERE.search(draft.body, max(0, match.start - 12), match.start)
    return "place" if there and match.score and match.span.of(draft.text) in CITIES else "mentioned"
