"""People of whom the draft never says who they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.finding import Evidence
from newslint.mentions import Block, Name, Person, Quote
from newslint.rule import Check, Match, RuleContext
from newslint.words import folded

_RUNNING = frozenset({"paragraph", "standfirst", "list-item"})


@dataclass(frozen=True)
class UnintroducedName(Check):
    """A person named in full of whom no mention says who it is, or a surname of nobody named in full.

    ``no_intro`` are people whom every reader knows. The case ``surname`` is a surname that the draft uses before, or
    without, the full name. Those mentioned fewer than ``min_mentions`` times in the draft's own words, in passing, are
    left alone. Headlines, captions and quotations introduce nobody and need no introduction.
    """

    no_intro: frozenset[str] = frozenset()
    min_mentions: int = 2

    name: ClassVar[str] = "unintroduced-name"
    needs: ClassVar[tuple[type, ...]] = (Person, Name, Quote, Block)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"name"}), "surname": frozenset({"name"})}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        running = [block.span for block in draft.all(Block) if block.kind in _RUNNING]
        known = {folded(name) for name in self.no_intro}
        for person in draft.all(Person):
            own = [n for n in person.names if not draft.quoted(n.span) and any(block.covers(n.span) for block in running)]
            if len(own) < self.min_mentions or known & {folded(person.id), folded(person.id.split()[-1])}:
                continue
            full = " " in person.id
            evidence = tuple(Evidence(None, name.span, "and here") for name in own[1:3])
            if person.introduced is None:
                yield Match(own[0].span, {"name": person.id}, case="default" if full else "surname", evidence=evidence)
