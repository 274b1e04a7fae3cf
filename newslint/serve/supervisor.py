"""The supervisor: lets clients in, and hands each to a worker.

It does nothing that takes long itself, so that a client always hears that it lives. It lints nothing.
"""

from __future__ import annotations

import json
import os
import resource
import selectors
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from newslint import __version__
from newslint.run.keeping import Kept
from newslint.serve import state
from newslint.serve.crew import Crew, Hand
from newslint.serve.place import Place
from newslint.serve.wire import ALIVE, ALONE, HEAD, REPLY, RUN, STATUS, STOP, head, packed, peer
from newslint.serve.worker import BEAT, PATIENCE, Limits, Run, Worker

LOOK = 0.05
"""Seconds for which the state of our own code is taken as read."""

WAITING = 400
"""Clients that may wait, or fewer where the system grants us less than twice as many handles; more must go on alone."""


@dataclass(eq=False)
class Caller:
    """A client that waits; ``ready`` once it has said what it wants."""

    connection: socket.socket
    since: float
    ready: bool = False


class Supervisor:
    """One server. ``say`` writes a line of its log."""

    def __init__(
        self, place: Place, listener: socket.socket, run: Run, kept: Kept, limits: Limits, say: Callable[[str], None]
    ) -> None:
        self.place, self.listener, self.limits, self.say = place, listener, limits, say
        self._run, self._kept = run, kept
        self._code, self._looked = state.code(), 0.0
        self._callers: list[Caller] = []
        self._last = time.monotonic()
        self._begun = time.time()
        handles, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        self._room = WAITING if handles == resource.RLIM_INFINITY else min(WAITING, handles // 2)
        self._requests = 0
        self._why = ""
        self._selector = selectors.DefaultSelector()
        self._crew = Crew(self._selector, self._work, limits, say)
        self._selector.register(listener, selectors.EVENT_READ, None)

    # --- the loop -----------------------------------------------------------------------

    def serve(self) -> None:
        """Until it is told to stop, nothing was asked for long, or our own code is another."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda number, _: self._end(signal.Signals(number).name))
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
        self._crew.hire()
        due = 0.0
        while not self._why:
            for key, _ in self._selector.select(BEAT):
                if key.data is None:
                    self._let_in()
                elif isinstance(key.data, Hand):
                    self._crew.hear(key.data)
                else:
                    self._listen(key.data)
            self._hand_over()
            if (now := time.monotonic()) >= due:
                due = now + BEAT
                self._look_after(now)
        self.say(f"ends: {self._why}")
        self._leave()

    def _end(self, why: str) -> None:
        self._why = self._why or why

    def _look_after(self, now: float) -> None:
        for caller in [*self._callers]:
            if not caller.ready and now - caller.since > PATIENCE:
                self._dismiss(caller)
            else:
                self._tell(caller, ALIVE)
        self._crew.look_after(now)
        if self._crew.dying:
            self._end("its workers die")
        if not self.place.held:
            self._end("its socket was removed")
        if self._idle > self.limits.idle and not self._callers and not self._crew.busy:
            self._end(f"nothing was asked for {self.limits.idle / 60:g} minutes")

    def _leave(self) -> None:
        self.place.leave()
        self.listener.close()
        for caller in [*self._callers]:
            self._dismiss(caller, ALONE)
        self._crew.disband()

    @property
    def _idle(self) -> float:
        """Seconds since something was asked or answered."""
        return time.monotonic() - max(self._last, self._crew.last)

    # --- clients ------------------------------------------------------------------------

    def _let_in(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:  # nobody more, or no room for more
                return
            connection.setblocking(False)
            if peer(connection) != os.getuid() or len(self._callers) >= self._room:
                connection.close()
                continue
            self._last = time.monotonic()
            caller = Caller(connection, self._last)
            self._callers.append(caller)
            self._selector.register(connection, selectors.EVENT_READ, caller)
            self._tell(caller, ALIVE)

    def _listen(self, caller: Caller) -> None:
        """Look at what a client wants, without taking it: with its first byte come the handles, for a worker."""
        try:
            said = caller.connection.recv(HEAD, socket.MSG_PEEK)
        except BlockingIOError:
            return
        except OSError:
            said = b""
        if said in (head(STATUS), head(STOP)):
            caller.connection.recv(HEAD)
        if said == head(STATUS):
            self._dismiss(caller, REPLY + packed(json.dumps(self._status()).encode()))
        elif said == head(STOP):
            self._dismiss(caller, REPLY + packed(b""))
            self._end("it was told to")
        elif said == head(RUN):
            caller.ready = True
            self._selector.unregister(caller.connection)  # the rest is for a worker
        elif len(said) < HEAD and said and head(RUN).startswith(said[:-1]):
            self._selector.unregister(caller.connection)  # half a word, and it will not be more
        else:
            self._dismiss(caller, ALONE)

    def _tell(self, caller: Caller, word: bytes) -> None:
        try:
            caller.connection.send(word, socket.MSG_DONTWAIT)
        except BlockingIOError:
            pass
        except OSError:
            self._dismiss(caller)

    def _dismiss(self, caller: Caller, word: bytes = b"") -> None:
        if caller not in self._callers:
            return
        self._callers.remove(caller)
        with suppress(KeyError, ValueError):
            self._selector.unregister(caller.connection)
        with suppress(OSError):
            caller.connection.send(word)
        caller.connection.close()

    def _hand_over(self) -> None:
        """Each client that waits to a worker that is free."""
        for caller in [one for one in self._callers if one.ready]:
            if changed := self._changed():
                self._end(f"newslint, or a package, is another now: {changed}")
                return
            hand = self._crew.free()
            if not hand or not self._crew.give(hand, caller.connection):
                return
            self._requests += 1
            if self.limits.verbose:
                self.say(f"request {self._requests} to worker {hand.process}")
            self._callers.remove(caller)
            caller.connection.close()

    def _changed(self) -> str:
        """A file of ours, or a folder of packages, that has changed since we began."""
        if time.monotonic() - self._looked <= LOOK:
            return ""
        if (now := state.code()) != self._code:
            return min({*now} ^ {*self._code}).path
        self._looked = time.monotonic()
        return ""

    # --- workers ------------------------------------------------------------------------

    def _work(self, control: socket.socket) -> None:
        """In the process of a worker: keep nothing of ours open."""
        self._selector.close()
        self.listener.close()
        self.place.forget()
        for caller in self._callers:
            caller.connection.close()
        Worker(control, self._run, self._kept, self.limits).work()

    def _status(self) -> dict[str, object]:
        processes = [os.getpid(), *(hand.process for hand in self._crew.hands)]
        return {
            "version": __version__,
            "process": os.getpid(),
            "socket": str(self.place.path),
            "since": time.strftime("%Y-%m-%dT%H:%M:%S%z", time.localtime(self._begun)),
            "idle": round(self._idle),
            "ends_after": round(self.limits.idle),
            "requests": self._requests,
            "failed": self._crew.lost,
            "waiting": sum(caller.ready for caller in self._callers),
            "workers": self._crew.status(),
            "memory": sum(map(_share, processes)),
        }


def _share(process: int) -> int:
    """Bytes of memory of a process, of those that it shares its share; 0 where the system does not say."""
    try:
        with open(f"/proc/{process}/smaps_rollup", encoding="ascii") as file:  # noqa: PTH123
            return next((int(line.split()[1]) * 1024 for line in file if line.startswith("Pss:")), 0)
    except OSError:
        return 0
