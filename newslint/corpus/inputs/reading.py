"""What the readers of all kinds of archives share: where one begins, and what to say where it breaks off."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from newslint.corpus.inputs.packing import broken
from newslint.corpus.inputs.places import Place
from newslint.corpus.shapes import Failure, Item

T = TypeVar("T")

Read = Iterator[Item | Failure | None]
"""Something for every record; None for one that is no document, such as a blank line or a picture in a crawl."""

PARTS = 64
"""How many parts a stream that must be read from its start is cut into at most, so that reading it stays linear."""


class Mark(NamedTuple):
    """Where a part of a file begins: the records before it, what to seek (0 for a stream that is read from its start), and
    its line, where a record may have several."""

    record: int = 0
    offset: int = 0
    line: int = 0


START = Mark()


def every(offsets: Iterable[int], size: int) -> Iterator[Mark]:
    """A mark at every ``size`` records, of which the offsets are given."""
    for number, offset in enumerate(offsets):
        if number % size == 0:
            yield Mark(number, offset)


def tapered(marks: Iterable[T], every: int, last: int) -> list[T]:
    """Each of so many marks, and all of the ``last`` ones: parts get smaller, so that all workers come to their end together."""
    kept: list[T] = []
    held: deque[T] = deque()
    for at, mark in enumerate(marks):
        held.append(mark)
        if len(held) > last and (first := held.popleft()) and (at - last) % every == 0:
            kept.append(first)
    return [*kept, *held]


def ended(place: Place, number: int, fault: Exception) -> Failure:
    """What a damaged file leaves of a record, and of all behind it; what may be well the next time is raised."""
    if isinstance(fault, OSError) and fault.errno is not None:
        raise fault
    at = f"{place.name}:{number}"
    return Failure(at, broken(fault), at)
