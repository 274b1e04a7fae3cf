"""The processes that lint: one that holds rules and model, and throw-away ones that are forked from it.

Elsewhere than on Linux, where forking is not safe, each throw-away one loads rules and model itself.
"""

from __future__ import annotations

import pickle
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from contextlib import nullcontext
from dataclasses import dataclass

from newslint.corpus import child
from newslint.corpus.job import Job, WorkerError, unlike
from newslint.corpus.lines import Forked, Line
from newslint.corpus.shapes import Item, Row, Status
from newslint.run.parallel import METHOD

START = 300
"""Seconds within which a process must have loaded its rules and model, on however busy a machine."""


@dataclass(frozen=True)
class Answer:
    """What came of one try at a document; ``made`` is (words, day, findings), ``again`` whether another may mend it."""

    status: Status
    made: tuple[int, str | None, list[Row]] | None
    fault: str = ""
    again: bool = False
    alive: bool = True


class Child:
    """A process that lints documents until one of them is its end."""

    def __init__(self, job: Job, line: Line) -> None:
        self.job, self.line = job, line
        self.served = self.resident = 0

    def lint(self, item: Item) -> Answer:
        """What comes of a document, whatever it does to the process."""
        size = len(item.text) + len(item.raw or b"") + sum(len(source.get("text") or "") for source in item.sources)
        limit = self.job.limits.seconds * max(1.0, size / 100_000)
        self.line.tell(pickle.dumps((item, limit), protocol=5), limit * child.WALL)
        answer = self.line.answer()
        if answer is None:
            end = self.line.end()
            hung = self.line.late or end in ("SIGALRM", "SIGPROF")
            return Answer("failed", None, f"no end within {limit:g} s" if hung else f"killed its process ({end})", True, False)
        status, made, fault, again, self.resident = answer
        self.served += 1
        return Answer(status, made, fault, again, alive=not fault.startswith("MemoryError") and "(MemoryError" not in fault)

    @property
    def spent(self) -> bool:
        """Whether it has gone, or done or grown enough to make place for a new one."""
        limits = self.job.limits
        return self.served >= limits.renewed or self.resident > limits.memory * 3 // 5 or self.line.process.poll() is not None

    def close(self) -> None:
        self.line.close()


class Holder:
    """The process that has loaded rules and model for a job; until it is asked for a child it may be loading them."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self._ready = False
        self._lock = threading.Lock()
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  until it is ready
        self._orders: socket.socket | None = None
        theirs: socket.socket | None = None
        if METHOD == "fork":
            self._orders, theirs = socket.socketpair()
        with theirs or nullcontext():
            passed = [theirs.fileno()] if theirs else []
            process = subprocess.Popen(
                _command(passed), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._said, pass_fds=passed
            )
        self._line = Line(process)
        self._line.tell(pickle.dumps(job), START)

    def child(self) -> Child:
        """A process that lints.

        Raises WorkerError where it cannot, or would lint otherwise than the client; OSError where this one has ended.
        """
        with self._lock:
            if not self._ready:
                self._begun()
            return Child(self.job, Line(self._forked(self._orders)) if self._orders else self._line)

    def close(self) -> None:
        self._line.close()
        self._said.close()
        if self._orders:
            self._orders.close()

    def _begun(self) -> None:
        ready = self._line.answer()
        if ready is None:
            raise WorkerError(f"{host()}: the process for the language model did not start: {self._last_words()}")
        if isinstance(ready, str):
            raise WorkerError(f"{host()}: {ready}")
        if self.job.stamp and (other := unlike(self.job.stamp, ready)):
            raise WorkerError(f"{host()} would not lint as this machine does: other there: {other}")
        self._ready = True

    def _last_words(self) -> str:
        self._line.process.kill()
        end = self._line.end()
        self._said.seek(0)
        lines = self._said.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1][:300] if lines else end

    def _forked(self, orders: socket.socket) -> Forked:
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(orders, [child.ORDER.pack(0)], [theirs.fileno()])
        return Forked(_number(orders), ours, self._ended)

    def _ended(self, pid: int) -> int:
        """The exit status of a child, or the number of a signal below 0."""
        assert self._orders
        with self._lock:
            try:
                self._orders.sendall(child.ORDER.pack(pid))
                return _number(self._orders)
            except OSError:  # it has gone itself
                return -signal.SIGKILL


def _number(orders: socket.socket) -> int:
    """What the holder answers to an order; raises OSError where it has gone."""
    data = orders.recv(child.ORDER.size, socket.MSG_WAITALL)
    if len(data) < child.ORDER.size:
        raise ConnectionResetError
    return int(child.ORDER.unpack(data)[0])


def _command(passed: list[int]) -> list[str]:
    """Python on the child, which finds modules where we do, and nothing else that lies in the folder we are in."""
    path = [folder for folder in sys.path if folder]
    begun = f"import sys; sys.path[:] = {path!r}; from newslint.corpus.child import main; main(*{passed})"
    return [sys.executable, "-P", "-c", begun]


_holders: dict[str, Holder] = {}
_lock = threading.Lock()


def begin(job: Job) -> Holder:
    """The process that holds rules and model for a job; where there is none it is started, and not waited for."""
    with _lock:
        if job.token not in _holders:
            _holders[job.token] = Holder(job)
        return _holders[job.token]


def made(job: Job) -> Child:
    """A new process for documents of a job; raises WorkerError."""
    if METHOD != "fork":
        return Holder(job).child()
    for _ in range(2):  # one that held them for long may have ended, as it does where nothing is asked of it
        holder = begin(job)
        try:
            return holder.child()
        except WorkerError:
            drop(job.token, holder)
            raise
        except OSError:
            drop(job.token, holder)
    raise WorkerError(f"{host()}: the process for the language model ended")


def drop(token: str, holder: Holder | None = None) -> None:
    """End the process that holds rules and model for these jobs (all where the token is empty), or this one of them."""
    with _lock:
        gone = [one for one in [*_holders] if token in ("", one) and holder in (None, _holders[one])]
        closed = [_holders.pop(one) for one in gone]
    for one in closed:
        one.close()


def host() -> str:
    return socket.gethostname()
