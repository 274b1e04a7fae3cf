"""XML as a row of calls, each with its place in the bytes; no document type, no entity of its own, no network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar
from xml.parsers import expat

from newslint.errors import InputError

MOST_DEPTH = 1000
"""Elements inside each other; a letter of a text has some twenty around it."""

_OFFICE = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    f"{_OFFICE}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_OFFICE}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_OFFICE}package/2006/relationships": "rel",
    f"{_OFFICE}package/2006/content-types": "ct",
    f"{_OFFICE}markup-compatibility/2006": "mc",
    f"{_OASIS}office:1.0": "office",
    f"{_OASIS}text:1.0": "text",
    f"{_OASIS}style:1.0": "style",
    f"{_OASIS}table:1.0": "table",
    f"{_OASIS}drawing:1.0": "draw",
    f"{_OASIS}svg-compatible:1.0": "svg",
    f"{_OASIS}manifest:1.0": "manifest",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://purl.org/dc/elements/1.1/": "dc",
}
"""The names by which the elements of both standards are known here, whatever the file calls them."""

Opened = Callable[[Any, dict[str, str]], None]
Closed = Callable[[Any], None]


class Visitor:
    """What is told of each element and each stretch of letters.

    ``away`` are elements that are left out with all they hold; ``opens`` and ``closes`` say what
    is called at which; ``prefixes`` are the prefix and the address that the file itself has for each standard.
    """

    away: ClassVar[frozenset[str]] = frozenset()
    opens: ClassVar[Mapping[str, Opened]] = {}
    closes: ClassVar[Mapping[str, Closed]] = {}

    def __init__(self) -> None:
        self.path: list[str] = []
        self.prefixes: dict[str, tuple[str, str]] = {}
        self.at = self.past = 0  # where in the bytes the tag or the letters begin, and where the last tag began
        self._left_out: int | None = None

    def leave_out(self, level: int) -> None:
        """Pass over everything until the element at this level of the path ends."""
        self._left_out = level if self._left_out is None else min(level, self._left_out)

    def said(self, words: str) -> None:
        """Letters, in one or several calls."""

    def ended(self) -> None:
        """Called before each tag, when ``at`` is known and nothing else has been told."""

    def open(self, name: str, attributes: dict[str, str]) -> None:
        self.path.append(name)
        if self._left_out is None:
            if name in self.away:
                self.leave_out(len(self.path) - 1)
            elif called := self.opens.get(name):
                called(self, attributes)

    def close(self, name: str) -> None:
        if self._left_out is None and (called := self.closes.get(name)):
            called(self)
        self.path.pop()
        if self._left_out is not None and len(self.path) <= self._left_out:
            self._left_out = None

    def letters(self, words: str) -> None:
        if self._left_out is None:
            self.said(words)


def walk(raw: bytes, visitor: Visitor, where: str, *, path: object) -> None:
    """Tell the visitor of everything in this XML; raises InputError, ``where`` naming the part that is at fault."""
    parser = expat.ParserCreate(namespace_separator=" ")
    name = str(path)

    def refuse(*_: object) -> None:
        raise InputError(f"has a document type of its own ({where}), which no Office file has; it is not read", path=name)

    def named(prefix: str | None, uri: str) -> None:
        if known := _PREFIXES.get(uri):
            visitor.prefixes.setdefault(known, (prefix or "", uri))

    def opened(tag: str, attributes: dict[str, str]) -> None:
        if len(visitor.path) >= MOST_DEPTH:
            raise InputError(f"is nested too deeply ({where}); it is not read", path=name)
        visitor.at = parser.CurrentByteIndex
        visitor.ended()
        visitor.open(short(tag), {short(key): value for key, value in attributes.items()})

    def closed(tag: str) -> None:
        visitor.at = parser.CurrentByteIndex
        visitor.ended()
        visitor.close(short(tag))

    def letters(words: str) -> None:
        visitor.at = parser.CurrentByteIndex
        visitor.letters(words)

    parser.StartDoctypeDeclHandler = refuse
    parser.StartNamespaceDeclHandler = named
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = opened, closed, letters
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, ValueError, LookupError) as fault:
        raise InputError(f"is damaged ({where}: {fault}); open it where it was written and save it anew", path=name) from None


def short(name: str) -> str:
    """The name of an element or attribute with the prefix that it is known by here: "w:p"."""
    uri, space, local = name.rpartition(" ")
    return f"{_PREFIXES.get(uri, '?')}:{local}" if space else local
