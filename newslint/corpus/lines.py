"""A process at the other end of a line: asked one thing after another, watched, and ended."""

from __future__ import annotations

import os
import pickle
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

from newslint.corpus import child
from newslint.run.parallel import named

WATCHED = 0.1
"""Seconds between two looks at the clock."""


class Line:
    """A process that answers one request after another, and what watches that it does so in time."""

    def __init__(self, process: subprocess.Popen[bytes] | Forked) -> None:
        self.process = process
        self.late = self._closed = False
        self._due = 0.0
        self._lock = threading.Lock()
        threading.Thread(target=self._watch, daemon=True).start()

    def tell(self, request: bytes, limit: float) -> None:
        """Begin to ask; the process is ended where it has not answered after so many seconds."""
        assert self.process.stdin
        self._due = time.monotonic() + limit
        with suppress(OSError):
            child.write(self.process.stdin, request)

    def answer(self) -> Any:
        """What it says; None where it ended, or was ended since it took too long."""
        assert self.process.stdout
        try:
            data = child.read(self.process.stdout)
        except OSError:
            data = None
        with self._lock:
            self._due = 0.0
        return None if data is None or self.late else pickle.loads(data)

    def close(self) -> None:
        """End it; what it was doing is lost."""
        self._closed = True
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            with suppress(OSError):
                if stream:
                    stream.close()

    def end(self) -> str:
        """How it ended."""
        status = self.process.wait()
        return f"exit status {status}" if status >= 0 else named(-status)

    def _watch(self) -> None:
        while not self._closed and not self.late:
            time.sleep(WATCHED)
            with self._lock:
                if self._due and time.monotonic() > self._due:
                    self.late = True
                    self.process.kill()


class Forked:
    """A process that the holder has forked for us; it is used as ``subprocess.Popen`` is."""

    def __init__(self, pid: int, line: socket.socket, ended: Callable[[int], int]) -> None:
        self.pid, self._line, self._ended = pid, line, ended
        self.stdin: IO[bytes] = line.makefile("wb")
        self.stdout: IO[bytes] = line.makefile("rb")
        self._status: int | None = None

    def poll(self) -> int | None:
        """Its exit status; None while it lives. To be asked where it has nothing to say."""
        try:
            gone = not self._line.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        except BlockingIOError:
            gone = False
        except OSError:
            gone = True
        return self.wait() if gone else None

    def wait(self) -> int:
        if self._status is None:
            self._status = self._ended(self.pid)
            self._line.close()
        return self._status

    def kill(self) -> None:
        if self._status is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
