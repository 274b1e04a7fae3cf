"""Comma- and tab-separated tables, with line ends and quotation marks inside their fields."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from newslint.corpus.inputs.fields import MOST, Fields, item
from newslint.corpus.inputs.jsonl import LONG
from newslint.corpus.inputs.packing import TooLong, lines, unpacked
from newslint.corpus.inputs.places import Place
from newslint.corpus.inputs.reading import Mark, Read, ended
from newslint.corpus.shapes import Failure, Item
from newslint.errors import InputError
from newslint.read.decode import decoded

_DELIMITERS = ",;\t|"


class Table:
    """The rows of a stream, each with the line that it begins on, or what is wrong in its place.

    ``at`` is how many bytes have been taken, which is where the next row begins.
    """

    def __init__(self, stream: IO[bytes], place: Place) -> None:
        csv.field_size_limit(MOST * 2)
        self.lines = lines(stream)
        self.number = self.at = 0
        self.long = False
        first = next(self._texts(), "").removeprefix("\ufeff")
        if first[:2] in ("\udcff\udcfe", "\udcfe\udcff"):
            raise InputError("is UTF-16; save the table as UTF-8", path=place.name)
        self.delimiter = max(_DELIMITERS, key=lambda one: (first.count(one), -_DELIMITERS.index(one)))
        self.header = next(self._reader([first]), [])

    def _texts(self) -> Iterator[str]:
        for line in self.lines:
            self.number += 1
            self.at += len(line)
            self.long = isinstance(line, TooLong)
            yield "\n" if isinstance(line, TooLong) else line.decode("utf-8", "surrogateescape")

    def _reader(self, texts: Iterable[str]) -> Iterator[list[str]]:
        return csv.reader(texts, delimiter=self.delimiter)

    def rows(self) -> Iterator[tuple[int, list[str] | str]]:
        reader = self._reader(self._texts())
        while True:
            start = self.number + 1
            try:
                row: list[str] | str = next(reader)
            except StopIteration:
                return
            except csv.Error:
                row = "a quotation mark is opened and not closed"
            yield start, LONG if self.long else row


def marks(place: Place, size: int) -> Iterator[Mark]:
    """A table that is not packed can be sought in; where its rows begin is known when it has been read once."""
    with unpacked(place) as stream:
        table = Table(stream, place)
        sought = stream.seekable()
        start, made = table.at, []
        for number, (line, _) in enumerate(table.rows()):
            if number % size == 0:
                made.append(Mark(number, start, line) if sought else Mark(number))
            start = table.at
        yield from made


def read(place: Place, mark: Mark, fields: Fields) -> Read:
    table = None
    with unpacked(place) as stream:
        try:
            table = Table(stream, place)
            if mark.offset:
                stream.seek(mark.offset)
                table.number = mark.line - 1
            for number, (line, row) in enumerate(table.rows(), mark.record + 1 if mark.offset else 1):
                if number > mark.record:
                    yield _record(row, table.header, fields, f"{place.name}:{line}")
        except OSError as fault:
            yield ended(place, table.number + 1 if table else 1, fault)


def _record(row: list[str] | str, header: list[str], fields: Fields, place: str) -> Item | Failure | None:
    if isinstance(row, str):
        return Failure(place, row, place)
    if not any(row):
        return None
    if len(row) > len(header):
        return Failure(place, f"has {len(row)} fields, the first line {len(header)}", place)
    try:
        cells: dict[str, Any] = {name: _text(cell) for name, cell in zip(header, row, strict=False)}
    except InputError as fault:
        return Failure(place, fault.message, place)
    return item(cells, fields, place)


def _text(cell: str) -> str:
    """A field that may come from an old Windows desk."""
    if cell.isascii() or not any("\udc80" <= letter <= "\udcff" for letter in cell):
        return cell
    return decoded(Path(), cell.encode("utf-8", "surrogateescape"))[0]
