"""Files of an archive, wherever they lie: on this machine, or where fsspec can reach them."""

from __future__ import annotations

import glob
import io
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, Any, cast

from newslint.errors import InputError, UsageError
from newslint.paths import is_file, is_folder, is_there

_MAGIC = "*?["


@dataclass(frozen=True)
class Place:
    """A file; its ``name`` is the same wherever the archive is moved, ``stamp`` changes when the file does.

    ``options`` are those of its store, which may hold a password: they are never written anywhere.
    """

    name: str
    url: str
    size: int = 0
    stamp: str = ""
    remote: bool = False
    options: Mapping[str, Any] = field(default_factory=dict, repr=False)

    def open(self) -> IO[bytes]:
        """Its bytes, from the start, as they lie there; raises OSError."""
        if not self.remote:
            return Path(self.url).open("rb")
        import fsspec

        with faults_of(self.url):
            return cast("IO[bytes]", fsspec.open(self.url, "rb", **self.options).open())

    def head(self, letters: int = 4096) -> bytes:
        with self.open() as file:
            return file.read(letters)


class faults_of:  # noqa: N801  it reads as a word of the with statement
    """What stores raise as an error that the user understands: each of them has its own."""

    def __init__(self, url: str) -> None:
        self.url = url

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, fault: BaseException | None, trace: object) -> None:
        if fault is None or isinstance(fault, InputError) or not isinstance(fault, Exception):
            return
        scheme, far, _ = self.url.partition("://")
        if not far and isinstance(fault, OSError):
            raise InputError(f"cannot be read: {fault.strerror or fault}", path=self.url) from None
        if not far:  # a fault of ours
            return
        if isinstance(fault, ImportError):
            raise InputError(f"a store of this kind needs another package: {fault}", path=self.url) from None
        if isinstance(fault, ValueError) and "rotocol not known" in str(fault):
            raise InputError(f"no store is called {scheme}://", path=self.url) from None
        if isinstance(fault, FileNotFoundError):
            raise InputError("is not there", path=self.url) from None
        words = " ".join(str(fault).split())[:200]
        raise InputError(f"cannot be read: {type(fault).__name__}{f': {words}' if words else ''}", path=self.url) from None


def found(words: Iterable[str], wanted: Callable[[str], bool], options: Mapping[str, Any]) -> Iterator[Place]:
    """The files that these words name: files, the ``wanted`` ones of folders, the matches of globs; each once.

    Raises InputError for a word that names none.
    """
    seen: set[str] = set()
    for word in words:
        if not word:
            raise UsageError("a file name is empty")
        none = True
        for place in (_remote if "://" in word else _local)(word, wanted, options):
            none = False
            if place.url not in seen:
                seen.add(place.url)
                yield place
        if none:
            raise InputError("holds no file of an archive" if any(c in word for c in _MAGIC) else "holds no document", path=word)


def _local(word: str, wanted: Callable[[str], bool], _: Mapping[str, Any]) -> Iterator[Place]:
    path = Path(word)
    if is_folder(path):
        yield from _within(path, wanted)
    elif is_there(path) or not any(letter in word for letter in _MAGIC):
        yield _file(path, path.name)
    else:
        root = _root(word)
        for one in sorted(glob.iglob(word, recursive=True)):
            if is_folder(Path(one)):
                yield from _within(Path(one), wanted)
            elif is_file(Path(one)):
                yield _file(Path(one), PurePosixPath(Path(one).relative_to(root).as_posix()).as_posix() if root else one)


def _root(word: str) -> Path:
    """The folder before the first part of a glob that is one."""
    parts = Path(word).parts
    fixed = next(at for at, part in enumerate(parts) if any(letter in part for letter in _MAGIC))
    return Path(*parts[:fixed])


def _within(folder: Path, wanted: Callable[[str], bool]) -> Iterator[Place]:
    """The files of a folder and of those in it, in the order of their names; hidden ones and ``*.sources`` are left out."""
    above = Path(os.path.abspath(folder)).name  # noqa: PTH100  a link keeps its name
    stack = [folder]
    while stack:
        here = stack.pop()
        try:
            inside = sorted(os.scandir(here), key=lambda one: one.name)
        except OSError as fault:
            raise InputError(f"cannot be read: {fault.strerror}", path=here) from None
        folders = []
        for one in inside:
            if one.name.startswith(".") or one.name.endswith(".sources"):
                continue
            if one.is_dir(follow_symlinks=False):
                folders.append(here / one.name)
            elif one.is_file() and wanted(one.path):
                yield _file(Path(one.path), f"{above}/{Path(one.path).relative_to(folder).as_posix()}")
        stack += reversed(folders)


def _file(path: Path, name: str) -> Place:
    try:
        state = path.stat()
    except (OSError, ValueError) as fault:
        raise InputError(f"cannot be read: {getattr(fault, 'strerror', fault)}", path=path) from None
    return Place(name, os.path.abspath(path), state.st_size, str(state.st_mtime_ns))  # noqa: PTH100


def _remote(word: str, wanted: Callable[[str], bool], options: Mapping[str, Any]) -> Iterator[Place]:
    import fsspec

    with faults_of(word):
        system, path = fsspec.core.url_to_fs(word, **options)
        if any(letter in path for letter in _MAGIC):
            rows = [row for row in system.glob(path, detail=True).values() if row["type"] == "file"]
            base = PurePosixPath(*[part for part in PurePosixPath(path).parts if not any(one in part for one in _MAGIC)][:-1])
        else:
            top = system.info(path)
            listed = [top] if top["type"] == "file" else [*system.find(path, detail=True).values()]
            rows = [row for row in listed if row is top or wanted(row["name"])]
            base = PurePosixPath(top["name"]).parent
    for row in sorted(rows, key=lambda row: str(row["name"])):
        inside = PurePosixPath(row["name"])
        name = inside.relative_to(base).as_posix() if inside.is_relative_to(base) else inside.name
        if any(part.startswith(".") or part.endswith(".sources") for part in PurePosixPath(name).parts):
            continue
        stamp = str(row.get("ETag") or row.get("etag") or row.get("mtime") or row.get("LastModified") or "")
        yield Place(name, system.unstrip_protocol(row["name"]), int(row.get("size") or 0), stamp, remote=True, options=options)


def buffered(raw: Any) -> IO[bytes]:
    """A stream with lines, of one that has none."""
    return cast("IO[bytes]", io.BufferedReader(raw, 1 << 17))
