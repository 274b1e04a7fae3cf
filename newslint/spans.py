"""Span and LineIndex: the one coordinate system.

Every position is a code-point offset into a document's text, end exclusive: into the
reading copy for annotators and checks, into the file for everybody outside. Lines and
columns are made for people to read, and by ``LineIndex`` alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol, TypeVar

from newslint.kept.regexes import compiled

GONE = "\x1f"
"""White space in a text's prose that stands for markup, which a reader does not see at all."""

_start = attrgetter("start")
_NEWLINE = compiled(r"\r\n|\r|\n")
_NOT_NEWLINE = compiled(r"[^\r\n]")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points ``start`` up to, not including, ``end``; ``0 <= start <= end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of ``text`` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def moved(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def through(self, other: Span) -> Span:
        """From the first of the two to the end of the last."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def stripped(self, text: str) -> Span:
        """Without white space at either end."""
        words = self.of(text)
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, max(start, self.start + len(words.rstrip())))


class Placed(Protocol):
    """Something that stands at a place in a text."""

    @property
    def start(self) -> int: ...


P = TypeVar("P", bound=Placed)


def starting_in(things: Sequence[P], start: int, end: int) -> Sequence[P]:
    """Those of these things, which are in text order, that start at ``start`` or behind it and before ``end``."""
    first = bisect_left(things, start, key=_start)
    return things[first : bisect_left(things, end, first, key=_start)]


class LineIndex:
    """Offsets of one text as lines and columns, both counted from 1, columns in code points.

    A line ends at ``\\n``, ``\\r\\n`` or ``\\r``, as in the Language Server Protocol.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in _NEWLINE.finditer(text))]

    def position(self, offset: int) -> tuple[int, int]:
        """(line, column) of an offset; an offset past the end is put at the end."""
        offset = min(offset, len(self.text))
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line_span(self, line: int) -> Span:
        """The line with this number (from 1), without its line end."""
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        return Span(start, start + len(self.text[start:end].rstrip("\r\n")))

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, both from 1; clipped to the text."""
        if line > len(self.starts):
            return len(self.text)
        return min(self.starts[line - 1] + column - 1, self.line_span(line).end)


class Cover:
    """What some spans cover together, for asking many times whether another span touches it."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            elif span:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def touches(self, span: Span) -> bool:
        """Whether one of the spans overlaps this one."""
        at = bisect_right(self._ends, span.start)
        return at < len(self._starts) and self._starts[at] < span.end


def one_line(words: str, most: int = 100) -> str:
    """Words for a message: on one line, and cut at a space where they are longer than ``most``."""
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + "…"


def blank(text: str, by: str = " ") -> str:
    """Spaces of the same length, line ends kept."""
    return _NOT_NEWLINE.sub(by, text) if "\n" in text or "\r" in text else by * len(text)


def masked(text: str, spans: Iterable[Span]) -> str:
    """``text`` with these spans blanked, so that every offset stays right."""
    parts, at = [], 0
    for span in sorted(spans):
        if span.end <= at:
            continue
        start = max(at, span.start)
        parts += [text[at:start], blank(text[start : span.end])]
        at = span.end
    return "".join([*parts, text[at:]])
