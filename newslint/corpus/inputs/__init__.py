"""Archives as they come: files of many kinds, near or far, parted into shards that any worker can read by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b
from itertools import islice, pairwise
from typing import Any

from newslint.corpus.inputs.fields import Fields, Noted
from newslint.corpus.inputs.kinds import READERS, ending, kind, wanted
from newslint.corpus.inputs.places import Place, faults_of, found
from newslint.corpus.inputs.reading import PARTS, START, Mark, tapered
from newslint.corpus.shapes import Failure, Item
from newslint.errors import InputError

SIZE = 200
"""Documents of a shard: what a lost worker does again, and some ten seconds of work."""

FINE, LAST = 8, 32
"""Into how many each of the last parts is parted, and how many such small ones there are at the end."""

_BYTES = 8 * 1024 * 1024
"""Bytes of small files that make a shard at most."""

_ODD = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True)
class Piece:
    """Some records of a file: from the mark on, ``records`` of them, or all; this ``share`` of it, or so."""

    place: Place
    kind: str
    mark: Mark = START
    records: int | None = None
    share: float = 1.0


@dataclass(frozen=True)
class Part:
    """A shard: a piece of a large file, or some small files."""

    name: str
    weight: int
    pieces: tuple[Piece, ...]
    fields: Fields
    most: int | None = None
    sample: float | None = None

    def items(self) -> Iterator[Item | Failure]:
        """Its documents; of two with one id the second gets ``#2``. See ``shapes.Shard``."""
        yield from islice(self._chosen(), self.most)

    def _chosen(self) -> Iterator[Item | Failure]:
        seen: dict[str, int] = {}
        for piece in self.pieces:
            read = READERS[piece.kind].read
            with faults_of(piece.place.url):
                for one in islice(read(piece.place, piece.mark, self.fields), piece.records):
                    if one is not None and (self.sample is None or _drawn(one.id) < self.sample):
                        yield own(one, seen)


def _drawn(id_: str) -> float:
    """A number from 0 to 1 that is the same for this id on every machine."""
    return int.from_bytes(blake2b(id_.encode("utf-8", "surrogatepass"), digest_size=6).digest(), "big") / 2**48


def own(one: Item | Failure, seen: dict[str, int]) -> Item | Failure:
    """The same under an id that none has that was seen before."""
    id_ = one.id
    while id_ in seen:
        seen[one.id] += 1
        id_ = f"{one.id}#{seen[one.id]}"
    seen[id_] = 1
    return one if id_ == one.id else replace(one, id=id_)


@dataclass(frozen=True)
class Inputs:
    """The documents that some words of a command line name.

    ``given`` is the kind of all files, if it is not to be found out; ``left_out`` says which names are; ``options`` are
    those of the store.
    """

    words: tuple[str, ...]
    fields: Fields = field(default_factory=Fields)
    given: str = ""
    size: int = SIZE
    left_out: Callable[[str], bool] = field(default=lambda name: False, compare=False)
    options: Mapping[str, Any] = field(default_factory=dict, repr=False)
    limit: int | None = None
    sample: float | None = None

    @cached_property
    def files(self) -> tuple[tuple[Place, str], ...]:
        """The files and their kinds; raises InputError for a word that names none."""
        look = (lambda name: True) if self.given else wanted
        places = found(self.words, lambda name: look(name) and not self.left_out(name), self.options)
        made = []
        for place in places:
            with faults_of(place.url):
                made.append((place, kind(place, self.given) if self.given or ending(place.name) != "text" else "text"))
        return tuple(made)

    @property
    def fingerprint(self) -> str:
        """Changes where a file, its kind, a column or the size of a shard does."""
        hashed = blake2b(digest_size=16)
        for place, kind_ in self.files:
            hashed.update(repr((place.name, place.size, place.stamp, kind_)).encode("utf-8", "surrogatepass"))
        hashed.update(repr((sorted(self.fields.named.items()), self.size, self.limit, self.sample)).encode())
        return hashed.hexdigest()

    def shards(self) -> Sequence[Part]:
        """The plan: local files are looked through for where their records begin; those in a store are a shard each."""
        return self._plan

    @cached_property
    def _plan(self) -> tuple[Part, ...]:
        made: list[tuple[Piece, ...]] = []
        small: list[Piece] = []
        room = _BYTES
        for place, kind_ in self.files:
            whole = not READERS[kind_].cut or (kind_ == "xml" and place.size < _BYTES // self.size)
            if small and (not whole or len(small) == self.size or place.size > room):
                made.append(tuple(small))
                small, room = [], _BYTES
            if whole:
                small.append(Piece(place, kind_))
                room -= place.size
            else:
                made += [(piece,) for piece in self._pieces(place, kind_)]
        made += [tuple(small)] if small else []
        ends = [group[at : at + self._fine] for group in made[-LAST // FINE :] for at in range(0, len(group), self._fine)]
        made[-LAST // FINE :] = ends
        parts = (
            Part(_called(at, pieces), _weight(pieces), pieces, self.fields, None, self.sample) for at, pieces in enumerate(made)
        )
        return tuple(parts if self.limit is None else _cut(parts, self.limit))

    @property
    def _fine(self) -> int:
        return -(-self.size // FINE)

    def first(self) -> Item | Failure | None:
        """The first document; None where there is none."""
        return next((one for part in self.shards() for one in part.items()), None)

    def columns(self) -> Mapping[str, Noted]:
        """For the first file of each kind that has columns, what is taken from which."""
        made: dict[str, Noted] = {}
        for place, kind_ in self.files:
            if kind_ in ("jsonl", "json", "csv", "parquet") and kind_ not in made:
                noted = Noted(self.fields.named)
                with faults_of(place.url):
                    next(READERS[kind_].read(place, START, noted), None)
                made[kind_] = noted
        return made

    def _pieces(self, place: Place, kind_: str) -> list[Piece]:
        """A large file in parts of about ``size`` records, fewer and larger where each must be read from the start."""
        reader = READERS[kind_]
        if place.remote and not reader.far:
            return [Piece(place, kind_)]
        size, last = (self._fine, LAST) if place is self.files[-1][0] else (self.size, 0)
        with faults_of(place.url):
            marks = tapered(_sound(reader.marks(place, size)), self.size // size, last) or [START]
        if kind_ != "parquet" and len(marks) > PARTS and not any(mark.offset for mark in marks):
            marks = marks[:: -(-len(marks) // PARTS)]
        end = marks[-1].record + size  # or so
        counts = [after.record - mark.record for mark, after in pairwise(marks)]
        return [
            Piece(place, kind_, mark, count, share=(count or size) / end)
            for mark, count in zip(marks, [*counts, None], strict=True)
        ]


def _sound(marks: Iterator[Mark]) -> Iterator[Mark]:
    """Those before what is damaged: the last part meets that and says so."""
    try:
        yield from marks
    except InputError:
        raise
    except (OSError, ValueError, RuntimeError) as fault:
        if isinstance(fault, OSError) and fault.errno is not None:
            raise


def _cut(parts: Iterator[Part], limit: int) -> Iterator[Part]:
    """As many of the shards as hold so many documents, the last one cut short."""
    for part in parts:
        if limit <= 0:
            return
        number = sum(1 for _ in islice(part.items(), limit))
        limit -= number
        if number:
            yield replace(part, most=number)


def _called(at: int, pieces: Sequence[Piece]) -> str:
    return f"{at:06}-{_ODD.sub('-', pieces[0].place.name)[:40].strip('-').lower() or 'part'}"


def _weight(pieces: Sequence[Piece]) -> int:
    return max(1, round(sum(piece.place.size * piece.share for piece in pieces)))
