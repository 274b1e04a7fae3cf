"""Pieces of a text that are there again when another is changed, each with what was worked out for it.

An editor has the same draft linted again and again, and an edit changes one paragraph of it. What is found in
a paragraph or a sentence by itself is kept with its words, relative to where it begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, Protocol, TypeVar
from weakref import WeakValueDictionary

from newslint.kept.regexes import compiled
from newslint.needles import may_stand
from newslint.spans import Span

T = TypeVar("T")
F = TypeVar("F", bound="Found")
_LINE = compiled(r"[^\n]*\n*")

KEPT = 4096
"""Pieces that are kept: the lines and sentences of some 40,000 words, and some ten kilobytes each."""

REACH = 120
"""Characters on either side of a line that are looked at with it."""


class Found(Protocol):
    """What lies at a place and can be moved."""

    @property
    def end(self) -> int: ...

    def moved(self: F, by: int) -> F: ...


class Piece:
    """A stretch of some text, from ``start`` up to ``stop`` with what stands around that, and what was worked out for it."""

    __slots__ = ("__weakref__", "_made", "start", "stop", "text")

    def __init__(self, text: str, start: int, stop: int) -> None:
        self.text = text
        self.start = start
        self.stop = stop
        self._made: dict[Any, Any] = {}

    def once(self, make: Callable[..., T], *given: Any) -> T:
        """What ``make(text, *given)`` gives, worked out once."""
        key = make, *given
        if key not in self._made:
            self._made[key] = make(self.text, *given)
        made: T = self._made[key]
        return made

    def found(self, find: Callable[..., Sequence[T]], by: object) -> Sequence[T]:
        """What ``find(text, by, start, stop)`` gives, worked out once.

        ``by`` is what looks, such as a pattern: the same object, not an equal one, since to hash a pattern takes long.
        """
        key = find, id(by)
        kept = self._made.get(key)
        if kept is None or kept[0] is not by:
            kept = self._made[key] = by, find(self.text, by, self.start, self.stop) or ()
        made: Sequence[T] = kept[1]
        return made


_alive: WeakValueDictionary[tuple[str, int, int | None], Piece] = WeakValueDictionary()
"""Every piece that somebody still has: the lines of a text of more lines than are kept are not worked out again and again."""


@lru_cache(maxsize=KEPT)
def piece(text: str, start: int = 0, stop: int | None = None) -> Piece:
    """The piece with these words: the same one each time."""
    key = text, start, stop
    made = _alive.get(key)
    if made is None:
        made = _alive[key] = Piece(text, start, len(text) if stop is None else stop)
    return made


class Line(NamedTuple):
    """A line of a text, its line ends with it; where the piece that holds it begins in the text."""

    origin: int
    piece: Piece


@lru_cache(maxsize=16)
def lines(text: str) -> Sequence[Line]:
    """The lines of a text, each with something of what stands around it; empty ones belong to the line before."""
    made = []
    for found in _LINE.finditer(text):
        start, end = found.span()
        if start < end or not text:
            origin = max(0, start - REACH)
            made.append(Line(origin, piece(text[origin : end + REACH], start - origin, end - origin)))
    return made


def by_line(find: Callable[..., Sequence[F]], by: object, text: str) -> Iterator[F]:
    """What ``find(text, by, 0, len(text))`` finds: from the first place on, what begins before the second.

    It is asked line by line, which is the same if it looks no further than ``REACH`` over the ends of a line.
    """
    last = 0
    for origin, line in lines(text):
        here = line.found(find, by)
        if here and last > origin + line.start:  # the find before this reached into it
            here = find(line.text, by, last - origin, line.stop)
        for hit in here:
            last = origin + hit.end
            yield hit.moved(origin) if origin else hit


def places(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """Where ``pattern.finditer`` finds something in a text, if that does not hang on what is further off than ``REACH``."""
    return by_line(hits, pattern, text) if may_stand(pattern, text) else iter(())


def matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The same, as matches."""
    return (match for place in places(pattern, text) if (match := pattern.match(text, place.start)))


def stands(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the pattern is found anywhere in a text, under the same condition."""
    return any(True for _ in places(pattern, text))


def hits(text: str, pattern: re.Pattern[str], start: int, stop: int) -> Sequence[Span]:
    """Where the pattern is found that begins from ``start`` on and before ``stop``; at the very end of a text it may, too."""
    found = []
    for match in pattern.finditer(text, start):
        if match.start() >= stop and stop < len(text):
            break
        found.append(Span(*match.span()))
    return found
