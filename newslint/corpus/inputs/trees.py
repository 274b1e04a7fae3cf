"""XML read item by item: nothing is fetched, no entity of a file's own is expanded, and memory stays bounded."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator
from html.entities import html5
from typing import IO, Any
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from newslint.corpus.inputs.packing import MOST
from newslint.errors import InputError

_CHUNK = 1 << 16
_TAG = 1 << 22
"""Bytes of a tag or a comment, which the parser holds in one piece."""

_DEEP = 200
"""Elements within each other; no news item comes near."""


def items(stream: IO[bytes], wanted: Collection[str]) -> Iterator[tuple[Element, int]]:
    """The outermost elements of these names, without namespaces, and the lines on which they begin.

    Raises InputError where the stream is no XML from there on, or is XML of a kind that is refused.
    """
    made = _Items(wanted)
    try:
        while chunk := stream.read(_CHUNK):
            made.feed(chunk, last=False)
            yield from made.drained()
        made.feed(b"", last=True)
    except expat.ExpatError as fault:
        yield from made.drained()
        raise InputError(f"not XML: {expat.ErrorString(fault.code)}", line=fault.lineno) from None
    yield from made.drained()


class _Items:
    """The handlers of a parser, and the items that they have finished."""

    def __init__(self, wanted: Collection[str]) -> None:
        self.wanted = wanted
        self.done: deque[tuple[Element, int]] = deque()
        self.builder: TreeBuilder | None = None
        self.depth = self.start = self.line = self.letters = self.fed = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        self.parser.SkippedEntityHandler = self._entity
        self.parser.EntityDeclHandler = self._refuse

    def feed(self, chunk: bytes, *, last: bool) -> None:
        self.parser.Parse(chunk, last)
        self.fed += len(chunk)
        if self.fed - max(0, self.parser.CurrentByteIndex) > _TAG:
            raise InputError("a tag of it has no end", line=self.parser.CurrentLineNumber)

    def drained(self) -> Iterator[tuple[Element, int]]:
        while self.done:
            yield self.done.popleft()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > _DEEP:
            raise InputError("is nested too deeply", line=self.parser.CurrentLineNumber)
        name = name.rpartition(":")[2]
        if self.builder is None and name in self.wanted:
            self.builder, self.start = TreeBuilder(), self.depth
            self.line, self.letters = self.parser.CurrentLineNumber, 0
        if self.builder is not None:
            self._count(len(name) + sum(map(len, attributes.values())) + 100)
            self.builder.start(name, {key.rpartition(":")[2]: value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        if self.builder is not None:
            self.builder.end(name.rpartition(":")[2])
            if self.depth == self.start:
                self.done.append((self.builder.close(), self.line))
                self.builder = None
        self.depth -= 1

    def _data(self, words: str) -> None:
        if self.builder is not None:
            self._count(len(words))
            self.builder.data(words)

    def _entity(self, name: str, is_parameter: bool) -> None:
        """A letter by name, as NITF has from its DTD."""
        if not is_parameter and self.builder is not None:
            self.builder.data(html5.get(f"{name};", f"&{name};"))

    def _count(self, letters: int) -> None:
        self.letters += letters
        if self.letters > MOST:
            raise InputError(f"an item of more than {MOST // 1024**2} MB", line=self.line)

    def _refuse(self, *_: Any) -> None:
        raise InputError("declares entities of its own, which are not read", line=self.parser.CurrentLineNumber)
