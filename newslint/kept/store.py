"""The store: bytes by tier and key in one SQLite file, kept from one run for the next.

Whatever happens to the file, nobody is told: a store that cannot be opened, read or written is as if it were empty.
Every value lies there with a digest of itself and its key, so that a file that was damaged gives nothing, and never
something else; for the same reason nothing waits for the disk (``synchronous=OFF``). No word of a draft or a source
may be put into it.
"""

from __future__ import annotations

import atexit
import os
import sqlite3
import stat
import time
from _blake2 import blake2b
from collections import Counter, namedtuple
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cache
from threading import RLock

from newslint.kept import folders, private, rows

TYPE_CHECKING = False  # typing is dear to a short run
if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")

VERSION = 1
"""In the file's name: another version of newslint with another schema has a file of its own."""

BOUND = 64 * 1024 * 1024
"""Bytes that are kept, where NEWSLINT_CACHE_SIZE says nothing else."""

_FILE = f"store-{VERSION}.sqlite"
_SHARE = 8
"""A value larger than this part of the bound is not kept."""
_FRESH = 3600
"""Seconds within which a second use of a value is not noted: most hits write nothing but their count."""
_PATIENCE = 1.0
"""Seconds to wait for another process that writes."""
_UNITS = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3}

_SCHEMA = """
PRAGMA auto_vacuum=INCREMENTAL;
PRAGMA journal_mode=WAL;
CREATE TABLE IF NOT EXISTS kept (tier TEXT, key BLOB, digest BLOB, value BLOB, used INTEGER, PRIMARY KEY (tier, key));
CREATE INDEX IF NOT EXISTS oldest ON kept (used);
CREATE TABLE IF NOT EXISTS asked (tier TEXT PRIMARY KEY, hits INTEGER, misses INTEGER) WITHOUT ROWID;
"""

_COUNT = """
INSERT INTO asked VALUES (?,?,?)
ON CONFLICT (tier) DO UPDATE SET hits=hits+excluded.hits, misses=misses+excluded.misses
"""

Status = namedtuple("Status", "path size bound tiers")
"""The file, its bytes, the most that it may have, and a Tier by name."""


class Store:
    """One file of kept values; for all threads of a process, and for a process that was forked from it."""

    def __init__(self, folder: str | os.PathLike[str] | None = None, *, bound: int | None = None) -> None:
        self.path = os.path.join(folder or folders.cache(), "kept", _FILE)  # noqa: PTH118  pathlib is dear to a short run
        self.bound = limit() if bound is None else bound
        self._open: sqlite3.Connection | None = None
        self._left: list[sqlite3.Connection] = []
        """Connections of the process that this one was forked from; closing one would take its locks away."""
        self._tried = False
        self._owner = os.getpid()
        self._asked: Counter[tuple[str, bool]] = Counter()
        self._lock = RLock()

    def get(self, tier: str, key: bytes) -> bytes | None:
        """The value of this key; None where there is none to be had."""
        return self.get_many(tier, (key,)).get(key)

    def get_many(self, tier: str, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The values of those keys that have one."""
        wanted, found, stale = {*keys}, {}, []
        now = int(time.time())
        for key, digest, value, used in self._done(lambda db: [*rows.found(db, tier, [*wanted])], write=False) or ():
            if key in wanted and isinstance(value, bytes) and digest == _digest(tier, key, value):
                found[key] = value
                if not (isinstance(used, int) and 0 <= now - used < _FRESH):
                    stale.append((now, tier, key))
        if stale:
            self._done(lambda db: db.executemany("UPDATE kept SET used=? WHERE tier=? AND key=?", stale))
        self._asked[tier, True] += len(found)
        self._asked[tier, False] += len(wanted) - len(found)
        return found

    def put(self, tier: str, key: bytes, value: bytes) -> None:
        """Keep this value; one that is there already is replaced."""
        self.put_many(tier, {key: value})

    def put_many(self, tier: str, values: Mapping[bytes, bytes]) -> None:
        """Keep all of these, or none."""
        now = int(time.time())
        new = [
            (tier, key, _digest(tier, key, value), value, now)
            for key, value in values.items()
            if len(value) <= self.bound // _SHARE
        ]

        def keep(db: sqlite3.Connection) -> None:
            db.executemany("INSERT OR REPLACE INTO kept VALUES (?,?,?,?,?)", new)
            rows.evict(db, self.bound)

        if new:
            self._done(keep)

    def status(self) -> Status:
        """What there is now."""
        self.flush()
        tiers = self._done(rows.tiers, write=False) or {}
        size = sum(os.path.getsize(path) for path in self._files() if os.path.isfile(path))  # noqa: PTH202, PTH113
        return Status(self.path, size, self.bound, tiers)

    def clear(self) -> None:
        """Throw everything away, of every version; raises OSError where that cannot be done."""
        with self._lock:
            self.close()
            folder = os.path.dirname(self.path)  # noqa: PTH120
            with suppress(FileNotFoundError):
                for name in os.listdir(folder):  # noqa: PTH208
                    if name.startswith(("store-", "shelf-", "code-")):
                        os.remove(os.path.join(folder, name))  # noqa: PTH107, PTH118

    def flush(self) -> None:
        """Add up how often values were asked for; done when the store is closed, too."""
        asked, self._asked = self._asked, Counter()
        sums = [(tier, asked[tier, True], asked[tier, False]) for tier in {tier for tier, _ in asked}]
        if sums and os.path.exists(self.path):  # noqa: PTH110
            self._done(lambda db: db.executemany(_COUNT, sums))

    def close(self) -> None:
        """Let go of the file; the next call opens it again."""
        with self._lock:
            self.flush()
            if self._open:
                with suppress(sqlite3.Error):
                    self._open.close()
            self._open, self._tried = None, False

    def _done(self, work: Callable[[sqlite3.Connection], T], *, write: bool = True) -> T | None:
        """What comes of some work on the file, all of it or nothing; None where it cannot be done."""
        if self._owner != os.getpid():  # forked: neither a lock nor a connection can be shared
            self._left += [self._open] if self._open else []
            self._lock, self._open, self._tried, self._owner, self._asked = RLock(), None, False, os.getpid(), Counter()
        with self._lock:
            db = self._connected(write=write)
            if db is None:
                return None
            try:
                if write:
                    db.execute("BEGIN IMMEDIATE")
                made = work(db)
                if write:
                    db.execute("COMMIT")
            except (sqlite3.Error, TypeError, ValueError, OverflowError) as fault:
                with suppress(sqlite3.Error):
                    db.rollback()
                if _damaged(fault):
                    self._discard()
                return None
            return made

    def _connected(self, *, write: bool) -> sqlite3.Connection | None:
        if self._open is None and not self._tried and (write or os.path.exists(self.path)):  # noqa: PTH110
            self._tried = True
            try:
                self._open = self._opened()
            except (sqlite3.Error, OSError, ValueError) as fault:
                if _damaged(fault):
                    self._discard()
        return self._open

    def _opened(self) -> sqlite3.Connection | None:
        """The file, made where there is none; None where its folder is not this user's alone."""
        if not private.folder(os.path.dirname(self.path)):  # noqa: PTH120
            return None
        with suppress(FileExistsError):  # SQLite gives its other files the mode of this one
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        state = os.lstat(self.path)
        if not stat.S_ISREG(state.st_mode) or state.st_nlink != 1 or not private.ours(state):
            return None
        db = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            db.execute("PRAGMA synchronous=OFF")
            if not db.execute("SELECT 1 FROM sqlite_master WHERE name='asked'").fetchone():
                db.executescript(_SCHEMA)
            db.execute(f"PRAGMA journal_size_limit={4 * 1024 * 1024}")
        except sqlite3.Error:
            db.close()
            raise
        return db

    def _discard(self) -> None:
        """Throw a damaged file away, and do without until this store is closed."""
        with suppress(OSError, sqlite3.Error):
            if self._open:
                self._open.close()
        self._open, self._tried = None, True
        for path in self._files():
            with suppress(OSError):
                os.remove(path)  # noqa: PTH107

    def _files(self) -> tuple[str, ...]:
        return tuple(self.path + ending for ending in ("", "-wal", "-shm", "-journal"))


@cache
def _at(folder: str) -> Store:
    store = Store(folder)
    atexit.register(store.close)
    return store


def shared() -> Store:
    """The store of this user, one for the whole process."""
    return _at(str(folders.cache()))


def limit() -> int:
    """Bytes that NEWSLINT_CACHE_SIZE allows ("64M", "1G", or bytes); the usual bound where it makes no sense."""
    word = os.environ.get("NEWSLINT_CACHE_SIZE", "").strip().upper().removesuffix("B")
    unit = word[-1:] if word[-1:] in ("K", "M", "G") else ""
    number = word.removesuffix(unit).strip() if unit else word
    return int(number) * _UNITS[unit] if number.isascii() and number.isdigit() and len(number) < 15 else BOUND


def _damaged(fault: Exception) -> bool:
    """Whether the file is worth nothing any more; it may also be locked, full or read-only, or there may be no room."""
    if isinstance(fault, sqlite3.OperationalError):
        return fault.sqlite_errorcode == sqlite3.SQLITE_IOERR_SHORT_READ or fault.sqlite_errorcode & 0xFF == sqlite3.SQLITE_ERROR
    return not isinstance(fault, (OSError, ValueError))


def _digest(tier: str, key: bytes, value: bytes) -> bytes:
    return blake2b(value, digest_size=16, key=blake2b(key, digest_size=32, person=tier.encode()[:16]).digest()).digest()
