"""What is asked of the rows of the store, and which of them go first."""

from __future__ import annotations

from collections import namedtuple

TYPE_CHECKING = False  # typing is dear to a short run
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_AT_ONCE = 500
"""Keys asked for in one statement, and rows thrown out in one."""
_HELD = "SELECT tier, count(*), sum(length(value)) FROM kept GROUP BY tier"

Tier = namedtuple("Tier", "entries size hits misses")
"""How many values, their bytes, and how often one was there, or not, when asked for."""


def found(db: sqlite3.Connection, tier: str, keys: list[bytes]) -> Iterator[tuple[object, object, object, object]]:
    """Key, digest, value and last use of those that there are."""
    for at in range(0, len(keys), _AT_ONCE):
        some = keys[at : at + _AT_ONCE]
        marks = ",".join("?" * len(some))
        yield from db.execute(f"SELECT key, digest, value, used FROM kept WHERE tier=? AND key IN ({marks})", (tier, *some))


def tiers(db: sqlite3.Connection) -> dict[str, Tier]:
    """What each tier holds, and how often it was asked."""
    held = {str(tier): (entries, size or 0) for tier, entries, size in db.execute(_HELD)}
    asked = {str(tier): (hits, misses) for tier, hits, misses in db.execute("SELECT tier, hits, misses FROM asked")}
    return {tier: Tier(*held.get(tier, (0, 0)), *asked.get(tier, (0, 0))) for tier in sorted({*held, *asked})}


def evict(db: sqlite3.Connection, bound: int) -> None:
    """Throw out what was used longest ago, once there is too much, until a quarter is free."""
    if _filled(db) <= bound:
        return
    while _filled(db) > bound * 3 // 4:
        rows = min(_AT_ONCE, db.execute("SELECT count(*) FROM kept").fetchone()[0] // 8 + 1)
        if not db.execute(f"DELETE FROM kept WHERE rowid IN (SELECT rowid FROM kept ORDER BY used, rowid LIMIT {rows})").rowcount:
            break
    db.execute("PRAGMA incremental_vacuum").fetchall()


def _filled(db: sqlite3.Connection) -> int:
    """Bytes of the pages that hold something."""
    pages, free, size = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size"))
    filled: int = (pages - free) * size
    return filled
