"""Capitalised words, each in the run in which it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from newslint.align.offices import HEADS, office
from newslint.align.places import keys
from newslint.document import Document
from newslint.mentions import Spelling
from newslint.spans import Span
from newslint.words import word_set

TITLES = HEADS | word_set(
    """
    sen gov justice general gen colonel col major capt sergeant sgt detective king queen prince princess pope emperor duke
    duchess lord lady baroness saint st mr mrs ms miss dr sir dame professor prof congressman congresswoman representative rep
    cardinal former prime foreign vice deputy managing finance police
    """
)
"""Words that stand before many names, and so say little of which one."""

Run = tuple[Spelling, ...]
"""Capitalised words that stand side by side."""

_REACH = 3
"""How many words apart two words of one name may be."""

_ROUND = 60
"""How many characters either side of a word say what is told of its bearer."""


@dataclass(frozen=True)
class Word:
    """One word of a run of capitalised words."""

    spelling: Spelling
    run: Run
    at: int
    doc: Document

    @property
    def key(self) -> str:
        return self.spelling.key

    @property
    def span(self) -> Span:
        return self.spelling.span

    @property
    def last(self) -> bool:
        """Whether it ends its run, as a surname does."""
        return self.at == len(self.run) - 1

    @cached_property
    def beside(self) -> tuple[tuple[int, Spelling], ...]:
        """The other words of the run within reach, each with how far behind this one it stands."""
        first = max(0, self.at - _REACH)
        return tuple(
            (at - self.at, self.run[at]) for at in range(first, min(len(self.run), self.at + _REACH + 1)) if at != self.at
        )

    @cached_property
    def given(self) -> tuple[str, ...]:
        """The words before it that are no titles: given names, if it is a surname."""
        return tuple(word.key for away, word in self.beside if away < 0 and word.key not in TITLES)

    @property
    def name(self) -> Span:
        """From the first given name to this word."""
        first = next((word.span for away, word in self.beside if away < 0 and word.key not in TITLES), self.span)
        return first.through(self.span)

    @cached_property
    def office(self) -> str:
        """The office that the words right beside the name give its bearer."""
        return office(self.doc, self.name)

    @cached_property
    def context(self) -> frozenset[str]:
        """The content of the words round its run."""
        start, end = self.run[0].start, self.run[-1].end
        return keys(f"{self.doc.body[max(0, start - _ROUND) : start]} {self.doc.body[end : end + _ROUND]}")


def words(doc: Document) -> list[Word]:
    """Every capitalised word of the body."""
    return [Word(spelling, run, at, doc) for run in _runs(doc.all(Spelling)) for at, spelling in enumerate(run)]


def _runs(spellings: Iterable[Spelling]) -> Iterator[Run]:
    """The single words of each run; two stand in one run where a spelling covers both."""
    run: list[Spelling] = []
    reach = -1
    for spelling in spellings:
        if run and spelling.start >= reach:
            yield tuple(run)
            run = []
        if not run or spelling.start != run[-1].start:
            run.append(spelling)
        reach = max(reach, spelling.end)
    if run:
        yield tuple(run)
