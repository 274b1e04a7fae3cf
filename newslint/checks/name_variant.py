"""Two spellings of one name in one draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar

from newslint.document import Document
from newslint.finding import Evidence
from newslint.mentions import Name, Quote, Spelling
from newslint.rule import Check, Match, RuleContext
from newslint.words import folded

_Forms = Mapping[str, Sequence[Spelling]]
"""The ways one name is printed, each with its places in text order."""

_SHORTEST = 5
"""Letters of the shortest name, or word of a name, that is compared."""

_CROWD = 60
"""Names that differ in one word only, above which they make a list and are not compared."""


@dataclass(frozen=True)
class NameVariant(Check):
    """One name printed in two ways: by hyphens, accents or capitals (certain), or by a letter or two (a person's).

    The rarer form is reported, or else the later; forms inside quotations count, but
    are not reported. ``allow`` are names of which both forms are right.
    """

    allow: frozenset[str] = frozenset()

    name: ClassVar[str] = "name-variant"
    needs: ClassVar[tuple[type, ...]] = (Spelling, Quote, Name)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"other"}), "letters": frozenset({"other"})}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        allowed = {folded(name) for name in self.allow}
        by_key: dict[str, dict[str, list[Spelling]]] = defaultdict(lambda: defaultdict(list))
        for spelling in draft.all(Spelling):
            if len(spelling.key) >= _SHORTEST and spelling.key not in allowed and not _shouted(spelling):
                by_key[spelling.key][spelling.printed].append(spelling)
        variants = [(forms, "default") for forms in map(_comparable, by_key.values()) if len(forms) > 1]
        variants += [(forms, "letters") for forms in _near(by_key.values()) if _same_person(forms, draft)]
        seen: set[int] = set()
        for forms, case in sorted(variants, key=lambda variant: _weight(variant[0])):
            ...
