"""The columns of the tables that come out, and their bytes: the same for the same rows, wherever and whenever they are made."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from newslint.corpus.shapes import Row, Rows

ROWS = 10_000
"""Rows of a row group: what a reader of the results has in memory at a time."""

_EVIDENCE = pa.struct([
    ("source", pa.string()), ("start", pa.int64()), ("end", pa.int64()), ("line", pa.int32()), ("column", pa.int32()),
    ("text", pa.string()), ("note", pa.string()),
])  # fmt: skip
_EDIT = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())])
_FIX = pa.struct([("title", pa.string()), ("safe", pa.bool_()), ("edits", pa.list_(_EDIT))])
_GROUND = pa.struct([("what", pa.string()), ("weight", pa.float64())])

SCHEMAS: dict[str, pa.Schema] = {
    "documents": pa.schema([
        ("id", pa.string()), ("outlet", pa.string()), ("published", pa.string()), ("words", pa.int64()),
        ("findings", pa.int64()), ("status", pa.string()),
    ]),
    "findings": pa.schema([
        ("id", pa.string()), ("outlet", pa.string()), ("published", pa.string()),
        ("code", pa.string()), ("rule", pa.string()), ("severity", pa.string()), ("confidence", pa.string()),
        ("start", pa.int64()), ("end", pa.int64()), ("line", pa.int32()), ("column", pa.int32()),
        ("end_line", pa.int32()), ("end_column", pa.int32()), ("text", pa.string()), ("message", pa.string()),
        ("evidence", pa.list_(_EVIDENCE)), ("fix", _FIX), ("grounds", pa.list_(_GROUND)),
        ("fingerprint", pa.string()), ("gathered", pa.string()),
    ]),
    "failures": pa.schema([("id", pa.string()), ("place", pa.string()), ("error", pa.string()), ("attempt", pa.int32())]),
}  # fmt: skip
"""The tables, by name: the fields of ``report.json``, nested as they are there, which DuckDB and pandas both read."""


def batches(name: str, rows: Sequence[Row]) -> Iterator[pa.Table]:
    """The rows as tables of ``ROWS`` at most; a letter that is none, as JSON can hold, becomes its escape."""
    schema = SCHEMAS[name]
    for at in range(0, len(rows), ROWS):
        some = rows[at : at + ROWS]
        try:
            yield pa.Table.from_pylist(some, schema=schema)
        except UnicodeEncodeError:
            yield pa.Table.from_pylist([_clean(row) for row in some], schema=schema)


def _clean(row: Any) -> Any:
    words = json.dumps(row, ensure_ascii=False)
    return json.loads(words.encode("utf-8", "replace"))


class Writer:
    """A Parquet file of tables, which are regrouped so that its bytes hang on its rows alone, however these come."""

    def __init__(self, out: IO[bytes], name: str) -> None:
        self._file = pq.ParquetWriter(
            out, SCHEMAS[name], compression="zstd", compression_level=3, version="2.6", data_page_version="1.0",
            use_dictionary=True, write_statistics=True, store_schema=False,
        )  # fmt: skip
        self._held: list[pa.Table] = []

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *fault: object) -> None:
        if not any(fault):
            self._write(1)
        self._file.close()

    def add(self, table: pa.Table) -> None:
        self._held.append(table)
        self._write(ROWS)

    def _write(self, least: int) -> None:
        """Write groups of ``ROWS`` while at least so many rows are held."""
        while sum(map(len, self._held)) >= least:
            whole = pa.concat_tables(self._held)
            self._file.write_table(whole.slice(0, ROWS).combine_chunks(), row_group_size=ROWS)
            self._held = [whole.slice(ROWS)]


def pack(out: IO[bytes], rows: Rows) -> None:
    """Write the tables of a shard, one behind the other."""
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    for name in SCHEMAS:
        with pa.ipc.new_stream(out, SCHEMAS[name], options=options) as stream:
            for table in batches(name, getattr(rows, name)):
                stream.write_table(table)


def unpack(file: IO[bytes]) -> dict[str, pa.Table]:
    """The tables of a shard, by name."""
    return {name: pa.ipc.open_stream(file).read_all() for name in SCHEMAS}


def read(file: IO[bytes], name: str, columns: Sequence[str] | None = None) -> Iterator[pa.Table]:
    """The rows of a Parquet file of results, a row group at a time."""
    table = pq.ParquetFile(file)
    for group in range(table.num_row_groups):
        made = table.read_row_group(group, columns=columns, use_threads=False)
        yield made if columns else made.cast(SCHEMAS[name])
