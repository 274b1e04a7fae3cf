"""What passes between an archive's readers, the engine that lints it and the tables that come out.

Readers (``Archive``, ``Shard``) give items; the engine lints these and makes ``Rows``; ``Results`` keeps them. Everything
here is plain data that pickles: it goes to other processes and machines.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

Row = dict[str, Any]
"""A row of one of the tables, by the names of its columns (``tables.SCHEMAS``)."""

Status = Literal["linted", "partial", "failed"]
"""Of a document: all its rules ran; a rule broke off and the others ran; there are no findings to be had."""


@dataclass(frozen=True, slots=True)
class Item:
    """A document of an archive; its ``id`` is its own in the whole archive, ``sources`` are as in a row of ``check --batch``.

    ``published`` is an ISO day, or what stands in its place; ``place`` is its file and record ("a.jsonl.gz:17"), for complaints.
    Where there is ``raw``, it stands in the place of ``text``: the bytes of a file, to be parsed as one of the name
    ``filename`` ("story.docx") by whoever lints it, since a reader may hang or crash on it just as a rule may.
    """

    id: str
    text: str
    format: str = "plain"
    published: str | None = None
    outlet: str = ""
    sources: tuple[Mapping[str, Any], ...] = ()
    place: str = ""
    raw: bytes | None = None
    filename: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """A document, or a place where one ought to be, that came to nothing, and why, in one line."""

    id: str
    error: str
    place: str = ""
    attempt: int = 1


class Shard(Protocol):
    """A part of an archive that any worker can read by itself: a file, some of its records, a list of files."""

    @property
    def name(self) -> str:
        """Its own in the archive, the same in every run, fit to be part of a file's name."""

    @property
    def weight(self) -> int:
        """Its size beside the others', in bytes or records, for the estimate of the end."""

    def items(self) -> Iterator[Item | Failure]:
        """Its documents in order, the same every time.

        What is wrong with one record is a Failure. Raises OSError or InputError only where the shard cannot be read at
        all just now: it is tried again, then left for another run.
        """


class Archive(Protocol):
    """The documents to lint."""

    @property
    def fingerprint(self) -> str:
        """Changes where the inputs, or how they are read or parted into shards, have changed."""

    def shards(self) -> Sequence[Shard]:
        """The plan, made without reading all of the archive."""


@dataclass(slots=True)
class Rows:
    """What came of a shard, in the order of its documents."""

    documents: list[Row] = field(default_factory=list)
    findings: list[Row] = field(default_factory=list)
    failures: list[Row] = field(default_factory=list)


Engine = Callable[[Sequence[Shard]], Generator[tuple[Shard, Rows | Exception], None, None]]
"""Lints shards, and gives what comes of each as they get done."""


class Results(Protocol):
    """The folder that is written, on any file system. Only the client writes; every file appears whole or not at all."""

    @property
    def url(self) -> str:
        """Where it is."""

    def held(self) -> AbstractContextManager[None]:
        """Have the folder for oneself; raises UsageError where another run has it."""

    def names(self) -> Collection[str]:
        """What lies in the folder already; nothing where there is none."""

    def clear(self) -> None:
        """Take away what an earlier run wrote, and nothing else."""

    def read(self, name: str) -> bytes | None:
        """A small file of the folder."""

    def keep(self, name: str, data: bytes) -> None:
        """Write a small file of the folder."""

    def finished(self) -> Collection[str]:
        """Names of the shards that are written."""

    def write(self, shard: str, rows: Rows) -> None:
        """Write what came of a shard; one that is written twice is the same file."""

    def join(self, shards: Sequence[str]) -> None:
        """Make the final files from the tables of these shards, in this order, the documents last; then ``sweep``."""

    def sweep(self) -> None:
        """Take away what only an unfinished run needs."""

    def table(self, name: str, columns: Sequence[str] | None = None) -> Iterator[Any]:
        """The rows of a final table, some at a time; they have a length."""
