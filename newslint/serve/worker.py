"""A worker: a forked process that answers requests one after another, and keeps what it read in between."""

from __future__ import annotations

import _thread
import signal
import socket
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from newslint.run.keeping import Kept, Refused, collect
from newslint.run.memory import resident
from newslint.run.parallel import processors
from newslint.serve import state
from newslint.serve.request import answered, read
from newslint.serve.wire import ALIVE, ALONE, REPLY

Run = Callable[[list[str], Kept], int]

BEAT = 0.25
"""Seconds between two signs of life, to the client and to the supervisor."""

PATIENCE = 1.0
"""Seconds for all of a request to come."""

TAKE = 10.0
"""Seconds that a client may take to hear its answer."""

DONE, SPENT = b"D", b"E"
"""What a worker tells the supervisor when it has answered: that it waits for more, or that it ends."""


@dataclass(frozen=True)
class Limits:
    """``seconds`` of one request, ``requests`` and bytes of ``growth`` after which a worker is renewed, how many ``workers``
    there are at most, seconds ``idle`` after which the server ends."""

    seconds: float = 60.0
    requests: int = 1000
    growth: int = 512 * 1024 * 1024
    workers: int = field(default_factory=lambda: min(8, processors()))
    idle: float = 1800.0
    verbose: bool = False


class Worker:
    """``control`` leads to the supervisor: connections come from there, and each ``DONE`` goes back."""

    def __init__(self, control: socket.socket, run: Run, kept: Kept, limits: Limits) -> None:
        self.control, self.run, self.kept, self.limits = control, run, kept, limits
        self._caller: socket.socket | None = None
        self._left = self._running = False
        self._busy = threading.Event()
        self._lock = threading.Lock()
        self._foreign: frozenset[str] = frozenset()
        self._stamps: list[state.Stamp] = []

    def work(self) -> None:
        """Answer until the supervisor is gone, or this worker is spent."""
        for number in (signal.SIGALRM, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        threading.Thread(target=self._beat, daemon=True).start()
        known, begun, served, spent = state.modules(), resident(), 0, False
        while not spent and (connection := self._next()):
            signal.setitimer(signal.ITIMER_REAL, self.limits.seconds)  # the end of a worker that hangs, whatever it hangs in
            with connection:
                self._answer(connection)
            self._busy.clear()
            signal.setitimer(signal.ITIMER_REAL, 0)
            self.kept.rest()
            collect()
            served += 1
            self._foreign = state.foreign(state.modules() - known)
            self._stamps = state.stamps(self._foreign)
            spent = served >= self.limits.requests or resident() - begun > self.limits.growth
            with suppress(OSError):
                self.control.send(SPENT if spent else DONE)

    def _next(self) -> socket.socket | None:
        while True:
            try:
                data, handles, _, _ = socket.recv_fds(self.control, 1, 1)
            except KeyboardInterrupt:
                continue
            except OSError:
                return None
            return socket.socket(fileno=handles[0]) if data and handles else None

    def _answer(self, connection: socket.socket) -> None:
        self._attend(connection)
        try:
            request = read(connection, time.monotonic() + PATIENCE)
            if self._stamps != state.stamps(self._foreign):  # a plugin is another now
                request.close()
                raise Refused
            answer = answered(request, self._run, self.kept.begin)
            answer = REPLY + answer
        except Refused:
            answer = ALONE
        except Exception:  # ours, since those of a run are told in its answer
            traceback.print_exc()
            answer = ALONE
        self._attend(None)
        connection.settimeout(TAKE)
        with suppress(OSError):
            connection.sendall(answer)

    def _run(self, words: list[str]) -> int:
        """Run it; from its first word to its last, and nowhere else, a caller that leaves breaks it off."""
        try:
            with self._lock:
                self._running = not self._left
            if self._left:
                raise Refused
            try:
                return self.run(words, self.kept)
            finally:
                with self._lock:
                    self._running = False
        except KeyboardInterrupt:
            return 130

    def _attend(self, connection: socket.socket | None) -> None:
        """From now on it is this caller who hears that we live; None for nobody."""
        with self._lock:
            self._caller, self._left = connection, False
        if connection:
            self._busy.set()

    def _beat(self) -> None:
        """Say again and again that we live, and notice that the caller does not."""
        while True:
            self._busy.wait()
            time.sleep(BEAT)
            with suppress(OSError):
                self.control.send(ALIVE, socket.MSG_DONTWAIT)
            with self._lock:
                try:
                    if self._caller:
                        self._caller.send(ALIVE, socket.MSG_DONTWAIT)
                except BlockingIOError:  # it does not listen, yet
                    pass
                except OSError:
                    self._caller, self._left = None, True
                    if self._running:
                        _thread.interrupt_main()
