"""Zip and tar archives of files that are documents, or news items in XML."""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Callable, Iterator
from typing import IO

from newslint.corpus.inputs import news
from newslint.corpus.inputs.fields import Fields
from newslint.corpus.inputs.packing import MOST, unpacked
from newslint.corpus.inputs.places import Place
from newslint.corpus.inputs.reading import Mark, Read, ended, every
from newslint.corpus.inputs.single import document
from newslint.corpus.shapes import Failure
from newslint.read import SUFFIXES

Member = tuple[str, Callable[[], IO[bytes] | None]]
_FAULTS = (OSError, EOFError, RuntimeError, NotImplementedError, ValueError, tarfile.TarError, zipfile.BadZipFile)
"""What a damaged or encrypted archive raises; zlib.error is a ValueError in none of its forms and is told apart below."""


def marks(place: Place, size: int) -> Iterator[Mark]:
    try:
        yield from every((0 for _ in _members(place)), size)
    except _FAULTS as fault:
        if isinstance(fault, OSError) and fault.errno is not None:
            raise


def read(place: Place, mark: Mark, fields: Fields) -> Read:
    del fields
    number = 0
    try:
        for number, (inside, opened) in enumerate(_members(place), 1):
            if number > mark.record:
                yield from _documents(f"{place.name}/{inside}", opened)
    except _FAULTS as fault:
        yield ended(place, number + 1, fault if isinstance(fault, OSError) else OSError(str(fault)))


def _documents(name: str, opened: Callable[[], IO[bytes] | None]) -> Read:
    import zlib

    try:
        stream = opened()
        if stream is None:
            return
        with stream:
            if name.lower().endswith(".xml"):
                yield from news.items(stream, name)
            else:
                yield document(name, stream.read(MOST + 1))
    except (*_FAULTS, zlib.error) as fault:
        yield Failure(name, f"cannot be read: {' '.join(str(fault).split())}", name)


def _members(place: Place) -> Iterator[Member]:
    with unpacked(place) as stream:
        if place.head(4).startswith(b"PK"):
            with zipfile.ZipFile(stream) as file:
                for entry in file.infolist():
                    if not entry.is_dir() and _wanted(entry.filename):
                        yield entry.filename, lambda entry=entry: file.open(entry)  # type: ignore[misc]
            return
        with tarfile.open(fileobj=stream, mode="r|") as tar:
            for member in tar:
                vars(tar)["members"] = []  # it keeps all that it has seen
                if member.isfile() and _wanted(member.name):
                    yield member.name, lambda member=member: tar.extractfile(member)  # type: ignore[misc]


def _wanted(name: str) -> bool:
    parts = name.split("/")
    hidden = any(part.startswith(".") or part == "__MACOSX" or part.endswith(".sources") for part in parts if part != ".")
    return not hidden and f".{parts[-1].lower().rpartition('.')[2]}" in {*SUFFIXES, ".xml"}
