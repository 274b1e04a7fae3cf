"""Comments in an OpenDocument text: annotations put between the letters; nothing else is touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from newslint.errors import InputError
from newslint.read.extract import Piece
from newslint.read.odt import MAIN, Text
from newslint.run.comments import AUTHOR, INITIALS, Comment, changed, day_of, refuse_unless_utf8, spliced, xml
from newslint.run.comments.packing import packed
from newslint.spans import Span

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_XMLNS = f'xmlns:office="{_OASIS}office:1.0"'
_MORE = f'xmlns:text="{_OASIS}text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def put(path: Path, raw: bytes, text: str, comments: Sequence[Comment]) -> bytes:
    """The text with these comments as annotations."""
    odt = Text(path, raw)
    if odt.document().text != text:
        raise changed(path)
    refuse_unless_utf8(path, odt.text)
    content = spliced(odt.text, _inserted(odt, comments))
    return packed(odt.package, {MAIN: content}) if odt.package else content


def _inserted(odt: Text, comments: Sequence[Comment]) -> dict[int, bytes]:
    starts, ends = defaultdict[int, str](str), defaultdict[int, str](str)
    number, when = 0, day_of(odt.package, "meta.xml", "dc:date")
    for comment in comments:
        place = next((place for apart, place in odt.extract.apart if apart.covers(comment.span)), 0)
        span = Span(place - 1, place) if place else comment.span
        spelt = odt.spelt(span)
        if spelt is None:
            raise InputError("has no words that a comment could stand on", path=odt.path)
        number += 1
        while (name := f"newslint{number}").encode() in odt.text:
            number += 1
        starts[_start(spelt[0], span.start)] += _annotation(comment, name, when)
        ends[_end(odt, spelt[1], span.end)] += f'<office:annotation-end {_XMLNS} office:name="{name}"/>'
    return {at: (ends[at] + starts[at]).encode() for at in {*starts, *ends}}


def _start(piece: Piece, offset: int) -> int:
    """The byte in front of this place of the text, where a comment may begin: a field has none in it."""
    if piece.holder.field:
        return int(piece.holder.field.opened)
    letters = offset - piece.start
    return piece.at + len(piece.words[:letters].encode()) if 0 < letters < len(piece.words) else piece.at


def _end(odt: Text, piece: Piece, offset: int) -> int:
    """The same, where one may end."""
    if piece.holder.field:
        return odt.text.index(b">", piece.holder.field.closing) + 1
    letters = offset - piece.start
    return piece.at + len(piece.words[:letters].encode()) if 0 < letters < len(piece.words) else piece.end


def _annotation(comment: Comment, name: str, when: str) -> str:
    lines = "".join(f"<text:p>{xml(line)}</text:p>" for line in comment.lines)
    date = f"<dc:date>{when}</dc:date>" if when else ""
    who = f"<dc:creator>{AUTHOR}</dc:creator>{date}<meta:creator-initials>{INITIALS}</meta:creator-initials>"
    meta = f'xmlns:meta="{_OASIS}meta:1.0"'
    return f'<office:annotation {_XMLNS} {_MORE} {meta} office:name="{name}">{who}{lines}</office:annotation>'
