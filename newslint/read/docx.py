"""Word: the text as it reads with every tracked change accepted; comments, deleted and hidden words left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from newslint.document import Document
from newslint.errors import InputError, Note
from newslint.kept.regexes import compiled
from newslint.read.extract import Extract, Paragraph
from newslint.read.package import Package, beside
from newslint.read.styles import Styles
from newslint.read.tags import Visitor, walk
from newslint.read.wordparts import Comments, Relations, StyleSheet
from newslint.read.wordstory import Story

_WISH = compiled(r"newslint:\s*ignore(?:-file)?\s*\[")
_MACROS = "vbaProject.bin"


def read(path: Path, raw: bytes) -> Document:
    """The document in a Word file; raises InputError where it is damaged, encrypted or no Word file."""
    return Word(path, raw).document()


class Word:
    """A Word file: its parts, found by what they are to one another, and the text of them."""

    def __init__(self, path: Path, raw: bytes) -> None:
        self.path = path
        self.package = Package(path, raw)
        self.main = self.target("", "officeDocument") or "word/document.xml"
        if self.main not in self.package:
            raise InputError("is no Word file: it holds no document", path=path)
        self.text = self.package.part(self.main)
        self.links = {id_: target for id_, (kind, target, outside) in self.related(self.main).items() if outside}
        self.styles = self._styles()
        self.extract = Extract()
        self._read()

    def document(self) -> Document:
        macros = any(name.endswith(_MACROS) for name in self.package.members)
        note = Note("holds macros, which are not looked at; its text is read", path=self.path)
        return self.extract.document(self.path, "docx", problems=(note,) if macros else ())

    def related(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """What a part points to, by id: the last word of its type, its name or address, whether that is outside."""
        folder, _, name = part.rpartition("/")
        file = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
        visitor = Relations()
        if raw := self.package.part(file):
            walk(raw, visitor, file, path=self.path)
        return visitor.found

    def target(self, part: str, kind: str) -> str:
        """The part of this kind that a part points to; empty where there is none."""
        return next(self.targets(part, kind), "")

    def targets(self, part: str, kind: str) -> Iterator[str]:
        for type_, target, outside in self.related(part).values():
            if type_ == kind and not outside:
                yield beside(part, target)

    def _read(self) -> None:
        """The main text; behind it the notes that it points to, then what stands at the head and foot of its pages."""
        comments = Comments("w:comment")
        self._walk(comments, self.target(self.main, "comments"))
        wishes = {id_: words[found.start() :] for id_, words in comments.found.items() if (found := _WISH.search(words))}
        story = Story(self.extract, self.styles, self.links, wishes)
        walk(self.text, story, self.main, path=self.path)
        story.flush()
        self.prefix, self.namespace = story.prefixes.get("w", ("w", ""))
        main = [*self.extract.pieces]
        for kind in ("footnote", "endnote"):
            self._notes(kind, story.notes)
        seen = set[str]()
        for kind in ("header", "footer"):
            for part in self.targets(self.main, kind):
                self._furniture(part, seen)
        self.extract.pieces = main

    def _walk(self, visitor: Visitor, part: str) -> None:
        if part and (raw := self.package.part(part)):
            walk(raw, visitor, part, path=self.path)

    def _notes(self, kind: str, places: Mapping[tuple[str, str], int]) -> None:
        part = self.target(self.main, f"{kind}s")
        links = {id_: target for id_, (_, target, outside) in self.related(part).items() if outside} if part else {}
        story = Story(self.extract, self.styles, links, {}, only=(kind, places))
        self._walk(story, part)

    def _furniture(self, part: str, seen: set[str]) -> None:
        one = Story(Extract(), self.styles, {}, {})
        self._walk(one, part)
        for line in one.extract.lines:
            if line.strip() and line not in seen:
                seen.add(line)
                paragraph = Paragraph("boilerplate")
                paragraph.add(line)
                self.extract.add(paragraph)

    def _styles(self) -> Styles:
        visitor = StyleSheet()
        self._walk(visitor, self.target(self.main, "styles"))
        return Styles(visitor.found)
