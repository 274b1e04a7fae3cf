"""A text to be searched for names: its lines, its headlines and its ordinary words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from newslint.kept.regexes import compiled
from newslint.words import STOP_WORDS

WORD = compiled(r"[^\W_][\w.'’-]*")
"""A word, with what may stand inside or right behind it."""

Capitals = Literal["few", "titled", "shouted"]
"""Those of a line: a headline may have a capital at each word, or nothing else."""

_SMALL_WORD = compiled(r"(?<![\w'’-])[a-z][a-z-]+")
_LONGEST_HEADLINE = 160
_FEWEST_WORDS = 3
_MOSTLY = 0.8
_LONG = 4
_MANY_WORDS = 5


@dataclass(frozen=True)
class Text:
    """A body, and what a capital is worth at each place of it."""

    body: str

    @cached_property
    def _lines(self) -> Sequence[tuple[int, Capitals]]:
        """Where each line starts, and its capitals."""
        lines: list[tuple[int, Capitals]] = []
        start = 0
        for line in self.body.split("\n"):
            lines.append((start, _capitals(line)))
            start += len(line) + 1
        return lines

    def capitals(self, at: int) -> Capitals:
        """The capitals of the line at this place."""
        return self._lines[bisect_right(self._lines, at, key=lambda line: line[0]) - 1][1]

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """The words that stand in small letters somewhere."""
        return frozenset(_SMALL_WORD.findall(self.body)) | STOP_WORDS


def _capitals(line: str) -> Capitals:
    words = WORD.findall(line) if len(line) <= _LONGEST_HEADLINE else []
    if len(words) < _FEWEST_WORDS:
        return "few"
    letters = [char for char in line if char.isalpha()]
    if sum(map(str.isupper, letters)) > _MOSTLY * len(letters):
        return "shouted"
    long = [word for word in words if len(word) >= _LONG]
    stopped = line.rstrip("\"'”’ ").endswith((".", ",", ";"))
    titled = len(long) >= _FEWEST_WORDS and sum(word[0].isupper() for word in long) >= _MOSTLY * len(long)
    return "titled" if titled and (not stopped or len(long) >= _MANY_WORDS) else "few"
