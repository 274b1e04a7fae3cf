"""The runs of a Word file and the letters in them, each with its place in the bytes."""

from __future__ import annotations

from dataclasses import dataclass

from newslint.read.extract import Paragraph, Piece
from newslint.read.styles import Styles
from newslint.read.tags import Visitor
from newslint.read.wordparts import on


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

    ``first`` and ``last`` say whether anything else of the run stands before it or behind it; ``field``
    is the one that it is the result of.
    """

    opened: int
    run: Run
    inside: int = -1
    closing: int = -1
    closed: int = -1
    first: bool = False
    last: bool = False
    field: Field | None = None


@dataclass
class Field:
    """A field: its instruction, where in the paragraph its result began, and the runs that open and close it."""

    first: Run
    words: str = ""
    shown: int | None = None
    last: Run | None = None


class Runs(Visitor):
    """What is read of runs; ``fields`` are those that are open."""

    def __init__(self, styles: Styles) -> None:
        super().__init__()
        self.styles = styles
        self.paragraphs: list[Paragraph] = []
        self.runs: list[Run] = []
        self.word: Text | None = None
        self.piece: Piece | None = None
        self.fields: list[Field] = []
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
            field = next((one for one in self.fields if not one.words.lstrip().startswith("HYPERLINK")), None)
            self.word = Text(self.at, run, first=self.at == max(run.inside, run.content), field=field)
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
        if any(field.shown is None for field in self.fields):  # it is a part of an instruction
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

    opens = {  # noqa: RUF012
        "w:r": _run,
        "w:rPr": _properties,
        "w:t": _letters,
        "w:tab": lambda self, given: self._put("\t") if "w:tabs" not in self.path else None,
        "w:ptab": lambda self, given: self._put("\t"),
        "w:br": lambda self, given: self._put("\n"),
        "w:cr": lambda self, given: self._put("\n"),
        "w:noBreakHyphen": lambda self, given: self._put("-"),
        "w:vanish": _hidden,
        "w:rStyle": _run_style,
    }
    closes = {"w:r": _run_ends, "w:rPr": _properties_end, "w:t": _letters_end}  # noqa: RUF012
