"""The text taken out of a file that cannot be masked, a paragraph a line, and the way back to its bytes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Block, BlockKind
from newslint.spans import Span

_LONG_CELL = 160
_GOES_ON = compiled(r"\n(?=\s*[a-z])")
"""A line that is broken in the middle of a sentence."""

_SLUG = compiled(r"\s*slug\s*(?::|$)", re.IGNORECASE)
_FIELD = compiled(
    r"\s*(?:status|words?(?: count)?|length|deadline|desk|section|editor|reporter|writer|author|byline|embargo|version|filed)"
    r"\s*(?::|$)",
    re.IGNORECASE,
)
"""What a newsroom writes in the cells above a story, besides the slug."""

_ODD = str.maketrans(dict.fromkeys("\r\n\t\v\f\x85\u2028\u2029", " "))


@dataclass(slots=True)
class Piece:
    """Letters of the text; those that stand so in the file are bytes ``at`` up to ``end`` of it, in the
    element ``holder``. Others have ``at`` -1. ``start`` is their place in the text."""

    words: str
    at: int = -1
    end: int = -1
    holder: Any = None
    start: int = 0


@dataclass(slots=True)
class Paragraph:
    """A paragraph while it is read; ``links`` are addresses with their places in it, ``wishes`` ignore comments on it,
    ``marks`` the marks of notes with their places."""

    kind: BlockKind = "paragraph"
    cell: bool = False
    pieces: list[Piece] = field(default_factory=list)
    links: list[tuple[str, int, int]] = field(default_factory=list)
    wishes: list[str] = field(default_factory=list)
    marks: list[tuple[Any, int]] = field(default_factory=list)
    size: int = 0
    joined: bool = False

    def follow(self, one: Paragraph) -> None:
        """Begin with all that another one has, whose end was deleted."""
        self.pieces, self.size = one.pieces, one.size
        self.links, self.wishes, self.marks = one.links, one.wishes, one.marks

    def add(self, words: str, at: int = -1, holder: Any = None) -> Piece:
        """Put letters at the end; "\\n" alone stands for a line end that the writer typed."""
        words = words if words == "\n" and at < 0 else words.translate(_ODD)
        piece = Piece(words, at, -1, holder, self.size)
        self.pieces.append(piece)
        self.size += len(words)
        return piece


@dataclass
class Extract:
    """A text while it is taken out: its lines, blocks and links so far.

    ``pieces`` are those of the main text that stand in the file as they are; ``apart`` are the spans of
    notes and boxes, each with the place in the main text that it belongs to.
    """

    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    links: list[tuple[str, int, int]] = field(default_factory=list)
    notes: list[tuple[int, int]] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    apart: list[tuple[Span, int]] = field(default_factory=list)
    size: int = 0
    cover: int = 0
    _begun: bool = False

    def add(self, paragraph: Paragraph) -> Span:
        """Put a paragraph at the end, behind the wishes for it; its span in the text."""
        for wish in paragraph.wishes:
            self._line(wish)
        words = "".join(piece.words for piece in paragraph.pieces)
        plain = paragraph.kind == "paragraph"
        words = _GOES_ON.sub(" ", words) if plain else words.replace("\n", " ")
        if paragraph.cell and not words.strip():
            return Span(self.size, self.size)
        span = self._line(words)
        at = span.start
        for line in words.split("\n"):
            kind: BlockKind = "list-item" if plain and paragraph.cell and len(line) <= _LONG_CELL else paragraph.kind
            if line.strip():
                self.blocks.append(Block(Span(at, at + len(line)), kind))
            at += len(line) + 1
        self._begun = self._begun or (bool(words.strip()) and not paragraph.cell)
        self.cover = self.cover if self._begun else len(self.blocks)
        for piece in paragraph.pieces:
            piece.start += span.start
            if piece.at >= 0:
                self.pieces.append(piece)
        self.links += [(url, span.start + start, span.start + end) for url, start, end in paragraph.links if start < end]
        return span

    @property
    def next(self) -> int:
        """Where the next line will begin."""
        return self.size + bool(self.lines)

    def _line(self, words: str) -> Span:
        at = self.next
        self.lines.append(words)
        self.size = at + len(words)
        return Span(at, self.size)

    def document(self, path: Path, kind: str, **meta: Any) -> Document:
        """The document of all that was added.

        Where no paragraph is called a headline, as in most drafts, plain paragraphs are left to be told apart by their words.
        """
        self._tell_cover()
        titled = any(block.kind == "headline" for block in self.blocks)
        markup = tuple(block for block in self.blocks if titled or block.kind != "paragraph")
        given: Mapping[str, Any] = {"extracted": kind, "links": tuple(self.links), "notes": tuple(self.notes), **meta}
        return Document(str(path), "".join(f"{line}\n" for line in self.lines), markup=markup, meta=given)

    def _tell_cover(self) -> None:
        """Where a table with the slug and the like stands above all else, it is the desk's, and no part of the story.

        ``cover`` blocks lie in tables that nothing precedes.
        """
        text = "\n".join(self.lines) if self.cover else ""
        cells = [block.span.of(text) for block in self.blocks[: self.cover]]
        if any(_SLUG.match(cell) for cell in cells) and any(_FIELD.match(cell) for cell in cells):
            self.blocks[: self.cover] = [Block(block.span, "boilerplate") for block in self.blocks[: self.cover]]

    def spelt(self, span: Span) -> tuple[Piece, Piece] | None:
        """The first and the last piece of the main text that these words lie in, or the nearest before them; None in a
        file without any."""
        if not self.pieces:
            return None
        first = bisect_right(self.pieces, span.start, key=lambda piece: piece.start + len(piece.words))
        last = bisect_left(self.pieces, max(span.end, span.start + 1), key=lambda piece: piece.start) - 1
        if first > last:  # none of it stands in the file
            first = last = min(max(0, last), len(self.pieces) - 1)
        return self.pieces[first], self.pieces[last]
