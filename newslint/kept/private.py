"""Files and folders that nobody but this user can have written, and that nobody else reads.

What is kept is believed: compiled code is run, and a configuration may name plugins. So it is taken from such files alone.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress

TYPE_CHECKING = False  # typing is dear to a short run
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def folder(path: str) -> bool:
    """Whether this folder is the user's own and nobody else's; made where there is none. Raises OSError."""
    with suppress(FileExistsError):
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        os.mkdir(path, 0o700)  # noqa: PTH102
    state = os.lstat(path)
    if not stat.S_ISDIR(state.st_mode) or not ours(state):
        return False
    if os.name == "posix" and stat.S_IMODE(state.st_mode) & 0o077:
        os.chmod(path, 0o700)  # noqa: PTH101
    return True


def ours(state: os.stat_result) -> bool:
    """Whether this user owns it."""
    return os.name != "posix" or state.st_uid == os.geteuid()


def read(path: str) -> bytes:
    """The bytes of a file, if it and its folder are this user's alone, and none else. Raises OSError."""
    if not _alone(os.path.dirname(path), stat.S_ISDIR) or not _alone(path, stat.S_ISREG):  # noqa: PTH120
        return b""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return file.readall()


class Parts:
    """Such a file, of which a part is read when it is asked for. Raises OSError."""

    def __init__(self, path: str) -> None:
        self._handle = -1
        if os.name != "posix":  # where an open file cannot be replaced
            self._all = read(path)
        elif _alone(os.path.dirname(path), stat.S_ISDIR) and _alone(path, stat.S_ISREG):  # noqa: PTH120
            self._handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
            self._size = os.fstat(self._handle).st_size
        else:
            self._all = b""

    def __del__(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)

    def part(self, start: int, length: int) -> bytes:
        """As many bytes from there on as there are."""
        if self._handle < 0:
            return self._all[start : start + length]
        return os.pread(self._handle, min(length, self._size), start)  # a length that is wrong asks for no memory


def write(path: str, blocks: Iterable[bytes | memoryview]) -> None:
    """Put these in the place of the file, in one piece or not at all, if its folder is this user's alone. Raises OSError."""
    if not folder(os.path.dirname(path)):  # noqa: PTH120
        return
    new = f"{path}.{os.getpid()}"
    with suppress(FileNotFoundError):
        os.unlink(new)  # noqa: PTH108  of a process of this number that was killed
    try:
        with open(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:  # noqa: PTH123
            file.writelines(blocks)
        os.replace(new, path)  # noqa: PTH105
    finally:
        with suppress(OSError):
            os.unlink(new)  # noqa: PTH108


def _alone(path: str, kind: Callable[[int], bool]) -> bool:
    """Whether it is of this kind, no link, and nobody else may do anything with it."""
    state = os.lstat(path)
    return kind(state.st_mode) and ours(state) and not (os.name == "posix" and stat.S_IMODE(state.st_mode) & 0o077)
