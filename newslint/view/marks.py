"""A text in passages, and these in segments, each with every mark that lies on it.

Marks overlap as they like; segments never do, and put together they are the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

from newslint.spans import GONE, LineIndex
from newslint.view.layers import layer, there
from newslint.view.readable import readable


@dataclass(frozen=True, slots=True)
class Item:
    """What a layer has found: its row of the inspection."""

    layer: str
    at: int
    row: Mapping[str, Any]

    @property
    def id(self) -> str:
        return f"{self.layer}-{self.at}"

    @property
    def place(self) -> tuple[int, int]:
        """Where the item stands: the last of the parts that stand for it, or the whole of it."""
        parts = (self.row.get(part) for part in reversed(layer(self.layer).heads))
        head = next((part for part in parts if part), self.row)
        return head["start"], head["end"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that an item covers, or one ``part`` of it (its source, its cue)."""

    start: int
    end: int
    item: Item
    part: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text on which the same marks lie throughout, the widest first."""

    start: int
    end: int
    marks: tuple[Mark, ...]

    @property
    def opening(self) -> tuple[Mark, ...]:
        """The marks that begin here."""
        return tuple(mark for mark in self.marks if mark.start == self.start)


@dataclass(frozen=True, slots=True)
class Passage:
    """A block and the white space behind it; ``kind`` is empty for text that is in no block."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Laid:
    """A passage with its text in segments, and the items that begin in it, in text order."""

    passage: Passage
    segments: tuple[Segment, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Seen:
    """A draft and what newslint sees in it: ``rows`` as ``inspection`` gives them, with offsets into ``text``.

    ``written`` is the file where that is another text, with line ends inside its markup.
    """

    rows: Mapping[str, Any]
    text: str
    written: str = ""
    lines: LineIndex = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", LineIndex(self.written or self.text))

    @cached_property
    def layers(self) -> list[str]:
        return there(self.rows)

    @cached_property
    def passages(self) -> list[Passage]:
        """The blocks in order; together they are the whole text."""
        made: list[Passage] = []
        at = 0
        for block in sorted(self.rows.get("blocks", ()), key=lambda block: block["start"]):
            start, end = max(at, block["start"]), block["end"]
            if not _seen(self.text[start:end]):
                continue
            if not _seen(self.text[at:start]):
                start = at  # white space before the first block
            else:
                made.append(Passage(at, start, ""))
            at = _end_of_blank(self.text, end)
            made.append(Passage(start, at, block["kind"]))
        if at < len(self.text):
            made.append(Passage(at, len(self.text), ""))
        return made

    def line(self, passage: Passage) -> int:
        """The line, from 1, in which a reader first sees something of a passage."""
        return self.lines.position(_end_of_blank(self.text, passage.start))[0]

    def items(self, layers: Iterable[str]) -> list[Item]:
        """The items of these layers in text order, the wider first."""
        made = [Item(name, at, row) for name in layers for at, row in enumerate(self.rows[name])]
        return sorted(made, key=lambda item: (item.place[0], -item.row["end"]))

    def words(self, item: Mapping[str, Any]) -> str:
        """The words that an item, or a part of one, covers: on one line, as a reader sees them."""
        return " ".join(readable(self.text[item["start"] : item["end"]]).split())


def laid(seen: Seen, layers: Iterable[str]) -> Iterator[Laid]:
    """Each passage, its text cut wherever a mark of these layers begins or ends."""
    items = seen.items(layers)
    starts = [min(item.place[0], len(seen.text) - 1) for item in items]
    waiting = sorted((mark for item in items for mark in _marks(item)), key=lambda mark: -mark.start)
    edges = sorted({edge for mark in waiting for edge in (mark.start, mark.end)})
    over: list[Mark] = []
    for passage in seen.passages:
        inside = edges[bisect_right(edges, passage.start) : bisect_left(edges, passage.end)]
        row = []
        for start, end in pairwise((passage.start, *inside, passage.end)):
            while waiting and waiting[-1].start <= start:
                over.append(waiting.pop())
            over = [mark for mark in over if mark.end > start]
            row.append(Segment(start, end, tuple(sorted(over, key=lambda mark: mark.start - mark.end))))
        first, last = bisect_left(starts, passage.start), bisect_left(starts, passage.end)
        yield Laid(passage, tuple(row), tuple(items[first:last]))


def _seen(text: str) -> bool:
    """Whether a reader sees anything of it."""
    return bool(text.replace(GONE, "").strip())


def _end_of_blank(text: str, at: int) -> int:
    while at < len(text) and not _seen(text[at]):
        at += 1
    return at


def _marks(item: Item) -> Iterator[Mark]:
    row = item.row
    if not layer(item.layer).heads and row["start"] < row["end"]:
        yield Mark(row["start"], row["end"], item)
    for part, value in row.items():
        if isinstance(value, Mapping) and value.get("start", 0) < value.get("end", 0):
            yield Mark(value["start"], value["end"], item, part)
