"""JSON lines, and JSON as one array or one object."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import IO, Any

from newslint.corpus.inputs.fields import Fields, item
from newslint.corpus.inputs.packing import MOST, TooLong, lines, unpacked
from newslint.corpus.inputs.places import Place
from newslint.corpus.inputs.reading import Mark, Read, ended, every
from newslint.corpus.shapes import Failure, Item

_CHUNK = 1 << 20
_BETWEEN = re.compile(r"[\s,\[\]\ufeff]*")
LONG = f"a record of more than {MOST // 1024**2} MB"


def marks(place: Place, size: int) -> Iterator[Mark]:
    with unpacked(place) as stream:
        yield from every(_offsets(stream, sought=hasattr(stream, "seek") and stream.seekable()), size)


def _offsets(stream: IO[bytes], *, sought: bool) -> Iterator[int]:
    at = 0
    while line := stream.readline(MOST):
        start = at
        at += len(line)
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
            at += len(line)
        yield start if sought else 0


def read(place: Place, mark: Mark, fields: Fields) -> Read:
    number = mark.record
    with unpacked(place) as stream:
        try:
            if mark.offset:
                stream.seek(mark.offset)
            for at, line in enumerate(lines(stream), mark.record + 1 if mark.offset else 1):
                number = at
                if at > mark.record:
                    yield _record(line, fields, f"{place.name}:{at}")
        except OSError as fault:
            yield ended(place, number + 1, fault)


def _record(line: bytes | TooLong, fields: Fields, place: str) -> Item | Failure | None:
    if isinstance(line, TooLong):
        return Failure(place, LONG, place)
    if not line.strip():
        return None
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        return Failure(place, f"not UTF-8 text: byte 0x{line[fault.start]:02x}", place)
    except (ValueError, RecursionError) as fault:
        return Failure(place, _not_json(fault), place)
    return _document(row, fields, place)


def _document(row: Any, fields: Fields, place: str) -> Item | Failure:
    if not isinstance(row, dict):
        return Failure(place, "a record is an object with a text", place)
    return item(row, fields, place)


def _not_json(fault: Exception) -> str:
    return f"not JSON: {'too deep' if isinstance(fault, RecursionError) else ' '.join(str(fault).split())}"


# --- one array, or one object ---------------------------------------------------------------


def marks_in_array(place: Place, size: int) -> Iterator[Mark]:
    with unpacked(place) as stream:
        yield from every((0 for _ in _values(stream)), size)


def read_array(place: Place, mark: Mark, fields: Fields) -> Read:
    number = 0
    with unpacked(place) as stream:
        try:
            for number, row in enumerate(_values(stream), 1):
                if number > mark.record:
                    yield _document(row, fields, f"{place.name}:{number}")
        except OSError as fault:
            yield ended(place, number + 1, fault)
        except (ValueError, RecursionError) as fault:
            at = f"{place.name}:{number + 1}"
            yield Failure(at, _not_json(fault), at)


def _values(stream: IO[bytes]) -> Iterator[Any]:
    """The values of a stream, one behind the other or in an array; raises ValueError from the first that is none."""
    decoder, text = json.JSONDecoder(), codecs.getincrementaldecoder("utf-8")()
    held, at, wanted, more = "", 0, _CHUNK, True
    while True:
        between = _BETWEEN.match(held, at)
        at = between.end() if between else at
        try:
            value, end = decoder.raw_decode(held, at)
            if more and end == len(held):  # a number may go on
                raise ValueError
        except ValueError:
            if not more:
                if at < len(held):
                    raise
                return
            if len(held) - at > MOST:
                raise ValueError(LONG) from None
            chunk = stream.read(wanted)
            more, wanted = bool(chunk), wanted * 2 if at == 0 else _CHUNK
            held, at = held[at:] + text.decode(chunk, not more), 0
            continue
        at = end
        yield value
