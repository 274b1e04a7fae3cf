"""Files and folders that nobody but this user can have written."""

from __future__ import annotations

import os
import stat
from contextlib import suppress


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
