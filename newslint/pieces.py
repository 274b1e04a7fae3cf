"""Pieces of a text that are there again when another is changed, each with what was worked out for it.

An editor has the same draft linted again and again, and an edit changes one paragraph of it. What is found in
a paragraph by itself is kept on the paragraph's text, relative to where that begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, Protocol, TypeVar

from newslint.spans import Span

T = TypeVar("T")
F = TypeVar("F", bound="Found")
_LINE = re.compile(r"[^\n]*\n*")

KEPT = 4096
"""Pieces that are kept: the lines and sentences of some 40,000 words, and a few kilobytes each."""

REACH = 120
"""Characters on either side of a line that are looked at with it."""


class Found(Protocol):
    """What lies at a place and can be moved."""

    @property
    def end(self) -> int: ...

    def moved(self: F, by: int) -> F: ...


class Piece:
    """A stretch of some text, and what was worked out for its words alone."""

    __slots__ = ("_made", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._made: dict[Any, tuple[object, Any]] = {}

    def once(self, make: Callable[..., T], by: object = None, *given: Any) -> T:
        """What ``make(text, by, *given)`` gives, worked out once.

        ``by`` is what looks, such as a pattern: the same object, not an equal one, since to hash a pattern takes long.
        """
        key = make, id(by), *given
        kept = self._made.get(key)
        if kept is None or kept[0] is not by:
            kept = self._made[key] = by, make(self.text, by, *given)
        made: T = kept[1]
        return made


@lru_cache(maxsize=KEPT)
def piece(text: str) -> Piece:
    """The piece with these words: the same one each time."""
    return Piece(text)


class Line(NamedTuple):
    """A line, its line ends with it, from ``start`` in the text on, with some of the text on either side."""

    start: int
    before: int
    """How far into ``around`` it begins."""
    stop: int
    """How far into ``around`` it ends."""
    around: Piece


@lru_cache(maxsize=16)
def lines(text: str) -> Sequence[Line]:
    """The lines of a text; empty ones belong to the line before."""
    made = []
    for found in _LINE.finditer(text):
        start, end = found.span()
        first = max(0, start - REACH)
        if start < end or not text:
            made.append(Line(start, start - first, end - first, piece(text[first : end + REACH])))
    return made


def by_line(find: Callable[..., Sequence[F]], by: object, text: str) -> Iterator[F]:
    """What ``find(text, by, 0, len(text))`` finds: from the first place on, what begins before the second.

    It is asked line by line, which is the same if it looks no further than ``REACH`` over the ends of a line.
    """
    last = 0
    for line in lines(text):
        origin = line.start - line.before
        hits = line.around.once(find, by, line.before, line.stop)
        if hits and last > line.start:  # the find before this reached into it
            hits = find(line.around.text, by, last - origin, line.stop)
        for hit in hits:
            last = origin + hit.end
            yield hit.moved(origin) if origin else hit


def places(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """Where ``pattern.finditer`` finds something in a text, if that does not hang on what is further off than ``REACH``."""
    return by_line(_hits, pattern, text)


def matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The same, as matches."""
    return (match for place in places(pattern, text) if (match := pattern.match(text, place.start)))


def stands(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the pattern is found anywhere in a text, under the same condition."""
    return any(True for _ in places(pattern, text))


def _hits(text: str, pattern: re.Pattern[str], start: int, stop: int) -> Sequence[Span]:
    """Where the pattern is found that begins in a line; at the very end of a text it may be found, too."""
    hits = []
    for found in pattern.finditer(text, start):
        if found.start() >= stop and stop < len(text):
            break
        hits.append(Span(*found.span()))
    return hits
