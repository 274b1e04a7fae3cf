"""One file of code that Python made, kept from run to run like the bytecode of modules.

It is read when the first of it is asked for, and written at the end where some was new. Whatever is odd about it, it is as
if it were not there: it belongs to this very Python, is whole, and is this user's own.
"""

from __future__ import annotations

import _imp
import _sre  # type: ignore[import-not-found]
import atexit
import marshal
import os
import sys
from contextlib import suppress

from newslint.kept import folders, private

TYPE_CHECKING = False  # typing is dear to a short run
if TYPE_CHECKING:
    from collections.abc import Hashable
    from typing import Any

MOST = 16 * 1024 * 1024
"""Bytes that are kept: newslint's own code takes four million."""

_MADE_BY = f"{_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder} {sys.version}".encode()
"""Nothing else can use the code."""
_HEAD = len(_MADE_BY)
_DATA = _HEAD + 8


class Bytecode:
    """Code by what it was made from: plain values and code objects, as ``marshal`` can write them."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = os.fspath(path)
        self.new: dict[Hashable, Any] = {}
        """What this run has made."""
        self._known: dict[Hashable, Any] | None = None

    def get(self, source: Hashable) -> Any:
        """What is kept of this; None for nothing."""
        if self._known is None:
            self._known = self._read()
        return self._known.get(source)

    def put(self, source: Hashable, code: Any) -> None:
        """Keep this, in the place of what there was."""
        if not self.new:
            atexit.register(self.save)
        self.get(source)
        if self._known is not None:
            self.new[source] = self._known[source] = code

    def save(self) -> None:
        """Write what is new beside what other runs have written; where that cannot be, nothing is lost but time."""
        new, self.new = self.new, {}
        if not new:
            return
        kept = marshal.dumps({**self._read(), **new})
        if len(kept) > MOST:  # rules that changed, or other versions
            kept = marshal.dumps(new)
        beside = f"{self.path}.{os.getpid()}"
        with suppress(OSError):
            os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
            try:
                with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:  # noqa: PTH123
                    file.write(_MADE_BY + _sum(kept) + kept)
                os.replace(beside, self.path)  # noqa: PTH105
            finally:
                with suppress(OSError):
                    os.unlink(beside)  # noqa: PTH108

    def _read(self) -> dict[Hashable, Any]:
        try:
            with open(self.path, "rb") as file:  # noqa: PTH123
                data = memoryview(file.read()) if private.ours(os.fstat(file.fileno())) else memoryview(b"")
            if data[:_HEAD] == _MADE_BY and data[_HEAD:_DATA] == _sum(data[_DATA:]):
                known: dict[Hashable, Any] = marshal.loads(data[_DATA:])
                return known
        except (OSError, ValueError, EOFError, TypeError):
            pass
        return {}


def _sum(kept: bytes | memoryview) -> bytes:
    """Eight bytes; Python's own, by which it knows whether bytecode belongs to its source."""
    return _imp.source_hash(_sre.MAGIC, kept)


KEPT = Bytecode(folders.cache() / "kept" / f"code-{sys.implementation.cache_tag}")
