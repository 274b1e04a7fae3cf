"""A mended draft put back: in its own encoding, by a rename, and only where nobody else has written to it."""

from __future__ import annotations

import codecs
import os
import stat
from contextlib import suppress
from pathlib import Path

from newslint.errors import InputError
from newslint.paths import real
from newslint.read.decode import decoded


def save(path: Path, before: str, after: str) -> None:
    """Write ``after`` where ``before`` was read; its mode stays, and a crash leaves one or the other there.

    Raises InputError where the file may not be written, or no longer holds what was read.
    """
    file = real(path)
    try:
        mode = file.stat().st_mode
        if not mode & 0o222 or not os.access(file, os.W_OK):
            raise InputError("is read-only; nothing was changed in it", path=path)
        raw = file.read_bytes()
        _replace(file, raw, as_bytes(path, raw, before, after), mode)
    except OSError as fault:
        raise InputError(f"cannot be written: {fault.strerror}", path=path) from None


def as_bytes(path: Path, raw: bytes, before: str, after: str) -> bytes:
    """``after`` in the encoding, and with the byte order mark, that ``raw`` has, which must be ``before``."""
    text, encoding = decoded(path, raw)
    if text != before or _encoded(text, encoding, raw) != raw:
        raise InputError("has changed, or is not plain text; nothing was changed in it", path=path)
    try:
        return _encoded(after, encoding, raw)
    except UnicodeEncodeError as fault:
        letter = after[fault.start]
        raise InputError(f"cannot hold {letter!r} in its encoding, {encoding}; nothing was changed in it", path=path) from None


def _encoded(text: str, encoding: str, raw: bytes) -> bytes:
    if encoding == "utf-16":
        little = raw.startswith(codecs.BOM_UTF16_LE)
        mark = codecs.BOM_UTF16_LE if little else codecs.BOM_UTF16_BE
        return mark + text.encode("utf-16-le" if little else "utf-16-be")
    return text.encode(encoding, "surrogatepass" if encoding.startswith("utf-8") else "strict")


def _replace(file: Path, raw: bytes, new: bytes, mode: int) -> None:
    """Put ``new`` in the place of a file that still holds ``raw``."""
    import tempfile  # it imports every kind of archive

    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    copy = Path(name)
    try:
        with open(handle, "wb") as out:  # noqa: PTH123  a handle has no path
            out.write(new)
            out.flush()
            os.fsync(out.fileno())
        with suppress(OSError, AttributeError):  # not ours to give away, or no such thing on Windows
            owner = file.stat()
            os.chown(copy, owner.st_uid, owner.st_gid)
        copy.chmod(stat.S_IMODE(mode))
        if file.read_bytes() != raw:
            raise InputError("has changed meanwhile; nothing was changed in it", path=file)
        copy.replace(file)
    finally:
        copy.unlink(missing_ok=True)
