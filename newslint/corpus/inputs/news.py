"""News items in XML: NITF 3, and NewsML-G2 with NITF, XHTML or plain text in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import IO
from xml.etree.ElementTree import Element

from newslint.corpus.inputs import trees
from newslint.corpus.inputs.days import day
from newslint.corpus.inputs.fields import MOST, Fields, headed
from newslint.corpus.inputs.packing import unpacked
from newslint.corpus.inputs.places import Place
from newslint.corpus.inputs.reading import Mark, Read, ended, every
from newslint.corpus.shapes import Failure, Item
from newslint.errors import InputError

ITEMS = ("newsItem", "nitf")
_SKIPPED = frozenset({"media", "media-caption", "table", "script", "style", "head", "figure", "note", "fn", "pubdata"})
_LINES = frozenset({
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "li", "dt", "dd", "pre", "blockquote", "bq", "block", "div",
    "section", "article", "ul", "ol", "dl", "hr", "body", "body.content", "main",
})  # fmt: skip
"""Elements before and behind which a paragraph ends."""

_NO_TEXT = ("picture", "graphic", "video", "audio", "animation", "composite", "still")


def marks(place: Place, size: int) -> Iterator[Mark]:
    with unpacked(place) as stream:
        try:
            yield from every((0 for _ in trees.items(stream, ITEMS)), size)
        except InputError:  # what is wrong is said when it is read
            return


def read(place: Place, mark: Mark, fields: Fields) -> Read:
    del fields
    with unpacked(place) as stream:
        yield from items(stream, place.name, place, mark.record)


def items(stream: IO[bytes], name: str, place: Place | None = None, skip: int = 0) -> Read:
    """The news items in a stream of this name, but for the first few."""
    number = skip
    try:
        for element, line in islice(trees.items(stream, ITEMS), skip, None):
            number += 1
            yield document(element, f"{name}:{line}")
    except InputError as fault:
        at = f"{name}:{fault.line or number + 1}"
        yield Failure(at, fault.message, at)
    except OSError as fault:
        if place is None:
            raise
        yield ended(place, number + 1, fault)
    else:
        if not number:
            yield Failure(name, "holds no item of NITF or NewsML-G2", name)


def document(element: Element, place: str) -> Item | Failure | None:
    """The story in an item; None for one of another kind, such as a picture."""
    made = _newsml(element, place) if element.tag == "newsItem" else _nitf(element, place)
    if made is not None and not made.text.strip():
        return Failure(made.id, "holds no text", place)
    if made is not None and len(made.text) > MOST:
        return Failure(made.id, f"is larger than {MOST // 1024**2} MB, the most that a text may be", place)
    return made


def _nitf(nitf: Element, place: str) -> Item:
    head = nitf.find("body/body.head")
    heading = _words(nitf.find(".//hedline/hl1")) or _words(nitf.find(".//hedline")) or _words(nitf.find("head/title"))
    above = [*_parts(head, "hedline/hl2"), *_parts(head, "abstract"), *_parts(head, "byline"), *_parts(head, "dateline")]
    content = nitf.find("body/body.content")
    body = paragraphs(content) if content is not None else []
    id_ = _first(nitf, "head/docdata/doc-id", "id-string") or _first(nitf, "head/docdata/doc.copyright", "id") or place
    norm = [_first(nitf, f"head/docdata/date.{what}", "norm") for what in ("issue", "release")]
    days = [*norm, _first(nitf, "head/pubdata", "date.publication"), _first(nitf, ".//story.date", "norm")]
    outlet = (
        _first(nitf, "head/pubdata", "name")
        or _words(nitf.find(".//distributor"))
        or _first(nitf, "head/docdata/doc-id", "regsrc")
    )
    return Item(id_, _text(heading, above, body), "plain", _day(days), outlet, place=place)


def _newsml(item: Element, place: str) -> Item | None:
    class_ = _first(item, "itemMeta/itemClass", "qcode").rpartition(":")[2]
    content = item.find("contentSet")
    inner = [one for one in content if one.tag in ("inlineXML", "inlineData")] if content is not None else []
    if class_ in _NO_TEXT or (not inner and class_ != "text"):
        return None
    id_ = " ".join((item.get("guid") or "").split()) or place
    meta = ("itemMeta/versionCreated", "itemMeta/firstCreated")
    days = [_words(item.find(path)) for path in ("contentMeta/contentCreated", *meta)]
    outlet = _named(item.find("itemMeta/provider")) or _named(item.find("contentMeta/infoSource"))
    nitf = next((found for one in inner if (found := one.find(".//nitf")) is not None), None)
    if nitf is not None:
        story = _nitf(nitf, place)
        heading = _words(item.find("contentMeta/headline"))
        return Item(id_, headed(heading, story.text), "plain", _day(days) or story.published, outlet or story.outlet, place=place)
    body = next((told for one in inner if (told := _inside(one))), [])
    above = [part for path in ("description", "by", "dateline") for part in _parts(item.find("contentMeta"), path)]
    above = [part for part in above if part not in body]
    return Item(id_, _text(_words(item.find("contentMeta/headline")), above, body), "plain", _day(days), outlet, place=place)


def _inside(inline: Element) -> list[str]:
    """The paragraphs of a rendition; of plain text those that blank lines part."""
    if len(inline):
        body = inline.find(".//body")
        return paragraphs(inline if body is None else body)
    return [" ".join(part.split()) for part in (inline.text or "").replace("\r\n", "\n").split("\n\n") if part.strip()]


def paragraphs(element: Element) -> list[str]:
    """The paragraphs of a body, each on one line; pictures and their captions, tables and notes are left out."""
    made: list[list[str]] = [[]]

    def walk(one: Element) -> None:
        line = one.tag in _LINES
        if one.tag not in _SKIPPED:
            if line:
                made.append([])
            made[-1].append(one.text or "")
            if one.tag == "br":
                made[-1].append(" ")
            for child in one:
                walk(child)
        if line:
            made.append([])
        made[-1].append(one.tail or "" if one is not element else "")

    walk(element)
    return [words for parts in made if (words := " ".join("".join(parts).split()))]


def _text(heading: str, above: list[str], body: list[str]) -> str:
    if heading and heading in body[:1]:
        body = body[1:]
    return "\n\n".join(part for part in (heading, *above, *body) if part) + "\n"


def _parts(element: Element | None, path: str) -> list[str]:
    found = element.findall(path) if element is not None else []
    return [part for one in found for part in paragraphs(one)]


def _words(element: Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _first(element: Element, path: str, attribute: str) -> str:
    return next((value for one in element.findall(path) if (value := " ".join((one.get(attribute) or "").split()))), "")


def _named(element: Element | None) -> str:
    """A party as a newsroom calls it: by name, else as it is coded ("prov:reuters")."""
    if element is None:
        return ""
    return _words(element.find("name")) or " ".join(
        (element.get("literal") or element.get("qcode", "").rpartition(":")[2]).split()
    )


def _day(words: list[str]) -> str | None:
    return next((found for word in words if word and (found := day(word))), None)
