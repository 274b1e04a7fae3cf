"""HTML: the blocks that its elements make; tags and the furniture of the site are blanked."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Block, BlockKind
from newslint.read.decode import decoded
from newslint.read.elements import CODE, SPOKEN, Piece, mark_quotations, pieces
from newslint.read.front_matter import day
from newslint.read.story import hidden
from newslint.spans import GONE, Span
from newslint.words import word_set

_ENTITY = compiled(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,30});")
_PUBLISHED = compiled(r'"datePublished"\s*:\s*"(?P<day>[^"\r\n]{10,40})"')


_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "headline"),
    **dict.fromkeys(("li", "dt", "dd", "td", "th"), "list-item"),
    **dict.fromkeys(("figure", "figcaption", "caption"), "caption"),
    "blockquote": "quote-block",
}
_BREAKS = word_set(
    "p div section article main header footer ul ol dl table tr tbody thead address body html hr details summary pre",
)
_CODE = word_set("code kbd samp tt")
_LISTS = word_set("ul ol dl table tr")
_CLASSES: tuple[tuple[re.Pattern[str], BlockKind], ...] = (
    (compiled(r"standfirst|\bdek\b|sub-?headline"), "standfirst"),
    (compiled(r"\bbyline|\bauthor(?:-name|s)?(?![\w-])"), "byline"),
    (compiled(r"\bdateline|\bpub-?date|\btimestamp"), "dateline"),
)
_CELLS = word_set("td th dd")
_LONG_CELL = 160
_NOTE = compiled(r"(?:fn|foot-?note|end-?note|note|cite_note)(?!.*ref)[\w:.-]*\d", re.IGNORECASE)
_NOTES = word_set("li p div aside dd td")
_DATES = word_set("article:published_time datepublished date pubdate publish-date dc.date dc.date.issued")


def read(path: Path, raw: bytes) -> Document:
    """The document in an HTML file."""
    text, encoding = decoded(path, raw)
    return html(str(path), text, encoding=encoding)


def html(name: str, text: str, *, encoding: str = "utf-8") -> Document:
    """The document of a page; its prose is as long as the page."""
    row = list(pieces(text))
    away = hidden(text, row)
    page = _Page(text, [GONE] * len(text), typed=_typed(text, row, away))
    for piece, gone in zip(row, away, strict=True):
        page.add(piece, hidden=bool(gone))
    page.close_block()
    mark_quotations(page.prose, page.marks)
    meta = {"encoding": encoding, "links": tuple(page.links), "notes": tuple(_notes(row, page.blocks))}
    prose = "".join(page.prose)
    return Document(name, text, prose=prose, published=_published(text, row), markup=tuple(page.blocks), meta=meta)


def _typed(text: str, row: Sequence[Piece], away: Sequence[int]) -> bool:
    """Whether most of a page stands in <pre>: a story as an agency or an archive had it, and no code in one."""
    letters, inside = [0, 0], False
    for piece, gone in zip(row, away, strict=True):
        if piece.name == "pre":
            inside = piece.kind == "open"
        elif piece.kind == "text" and not gone:
            letters[inside] += len("".join(piece.span.of(text).split()))
    return letters[True] > letters[False]


@dataclass
class _Page:
    """A page while it is read: its prose so far, its blocks, its links; ``typed`` says that <pre> holds text, and no code."""

    text: str
    prose: list[str]
    typed: bool = False
    blocks: list[Block] = field(default_factory=list)
    links: list[tuple[str, int, int]] = field(default_factory=list)
    kinds: list[tuple[str, BlockKind]] = field(default_factory=list)
    open: Counter[str] = field(default_factory=Counter)
    marks: list[tuple[int, bool]] = field(default_factory=list)
    words: Span | None = None
    coded: bool = False
    link: tuple[str, int] | None = None
    broken: bool = False
    laid_out: bool = False

    def add(self, piece: Piece, *, hidden: bool) -> None:
        if piece.kind == "text":
            self._add_text(piece.span, hidden=hidden)
        elif piece.name == SPOKEN or (piece.name in _CODE and not self.laid_out):
            self._show(piece, hidden=hidden)
        elif piece.name == "br":
            self._break(piece)
        elif piece.name == "cite" and any(kind == "quote-block" for _, kind in self.kinds):
            self.close_block()  # who said it, not a part of what was said
            self._leave("cite") if piece.kind == "close" else self.kinds.append(("cite", "byline"))
        elif piece.name == "a":
            self._add_link(piece, hidden=hidden)
        elif kind := self._kind(piece):
            self.close_block()
            if self.kinds and self.kinds[-1][0] == piece.name == "li":
                self._pop()  # an item may end without a tag
            self.kinds.append((piece.name, kind))
            self.open[piece.name] += 1
        elif piece.name in _KINDS or piece.name in _BREAKS or self.open[piece.name]:
            self.close_block()
            if piece.kind == "close":
                self._leave(piece.name)
        if piece.name == "pre":
            self.laid_out = piece.kind == "open"

    def _kind(self, piece: Piece) -> BlockKind | None:
        """The kind of block that an opening tag begins; None where it begins none of its own."""
        if piece.kind != "open":
            return None
        if self.laid_out if piece.name == "code" else piece.name == "pre" and not self.typed:
            return "code"
        if piece.name in _BREAKS and "class" in piece.attributes:
            classes = piece.attributes["class"].lower()
            if named := next((kind for pattern, kind in _CLASSES if pattern.search(classes)), None):
                return named
        return _KINDS.get(piece.name)

    def _leave(self, name: str) -> None:
        """Forget the kinds of the element that ends here, and of those left open inside it."""
        if self.open[name]:
            while self._pop() != name:
                pass
        while name in _LISTS and self.kinds and self.kinds[-1][1] == "list-item":
            self._pop()

    def _pop(self) -> str:
        name, _ = self.kinds.pop()
        self.open[name] -= 1
        return name

    def close_block(self) -> None:
        if self.words:
            name, kind = self.kinds[-1] if self.kinds else ("", "paragraph")
            # a long "byline" is a note about the author, a long cell a column of the page
            long = len(self.words) > _LONG_CELL and (kind in ("byline", "dateline") or name in _CELLS)
            self.blocks.append(Block(self.words, "paragraph" if long else kind))
        self.words, self.broken, self.coded = None, False, False

    def _break(self, piece: Piece) -> None:
        """A line end; two of them part paragraphs."""
        self.prose[piece.span.start] = " "
        if self.broken:
            self.close_block()
        self.broken = True

    def _show(self, piece: Piece, *, hidden: bool) -> None:
        """What stands in the place of a tag, as part of its block: the mark that a reader sees, or the sign for some code."""
        at = piece.span.start
        if hidden:
            return
        if piece.name == SPOKEN:
            self.marks.append((at, piece.kind == "open"))
        else:
            self.coded = piece.kind == "open"
            if not self.coded:
                return
            self.prose[at] = CODE
        self.words = self.words.through(Span(at, at + 1)) if self.words else Span(at, at + 1)

    def _add_text(self, span: Span, *, hidden: bool) -> None:
        if hidden or self.coded:
            return
        self.prose[span.start : span.end] = span.of(self.text)
        words = span.stripped(self.text)
        if not len(words):
            return
        self.broken = False
        for entity in _ENTITY.finditer(self.text, span.start, span.end):
            shown = unescape(entity[0])
            if len(shown) <= len(entity[0]):
                self.prose[entity.start() : entity.end()] = (" " if shown.isspace() else shown).ljust(len(entity[0]), GONE)
        # what stands in <pre> is laid out by its lines, as plain text is
        if not self.laid_out or (self.kinds and self.kinds[-1][1] == "code"):
            self.words = self.words.through(words) if self.words else words

    def _add_link(self, piece: Piece, *, hidden: bool) -> None:
        if self.link and self.link[0] and self.link[1] < piece.span.start:
            self.links.append((self.link[0], self.link[1], piece.span.start))
        self.link = (piece.attributes.get("href", ""), piece.span.end) if piece.kind == "open" and not hidden else None


def _notes(row: Sequence[Piece], blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Where the footnotes stand: the blocks that begin with the target of a link of this page, if that is called a note."""
    targets = {piece.attributes.get("href", "")[1:] for piece in row if piece.kind == "open" and piece.name == "a"}
    for piece in row:
        id_ = piece.attributes.get("id", "")
        if piece.kind == "open" and piece.name in _NOTES and id_ in targets and _NOTE.match(id_):
            at = bisect_left(blocks, piece.span.end, key=lambda block: block.start)
            if at < len(blocks):
                yield blocks[at].start, blocks[at].end


def _published(text: str, row: Sequence[Piece]) -> dt.date | None:
    """The day that the page itself gives: in its head, in its data, in its first time element."""
    opened = [piece for piece in row if piece.kind == "open"]
    given = [
        piece.attributes.get("content", "")
        for piece in opened
        if piece.name == "meta" and _DATES & {piece.attributes.get(key, "").lower() for key in ("property", "name", "itemprop")}
    ]
    given += [match["day"] for match in _PUBLISHED.finditer(text)]
    given += [piece.attributes.get("datetime", "") for piece in opened if piece.name == "time"]
    return next((found for words in given if (found := day(words))), None)
