"""reStructuredText: what docutils takes for text, found again in the file; all else is blanked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newslint.document import Document
from newslint.errors import InputError
from newslint.kept.regexes import compiled
from newslint.mentions import Block, BlockKind
from newslint.read.decode import decoded
from newslint.read.elements import CODE
from newslint.read.front_matter import day
from newslint.spans import GONE, Span, blank

_LONGEST = 1_000_000
_SETTINGS = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "_disable_config": True,
    "report_level": 5,
    "halt_level": 5,
    "smart_quotes": False,
    "doctitle_xform": True,
    "line_length_limit": _LONGEST,
}
"""No file but this one is read, and nothing is said of faults in the markup: that is another tool's trade."""

_KINDS: dict[str, BlockKind] = {
    "title": "headline",
    "subtitle": "standfirst",
    "rubric": "headline",
    "author": "byline",
    "date": "dateline",
    "caption": "caption",
    "attribution": "byline",
    "term": "list-item",
    "literal_block": "code",
    "doctest_block": "code",
}
_INSIDE: dict[str, BlockKind] = {
    "list_item": "list-item",
    "definition": "list-item",
    "entry": "list-item",
    "footnote": "list-item",
    "citation": "list-item",
    "block_quote": "quote-block",
    "topic": "boilerplate",
    "sidebar": "boilerplate",
    "legend": "caption",
}
_TITLED: dict[str, BlockKind] = {"table": "caption", "topic": "boilerplate", "sidebar": "boilerplate"}
"""What has a title of its own, which is no headline."""

_LEFT_OUT = frozenset(
    {"comment", "substitution_definition", "target", "system_message", "raw", "docinfo", "footnote_reference", "label"}
)
_WORDS = compiled(r"\S+")
_REACH = 400
"""How far apart two words of one paragraph stand at most, with a link's address between them."""

_AHEAD = 20_000


def read(path: Path, raw: bytes) -> Document:
    """The document in a file of reStructuredText; raises InputError for what is no text."""
    from docutils.core import publish_doctree

    text, encoding = decoded(path, raw)
    if any(len(line) > _LONGEST for line in text.splitlines()):
        raise InputError(f"has a line longer than {_LONGEST} letters, which is not read as reStructuredText", path=path)
    try:
        tree: Any = publish_doctree(text, reader=_reader(), settings_overrides={**_SETTINGS, "input_encoding": "unicode"})
    except RecursionError:
        raise InputError("is nested too deeply; it is not read", path=path) from None
    except Exception as fault:  # a fault of a directive can be of any kind
        raise InputError(f"cannot be read as reStructuredText ({type(fault).__name__}: {fault})", path=path) from None
    page = _Page(text, list(blank(text, GONE)))
    page.add(tree)
    meta = {"encoding": encoding, "links": tuple(page.links), "notes": tuple(page.notes)}
    prose = "".join(page.prose)
    return Document(str(path), text, prose=prose, published=page.published, markup=tuple(page.blocks), meta=meta)


def _reader() -> Any:
    """A reader that leaves substitutions as they are written: what is put in for them stands elsewhere in the file."""
    from docutils.readers.standalone import Reader
    from docutils.transforms.references import Substitutions

    reader: Any = Reader()
    transforms = reader.get_transforms()
    reader.get_transforms = lambda: [transform for transform in transforms if transform is not Substitutions]
    return reader


@dataclass
class _Page:
    """A text while its words are found again, in their order; ``at`` is how far it has been gone through."""

    text: str
    prose: list[str]
    blocks: list[Block] = field(default_factory=list)
    links: list[tuple[str, int, int]] = field(default_factory=list)
    notes: list[tuple[int, int]] = field(default_factory=list)
    published: dt.date | None = None
    at: int = 0

    def add(self, node: Any) -> None:
        """A node of the tree with all that is in it."""
        name = node.tagname
        if name == "docinfo":
            self._head(node)
        elif name in _LEFT_OUT:
            return
        elif name in _KINDS or name in ("paragraph", "line"):
            self._block(node, self._kind(node))
        else:
            for child in getattr(node, "children", ()):
                self.add(child)

    def _kind(self, node: Any) -> BlockKind:
        if node.tagname == "title" and node.parent.tagname in _TITLED:
            return _TITLED[node.parent.tagname]
        if node.tagname in _KINDS:
            return _KINDS[node.tagname]
        parent = node.parent
        while parent is not None:
            if parent.tagname in _INSIDE:
                return _INSIDE[parent.tagname]
            parent = parent.parent
        return "paragraph"

    def _head(self, node: Any) -> None:
        """The fields at the top: whose story it is, and of what day."""
        for child in node.children:
            if child.tagname in ("author", "date"):
                self._block(child, _KINDS[child.tagname])
            if child.tagname == "date":
                self.published = day(child.astext())

    def _block(self, node: Any, kind: BlockKind) -> None:
        start = self._inline(node, first=True)
        if start is None:
            return
        span = Span(start, self.at)
        self.blocks.append(Block(span, kind))
        # a line end inside a block is white space to its reader
        self.prose[span.start : span.end] = [
            " " if self.text[at] in "\r\n" else letter for at, letter in enumerate(self.prose[span.start : span.end], span.start)
        ]
        if node.parent.tagname in ("footnote", "citation"):
            self.notes.append((span.start, span.end))

    def _inline(self, node: Any, *, first: bool) -> int | None:
        """Find the words of a node; where they begin."""
        start: int | None = None
        for child in node.children:
            if child.tagname in _LEFT_OUT:
                continue
            if child.tagname == "#text":
                found = self._words(child.astext(), first=first and start is None)
            elif child.tagname in ("literal", "substitution_reference"):
                written = child.astext() if child.tagname == "literal" else child.rawsource
                found = self._code(written, first=first and start is None)
            else:
                found = self._inline(child, first=first and start is None)
                if child.tagname == "reference" and child.get("refuri") and found is not None:
                    self.links.append((child["refuri"], found, self.at))
            start = found if start is None else start
        return start

    def _words(self, words: str, *, first: bool) -> int | None:
        start: int | None = None
        before = self.at
        for word in _WORDS.finditer(words):
            place = self.text.find(word[0], self.at, self.at + (_AHEAD if first and start is None else _REACH) + len(word[0]))
            if place < 0:
                continue
            if start is not None or not first:
                self._space(before, place)
            start = place if start is None else start
            self.prose[place : place + len(word[0])] = word[0]
            before = self.at = place + len(word[0])
        if start is not None and words[-1:].isspace():
            self._space(self.at, self.at + 1)
        return start

    def _space(self, start: int, end: int) -> None:
        """White space of the file between two words is what a reader sees, too."""
        for at in range(start, min(end, len(self.text))):
            if self.text[at].isspace():
                self.prose[at] = self.text[at]

    def _code(self, words: str, *, first: bool) -> int | None:
        place = self.text.find(words, self.at, self.at + (_AHEAD if first else _REACH) + len(words))
        if place < 0:
            return None
        self._space(self.at, place)
        self.prose[place] = CODE
        self.at = place + len(words)
        return place
