"""The columns of the tables that come out, and their bytes: the same for the same rows, wherever and whenever they are made."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from newslint.corpus.shapes import Row

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


def write(out: IO[bytes], *, name: str, given: Iterable[pa.Table]) -> None:
    """A Parquet file of these tables, regrouped so that its bytes hang on its rows alone."""
    writer = pq.ParquetWriter(
        out, SCHEMAS[name], compression="zstd", compression_level=3, version="2.6", data_page_version="1.0",
        use_dictionary=True, write_statistics=True, store_schema=False,
    )  # fmt: skip
    with writer:
        for table in _regrouped(given):
            writer.write_table(table, row_group_size=ROWS)


def _regrouped(tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """The same rows, ``ROWS`` at a time, however they come."""
    held: list[pa.Table] = []
    number = 0
    for table in tables:
        held.append(table)
        number += len(table)
        while number >= ROWS:
            whole = pa.concat_tables(held)
            yield whole.slice(0, ROWS).combine_chunks()
            held, number = [whole.slice(ROWS)], number - ROWS
    if number:
        yield pa.concat_tables(held).combine_chunks()


def read(file: IO[bytes], name: str, columns: Sequence[str] | None = None) -> Iterator[pa.Table]:
    """The rows of a Parquet file of results, a row group at a time."""
    table = pq.ParquetFile(file)
    for group in range(table.num_row_groups):
        made = table.read_row_group(group, columns=columns, use_threads=False)
        yield made if columns else made.cast(SCHEMAS[name])
