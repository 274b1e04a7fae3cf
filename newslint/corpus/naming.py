"""Ids that several documents of an archive have: the first keeps it, the others get a number."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Any


class Names:
    """The ids of all shards, in a file that goes away; one shard's are unlike each other already."""

    def __init__(self) -> None:
        self.store = sqlite3.connect("", isolation_level=None)
        self.other: defaultdict[str, dict[str, str]] = defaultdict(dict)

    def __enter__(self) -> Names:
        self.store.execute("PRAGMA journal_mode=OFF")
        self.store.execute("CREATE TABLE names (id TEXT PRIMARY KEY, copies INTEGER) WITHOUT ROWID")
        self.store.execute("BEGIN")
        return self

    def __exit__(self, *_: object) -> None:
        self.store.close()

    def add(self, shard: str, ids: Iterable[str]) -> None:
        """Note the ids of a shard; those of earlier shards get another one in it."""
        for id_ in ids:
            if not self._free(id_):
                self.other[shard][id_] = self._numbered(id_)

    def _free(self, id_: str) -> bool:
        return self.store.execute("INSERT OR IGNORE INTO names VALUES (?, 1)", (id_,)).rowcount == 1

    def _numbered(self, id_: str) -> str:
        base, _, number = id_.rpartition("#")
        if number.isdigit() and (found := self._copies(base)):  # a copy in its own shard
            id_, copies = base, found
        else:
            copies = self._copies(id_)
        while True:
            copies += 1
            if self._free(made := f"{id_}#{copies}"):
                self.store.execute("UPDATE names SET copies = ? WHERE id = ?", (copies, id_))
                return made

    def _copies(self, id_: str) -> int:
        row = self.store.execute("SELECT copies FROM names WHERE id = ?", (id_,)).fetchone()
        return int(row[0]) if row else 0

    def renamed(self, shard: str, table: Any) -> Any:
        """The table of a shard with its documents' own ids."""
        if not (other := self.other.get(shard)):
            return table
        import pyarrow as pa

        ids = [other.get(id_, id_) for id_ in table.column("id").to_pylist()]
        return table.set_column(0, table.schema.field("id"), pa.array(ids, pa.string()))
