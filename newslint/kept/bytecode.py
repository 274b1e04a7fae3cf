"""One file of code that Python made, kept from run to run like the bytecode of modules.

It is read when the first of it is asked for, and written at the end where some was new. Whatever is odd about it, it is as
if it were not there: it belongs to this very Python, is whole, and is this user's own.

In the file stand what made it, the sum and the length of the index, the index (the place of each by its key), and the code,
each behind its own sum: a run looks at what it needs and no more.
"""

from __future__ import annotations

import _imp
import _sre  # type: ignore[import-not-found]
import atexit
import marshal
import os
import sys
from _blake2 import blake2b
from contextlib import suppress

from newslint.kept import folders, private
from newslint.kept.code import PYTHON, stamp

TYPE_CHECKING = False  # typing is dear to a short run
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    T = TypeVar("T")

MOST = 32 * 1024 * 1024
"""Bytes that are kept: newslint's own code takes nine million."""

_MADE_BY = f"{_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder} {sys.version}\n".encode()
"""Nothing else can use the code."""
_SUM, _LENGTH, _INDEX = (len(_MADE_BY) + more for more in (0, 8, 16))


class Bytecode:
    """Code by what it was made from: plain values and code objects, as ``marshal`` can write them."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = os.fspath(path)
        self.new: dict[bytes, bytes] = {}
        """What this run has made, by key."""
        self._read: _File | None = None

    def get(self, source: bytes) -> Any:
        """What is kept of this; None for nothing."""
        key = _key(source)
        code = self.new.get(key) or self._file.code(key)
        return marshal.loads(code) if code else None

    def put(self, source: bytes, code: Any) -> None:
        """Keep this, in the place of what there was."""
        if not self.new:
            atexit.register(self.save)
        self.new[_key(source)] = marshal.dumps(code)

    def made(self, name: str, make: Callable[[], T]) -> T:
        """The plain values that ``make`` makes, as it made them when this very newslint was first asked for them by this name."""
        source = f"{name} {stamp()}".encode("utf-8", "surrogatepass")
        kept: T | None = self.get(source)
        if kept is None:
            kept = make()
            self.put(source, kept)
        return kept

    @property
    def _file(self) -> _File:
        if self._read is None:
            self._read = _File(self.path)
        return self._read

    def save(self) -> None:
        """Write what is new beside what other runs have written; where that cannot be, nothing is lost but time."""
        new, self.new = self.new, {}
        if not new:
            return
        file = _File(self.path)
        old = {key: code for key in file.index if key not in new and (code := file.code(key))}
        if sum(map(len, old.values())) > MOST:  # rules that changed, and older versions
            old = {}
        self._write({**old, **new})
        self._read = None

    def _write(self, codes: dict[bytes, bytes | memoryview]) -> None:
        index: dict[bytes, tuple[int, int]] = {}
        blocks: list[bytes | memoryview] = []
        at = 0
        for key, code in codes.items():
            index[key] = at, len(code)
            blocks += _sum(code), code
            at += 8 + len(code)
        listed = marshal.dumps(index)
        with suppress(OSError):
            private.write(self.path, [_MADE_BY, _sum(listed), len(listed).to_bytes(8, "big"), listed, *blocks])


class _File:
    """The file as it was when it was opened."""

    def __init__(self, path: str) -> None:
        self.index: dict[bytes, tuple[int, int]] = {}
        try:
            self._parts = private.Parts(path)
            head = self._parts.part(0, _INDEX)
            length = int.from_bytes(head[_LENGTH:], "big")
            listed = self._parts.part(_INDEX, length) if head[:_SUM] == _MADE_BY else b""
            if listed and head[_SUM:_LENGTH] == _sum(listed):
                self.index = marshal.loads(listed)
                self._codes = _INDEX + length
        except (OSError, ValueError, EOFError, TypeError, OverflowError):
            pass

    def code(self, key: bytes) -> memoryview | None:
        """The code with this key, if it is whole."""
        if (place := self.index.get(key)) is None:
            return None
        start, length = place
        try:
            block = memoryview(self._parts.part(self._codes + start, 8 + length))
        except OSError:
            return None
        return block[8:] if len(block) == 8 + length and block[:8] == _sum(block[8:]) else None


def _key(source: bytes) -> bytes:
    return blake2b(source, digest_size=16).digest()


def _sum(code: bytes | memoryview) -> bytes:
    """Eight bytes; Python's own, by which it knows whether bytecode belongs to its source."""
    return _imp.source_hash(_sre.MAGIC, code)


KEPT = Bytecode(folders.cache() / "kept" / f"code-{PYTHON}")
