"""What a run looked at, and whether it is still so: files read, folders listed, names asked after, links followed.

A look is a pair of one of the words below and a path; ``taken`` gives what is there now, in plain values that can be kept,
and ``holds`` says whether that has changed.
"""

from __future__ import annotations

import os
import stat
import time
from _blake2 import blake2b

TYPE_CHECKING = False  # typing is dear to a short run
if TYPE_CHECKING:
    from typing import Any

READ = "read"
"""The words of a file; where it is large, its size and times, unless they are so fresh that they may deceive."""
STAMP = "stamp"
"""A file of newslint's own: its size and times."""
LIST = "list"
"""The names in a folder, and what each is."""
KIND = "kind"
"""What lies there: a folder, something else, nothing."""
LINK = "link"
"""The same, and where it leads if it is a link."""

SMALL = 256 * 1024
"""Bytes up to which a file is read rather than trusted to be as its times say."""

TICK = 2_000_000_000
"""Nanoseconds within which two changes of a file may bear the same time: two seconds on the coarsest disk."""

UNCHANGING = "?mode=ro&immutable=1"
"""How a database is opened that is never changed in place (https://sqlite.org/uri.html)."""

_UNREADABLE = -1
_DATABASE = b"SQLite format 3\0"


def taken(what: str, path: str) -> Any:
    """How it is now."""
    if what == READ:
        return content(path)[0]
    if what == LIST:
        return _listed(path)
    if what == STAMP:
        return _stamp(path)
    return _kind(path) if what == KIND else _link(path)


def holds(what: str, path: str, before: Any) -> bool:
    """Whether it is as it was."""
    if what != READ:
        return bool(taken(what, path) == before)
    if isinstance(before, tuple) and before[0] > SMALL:
        *stamp, looked, _ = before
        if stamp == [*_stamp(path)] and max(stamp[1:3]) < looked - TICK:
            return True
    now = content(path)[0]
    return bool(now[-1] == before[-1] if isinstance(now, tuple) and isinstance(before, tuple) else now == before)


def content(path: str) -> tuple[Any, bytes]:
    """The state of a file (its stamp, the time of this look and a digest) and its bytes; a number alone for what is no file."""
    kind = _kind(path)
    if kind != stat.S_IFREG:
        return kind, b""
    looked = time.time_ns()
    stamp = _stamp(path)
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            raw = file.read()
    except OSError:
        return _UNREADABLE, b""
    return (*stamp, looked, blake2b(raw, digest_size=16).digest()), raw


def is_database(path: str) -> bool:
    """Whether a database lies there that is too large to be read for each run."""
    if _kind(path) != stat.S_IFREG or _stamp(path)[0] <= SMALL:
        return False
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False


def _stamp(path: str) -> tuple[int, ...]:
    """Size, when the words changed and when anything did, number and disk."""
    try:
        now = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return (0,) * 5
    return now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino, now.st_dev


def _kind(path: str) -> int:
    try:
        return stat.S_IFMT(os.stat(path).st_mode)  # noqa: PTH116
    except (OSError, ValueError):
        return 0


def _link(path: str) -> Any:
    try:
        kind = stat.S_IFMT(os.lstat(path).st_mode)
        return (kind, os.readlink(path)) if kind == stat.S_IFLNK else kind  # noqa: PTH115
    except (OSError, ValueError):
        return 0


def _listed(path: str) -> bytes:
    try:
        with os.scandir(path) as entries:
            names = sorted((entry.name, entry.is_symlink(), entry.is_dir(), entry.is_file()) for entry in entries)
    except (OSError, ValueError):
        return b""
    return blake2b(repr(names).encode("utf-8", "surrogateescape"), digest_size=16).digest()
