"""Paths as somebody wrote them: where they lead, and what lies there, whatever was written.

``pathlib`` raises for a link that leads to itself, for a name that is too long and for one that holds
a NUL; a name in a manifest or the link of a page may be any of these.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def real(path: Path) -> Path:
    """The file that is meant, its links followed as far as they lead."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):  # no file can have this name
        return Path(os.path.abspath(path))  # noqa: PTH100  looks at no file


def same(path: Path, other: Path | None) -> bool:
    """Whether both lead to one file."""
    return other is not None and real(path) == real(other)


def is_file(path: Path) -> bool:
    """Whether a file lies there that may be looked at."""
    return os.path.isfile(path)  # noqa: PTH113  raises for no name


def is_folder(path: Path) -> bool:
    """Whether a folder lies there that may be looked at."""
    return os.path.isdir(path)  # noqa: PTH112


def is_there(path: Path) -> bool:
    """Whether anything lies there, be it a link that leads nowhere."""
    try:
        return os.path.lexists(path)
    except ValueError:
        return False


def write(path: Path, text: str) -> None:
    """Put this text into the file by a rename, so that a crash leaves the old one there or the new; raises OSError."""
    import tempfile  # it imports every kind of archive

    file = real(path)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    new = Path(name)
    try:
        with open(handle, "w", encoding="utf-8", newline="") as out:  # noqa: PTH123  a handle has no path
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        new.chmod(file.stat().st_mode & 0o7777 if is_file(file) else 0o666 & ~_umask())
        new.replace(file)
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _umask() -> int:
    """The bits that a new file of this user leaves out; there is no way to ask but to set them."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
