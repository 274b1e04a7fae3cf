"""Packed streams, and lines of any stream that cannot fill the memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from newslint.corpus.inputs.places import Place, buffered

MOST = 64 * 1024 * 1024
"""Bytes of the largest record that is read; the rest of a longer one is passed over."""

PACKINGS = {".gz": "gzip", ".zst": "zstd", ".bz2": "bz2"}
_MAGIC = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd", b"BZh": "bz2"}


class TooLong:
    """What stands in the place of a record of more than ``MOST`` bytes: only how many."""

    def __init__(self, length: int) -> None:
        self.length = length

    def __len__(self) -> int:
        return self.length


def packing(head: bytes) -> str:
    """How a file that begins so is packed; empty where it is not."""
    return next((name for magic, name in _MAGIC.items() if head.startswith(magic)), "")


@contextmanager
def unpacked(place: Place) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked as they are read; raises OSError, at the end too where one is cut off."""
    how = packing(place.head(4))
    with place.open() as file:
        if not how:
            yield file
            return
        import pyarrow as pa

        stream = buffered(pa.CompressedInputStream(pa.PythonFile(file, mode="r"), how))
        try:
            yield stream
        finally:
            stream.close()


def lines(stream: IO[bytes], most: int = MOST) -> Iterator[bytes | TooLong]:
    """The lines of a stream with their ends; memory is bounded whatever is in it."""
    while line := stream.readline(most + 1):
        if len(line) <= most:
            yield line
            continue
        length = len(line)
        while line and not line.endswith(b"\n"):
            line = stream.readline(1 << 20)
            length += len(line)
        yield TooLong(length)


def broken(fault: BaseException) -> str:
    """What is wrong with a stream that could be read no further, in one line."""
    words = " ".join(str(fault).split())
    return f"cannot be read any further: {words or type(fault).__name__}"
