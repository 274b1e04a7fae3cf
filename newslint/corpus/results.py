"""The folder that an archive's results are written to: on this machine, or where fsspec can reach it."""

from __future__ import annotations

import io
import os
import posixpath
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO, Any, cast

from newslint.corpus.inputs.places import faults_of
from newslint.corpus.naming import Names
from newslint.corpus.shapes import Rows
from newslint.errors import InputError, UsageError

TABLES = ("documents", "failures", "findings")
"""The first one is there when all of them are."""

PARTS = "parts"
PART = ".arrow"
RUN = "run.json"


@dataclass(frozen=True)
class Folder:
    """Results in a folder or at a URL; ``options`` are those of its store."""

    url: str
    options: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @property
    def far(self) -> bool:
        return "://" in self.url

    @cached_property
    def _system(self) -> tuple[Any, str]:
        import fsspec

        with faults_of(self.url):
            return cast("tuple[Any, str]", fsspec.core.url_to_fs(self.url, **self.options))

    def names(self) -> Collection[str]:
        """What lies in it already."""
        if self.far:
            system, path = self._system
            with faults_of(self.url):
                return (
                    {posixpath.basename(name.rstrip("/")) for name in system.ls(path, detail=False)}
                    if system.exists(path)
                    else ()
                )
        folder = Path(self.url)
        if folder.exists() and not folder.is_dir():
            raise UsageError(f"--out {folder} is a file; name a folder")
        return {one.name for one in folder.iterdir()} if folder.is_dir() else ()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Have the folder for oneself, as long as this process lives; a store cannot be held, nor a folder on Windows.

        Raises UsageError where another run has it.
        """
        if self.far or os.name == "nt":
            yield
            return
        self.names()
        try:
            Path(self.url).mkdir(parents=True, exist_ok=True)
            folder = os.open(self.url, os.O_RDONLY)
        except OSError as fault:
            raise InputError(f"cannot be written: {fault.strerror}", path=self.url) from None
        try:
            if not _locked(folder):
                raise UsageError(f"another run writes to {self.url}; let it end, or name another folder")
            yield
        finally:
            os.close(folder)
            with suppress(OSError):  # nothing was written
                Path(self.url).rmdir()

    def clear(self) -> None:
        """Take away what an earlier run wrote, and nothing else."""
        for name in [*(f"{table}.parquet" for table in TABLES), RUN]:
            self._remove(name)
        self.sweep()

    def read(self, name: str) -> bytes | None:
        """A small file of it; None where there is none."""
        try:
            with self.open(name) as file:
                return file.read()
        except FileNotFoundError:
            return None

    def keep(self, name: str, data: bytes) -> None:
        """Write a small file."""
        with self._new(name) as out:
            out.write(data)

    def finished(self) -> Collection[str]:
        """Names of the shards that are written."""
        return {posixpath.basename(name).removesuffix(PART) for name in self._parts() if name.endswith(PART)}

    def write(self, shard: str, rows: Rows) -> None:
        """Write what came of a shard."""
        from newslint.corpus import tables

        with self._new(f"{PARTS}/{shard}{PART}") as out:
            tables.pack(out, rows)

    def join(self, shards: Sequence[str]) -> None:
        """Make the final tables of those of the shards, in this order, the documents last; then ``sweep``."""
        from newslint.corpus import tables

        with Names() as names, ExitStack() as stack:
            files = {name: stack.enter_context(self._new(f"{name}.parquet")) for name in TABLES}
            writers = {name: stack.enter_context(tables.Writer(files[name], name)) for name in TABLES}
            for shard in shards:
                with self.open(f"{PARTS}/{shard}{PART}") as file:
                    made = tables.unpack(file)
                names.add(shard, made["documents"].column("id").to_pylist())
                for name in TABLES:
                    writers[name].add(names.renamed(shard, made[name]))
        self.sweep()

    def sweep(self) -> None:
        """Take away the tables of the shards."""
        for part in self._parts():
            self._remove(part)
        if not self.far:
            with suppress(OSError):
                Path(self.url, PARTS).rmdir()

    def table(self, name: str, columns: Sequence[str] | None = None) -> Iterator[Any]:
        """The rows of a final table, some at a time; raises InputError where there is none."""
        import pyarrow as pa

        from newslint.corpus import tables

        try:
            with self.open(f"{name}.parquet") as file:
                yield from tables.read(file, name, columns)
        except FileNotFoundError:
            raise InputError(f"holds no results of newslint: no {name}.parquet", path=self.url) from None
        except (pa.ArrowException, OSError) as fault:
            raise InputError(f"{name}.parquet cannot be read: {' '.join(str(fault).split())[:200]}", path=self.url) from None

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """A file of it, to be read."""
        if not self.far:
            with Path(self.url, name).open("rb") as file:
                yield file
            return
        system, path = self._system
        with system.open(f"{path}/{name}", "rb") as file:
            yield file

    def _parts(self) -> list[str]:
        if self.far:
            system, path = self._system
            system.invalidate_cache()
            names = system.ls(f"{path}/{PARTS}", detail=False) if system.exists(f"{path}/{PARTS}") else []
        else:
            folder = Path(self.url, PARTS)
            names = [str(one) for one in folder.iterdir()] if folder.is_dir() else []
        return sorted(f"{PARTS}/{posixpath.basename(name.replace(os.sep, '/'))}" for name in names)

    def _remove(self, name: str) -> None:
        if not self.far:
            Path(self.url, name).unlink(missing_ok=True)
            return
        system, path = self._system
        if system.exists(f"{path}/{name}"):
            system.rm(f"{path}/{name}")

    @contextmanager
    def _new(self, name: str) -> Iterator[IO[bytes]]:
        """A file that is there whole or not at all: on a disk by a rename; a store keeps an object when it has all of it."""
        try:
            if self.far:
                system, path = self._system
                held = io.BytesIO() if name.startswith(PARTS) else tempfile.TemporaryFile()  # noqa: SIM115
                with held, faults_of(f"{self.url}/{name}"):
                    yield cast("IO[bytes]", _Unclosed(held))
                    held.seek(0)
                    with system.open(f"{path}/{name}", "wb") as out:
                        while chunk := held.read(1 << 22):
                            out.write(chunk)
                return
            target = Path(self.url, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            new = target.with_name(f".{target.name}.new")
            with new.open("wb") as out:
                yield cast("IO[bytes]", _Unclosed(out))
                out.flush()
                os.fsync(out.fileno())
            new.replace(target)
        except OSError as fault:
            raise InputError(f"cannot be written: {fault.strerror or fault}", path=fault.filename or self.url) from None


def _locked(folder: int) -> bool:
    """Lock an open folder for this process, until it closes it or ends in whatever way; false where another one has it."""
    import fcntl

    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system that knows no locks
        pass
    return True


class _Unclosed:
    """A file that whoever writes it does not close."""

    def __init__(self, out: Any) -> None:
        self.out = out
        self.closed = False

    def close(self) -> None:
        self.closed = True

    def __getattr__(self, name: str) -> Any:
        return getattr(self.out, name)
