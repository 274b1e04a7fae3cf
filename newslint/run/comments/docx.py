"""Comments in a Word file: runs are parted at the very words, and copied with their properties; nothing else is touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from newslint.errors import InputError
from newslint.read.docx import Word
from newslint.read.extract import Piece
from newslint.read.tags import Visitor, walk
from newslint.read.wordruns import Text
from newslint.run.comments import AUTHOR, INITIALS, Comment, attribute, changed, day_of, refuse_unless_utf8, spliced, xml
from newslint.run.comments.packing import packed, with_child
from newslint.spans import Span

_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES_XMLNS = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS_XMLNS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KEEP = b' xml:space="preserve"'


def put(path: Path, raw: bytes, text: str, comments: Sequence[Comment]) -> bytes:
    """The Word file with these comments, behind those that it has."""
    word = Word(path, raw)
    if word.document().text != text:
        raise changed(path)
    refuse_unless_utf8(path, word.text)
    if not word.prefix:
        raise InputError("names its elements as no program does; save it anew, then its comments can be placed", path=path)
    part = word.target(word.main, "comments")
    first = _first_free(word, part)
    parts = {word.main: spliced(word.text, _inserted(word, comments, first))}
    when = day_of(word.package, word.target("", "core-properties"), "dcterms:modified")
    made = "".join(_comment(comment, first + at, word.namespace, when) for at, comment in enumerate(comments))
    if part and part in word.package:
        parts[part] = with_child(word.package.part(part), made, part, path)
    else:
        parts |= _new_part(word, made)
    return packed(word.package, parts)


@dataclass
class _Cut:
    """What goes in at one place: what ends there, then what begins; ``parts`` are the elements to close, and to open again."""

    text: Text | None = None
    parts: int = 0
    ends: list[str] = field(default_factory=list)
    starts: list[str] = field(default_factory=list)


def _inserted(word: Word, comments: Sequence[Comment], first: int) -> dict[int, bytes]:
    """The marks of all comments by their places in the main text, and what must be parted for them."""
    cuts: dict[int, _Cut] = {}
    w = word.prefix
    for id_, comment in enumerate(comments, first):
        span = _anchor(word, comment.span)
        spelt = word.extract.spelt(span)
        if spelt is None:
            raise InputError("has no words that a comment could stand on", path=word.path)
        start, end = spelt
        ahead = span.start - start.start
        opened = _cut(cuts, start, ahead if 0 < ahead < len(start.words) else 0, opens=True)
        opened.starts.append(f'<{w}:commentRangeStart {w}:id="{id_}"/>')
        inside = span.end - end.start
        closed = _cut(cuts, end, inside if 0 < inside < len(end.words) else len(end.words))
        reference = f'<{w}:r><{w}:commentReference {w}:id="{id_}"/></{w}:r>'
        closed.ends.append(f'<{w}:commentRangeEnd {w}:id="{id_}"/>{reference}')
    inserted = {place: _written(cut, word) for place, cut in cuts.items()}
    for cut in cuts.values():
        if cut.parts == 2 and cut.text and _KEEP.strip() not in word.text[cut.text.opened : cut.text.inside]:
            inserted[cut.text.inside - 1] = _KEEP
    return inserted


def _anchor(word: Word, span: Span) -> Span:
    """The span itself; for one in a note or a box, the last letter before the place in the text that it belongs to."""
    place = next((place for apart, place in word.extract.apart if apart.covers(span)), 0)
    return Span(place - 1, place) if place else span


def _cut(cuts: dict[int, _Cut], piece: Piece, letters: int, *, opens: bool = False) -> _Cut:
    """The cut in front of this letter of a piece, or behind its last: between two runs where that is possible, and round a
    field, whose result is written anew with all that lies in it."""
    text: Text = piece.holder
    if text.field and text.field.last and min(text.field.first.opened, text.field.last.closed) >= 0:
        return cuts.setdefault(text.field.first.opened if opens else text.field.last.closed, _Cut())
    at = piece.end if letters == len(piece.words) else piece.at + len(piece.words[:letters].encode())
    if at == text.inside:
        at, parts = (text.run.opened, 0) if text.first else (text.opened, 1)
    elif at == text.closing:
        at, parts = (text.run.closed, 0) if text.last else (text.closed, 1)
    else:
        parts = 2
    return cuts.setdefault(at, _Cut(text, parts))


def _written(cut: _Cut, word: Word) -> bytes:
    marks = "".join([*cut.ends, *cut.starts]).encode()
    if not cut.parts or not cut.text:
        return marks
    run, w = cut.text.run, word.prefix
    properties = word.text[run.properties : run.content] if run.properties >= 0 else b""
    again = word.text[run.opened : run.inside].rstrip() + properties
    if cut.parts == 1:
        return f"</{w}:r>".encode() + marks + again
    return f"</{w}:t></{w}:r>".encode() + marks + again + f"<{w}:t".encode() + _KEEP + b">"


def _comment(comment: Comment, id_: int, namespace: str, when: str) -> str:
    lines = "".join(f'<w:p><w:r><w:t xml:space="preserve">{xml(line)}</w:t></w:r></w:p>' for line in comment.lines)
    who = f'w:author="{AUTHOR}" w:initials="{INITIALS}"' + (f' w:date="{when}Z"' if when else "")
    return f'<w:comment xmlns:w={attribute(namespace)} w:id="{id_}" {who}>{lines}</w:comment>'


def _first_free(word: Word, part: str) -> int:
    """The first number that no comment of the file has."""
    numbers = _Numbers()
    for raw, where in ((word.package.part(part) if part else b"", part), (word.text, word.main)):
        if raw:
            walk(raw, numbers, where, path=word.path)
    return max(numbers.found, default=-1) + 1


class _Numbers(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[int] = set()

    def _number(self, given: dict[str, str]) -> None:
        if (id_ := given.get("w:id", "")).isascii() and id_.isdigit():
            self.found.add(int(id_))

    opens = dict.fromkeys(("w:comment", "w:commentRangeStart", "w:commentReference"), _number)


def _new_part(word: Word, made: str) -> dict[str, bytes]:
    """A part for comments, with what makes it known in the package."""
    folder = PurePosixPath(word.main).parent
    names = ("comments.xml", *(f"comments{number}.xml" for number in range(1, len(word.package.members) + 1)))
    name = next(name for name in names if str(folder / name) not in word.package)
    part = str(folder / name)
    relations = str(folder / "_rels" / f"{PurePosixPath(word.main).name}.rels")
    ids = word.related(word.main)
    id_ = next(f"rIdNewslint{number}" for number in range(len(ids) + 1) if f"rIdNewslint{number}" not in ids)
    kind = _STRICT_RELATION if "purl.oclc.org" in word.namespace else _RELATION
    relation = f'<Relationship xmlns="{_RELATIONS_XMLNS}" Id="{id_}" Type="{kind}" Target="{name}"/>'
    type_ = f'<Override xmlns="{_TYPES_XMLNS}" PartName="/{part}" ContentType="{_TYPE}"/>'
    old = word.package.part(relations) or f'{_HEAD}<Relationships xmlns="{_RELATIONS_XMLNS}"/>'.encode()
    return {
        part: f"{_HEAD}<w:comments xmlns:w={attribute(word.namespace)}>{made}</w:comments>".encode(),
        relations: with_child(old, relation, relations, word.path),
        _TYPES: with_child(word.package.part(_TYPES), type_, _TYPES, word.path),
    }
