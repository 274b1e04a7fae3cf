"""Parts of a web page left in the copy: related links, plugs, credits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from newslint.document import Document
from newslint.mentions import Block
from newslint.rule import Check, Match, RuleContext
from newslint.words import listed


@dataclass(frozen=True)
class Boilerplate(Check):
    """Lines that belong to the page round a story; one finding for all of them, at the first.

    What the markup itself sets apart (a caption, a navigation) was not left in the copy.
    """

    name: ClassVar[str] = "boilerplate"
    needs: ClassVar[tuple[type, ...]] = (Block,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"lines"}),
        "line": frozenset({"line"}),
        "links": frozenset({"first", "last"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        apart = {block.start for block in draft.markup if block.kind in ("boilerplate", "caption")}
        runs = [
            list(run)
            for left_in, run in groupby(draft.all(Block), lambda block: block.kind == "boilerplate" and block.start not in apart)
            if left_in
        ]
        if not runs:
            return
        lines = [(draft.position(run[0].start)[0], draft.position(run[-1].end)[0]) for run in runs]
        first, last = lines[0]
        place = runs[0][0].span
        if len(runs) == 1 and _headlines(runs[0], draft):
            yield Match(place, {"first": first, "last": last}, case="links")
        elif len(runs) == 1 and first == last:
            yield Match(place, {"line": first}, case="line")
        else:
            yield Match(place, {"lines": _listed(lines)})


def _headlines(run: Sequence[Block], draft: Document) -> bool:
    """Whether most of these lines are long enough for the headlines of other stories."""
    return len(run) > 2 and sum(len(block.span.of(draft.text).split()) > 4 for block in run) > len(run) / 2


def _listed(lines: Sequence[tuple[int, int]]) -> str:
    """``3, 5 and 17 to 22``."""
    return listed([f"{first}" if first == last else f"{first} to {last}" for first, last in lines])
