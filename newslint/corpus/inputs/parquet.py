"""Parquet files, by their row groups; only the columns that documents are made of are read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from newslint.corpus.inputs.fields import Fields, item
from newslint.corpus.inputs.places import Place
from newslint.corpus.inputs.reading import PARTS, Mark, Read, ended
from newslint.corpus.shapes import Failure
from newslint.errors import InputError

_ROWS = 64
"""Rows that are taken out at a time."""


@contextmanager
def _opened(place: Place) -> Iterator[Any]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    with place.open() as file:
        try:
            table = pq.ParquetFile(file, buffer_size=1 << 20, pre_buffer=False)
        except (OSError, pa.ArrowException) as fault:
            raise InputError(
                f"is no Parquet file, or a damaged one: {' '.join(str(fault).split())[:200]}", path=place.name
            ) from None
        yield table


def marks(place: Place, size: int) -> Iterator[Mark]:
    """A row group cannot be sought in, so that a large one is cut into a few parts."""
    with _opened(place) as table:
        before = 0
        for group in range(table.num_row_groups):
            rows = table.metadata.row_group(group).num_rows
            step = max(size, -(-rows // PARTS))
            for start in range(0, rows, step):
                yield Mark(before + start, group)
            before += rows


def read(place: Place, mark: Mark, fields: Fields) -> Read:
    import pyarrow as pa

    with _opened(place) as table:
        groups = range(mark.offset, table.num_row_groups)
        number = sum(table.metadata.row_group(group).num_rows for group in range(mark.offset))
        columns = fields.wanted(table.schema_arrow.names)
        if not columns:
            at = f"{place.name}:1"
            yield Failure(at, f"no text among its columns: {', '.join(table.schema_arrow.names)[:200]}", at)
            return
        try:
            for batch in table.iter_batches(batch_size=_ROWS, row_groups=groups, columns=columns, use_threads=False):
                if number + len(batch) <= mark.record:
                    number += len(batch)
                    continue
                for row in _rows(batch):
                    number += 1
                    if number > mark.record:
                        at = f"{place.name}:{number}"
                        yield Failure(at, row, at) if isinstance(row, str) else item(row, fields, at)
        except (OSError, pa.ArrowException) as fault:
            yield ended(place, number + 1, fault)


def _rows(batch: Any) -> Iterator[dict[str, Any] | str]:
    """The rows of a batch; one by one where some letter in them is none."""
    try:
        yield from batch.to_pylist()
    except UnicodeDecodeError:
        for at in range(len(batch)):
            try:
                yield batch.slice(at, 1).to_pylist()[0]
            except UnicodeDecodeError as fault:
                yield f"not UTF-8 text: {fault.reason}"
