"""HTML: the blocks that its elements make; tags and the furniture of the site are blanked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from newslint.document import Document
from newslint.mentions import Block, BlockKind
from newslint.read.decode import decoded
from newslint.read.elements import Piece, closings, pieces
from newslint.read.front_matter import day
from newslint.spans import GONE, Span

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,30});")
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"(?P<day>[^"\r\n]{10,40})"')


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


# on a page, and in no story
_AWAY = _names(
    """script style title head nav aside footer header form button select textarea noscript template svg iframe object audio
    video dialog"""
)
_AWAY_ROLES = _names("navigation banner contentinfo search complementary dialog")
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "headline"),
    **dict.fromkeys(("li", "dt", "dd", "td", "th"), "list-item"),
    **dict.fromkeys(("figure", "figcaption", "caption"), "caption"),
    "blockquote": "quote-block",
    "pre": "code",
}
_BREAKS = _names(
    "p div section article main header footer ul ol dl table tr tbody thead address body html hr details summary",
)
_LISTS = _names("ul ol dl table tr")
_CLASSES: tuple[tuple[re.Pattern[str], BlockKind], ...] = (
    (re.compile(r"standfirst|\bdek\b|sub-?headline"), "standfirst"),
    (re.compile(r"\bbyline|\bauthor(?:-name|s)?(?![\w-])"), "byline"),
    (re.compile(r"\bdateline|\bpub-?date|\btimestamp"), "dateline"),
)
_DATES = _names("article:published_time datepublished date pubdate publish-date dc.date dc.date.issued")


def read(path: Path, raw: bytes) -> Document:
    """The document in an HTML file."""
    text, encoding = decoded(path, raw)
    return html(str(path), text, encoding=encoding)


def html(name: str, text: str, *, encoding: str = "utf-8") -> Document:
    """The document of a page; its prose is as long as the page."""
    row = list(pieces(text))
    page = _Page(text, [GONE] * len(text))
    for piece, hidden in zip(row, _hidden(row), strict=True):
        page.add(piece, hidden=bool(hidden))
    page.close_block()
    meta = {"encoding": encoding, "links": tuple(page.links)}
    prose = "".join(page.prose)
    return Document(name, text, prose=prose, published=_published(text, row), markup=tuple(page.blocks), meta=meta)


@dataclass
class _Page:
    """A page while it is read: its prose so far, its blocks, its links."""

    text: str
    prose: list[str]
    blocks: list[Block] = field(default_factory=list)
    links: list[tuple[str, int, int]] = field(default_factory=list)
    kinds: list[tuple[str, BlockKind]] = field(default_factory=list)
    words: Span | None = None
    link: tuple[str, int] | None = None
    broken: bool = False

    def add(self, piece: Piece, *, hidden: bool) -> None:
        if piece.kind == "text":
            if not hidden:
                self._add_text(piece.span)
        elif piece.name == "br":
            self.prose[piece.span.start] = " "
            if self.broken:
                self.close_block()
            self.broken = True
        elif piece.name == "a":
            self._add_link(piece, hidden=hidden)
        elif kind := _kind(piece):
            self.close_block()
            if self.kinds and self.kinds[-1][0] == piece.name == "li":
                self.kinds.pop()  # an item may end without a tag
            self.kinds.append((piece.name, kind))
        elif piece.name in _KINDS or piece.name in _BREAKS:
            self.close_block()
            if piece.kind == "close":
                self._leave(piece.name)

    def _leave(self, name: str) -> None:
        """Forget the kinds of the element that ends here, and of those left open inside it."""
        at = next((i for i in reversed(range(len(self.kinds))) if self.kinds[i][0] == name), len(self.kinds))
        del self.kinds[at:]
        while name in _LISTS and self.kinds and self.kinds[-1][1] == "list-item":
            self.kinds.pop()

    def close_block(self) -> None:
        if self.words:
            # a long "byline" is a note about the author
            kind = self.kinds[-1][1] if self.kinds else "paragraph"
            long = kind in ("byline", "dateline") and len(self.words) > 160
            self.blocks.append(Block(self.words, "paragraph" if long else kind))
        self.words, self.broken = None, False

    def _add_text(self, span: Span) -> None:
        self.prose[span.start : span.end] = span.of(self.text)
        words = span.stripped(self.text)
        if not len(words):
            return
        self.broken = False
        for entity in _ENTITY.finditer(self.text, span.start, span.end):
            shown = unescape(entity[0])
            if len(shown) <= len(entity[0]) and not set(shown) & set("\r\n"):
                self.prose[entity.start() : entity.end()] = shown.ljust(len(entity[0]), GONE)
        self.words = self.words.through(words) if self.words else words

    def _add_link(self, piece: Piece, *, hidden: bool) -> None:
        if self.link and self.link[0] and self.link[1] < piece.span.start:
            self.links.append((self.link[0], self.link[1], piece.span.start))
        self.link = (piece.attributes.get("href", ""), piece.span.end) if piece.kind == "open" and not hidden else None


def _kind(piece: Piece) -> BlockKind | None:
    """The kind of block that an opening tag begins; None where it begins none of its own."""
    if piece.kind != "open":
        return None
    if piece.name in _BREAKS and "class" in piece.attributes:
        classes = piece.attributes["class"].lower()
        named = next((kind for pattern, kind in _CLASSES if pattern.search(classes)), None)
        if named:
            return named
    return _KINDS.get(piece.name)


def _hidden(row: Sequence[Piece]) -> bytearray:
    """For each piece, whether it is furniture of the site: navigation, scripts, what surrounds the story."""
    ends = closings(row)
    hidden = bytearray(len(row))
    story = _story(row, ends)
    titles = [range(i, ends[i]) for i, piece in enumerate(row) if piece.kind == "open" and piece.name == "h1" and i in ends]
    if story:
        hidden[: story.start] = b"\1" * story.start
        hidden[story.stop :] = b"\1" * (len(row) - story.stop)
    for i, piece in enumerate(row):
        in_story = story is not None and i in story
        if i in ends and not hidden[i] and _away(piece) and not (piece.name == "header" and in_story):
            hidden[i : ends[i]] = b"\1" * (ends[i] - i)
            for title in titles if piece.name == "header" else ():
                if i < title.start < ends[i]:
                    hidden[title.start : title.stop] = bytes(len(title))
    if story and titles and not any(title.start in story for title in titles):
        hidden[titles[0].start : titles[0].stop] = bytes(len(titles[0]))
    return hidden


def _away(piece: Piece) -> bool:
    given = piece.attributes
    return (
        piece.name in _AWAY
        or given.get("role", "").lower() in _AWAY_ROLES
        or "hidden" in given
        or given.get("aria-hidden") == "true"
        or "display:none" in given.get("style", "").replace(" ", "").lower()
    )


def _story(row: Sequence[Piece], ends: dict[int, int]) -> range | None:
    """The article or main element that holds most paragraphs; None where the page has none."""
    paragraphs = [0]
    for piece in row:
        paragraphs.append(paragraphs[-1] + (piece.kind == "open" and piece.name == "p"))
    found = [range(i, ends[i]) for i, piece in enumerate(row) if piece.name in ("article", "main") and i in ends]
    # of two that hold the same paragraphs the inner one, which comes later, is nearer the story
    best = max(found, key=lambda place: (paragraphs[place.stop] - paragraphs[place.start], place.start), default=None)
    return best if best and paragraphs[best.stop] > paragraphs[best.start] else None


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
