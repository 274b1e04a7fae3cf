"""Regular expressions compiled once and kept, as Python keeps the bytecode of modules.

A short run needs some four hundred. To compile them was a third of it; to build them again from the code that the
compiler made takes a thirtieth of that. Whatever is odd about the kept file, they are compiled as ever.
"""

from __future__ import annotations

import _imp
import _sre  # type: ignore[import-not-found]
import atexit
import marshal
import os
import re
import sys
from contextlib import suppress
from re import _compiler, _parser  # type: ignore[attr-defined]  # what lies behind ``re.compile``, in two steps

from newslint.kept import folders

TYPE_CHECKING = False  # typing is dear to a short run
if TYPE_CHECKING:
    from typing import Any, AnyStr

    Key = tuple[str | bytes, int]
    """A pattern and its flags."""
    Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
    """Flags, with those inside the pattern; the code; how many groups; their numbers by name, their names by number."""

MOST = 16 * 1024 * 1024
"""Bytes of code that are kept: newslint's own take four million."""

_MADE_BY = f"{_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder} {sys.version}".encode()
"""Nothing else can read the code."""
_HEAD = len(_MADE_BY)
_DATA = _HEAD + 8


def compiled(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives, and raises, for a pattern of newslint or of a rule.

    Never for one that holds words of a draft or a source: it is written to a file.
    """
    return _KEPT.compiled(pattern, flags)


class Kept:
    """The code of expressions in one file, read when the first is asked for, and written at the end where some were new."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.new: dict[Key, Code] = {}
        self._known: dict[Key, Code] | None = None

    def compiled(self, pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
        """The expression, built from its code."""
        key: Key = pattern, int(flags)
        if self._known is None:
            self._known = self._read()
        code = self._known.get(key)
        try:
            if code is not None:
                return _built(pattern, code)
        except Exception:  # it is no code that this Python takes
            del self._known[key]
        try:
            code = _code(pattern, key[1])
            made = _built(pattern, code)
        except Exception:  # a pattern that is wrong, or a Python that does it in another way
            return re.compile(pattern, flags)
        if not self.new:
            atexit.register(self.save)
        self.new[key] = self._known[key] = code
        return made

    def save(self) -> None:
        """Write what is new beside what other runs have written; where that cannot be, nothing is lost but time."""
        new, self.new = self.new, {}
        if not new:
            return
        kept = marshal.dumps({**self._read(), **new})
        if len(kept) > MOST:  # expressions of rules that changed, or of other versions
            kept = marshal.dumps(new)
        beside = f"{self.path}.{os.getpid()}"
        with suppress(OSError):
            os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
            try:
                with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:  # noqa: PTH123
                    file.write(_MADE_BY + _digest(kept) + kept)
                os.replace(beside, self.path)  # noqa: PTH105
            finally:
                with suppress(OSError):
                    os.unlink(beside)  # noqa: PTH108

    def _read(self) -> dict[Key, Code]:
        """What the file holds; nothing where it is not there, not whole, another Python's or another user's."""
        try:
            with open(self.path, "rb") as file:  # noqa: PTH123
                if hasattr(os, "geteuid") and os.fstat(file.fileno()).st_uid != os.geteuid():
                    return {}
                data = memoryview(file.read())
            if data[:_HEAD] == _MADE_BY and data[_HEAD:_DATA] == _digest(data[_DATA:]):
                known: dict[Key, Code] = marshal.loads(data[_DATA:])
                return known
        except (OSError, ValueError, EOFError, TypeError):
            pass
        return {}


def _digest(kept: bytes | memoryview) -> bytes:
    """Eight bytes; Python's own, by which it knows whether bytecode belongs to its source."""
    return _imp.source_hash(_sre.MAGIC, kept)


def _code(pattern: str | bytes, flags: int) -> Code:
    """The first step of ``re.compile``: what it hands to the second."""
    from array import array

    parsed: Any = _parser.parse(pattern, flags)
    code = _compiler._code(parsed, flags)
    numbers: dict[str, int] = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in numbers.items():
        names[number] = name
    return flags | parsed.state.flags, array("I", code).tobytes(), parsed.state.groups - 1, numbers, tuple(names)


def _built(pattern: AnyStr, code: Code) -> re.Pattern[AnyStr]:
    """The second step."""
    flags, words, groups, numbers, names = code
    made: re.Pattern[AnyStr] = _sre.compile(pattern, flags, memoryview(words).cast("I").tolist(), groups, numbers, names)
    return made


_KEPT = Kept(os.path.join(folders.cache(), f"regexes-{sys.implementation.cache_tag}"))  # noqa: PTH118
