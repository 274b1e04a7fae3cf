"""What kind of archive a file is, by its ending and by how it begins; and who reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from newslint.corpus.inputs import jsonl, news, packed, parquet, single, table, warc
from newslint.corpus.inputs.fields import Fields
from newslint.corpus.inputs.packing import PACKINGS, packing, unpacked
from newslint.corpus.inputs.places import Place
from newslint.corpus.inputs.reading import Mark, Read
from newslint.errors import InputError
from newslint.read import SUFFIXES


class Reader(NamedTuple):
    """How a kind of file is read.

    ``marks`` says where its parts begin, of so many records each: it may read the file, if not the records. ``cut`` is
    false for files of one document, and ``far`` true where the marks of a file in a store cost little.
    """

    marks: Callable[[Place, int], Iterator[Mark]]
    read: Callable[[Place, Mark, Fields], Read]
    cut: bool = True
    far: bool = False


READERS = {
    "jsonl": Reader(jsonl.marks, jsonl.read),
    "json": Reader(jsonl.marks_in_array, jsonl.read_array),
    "csv": Reader(table.marks, table.read),
    "parquet": Reader(parquet.marks, parquet.read, far=True),
    "warc": Reader(warc.marks, warc.read),
    "xml": Reader(news.marks, news.read),
    "packed": Reader(packed.marks, packed.read),
    "text": Reader(single.marks, single.read, cut=False),
}

ENDINGS = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".tab": "csv",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".warc": "warc",
    ".xml": "xml",
    ".nitf": "xml",
    ".newsml": "xml",
    ".zip": "packed",
    ".tar": "packed",
    ".tgz": "packed",
    **dict.fromkeys(SUFFIXES, "text"),
}

GIVEN = {"nitf": "xml", "newsml": "xml", "zip": "packed", "tar": "packed", "tsv": "csv"}
"""Other names of the kinds, for ``--input-format``."""

NAMES = ("jsonl", "json", "csv", "tsv", "parquet", "warc", "nitf", "newsml", "zip", "tar", "text")


def ending(name: str) -> str:
    """The kind that a name promises, whatever it is packed in; empty where it promises none."""
    path = PurePosixPath(name.lower())
    if path.suffix in PACKINGS:
        path = PurePosixPath(path.stem)
    return ENDINGS.get(path.suffix, "")


def wanted(name: str) -> bool:
    """Whether a file of a folder is looked into."""
    return bool(ending(name))


def kind(place: Place, given: str = "") -> str:
    """The kind of a file: what is ``given`` for all of them, or what it begins with and what its name says.

    Raises InputError where that says nothing.
    """
    promised = GIVEN.get(given, given) or ending(place.name)
    if promised == "text":
        return promised
    try:
        head = place.head(512)
        if packing(head):
            with unpacked(place) as stream:
                head = stream.read(512)
    except OSError as fault:
        if place.remote:
            raise
        if promised:
            return promised  # its reader says what is wrong
        raise InputError(f"cannot be read: {fault.strerror or fault}", path=place.name) from None
    found = _begun(head)
    if given or not found:
        if not promised:
            raise InputError(f"is of no kind that is known; name it with --input-format ({', '.join(NAMES)})", path=place.name)
        return promised
    return promised if promised in _FITTING[found] else found


_FITTING = {
    "parquet": ("parquet",),
    "packed": ("packed", "text"),
    "warc": ("warc",),
    "xml": ("xml", "text"),
    "jsonl": ("jsonl", "json"),
    "json": ("json", "csv"),
}


def _begun(head: bytes) -> str:
    """The kind that is certain from the first bytes; empty where none is."""
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"PK\x03\x04") or head[257:262] == b"ustar":
        return "packed"
    if head.startswith(b"WARC/"):
        return "warc"
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith((b"<?xml", b"<nitf", b"<newsMessage", b"<newsItem", b"<!DOCTYPE nitf")):
        return "xml"
    return "jsonl" if text.startswith(b"{") else "json" if text.startswith((b"[{", b"[\n", b"[ ")) else ""
