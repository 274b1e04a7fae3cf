"""An index made, or brought to the state of its archive.

The work is done beside the index, in ``NAME.part``, a batch a transaction: whoever kills it loses one batch at most, and the
next run goes on from there. What comes out is the same whatever was there before: exactly the stories that were given.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.archive import file
from newslint.archive.stories import GarbledError, Story, packed, unpacked
from newslint.archive.terms import headline, terms
from newslint.document import Document
from newslint.errors import InputError, SourceError

if TYPE_CHECKING:
    import sqlite3

Parse = Callable[[Story], Document]

BATCH = 1000
"""Stories of one transaction."""

_MERGE = 0.1
"""Share of the stories that are new from which the whole is put in order again."""


@dataclass
class Changes:
    """What an update did: how many of the stories that were given are as they were, came, changed and went, what was
    wrong with others, and how many stories there are now."""

    same: int = 0
    added: int = 0
    changed: int = 0
    dropped: int = 0
    failed: list[str] = field(default_factory=list)
    stories: int = 0


def build(
    path: Path, stories: Iterable[Story], parse: Parse, *, update: bool = False, add: bool = False, drop: Collection[str] = ()
) -> Changes:
    """Write the index of these stories to ``path``.

    With ``update`` only what differs from the one there is worked out; with ``add`` its other stories stay, but those
    of the keys ``drop``. Raises SourceError where it cannot be written, something else stands there, or somebody else writes it.
    """
    part = path.with_name(f"{path.name}.part")
    if path.exists():
        file.refuse(path) if update or add else file.spare(path)
    given = iter(stories)
    first = [*islice(given, 1)]  # what cannot be read at all is said before anything is written
    try:
        with _writing(path, part, "add" if add else "update" if update else "new") as db:
            changes = _fill(db, chain(first, given), parse, drop, keep=add)
        with part.open("rb+") as done:
            os.fsync(done.fileno())
        part.replace(path)
    except OSError as fault:
        raise SourceError(f"cannot be written: {fault.strerror}", path=path) from None
    return changes


@contextmanager
def _writing(path: Path, part: Path, begun: str) -> Iterator[sqlite3.Connection]:
    """The database to fill: where an earlier run was broken off, a copy of the index, or a new one."""
    sqlite3 = file.sqlite()
    if not _goes_on(part, begun) or begun == "add":  # others may have been added then
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        if begun != "new" and path.exists():
            shutil.copyfile(path, part)
    with closing(sqlite3.connect(part, timeout=1, isolation_level=None)) as db:
        try:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            db.execute("PRAGMA cache_size = -64000")
            db.execute("BEGIN EXCLUSIVE")
            if not db.execute("PRAGMA user_version").fetchone()[0]:
                for statement in file.SCHEMA:
                    db.execute(statement)
            elif db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise sqlite3.DatabaseError("its pages are damaged")
            file.tell(db, begun=begun)
            db.execute("COMMIT")
            yield db
        except sqlite3.OperationalError as fault:
            raise SourceError(_said(str(fault)), path=path) from None
        except (sqlite3.DatabaseError, GarbledError) as fault:
            part.unlink(missing_ok=True)
            raise file.broken(path, fault) from None


def _said(fault: str) -> str:
    if "locked" in fault:
        return "is being written by another process"
    return file.NO_SEARCH if file.NO_FTS5 in fault else f"cannot be written: {fault}"


def _goes_on(part: Path, begun: str) -> bool:
    """Whether a run like this one was broken off, and left a state to go on from."""
    if not part.exists():
        return False
    sqlite3 = file.sqlite()
    try:
        file.refuse(part)
        with closing(sqlite3.connect(part, timeout=1)) as db:  # not read-only: a transaction may have to be rolled back
            return file.about(db, "begun") == begun
    except sqlite3.OperationalError as fault:
        if "locked" in str(fault):
            raise SourceError("is being written by another process", path=part) from None
        return False
    except (SourceError, sqlite3.DatabaseError):
        return False


def _fill(db: sqlite3.Connection, stories: Iterable[Story], parse: Parse, drop: Collection[str], *, keep: bool) -> Changes:
    """Bring the tables to the state of these stories; with ``keep`` all others stay that are not dropped by key."""
    changes = Changes()
    seen: set[int] = set()
    given = iter(stories)
    while batch := list(islice(given, BATCH)):
        with _batch(db) as counts:
            for story in batch:
                _put(db, story, parse, seen, counts, changes)
    known = db.execute("SELECT id, key FROM stories ORDER BY id").fetchall()
    gone = [id_ for id_, key in known if (key in drop if keep else id_ not in seen)]
    changes.failed += [f"no story is called {key!r}" for key in sorted({*drop} - {key for _, key in known})]
    for at in range(0, len(gone), BATCH):
        with _batch(db) as counts:
            for id_ in gone[at : at + BATCH]:
                _drop(db, id_, counts)
    changes.dropped = len(gone)
    _settle(db, changes)
    return changes


@contextmanager
def _batch(db: sqlite3.Connection) -> Iterator[Counter[str]]:
    """One transaction; the counter is how many stories more, or fewer, have a term."""
    counts = Counter[str]()
    db.execute("BEGIN")
    yield counts
    rows = sorted((term, number) for term, number in counts.items() if number)
    db.executemany("INSERT INTO terms VALUES (?, ?) ON CONFLICT (term) DO UPDATE SET stories = stories + excluded.stories", rows)
    if any(number < 0 for _, number in rows):
        db.execute("DELETE FROM terms WHERE stories = 0")
    db.execute("COMMIT")


def _put(db: sqlite3.Connection, story: Story, parse: Parse, seen: set[int], counts: Counter[str], changes: Changes) -> None:
    row = db.execute("SELECT id, digest FROM stories WHERE key = ?", (story.key,)).fetchone()
    if row and row[0] in seen:
        changes.failed.append(f"{story.place or story.key}: {story.key!r} is there twice; the first is kept")
        return
    digest = story.digest
    if row and row[1] == digest:
        seen.add(row[0])
        changes.same += 1
        return
    try:
        doc = parse(story)
    except InputError as fault:
        changes.failed.append(f"{story.place or story.key}: {fault.message}")
        return
    words, title = " ".join(terms(doc)), headline(doc)
    if row:
        _drop(db, row[0], counts)
    day = story.published or doc.published
    values = (story.key, digest, str(day) if day else None, story.format, story.outlet, title, story.place)
    id_ = db.execute(
        "INSERT INTO stories (key, digest, published, format, outlet, headline, place, text, terms)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*values, packed(story.text), packed(words)),
    ).lastrowid
    each = words.split()
    db.execute("INSERT INTO briefs VALUES (?, ?, ?)", (id_, len(each), day.toordinal() if day else None))
    db.execute("INSERT INTO found (rowid, terms) VALUES (?, ?)", (id_, words))
    counts.update(each)
    seen.add(int(id_ or 0))
    changes.changed += bool(row)
    changes.added += not row


def _drop(db: sqlite3.Connection, id_: int, counts: Counter[str]) -> None:
    words = unpacked(db.execute("SELECT terms FROM stories WHERE id = ?", (id_,)).fetchone()[0])
    db.execute("INSERT INTO found (found, rowid, terms) VALUES ('delete', ?, ?)", (id_, words))
    for table in ("stories", "briefs"):
        db.execute(f"DELETE FROM {table} WHERE id = ?", (id_,))
    counts.subtract(words.split())


def _settle(db: sqlite3.Connection, changes: Changes) -> None:
    """Put what was added in order, give back the room of what went, and note what the index now is."""
    new = changes.added + changes.changed
    changes.stories = db.execute("SELECT count(*) FROM briefs").fetchone()[0]
    if new + changes.dropped > _MERGE * max(1, changes.stories):
        db.execute("INSERT INTO found (found) VALUES ('optimize')")
    total = 0
    for (digest,) in db.execute("SELECT digest FROM stories"):
        total += int.from_bytes(digest, "big")  # a sum: the order in which they came is no part of it
    db.execute("BEGIN")
    file.tell(db, stories=str(changes.stories), signature=f"{file.VERSION}-{total % 2**128:032x}")
    db.execute("COMMIT")
    free, pages = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("freelist_count", "page_count"))
    if free > pages // 4:
        db.execute("VACUUM")
