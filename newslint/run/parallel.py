"""Work that several processes do, its results in the order in which it was given.

Each process is given one piece at a time. One that dies at its piece costs that piece alone: it is tried once more in
a fresh process, then given up. One that has grown is replaced by a new one, and nothing is read further ahead than a few
pieces, so that memory does not grow with their number.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Generic, TypeVar

from newslint.run import memory

T = TypeVar("T")
Work = Callable[[bytes], bytes]

AHEAD = 4
"""Pieces for each process that are begun, or done and waiting for their turn."""

GROWN = 512 * 1024 * 1024
"""Bytes by which a process may grow before another takes its place."""

TRIES = 2

METHOD = "fork" if sys.platform.startswith("linux") else "spawn"
"""How a process is made: forked, it shares the language model's pages; elsewhere than on Linux, forking is not safe."""

_PATIENCE = 2.0
"""Seconds that a process has to go by itself."""

_MORE, _LAST = b"\0", b"\1"
"""Before a result: whether its process goes on."""


@dataclass(slots=True)
class Piece(Generic[T]):
    """Something to work on, with what is sent for it: None where nothing is to be done. ``fault`` says how the
    processes that worked on it ended, where none of them came to a result."""

    item: T
    payload: bytes | None
    result: bytes | None = None
    fault: str = ""
    tries: int = 0

    @property
    def done(self) -> bool:
        return self.payload is None or self.result is not None or bool(self.fault)


@dataclass(slots=True)
class _Worker:
    """One process, and the piece that it is at."""

    process: BaseProcess
    wire: Connection
    piece: Piece[Any] | None = None


class Pool:
    """Processes that do one kind of work. ``work`` is inherited where processes are forked, and pickled elsewhere; ``prepare``
    is called before the first is forked, to have in memory what all of them share."""

    def __init__(
        self, work: Work, jobs: int, *, prepare: Callable[[], object] = lambda: None, method: str = METHOD, grown: int = GROWN
    ) -> None:
        self.work = work
        self.jobs = jobs
        self.grown = grown
        self.prepare = prepare
        self._prepared = False
        self._context: Any = get_context(method)
        self._workers: list[_Worker] = []

    def done(self, pieces: Iterable[Piece[T]]) -> Iterator[Piece[T]]:
        """These pieces with their results, in their order; they are asked for as there is room for them."""
        source = iter(pieces)
        window: deque[Piece[T]] = deque()
        waiting: deque[Piece[T]] = deque()
        more = True
        try:
            while True:
                self._collect(waiting, block=False)
                self._give_out(waiting)
                if window and window[0].done:
                    yield window.popleft()
                elif more and len(window) < self.jobs * AHEAD:
                    piece = next(source, None)
                    more = piece is not None
                    if piece is not None:
                        window.append(piece)
                        waiting.extend([piece] if piece.payload is not None else [])
                elif window:
                    self._collect(waiting, block=True)
                else:
                    return
        finally:
            self._end()

    def _give_out(self, waiting: deque[Piece[T]]) -> None:
        """A piece for each process that has none; processes are made as they are needed."""
        idle = [worker for worker in self._workers if worker.piece is None]
        while waiting and (idle or len(self._workers) < self.jobs):
            piece = waiting.popleft()
            # what a process has died of is tried alone in one that has done nothing else
            worker = idle.pop() if idle and not piece.tries else self._made()
            piece.tries += 1
            worker.piece = piece
            with suppress(OSError):  # it is dead, as its end of the wire will say
                worker.wire.send_bytes(piece.payload or b"")

    def _made(self) -> _Worker:
        if not self._prepared and self._context.get_start_method() == "fork":
            self.prepare()
            self._prepared = True
        ours, theirs = self._context.Pipe()
        forked = self._context.get_start_method() == "fork"
        inherited = [ours, *(worker.wire for worker in self._workers)] if forked else []
        process = self._context.Process(target=_serve, args=(theirs, inherited, self.work, self.grown), daemon=True)
        with _undisturbed():
            process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _collect(self, waiting: deque[Piece[T]], *, block: bool) -> None:
        """Take what has come; a piece whose process died waits again, before all others."""
        busy = {worker.wire: worker for worker in self._workers if worker.piece}
        for wire in wait([*busy], None if block else 0) if busy else ():
            worker = busy[wire]  # type: ignore[index]
            piece, worker.piece = worker.piece, None
            try:
                came = worker.wire.recv_bytes()
            except (EOFError, OSError):
                how = self._gone(worker)
                if piece and piece.tries < TRIES:
                    waiting.appendleft(piece)
                elif piece:
                    piece.fault = how
                continue
            if piece:
                piece.result = came[1:]
            if came[:1] == _LAST:
                self._gone(worker)

    def _gone(self, worker: _Worker) -> str:
        """How this process, which is ending, has ended."""
        self._workers.remove(worker)
        worker.wire.close()
        worker.process.join()
        code = worker.process.exitcode or 0
        return f"was killed by {named(-code)}" if code < 0 else f"ended with status {code}"

    def _end(self) -> None:
        """End all of them: those that have nothing to do go by themselves."""
        for worker in self._workers:
            if worker.piece:
                worker.process.kill()
            worker.wire.close()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers.clear()


def processors() -> int:
    """How many processors this process may use: those that it is bound to, and what its container is granted of them."""
    known = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    granted = float(len(known))
    with suppress(OSError, ValueError):
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text(encoding="ascii").split()
        granted = min(granted, int(quota) / int(period))
    return max(1, round(granted))


def _serve(wire: Connection, inherited: list[Connection], work: Work, grown: int) -> None:
    """What a process does: work, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # its parent is asked, too, and ends it
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    for other in inherited:
        other.close()
    first = memory.most()
    with suppress(EOFError, OSError):
        more = True
        while more:
            made = work(wire.recv_bytes())
            sys.stdout.flush()  # of a plugin, perhaps
            more = memory.most() - first < grown
            wire.send_bytes((_MORE if more else _LAST) + made)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C waits until a new process can say what it makes of it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def named(number: int) -> str:
    """The name of a signal."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
