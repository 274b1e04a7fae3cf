"""Two attributions of one statement, side by side: "it stated, according to"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from newslint.kept.regexes import compiled
from newslint.mentions import Attribution
from newslint.rule import Check, Match, RuleContext

_BETWEEN = compiled(r"[\s,]*")
_SECOND = compiled(r"according to|citing", re.IGNORECASE)


@dataclass(frozen=True)
class DoubleAttribution(Check):
    """A verb of saying with "according to" behind it, where the first source is one of ``unclear``.

    A person who said it, according to the paper that heard it, is told of rightly; an "it" may be either.
    """

    name: ClassVar[str] = "double-attribution"
    needs: ClassVar[tuple[type, ...]] = (Attribution,)

    unclear: frozenset[str] = frozenset({"it", "they"})

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.text
        in_order = sorted(ctx.draft.all(Attribution), key=lambda attribution: attribution.cue)
        for first, second in pairwise(in_order):
            source = first.source
            if source is None or source.of(text).lower() not in self.unclear or not _SECOND.fullmatch(second.cue.of(text)):
                continue
            said = first.cue.through(source)
            if said.end <= second.cue.start and _BETWEEN.fullmatch(text, said.end, second.cue.start):
                yield Match(said.through(second.cue))
