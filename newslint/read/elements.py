"""HTML as a row of pieces with their offsets: text, tags, and what is neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Literal

from newslint.kept.regexes import compiled
from newslint.spans import Span

CODE = "\ufffc"
"""What stands in the prose for code in a line: something that is there, and no word."""

SPOKEN = "q"
"""The element that a reader sees as quotation marks."""

# no possessive group: Python before 3.11.5 loses its way in one
_TAG = compiled(r"""<(?P<close>/?)(?P<name>[A-Za-z][\w:-]*+)(?P<attributes>[^<>"']*+(?:(?:"[^"]*+"|'[^']*+')[^<>"']*+)*)>""")
_ATTRIBUTE = compiled(
    r"""(?P<name>[^\s"'=<>/]++)\s*+(?:=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\s"'>]++)))?"""
)
_TAG_REACH, _TRIES = 500_000, 8
"""An image can lie in an attribute. Only so many tags are looked for farther, or many lone "<" would cost the square."""

_RAW_ENDS = {name: compiled(rf"</{name}[^>]*>", re.IGNORECASE) for name in ("script", "style", "textarea", "title")}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the page; ``name`` and ``attributes`` belong to tags."""

    kind: Literal["text", "open", "close", "other"]
    span: Span
    name: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


def pieces(text: str) -> Iterator[Piece]:
    """Every piece of a page, in order and without gaps; a "<" that opens nothing is text."""
    at = start = 0
    tries = _TRIES
    while (found := text.find("<", at)) >= 0:
        piece = _piece(text, found)
        if piece is None and tries and len(text) - found > _TAG_REACH and text[found + 1].isalpha():
            piece = _piece(text, found, len(text))
            tries -= piece is None
        if piece is None:
            at = found + 1
            continue
        if start < found:
            yield Piece("text", Span(start, found))
        yield piece
        at = start = piece.span.end
        if piece.kind == "open" and piece.name in _RAW_ENDS:
            close = _RAW_ENDS[piece.name].search(text, at)
            start = close.start() if close else len(text)
            yield Piece("other", Span(at, start))
            at = start
    if start < len(text):
        yield Piece("text", Span(start, len(text)))


def _piece(text: str, at: int, reach: int = _TAG_REACH) -> Piece | None:
    """The tag, comment or declaration that begins here."""
    if tag := _TAG.match(text, at, at + reach):
        if tag["close"]:
            return Piece("close", Span(*tag.span()), tag["name"].lower())
        return Piece("open", Span(*tag.span()), tag["name"].lower(), _attributes(tag["attributes"]))
    for opening, closing in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">")):
        if text.startswith(opening, at):
            end = text.find(closing, at + len(opening))
            return Piece("other", Span(at, len(text) if end < 0 else end + len(closing)))
    return None


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        value = match["double"] or match["single"] or match["bare"] or ""
        found.setdefault(match["name"].lower(), unescape(value))
    return found


def mark_quotations(prose: list[str], places: Sequence[tuple[int, bool]]) -> None:
    """Show the marks that stand for tags of quotations, of which each opens or closes one: such as the text has."""
    straight = bool(places) and '"' in prose and "“" not in prose
    for at, opens in places:
        prose[at] = '"' if straight else "“" if opens else "”"


def closings(row: Sequence[Piece]) -> dict[int, int]:
    """For each opening tag that is closed, by its place in the row, the place of the closing one."""
    open_: dict[str, list[int]] = {}
    found = {}
    for i, piece in enumerate(row):
        if piece.kind == "open":
            open_.setdefault(piece.name, []).append(i)
        elif piece.kind == "close" and open_.get(piece.name):
            found[open_[piece.name].pop()] = i
    return found
