"""Files that are a document each: all that ``newslint check`` reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from newslint.corpus.inputs.fields import Fields
from newslint.corpus.inputs.packing import MOST, PACKINGS, unpacked
from newslint.corpus.inputs.places import Place
from newslint.corpus.inputs.reading import Mark, Read
from newslint.corpus.shapes import Failure, Item

LARGE = f"is larger than {MOST // 1024**2} MB, the most that a file may be"


def marks(place: Place, size: int) -> Iterator[Mark]:
    del place, size
    yield Mark()


def read(place: Place, mark: Mark, fields: Fields) -> Read:
    del mark, fields
    try:
        with unpacked(place) as stream:
            raw = stream.read(MOST + 1)
    except OSError as fault:
        if place.remote:
            raise
        yield Failure(place.name, f"cannot be read: {fault.strerror or fault}", place.name)
        return
    yield document(place.name, raw)


def document(name: str, raw: bytes) -> Item | Failure:
    """The document in the bytes of a file of this name."""
    if len(raw) > MOST:
        return Failure(name, LARGE, name)
    inside = PurePosixPath(name)
    return Item(name, "", place=name, raw=raw, filename=inside.stem if inside.suffix.lower() in PACKINGS else inside.name)
