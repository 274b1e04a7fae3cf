"""Web archives: the HTML pages of a crawl."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any, cast
from urllib.parse import urlsplit

from newslint.corpus.inputs.fields import MOST as MOST_TEXT
from newslint.corpus.inputs.fields import Fields
from newslint.corpus.inputs.packing import MOST
from newslint.corpus.inputs.places import Place
from newslint.corpus.inputs.reading import Mark, Read, ended
from newslint.corpus.inputs.single import LARGE
from newslint.corpus.shapes import Failure, Item

_HTML = ("text/html", "application/xhtml+xml")


def marks(place: Place, size: int) -> Iterator[Mark]:
    """A part can be sought where every record is packed by itself, as crawlers do it."""
    apart, last = True, -1
    made = []
    with place.open() as stream:
        for number, record in enumerate(_records(stream, whole=False)):
            apart, last = apart and record.stream_pos > last, record.stream_pos
            if number % size == 0:
                made.append(Mark(number, last))
    yield from made if apart else (Mark(mark.record) for mark in made)


def read(place: Place, mark: Mark, fields: Fields) -> Read:
    del fields
    number = mark.record if mark.offset else 0
    with place.open() as stream:
        try:
            stream.seek(mark.offset)
            for record in _records(stream, whole=True):
                number += 1
                if number > mark.record:
                    yield _page(record, f"{place.name}:{number}")
        except (OSError, ValueError, RuntimeError) as fault:
            yield ended(place, number + 1, fault)


def _records(stream: IO[bytes], *, whole: bool) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource
    yield from ArchiveIterator(stream, record_types=kinds, parse_http=whole, auto_decode="all" if whole else "none")


def _page(record: Any, place: str) -> Item | Failure | None:
    """The page in a record; None where it is a picture, a redirect or something else that is no page of text."""
    http = record.http_headers
    kind = (record.http_content_type if http else record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
    if kind not in _HTML or (http and http.status_code != 200):
        return None
    url = " ".join((record.headers.get("WARC-Target-URI") or "").strip("<>").split())
    id_ = url or place
    raw = cast("bytes", record.reader.read(MOST + 1))
    if len(raw) > MOST:
        return Failure(id_, LARGE, place)
    outlet = (urlsplit(url).hostname or "").removeprefix("www.") if "://" in url else ""
    charset = record.http_charset if http else None
    try:
        text = raw.decode(charset) if charset else ""
    except (LookupError, ValueError):  # the page itself may know better
        text = ""
    if text and len(text) <= MOST_TEXT:
        return Item(id_, text.removeprefix("\ufeff"), "html", outlet=outlet, place=place)
    return Item(id_, "", "html", outlet=outlet, place=place, raw=raw, filename="page.html")
