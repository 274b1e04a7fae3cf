"""The body of an OpenDocument text: its paragraphs, boxes, notes and annotations, told of tag by tag."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newslint.kept.regexes import compiled
from newslint.mentions import BlockKind
from newslint.read.extract import Extract, Paragraph, Piece
from newslint.read.odtstyles import Styled
from newslint.read.styles import Style, Styles

_WISH = compiled(r"newslint:\s*ignore(?:-file)?\s*\[")
_BLANK = compiled(r"\s")
_MOST_SPACES = 1000
_PARAGRAPHS = frozenset({"text:p", "text:h"})
_ROOMS = frozenset({"table:table", "draw:text-box"})
_INLINE = frozenset({"text:span", "text:a", "text:ruby", "text:ruby-base", "text:meta", "text:meta-field"})
"""What may stand round letters in a paragraph and hold an annotation, too; all else is a field, which a program writes anew."""


@dataclass(slots=True, eq=False)
class Field:
    """A field: the byte where it begins, and the one where the tag that ends it does."""

    opened: int
    closing: int = -1


@dataclass(slots=True, frozen=True)
class Standing:
    """Where letters stand: the innermost table or frame, by the byte that opens it, -1 for none; the field that shows them."""

    room: int
    field: Field | None


class Story(Styled):
    """The body of a text, put into an extract; its notes are kept for the end."""

    away = frozenset(
        {
            "text:tracked-changes",
            "text:hidden-text",
            "text:hidden-paragraph",
            "text:note-citation",
            "text:ruby-text",
            "text:placeholder",
            "table:covered-table-cell",
            "office:annotation-end",
            "office:forms",
            "office:settings",
            "office:meta",
            "office:scripts",
            "office:binary-data",
            "text:sequence-decls",
            "text:variable-decls",
            "text:user-field-decls",
            "svg:title",
            "svg:desc",
            "draw:object",
        }
    )

    def __init__(self, extract: Extract, styles: Styles, known: dict[str, Style]) -> None:
        super().__init__(known)
        self.extract, self.styles = extract, styles
        self.paragraphs: list[Paragraph] = []
        self.boxed: list[tuple[Paragraph, bool]] = []
        self.noted: list[Paragraph] = []
        self.marked: dict[int, int] = {}
        self.furniture: list[str] = []
        self.linked: list[tuple[str, int]] = []
        self.hidden: list[bool] = []
        self.piece: Piece | None = None
        self.blank = True
        self.wish = ""
        self.opened: list[int] = []
        self.fields: dict[int, Field] = {}

    def open(self, name: str, attributes: dict[str, str]) -> None:
        self.opened.append(self.at)
        super().open(name, attributes)

    def close(self, name: str) -> None:
        super().close(name)
        if field := self.fields.pop(self.opened.pop(), None):
            field.closing = self.at

    def _standing(self) -> Standing:
        """Where the letters stand that are told of now."""
        room, inside = -1, 0
        for level, name in enumerate(self.path):
            if name in _ROOMS:
                room = self.opened[level]
            elif name in _PARAGRAPHS:
                inside = level + 1
        odd = next((level for level in range(inside, len(self.path)) if self.path[level] not in _INLINE), None)
        if odd is None:
            return Standing(room, None)
        opened = self.opened[odd]
        return Standing(room, self.fields.setdefault(opened, Field(opened)))

    def ended(self) -> None:
        if self.piece:
            self.piece.end = self.at
            self.piece = None

    def said(self, words: str) -> None:
        """Letters; white space counts once, as in HTML, and is kept in length so that the bytes can be found again."""
        if "office:annotation" in self.path:
            self.wish += words
            return
        # between a frame or a note and what it holds, white space is nothing
        if not self.paragraphs or any(self.hidden) or self.path[-1].startswith(("draw:", "text:note")):
            return
        self.ended()
        at, standing = self.at, self._standing()
        for part in re.split(r"(\s+)", words):
            space = not part.strip()
            shown = (" " if not self.blank else "") if space and part else part
            if shown:
                self.blank = space
                if self.piece:
                    self.piece.end = at
                self.piece = self.paragraphs[-1].add(shown, at, standing)
            at += len(part.encode("utf-8", "surrogatepass"))

    def _put(self, words: str) -> None:
        if self.paragraphs and not any(self.hidden) and "office:annotation" not in self.path:
            self.paragraphs[-1].add(words)
            self.blank = words == "\n"

    def _spaces(self, given: dict[str, str]) -> None:
        count = given.get("text:c", "1")
        self._put(" " * min(int(count), _MOST_SPACES) if count.isascii() and count.isdigit() else " ")

    def _kind(self, given: dict[str, str]) -> BlockKind:
        if "text:note-body" in self.path:
            return "list-item"
        named = self.styles.kind(given.get("text:style-name", ""))
        if self.path[-1] == "text:h":
            return named if named == "standfirst" else "headline"
        if "text:index-body" in self.path:
            return "boilerplate"
        return "list-item" if named in (None, "paragraph") and "text:list-item" in self.path else named or "paragraph"

    def _paragraph(self, given: dict[str, str]) -> None:
        if "office:annotation" in self.path:
            self.wish += " "
            return
        if "office:body" not in self.path and "office:master-styles" not in self.path:
            return
        self.paragraphs.append(Paragraph(self._kind(given), cell="table:table-cell" in self.path))
        self.hidden.append(self.styles.hidden(given.get("text:style-name", "")))
        self.blank = True

    def _paragraph_ends(self) -> None:
        if "office:annotation" in self.path or not self.paragraphs:
            return
        self.hidden.pop()
        paragraph = self.paragraphs.pop()
        if "office:master-styles" in self.path:
            self.furniture.append("".join(piece.words for piece in paragraph.pieces))
        elif "text:note-body" in self.path:
            if self.paragraphs:
                self.paragraphs[-1].marks.append((len(self.noted), self.paragraphs[-1].size))
            self.noted.append(paragraph)
        elif self.paragraphs:
            self.boxed.append((paragraph, self._in_shape()))
        else:
            self._add(paragraph, self.extract.next if self._in_shape() else -1)
        self.blank = False

    def _in_shape(self) -> bool:
        """Whether this is a shape that was drawn, where nobody can comment, and no frame."""
        return next((name for name in reversed(self.path) if name.startswith("draw:")), "draw:text-box") != "draw:text-box"

    def _add(self, paragraph: Paragraph, place: int = -1) -> None:
        """Put a paragraph at the end of the text, its boxes behind it; comments on it belong at ``place``, if that is given."""
        if place >= 0:
            for piece in paragraph.pieces:
                piece.at = -1
        span = self.extract.add(paragraph)
        self.marked |= {mark: span.start + at for mark, at in paragraph.marks}
        if place >= 0:
            self.extract.apart.append((span, place))
        boxed, self.boxed = self.boxed, []
        for inner, drawn in boxed:
            self._add(inner, span.end if drawn or place >= 0 else -1)

    def add_notes(self) -> None:
        """Put the notes at the end of the text."""
        for mark, paragraph in enumerate(self.noted):
            span = self.extract.add(paragraph)
            self.extract.notes.append((span.start, span.end))
            self.extract.apart.append((span, self.marked.get(mark, 0)))

    def _span(self, given: dict[str, str]) -> None:
        self.hidden.append(self.styles.hidden(given.get("text:style-name", "")))

    def _span_ends(self) -> None:
        self.hidden.pop()

    def _section(self, given: dict[str, str]) -> None:
        if given.get("text:display") in ("none", "condition") or self.styles.hidden(given.get("text:style-name", "")):
            self.leave_out(len(self.path) - 1)

    def _link(self, given: dict[str, str]) -> None:
        self.linked.append((given.get("xlink:href", ""), self.paragraphs[-1].size if self.paragraphs else 0))

    def _link_ends(self) -> None:
        url, at = self.linked.pop()
        if self.paragraphs:
            self.paragraphs[-1].links.append((url, at, self.paragraphs[-1].size))

    def _annotated(self, _: dict[str, str]) -> None:
        self.wish = ""

    def _annotation_ends(self) -> None:
        found = _WISH.search(self.wish)
        if found and self.paragraphs:
            self.paragraphs[-1].wishes.append(" ".join(self.wish[found.start() :].split()))

    opens = {  # noqa: RUF012
        **Styled.opens,
        "text:p": _paragraph,
        "text:h": _paragraph,
        "text:span": _span,
        "text:s": _spaces,
        "text:tab": lambda self, given: self._put("\t"),
        "text:line-break": lambda self, given: self._put("\n"),
        "text:section": _section,
        "text:a": _link,
        "office:annotation": _annotated,
    }
    closes = {  # noqa: RUF012
        "text:p": _paragraph_ends,
        "text:h": _paragraph_ends,
        "text:span": _span_ends,
        "text:a": _link_ends,
        "office:annotation": _annotation_ends,
    }
