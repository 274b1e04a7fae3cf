"""OpenDocument: the text as it reads with every tracked change accepted; annotations and hidden words left out."""

from __future__ import annotations

from pathlib import Path

from newslint.document import Document
from newslint.errors import InputError
from newslint.read.extract import Extract, Paragraph, Piece
from newslint.read.odtstory import Story
from newslint.read.odtstyles import Pages
from newslint.read.package import Package
from newslint.read.styles import Style, Styles
from newslint.read.tags import walk
from newslint.spans import Span

MAIN = "content.xml"


def read(path: Path, raw: bytes) -> Document:
    """The document in a LibreOffice text, packed or flat; raises InputError where it is damaged or encrypted."""
    return Text(path, raw).document()


class Text:
    """An OpenDocument text: what it says, and the bytes that say it."""

    def __init__(self, path: Path, raw: bytes) -> None:
        self.path = path
        self.package = Package(path, raw) if raw.startswith(b"PK") else None
        self.text = self._content(self.package) if self.package else raw
        self.extract = Extract()
        known: dict[str, Style] = {}
        self.pages = Pages(known)
        if self.package and (styles := self.package.part("styles.xml")):
            walk(styles, self.pages, "styles.xml", path=path)
        self.story = Story(self.extract, Styles(known), known)
        walk(self.text, self.story, MAIN, path=path)
        main = [*self.extract.pieces]
        self.story.add_notes()
        for line in dict.fromkeys([*self.pages.lines, *self.story.furniture]):
            paragraph = Paragraph("boilerplate")
            paragraph.add(line)
            self.extract.add(paragraph)
        self.extract.pieces = main

    def _content(self, package: Package) -> bytes:
        if b"encryption-data" in package.part("META-INF/manifest.xml"):
            raise InputError("is encrypted; save it without a password", path=self.path)
        if MAIN not in package:
            raise InputError("is no OpenDocument text: it holds no content", path=self.path)
        return package.part(MAIN)

    def document(self) -> Document:
        return self.extract.document(self.path, "odt")

    def spelt(self, span: Span) -> tuple[Piece, Piece] | None:
        """The first and the last piece of these words that one comment can be on: no range goes into a table or a frame,
        or out of one."""
        found = self.extract.spelt(span)
        if not found or found[0].holder.room == found[1].holder.room:
            return found
        first, last = found
        pieces = self.extract.pieces
        for piece in pieces[pieces.index(first) : pieces.index(last)]:
            last = piece if piece.holder.room == first.holder.room else last
        return first, last
