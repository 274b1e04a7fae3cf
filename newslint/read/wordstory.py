"""The running text of a Word file: its paragraphs, runs and letters, each with its place in the bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from newslint.mentions import BlockKind
from newslint.read.extract import Extract, Paragraph, Piece
from newslint.read.styles import Styles
from newslint.read.tags import Visitor
from newslint.read.wordparts import on

_LINK_FIELD = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')
_NO_NOTE = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass
class Run:
    """A run, by the places in the bytes of its beginning, of its first child, of its properties and of what follows them."""

    opened: int
    inside: int = -1
    properties: int = -1
    content: int = -1
    closed: int = -1
    hidden: bool = False


@dataclass
class Text:
    """An element of letters in a run: where its tag and its letters begin, where its closing tag begins and ends.

    ``first`` and ``last`` say whether anything else of the run stands before it or behind it.
    """

    opened: int
    run: Run
    inside: int = -1
    closing: int = -1
    closed: int = -1
    first: bool = False
    last: bool = False


@dataclass
class _Field:
    """A field while it is read: its instruction, and where its result began."""

    words: str = ""
    shown: int | None = None
    url: str = field(default="")


class Story(Visitor):
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
        super().__init__()
        self.extract, self.styles, self.links, self.wishes, self.only = extract, styles, links, wishes, only
        self.notes: dict[tuple[str, str], int] = {}
        self.paragraphs: list[Paragraph] = []
        self.boxed: list[Paragraph] = []
        self.before: Paragraph | None = None
        self.runs: list[Run] = []
        self.word: Text | None = None
        self.piece: Piece | None = None
        self.fields: list[_Field] = []
        self.linked: list[tuple[str, int]] = []
        self.note = -1
        self._awaiting: tuple[Run | Text, str] | None = None

    # --- where in the bytes ------------------------------------------------------------

    def ended(self) -> None:
        """The place of this tag is the end of what stood before it."""
        if self.piece:
            self.piece.end = self.at
            self.piece = None
        if self._awaiting:
            setattr(*self._awaiting, self.at)
            self._awaiting = None

    # --- runs and letters --------------------------------------------------------------

    def _run(self, _: dict[str, str]) -> None:
        self.runs.append(Run(self.at))
        self._awaiting = self.runs[-1], "inside"

    def _run_ends(self) -> None:
        run = self.runs.pop()
        self._awaiting = run, "closed"
        if self.word and self.word.run is run:
            self.word.last = self.word.closed == self.at

    def _properties(self, _: dict[str, str]) -> None:
        if len(self.path) > 1 and self.path[-2] == "w:r" and self.runs:
            self.runs[-1].properties = self.at

    def _properties_end(self) -> None:
        if len(self.path) > 1 and self.path[-2] == "w:r" and self.runs:
            self._awaiting = self.runs[-1], "content"

    def _letters(self, _: dict[str, str]) -> None:
        if self.runs:
            run = self.runs[-1]
            self.word = Text(self.at, run, first=self.at == max(run.inside, run.content))
            self._awaiting = self.word, "inside"

    def _letters_end(self) -> None:
        if self.word:
            self.word.closing = self.at
            self._awaiting = self.word, "closed"

    def said(self, words: str) -> None:
        if self.path[-1] == "w:instrText" and self.fields:
            self.fields[-1].words += words
        if self.path[-1] != "w:t" or not self.paragraphs or not self.word or self.runs[-1].hidden:
            return
        self.ended()
        self.piece = self.paragraphs[-1].add(words, self.at, self.word)

    def _put(self, words: str) -> None:
        if self.paragraphs and self.runs and not self.runs[-1].hidden:
            self.paragraphs[-1].add(words)

    def _hidden(self, given: dict[str, str]) -> None:
        if "w:pPr" not in self.path[-3:] and self.runs:
            self.runs[-1].hidden = on(given)

    def _run_style(self, given: dict[str, str]) -> None:
        if "w:pPr" not in self.path[-3:] and self.runs and self.styles.hidden(given.get("w:val", "")):
            self.runs[-1].hidden = True

    # --- paragraphs --------------------------------------------------------------------

    def _paragraph(self, _: dict[str, str]) -> None:
        boxed = "w:txbxContent" in self.path
        kind: BlockKind = "list-item" if self.note >= 0 else "paragraph"
        paragraph = Paragraph(kind, cell="w:tc" in self.path)
        if self.before and not boxed:
            paragraph.pieces, paragraph.size, paragraph.links = self.before.pieces, self.before.size, self.before.links
            self.before = None
        self.paragraphs.append(paragraph)

    def _paragraph_ends(self) -> None:
        paragraph = self.paragraphs.pop()
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
        size = self.paragraphs[-1].size if self.paragraphs else 0
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].shown = size
        elif kind == "end" and self.fields:
            done = self.fields.pop()
            link = _LINK_FIELD.match(done.words)
            if link and done.shown is not None and self.paragraphs:
                self.paragraphs[-1].links.append((link[1], done.shown, size))

    def _marked(self, given: dict[str, str]) -> None:
        """The mark of a note; the note itself stands at the end of the text."""
        kind = self.path[-1].removeprefix("w:").removesuffix("Reference")
        if self.paragraphs:
            self.notes[kind, given.get("w:id", "")] = self.extract.next + self.paragraphs[-1].size

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
        "w:p": _paragraph,
        "w:r": _run,
        "w:rPr": _properties,
        "w:t": _letters,
        "w:tab": lambda self, given: self._put("\t") if "w:tabs" not in self.path else None,
        "w:br": lambda self, given: self._put("\n"),
        "w:cr": lambda self, given: self._put("\n"),
        "w:noBreakHyphen": lambda self, given: self._put("-"),
        "w:vanish": _hidden,
        "w:rStyle": _run_style,
        "w:pStyle": _style,
        "w:outlineLvl": _level,
        "w:numId": _numbered,
        "w:cellDel": _deleted_cell,
        "w:showingPlcHdr": _placeholder,
        "w:hyperlink": _link,
        "w:fldChar": _field,
        "w:footnoteReference": _marked,
        "w:endnoteReference": _marked,
        "w:commentReference": _commented,
        "w:footnote": _note,
        "w:endnote": _note,
    }
    closes = {  # noqa: RUF012
        "w:p": _paragraph_ends,
        "w:r": _run_ends,
        "w:rPr": _properties_end,
        "w:t": _letters_end,
        "w:hyperlink": _link_ends,
    }
