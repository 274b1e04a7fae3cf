"""Where the socket lies: a folder of this user alone, a lock that one server holds, and a socket that it alone answers."""

from __future__ import annotations

import os
import socket
import stat
from contextlib import suppress
from pathlib import Path

from newslint.errors import NewslintError
from newslint.serve.wire import NAME, folder, ours

LOCK = "serve.lock"
BACKLOG = 512
"""Clients that may wait to be let in."""

LONGEST = 100
"""Bytes of a socket's name; some systems take 104, with what ends it."""


class TakenError(NewslintError):
    """Another server holds the place."""


class Place:
    """The place of one server, from when it is taken until it is left."""

    def __init__(self) -> None:
        self.folder = Path(os.path.abspath(folder()))  # noqa: PTH100
        self.path = self.folder / NAME
        self._lock = -1
        self._state: os.stat_result | None = None

    def take(self) -> socket.socket:
        """A socket that listens; raises TakenError where another server does, NewslintError where there can be none."""
        if not hasattr(socket, "AF_UNIX") or os.name != "posix":
            raise NewslintError("this system has no Unix sockets, so that no process can be kept warm; newslint runs without one")
        if len(os.fsencode(self.path)) > LONGEST:
            raise NewslintError(f"{self.path} is too long for the name of a socket; name another folder in NEWSLINT_RUNTIME_DIR")
        try:
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileExistsError):
                self.folder.mkdir(mode=0o700)
        except OSError as fault:
            raise NewslintError(f"{self.folder} cannot be made: {fault.strerror}") from None
        if not ours(str(self.folder), stat.S_IFDIR):
            raise NewslintError(
                f"{self.folder} must be a folder, no link, that is yours and that nobody else may use (mode 0700); "
                "mend it, or name another in NEWSLINT_RUNTIME_DIR"
            )
        self._hold()
        return self._listening()

    def _hold(self) -> None:
        """Hold the lock as long as this process lives, however it ends."""
        import fcntl

        try:
            self._lock = os.open(self.folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise TakenError("a warm process is there already") from None
        except OSError as fault:
            raise NewslintError(f"{self.folder / LOCK} cannot be locked: {fault.strerror}") from None

    def _listening(self) -> socket.socket:
        """A new socket in the place of one that a dead server left: we hold the lock, so nobody answers it."""
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        before = os.umask(0o177)
        try:
            with suppress(FileNotFoundError):
                self.path.unlink()
            listener.bind(str(self.path))
            listener.listen(BACKLOG)
            self._state = self.path.lstat()
        except OSError as fault:
            raise NewslintError(f"{self.path}: no socket can be made there: {fault.strerror}") from None
        finally:
            os.umask(before)
        listener.setblocking(False)
        return listener

    @property
    def held(self) -> bool:
        """Whether the socket that lies there is still ours: somebody may have removed it, or the folder."""
        try:
            return self._state is not None and os.path.samestat(self.path.lstat(), self._state)
        except OSError:
            return False

    def forget(self) -> None:
        """In a forked process: the place is not its own. The lock stays with whoever holds it."""
        os.close(self._lock)
        self._lock, self._state = -1, None

    def leave(self) -> None:
        """Remove the socket, if it is still ours, and let go of the lock."""
        if self.held:
            with suppress(OSError):
                self.path.unlink()
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1
