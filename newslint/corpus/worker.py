"""A worker: reads a shard, has each document linted in a throw-away process, and gives the rows."""

from __future__ import annotations

import atexit
import pickle
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from newslint.corpus import child
from newslint.corpus.job import Job, WorkerError, unlike
from newslint.corpus.shapes import Failure, Item, Row, Rows, Shard, Status
from newslint.run.parallel import named

START = 300
"""Seconds within which a process must have loaded its rules and model, on however busy a machine."""

WATCHED = 0.1
"""Seconds between two looks at the clock."""


@dataclass(frozen=True)
class Answer:
    """What came of one try at a document; ``made`` is (words, day, findings), ``again`` whether another may mend it."""

    status: Status
    made: tuple[int, str | None, list[Row]] | None
    fault: str = ""
    again: bool = False
    alive: bool = True


class Child:
    """The process, and what watches that it answers in time."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.served = self.resident = 0
        self._due = 0.0
        self._late = self._closed = False
        self._lock = threading.Lock()
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  as long as the process
        self._process = subprocess.Popen(_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._said)
        self._watch = threading.Thread(target=self._watched, daemon=True)
        self._watch.start()
        self._begin()

    def _begin(self) -> None:
        """Wait until it has loaded all it needs; raises WorkerError where it cannot, or would lint otherwise than the client."""
        ready = self._asked(pickle.dumps(self.job), START)
        if ready is None:
            why = self._last_words() or self._end()
            self.close()
            raise WorkerError(f"{host()}: the process for the language model did not start: {why}")
        if isinstance(ready, str):
            self.close()
            raise WorkerError(f"{host()}: {ready}")
        if self.job.stamp and (other := unlike(self.job.stamp, ready)):
            self.close()
            raise WorkerError(f"{host()} would not lint as this machine does: other there: {other}")

    def lint(self, item: Item) -> Answer:
        """What comes of a document, whatever it does to the process."""
        size = len(item.text) + len(item.raw or b"") + sum(len(source.get("text") or "") for source in item.sources)
        limit = self.job.limits.seconds * max(1.0, size / 100_000)
        answer = self._asked(pickle.dumps((item, limit), protocol=5), limit * child.WALL)
        if answer is None:
            end = self._end()
            hung = self._late or end in ("SIGALRM", "SIGPROF")
            return Answer("failed", None, f"no end within {limit:g} s" if hung else f"killed its process ({end})", True, False)
        status, made, fault, again, self.resident = answer
        self.served += 1
        return Answer(status, made, fault, again, alive=not fault.startswith("MemoryError") and "(MemoryError" not in fault)

    @property
    def spent(self) -> bool:
        """Whether it has gone, or done or grown enough to make place for a new one."""
        limits = self.job.limits
        return self._process.poll() is not None or self.served >= limits.renewed or self.resident > limits.memory * 3 // 5

    def close(self) -> None:
        """End it; what it was doing is lost."""
        self._closed = True
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._said):
            with suppress(OSError):
                if stream:
                    stream.close()

    def _asked(self, request: bytes, limit: float) -> Any:
        """Its answer; None where it ended, or was ended since it took longer than ``limit``."""
        assert self._process.stdin
        assert self._process.stdout
        self._due = time.monotonic() + limit
        try:
            child.write(self._process.stdin, request)
            data = child.read(self._process.stdout)
        except OSError:
            data = None
        with self._lock:
            self._due = 0.0
        return None if data is None or self._late else pickle.loads(data)

    def _watched(self) -> None:
        while not self._closed and not self._late and self._process.poll() is None:
            time.sleep(WATCHED)
            with self._lock:
                if self._due and time.monotonic() > self._due:
                    self._late = True
                    self._process.kill()

    def _end(self) -> str:
        """How it ended."""
        status = self._process.wait()
        return f"exit status {status}" if status >= 0 else named(-status)

    def _last_words(self) -> str:
        self._process.kill()
        self._process.wait()
        self._said.seek(0)
        lines = self._said.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1][:300] if lines else ""


def _command() -> list[str]:
    """Python on the child, which finds modules where we do, and nothing else that lies in the folder we are in."""
    path = [folder for folder in sys.path if folder]
    return [sys.executable, "-P", "-c", f"import sys; sys.path[:] = {path!r}; from newslint.corpus.child import main; main()"]


_idle: dict[str, list[Child]] = {}
_lock = threading.Lock()


@contextmanager
def _children(job: Job) -> Iterator[Callable[[], Child]]:
    """A function that gives a process for this job: one that has nothing to do, or a new one where it is spent."""
    with _lock:
        waiting = _idle.get(job.token, [])
        held = waiting.pop() if waiting else None

    def ready() -> Child:
        nonlocal held
        if held is not None and held.spent:
            held.close()
            held = None
        held = held or Child(job)
        return held

    try:
        yield ready
    except BaseException:
        if held is not None:
            held.close()
        raise
    if held is not None:
        with _lock:
            _idle.setdefault(job.token, []).append(held)


def lint(shard: Shard, job: Job, done: Callable[[], object] | None = None) -> Rows:
    """All that comes of a shard; ``done`` is called behind each of its documents.

    Raises WorkerError where this machine cannot lint it as the client would, OSError or InputError where it
    cannot be read.
    """
    rows = Rows()
    with _children(job) as ready:
        ready()  # a machine that is unlike the client's says so before it reads anything
        for item in shard.items():
            if isinstance(item, Failure):
                _fail(rows, item)
            else:
                _add(rows, item, *_tried(item, ready, job.limits.retries))
            if done:
                done()
    return rows


def _tried(item: Item, ready: Callable[[], Child], retries: int) -> tuple[Answer, int]:
    """What comes of a document in the end, and at which attempt; only this document is tried again."""
    attempt = 0
    while True:
        attempt += 1
        one = ready()
        answer = one.lint(item)
        if not answer.alive:
            one.close()
        if not answer.again or attempt > retries:
            return answer, attempt


def _add(rows: Rows, item: Item, answer: Answer, attempt: int) -> None:
    words, day, findings = answer.made or (0, item.published, [])
    head = {"id": item.id, "outlet": item.outlet, "published": day}
    rows.documents.append({**head, "words": words, "findings": len(findings), "status": answer.status})
    rows.findings += [{**head, **finding} for finding in findings]
    if answer.fault:
        rows.failures.append({"id": item.id, "place": item.place, "error": answer.fault, "attempt": attempt})


def _fail(rows: Rows, failure: Failure) -> None:
    rows.documents.append({"id": failure.id, "outlet": "", "published": None, "words": 0, "findings": 0, "status": "failed"})
    rows.failures.append({"id": failure.id, "place": failure.place, "error": failure.error, "attempt": failure.attempt})


def close(token: str = "") -> None:
    """End the processes that wait for more of this job, or of any."""
    with _lock:
        ended = [one for known in [*_idle] if token in ("", known) for one in _idle.pop(known)]
    for one in ended:
        one.close()


def host() -> str:
    return socket.gethostname()


atexit.register(close)
