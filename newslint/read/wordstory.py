"""The running text of a Word file: its paragraphs, runs and letters, each with its place in the bytes."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.kept.regexes import compiled
from newslint.mentions import BlockKind
from newslint.read.extract import Extract, Paragraph
from newslint.read.styles import Styles
from newslint.read.wordparts import on
from newslint.read.wordruns import Field, Run, Runs

_LINK_FIELD = compiled(r'\s*HYPERLINK\s+"([^"]+)"')
_NO_NOTE = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class Story(Runs):
    """A part of running text, put into an extract; ``only`` are the notes to read, by id, and the place of each mark."""

    away = frozenset(
        {"w:del", "w:moveFrom", "mc:Fallback", "w:rt", "w:pPrChange", "w:rPrChange", "w:sectPr", "w:tblPrChange", "w:docPartObj"}
    )

    def __init__(
        self,
        extract: Extract,
        styles: Styles,
        links: Mapping[str, str],
        wishes: Mapping[str, str],
        *,
        only: tuple[str, Mapping[tuple[str, str], int]] | None = None,
    ) -> None:
        super().__init__(styles)
        self.extract, self.links, self.wishes, self.only = extract, links, wishes, only
        self.notes: dict[tuple[str, str], int] = {}
        self.boxed: list[Paragraph] = []
        self.before: Paragraph | None = None
        self.linked: list[tuple[str, int]] = []
        self.note = -1

    # --- paragraphs --------------------------------------------------------------------

    def _paragraph(self, _: dict[str, str]) -> None:
        boxed = "w:txbxContent" in self.path
        kind: BlockKind = "list-item" if self.note >= 0 else "paragraph"
        paragraph = Paragraph(kind, cell="w:tc" in self.path)
        if self.before and not boxed:
            paragraph.follow(self.before)
            self.before = None
        self.paragraphs.append(paragraph)

    def _paragraph_ends(self) -> None:
        paragraph = self.paragraphs.pop()
        for field in self.fields:
            field.shown = field.shown or 0  # no instruction has an end of a paragraph
        if self.paragraphs:
            self.boxed.append(paragraph)
        elif paragraph.joined:
            self.before = paragraph
        else:
            self._add(paragraph)

    def flush(self) -> None:
        """Put a paragraph whose end was deleted and that nothing follows."""
        if self.before:
            self._add(self.before)
            self.before = None

    def _add(self, paragraph: Paragraph) -> None:
        span = self.extract.add(paragraph)
        self.notes |= {mark: span.start + at for mark, at in paragraph.marks}
        if self.note >= 0:
            self.extract.notes.append((span.start, span.end))
            self.extract.apart.append((span, self.note))
        boxed, self.boxed = self.boxed, []
        for inner in boxed:
            for piece in inner.pieces:
                piece.at = -1  # nobody can comment in a box
            self.extract.apart.append((self.extract.add(inner), span.end))

    def _style(self, given: dict[str, str]) -> None:
        if self.paragraphs and self.note < 0 and (kind := self.styles.kind(given.get("w:val", ""))):
            self.paragraphs[-1].kind = kind

    def _level(self, given: dict[str, str]) -> None:
        if self.paragraphs and self.note < 0 and given.get("w:val", "9") != "9":
            self.paragraphs[-1].kind = "headline"

    def _numbered(self, given: dict[str, str]) -> None:
        if self.paragraphs and self.paragraphs[-1].kind in ("paragraph", "list-item"):
            self.paragraphs[-1].kind = "paragraph" if given.get("w:val") == "0" and self.note < 0 else "list-item"

    # --- what Word keeps beside the text -----------------------------------------------

    def open(self, name: str, attributes: dict[str, str]) -> None:
        if name in ("w:del", "w:moveFrom") and self.path and self.path[-1] in ("w:rPr", "w:trPr"):
            self._deleted_mark()
            self.path.append(name)
        else:
            super().open(name, attributes)

    def _deleted_mark(self) -> None:
        """A paragraph's end, or a whole row, that was deleted."""
        if self.path[-1] == "w:trPr" and "w:tr" in self.path:
            self.leave_out(len(self.path) - 1 - self.path[::-1].index("w:tr"))
        elif self.paragraphs and "w:pPr" in self.path[-2:]:
            self.paragraphs[-1].joined = True

    def _deleted_cell(self, _: dict[str, str]) -> None:
        self.leave_out(len(self.path) - 1 - self.path[::-1].index("w:tc"))

    def _placeholder(self, given: dict[str, str]) -> None:
        """What asks to be typed over ("Click here to enter text"), and was not."""
        if on(given) and "w:sdt" in self.path:
            self.leave_out(len(self.path) - 1 - self.path[::-1].index("w:sdt"))

    def _link(self, given: dict[str, str]) -> None:
        at = self.paragraphs[-1].size if self.paragraphs else 0
        self.linked.append((self.links.get(given.get("r:id", ""), ""), at))

    def _link_ends(self) -> None:
        url, at = self.linked.pop()
        if url and self.paragraphs:
            self.paragraphs[-1].links.append((url, at, self.paragraphs[-1].size))

    def _field(self, given: dict[str, str]) -> None:
        kind = given.get("w:fldCharType")
        if not self.runs:
            return
        size = self.paragraphs[-1].size if self.paragraphs else 0
        if kind == "begin":
            self.fields.append(Field(self.runs[-1]))
        elif kind == "separate" and self.fields:
            self.fields[-1].shown = size
        elif kind == "end" and self.fields:
            done = self.fields.pop()
            done.last = self.runs[-1]
            link = _LINK_FIELD.match(done.words)
            if link and done.shown is not None and self.paragraphs:
                self.paragraphs[-1].links.append((link[1], done.shown, size))

    def _simple_field(self, given: dict[str, str]) -> None:
        around = Run(self.at)
        shown = self.paragraphs[-1].size if self.paragraphs else 0
        self.fields.append(Field(around, given.get("w:instr", ""), shown, around))

    def _simple_field_ends(self) -> None:
        if self.fields:
            self._awaiting = self.fields.pop().first, "closed"

    def _marked(self, given: dict[str, str]) -> None:
        """The mark of a note; the note itself stands at the end of the text."""
        kind = self.path[-1].removeprefix("w:").removesuffix("Reference")
        if self.paragraphs:
            self.paragraphs[-1].marks.append(((kind, given.get("w:id", "")), self.paragraphs[-1].size))

    def _commented(self, given: dict[str, str]) -> None:
        wish = self.wishes.get(given.get("w:id", ""))
        if wish and self.paragraphs:
            self.paragraphs[-1].wishes.append(" ".join(wish.split()))

    def _note(self, given: dict[str, str]) -> None:
        kind, places = self.only or ("", {})
        self.note = places.get((kind, given.get("w:id", "")), -1)
        if self.note < 0 or given.get("w:type", "") in _NO_NOTE:
            self.leave_out(len(self.path) - 1)

    opens = {  # noqa: RUF012
        **Runs.opens,
        "w:p": _paragraph,
        "w:pStyle": _style,
        "w:outlineLvl": _level,
        "w:numId": _numbered,
        "w:cellDel": _deleted_cell,
        "w:showingPlcHdr": _placeholder,
        "w:hyperlink": _link,
        "w:fldChar": _field,
        "w:fldSimple": _simple_field,
        "w:footnoteReference": _marked,
        "w:endnoteReference": _marked,
        "w:commentReference": _commented,
        "w:footnote": _note,
        "w:endnote": _note,
    }
    closes = {  # noqa: RUF012
        **Runs.closes,
        "w:p": _paragraph_ends,
        "w:hyperlink": _link_ends,
        "w:fldSimple": _simple_field_ends,
    }
