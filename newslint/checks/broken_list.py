"""Numbering that skips, and addresses that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from newslint.document import Document
from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Block
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span

_NUMBER = compiled(r"(?P<number>\d{1,2})[.)]\s+(?=\S)")


@dataclass(frozen=True)
class BrokenList(Check):
    """A numbered list that skips a number or has one twice.

    A list starts at 1 and runs over the numbered lines that follow one another, text between them or not;
    a count-down and a new start at 1 are no faults.
    """

    name: ClassVar[str] = "broken-list"
    needs: ClassVar[tuple[type, ...]] = (Block,)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"number", "before", "wanted"})}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        for items in _lists(_numbered(ctx.draft)):
            for (before, place), (number, span) in pairwise(items):
                if number != before + 1:
                    slots = {"number": number, "before": before, "wanted": before + 1}
                    yield Match(span, slots, evidence=(Evidence(None, place, "the one before"),))


def _numbered(draft: Document) -> list[tuple[int, Span]]:
    """The numbers that blocks begin with, and where."""
    blocks = (block for block in draft.all(Block) if block.kind in ("paragraph", "list-item", "headline"))
    found = (_NUMBER.match(draft.own_words, block.start, block.end) for block in blocks)
    return [(int(match["number"]), Span(*match.span("number"))) for match in found if match]


def _lists(numbered: Sequence[tuple[int, Span]]) -> Iterator[list[tuple[int, Span]]]:
    """Runs of at least three numbers, the first of them 1, that go up."""
    run: list[tuple[int, Span]] = []
    for item in numbered:
        if run and (item[0] == 1 or item[0] < run[-1][0] or item[0] > run[-1][0] + 2):
            if len(run) > 2 and run[0][0] == 1:
                yield run
            run = []
        run.append(item)
    if len(run) > 2 and run[0][0] == 1:
        yield run
