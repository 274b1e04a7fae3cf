"""The file of an index: an SQLite database with full-text search (FTS5), known by its first bytes.

It is never changed in place: whoever writes it makes a copy and puts that there by a rename, so that those who read see the
old one or the new, without locks. What lies in it is the archive's own text: the file is for its owner alone (mode 0600).
"""

from __future__ import annotations

import errno
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from newslint.archive.stories import GarbledError
from newslint.errors import SourceError
from newslint.kept.looks import UNCHANGING

if TYPE_CHECKING:
    import sqlite3

APPLICATION = 0x6E6C6978
"""What SQLite calls the application id: the letters "nlix"."""

VERSION = 2
"""Of the tables, and of what the terms of a story are."""

SCHEMA = (
    f"PRAGMA application_id = {APPLICATION}",
    f"PRAGMA user_version = {VERSION}",
    """CREATE TABLE stories (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, digest BLOB NOT NULL, published TEXT,
    format TEXT NOT NULL, outlet TEXT NOT NULL, headline TEXT NOT NULL, place TEXT NOT NULL, text BLOB NOT NULL,
    terms BLOB NOT NULL)""",
    "CREATE TABLE briefs (id INTEGER PRIMARY KEY, size INTEGER NOT NULL, day INTEGER)",
    "CREATE TABLE terms (term TEXT PRIMARY KEY, stories INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE VIRTUAL TABLE found USING fts5 (terms, content='', columnsize=0, detail=none,
    tokenize='unicode61 remove_diacritics 0')""",
)
"""``found`` says which stories have a term, ``terms`` how many; ``text`` and ``terms`` of a story are packed by zlib. ``briefs``
is what hundreds of stories are judged by before any is unpacked: how many terms each has, and its day, as Python counts them."""

NO_INDEX = "is neither a folder nor an index made by 'newslint corpus index'"
NO_FTS5 = "no such module: fts5"
NO_SEARCH = "Python's SQLite was built without full-text search (FTS5), which an index needs"

NO_FILE = "is not there; 'newslint corpus index' makes one"

_HEAD = 100
_MAGIC = b"SQLite format 3\0"


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """An index to be read; raises SourceError, in one line, for what is none, is broken or is of another version."""
    sqlite3 = sqlite()
    refuse(path)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}{UNCHANGING}", uri=True)) as db:
            yield db
    except (sqlite3.DatabaseError, GarbledError) as fault:
        raise broken(path, fault) from None


def broken(path: Path, fault: Exception) -> SourceError:
    """What to say of an index in which something stands that nobody wrote."""
    if NO_FTS5 in str(fault):
        return SourceError(NO_SEARCH, path=path)
    return SourceError(f"is broken ({fault}); make it anew with 'newslint corpus index'", path=path)


def spare(path: Path) -> None:
    """Raise SourceError where something stands that is no index, of whatever version, and would be overwritten."""
    try:
        head = _head(path)
    except OSError as fault:
        raise SourceError(f"cannot be written: {fault.strerror}", path=path) from None
    ours = len(head) == _HEAD and head.startswith(_MAGIC) and struct.unpack(">I", head[68:72])[0] == APPLICATION
    if head and not ours:
        raise SourceError("is there already and is no index; choose another name", path=path)


def refuse(path: Path) -> None:
    """Raise SourceError for what is no index of this version."""
    try:
        head = _head(path)
    except OSError as fault:
        if fault.errno in (errno.EISDIR, errno.ENOENT):
            raise SourceError(NO_FILE if fault.errno == errno.ENOENT else NO_INDEX, path=path) from None
        raise SourceError(f"cannot be read: {fault.strerror}", path=path) from None
    except ValueError:
        raise SourceError("is no name that a file can have", path=path) from None
    if len(head) < _HEAD or not head.startswith(_MAGIC):
        raise SourceError(NO_INDEX, path=path)
    version, application = struct.unpack(">I4xI", head[60:72])
    if application != APPLICATION:
        raise SourceError("is a database, but no index made by 'newslint corpus index'", path=path)
    if version != VERSION:
        age = "a newer newslint" if version > VERSION else "an older newslint"
        raise SourceError(
            f"was made by {age} (version {version}, not {VERSION}); make it anew with 'newslint corpus index'", path=path
        )


def signature(path: Path) -> str:
    """What changes whenever the index would give another answer; the same for two indexes of the same stories.

    A number kept in the file, so that asking costs no more than opening it. Raises SourceError.
    """
    with opened(path) as db:
        return about(db, "signature")


def about(db: sqlite3.Connection, name: str) -> str:
    """One of the things that an index knows of itself; empty where it does not."""
    row = db.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else ""


def tell(db: sqlite3.Connection, **values: str) -> None:
    """Note what an index knows of itself."""
    db.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", values.items())


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)


def sqlite() -> ModuleType:
    """The module; raises SourceError where Python has none."""
    try:
        import sqlite3
    except ImportError:
        raise SourceError("this Python was built without SQLite, which an index needs") from None
    return sqlite3
