"""A worker: reads a shard, has each document linted in a throw-away process, and gives the rows."""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from newslint.corpus import processes
from newslint.corpus.job import Job
from newslint.corpus.processes import Answer, Child
from newslint.corpus.shapes import Failure, Item, Rows, Shard

heard: dict[str, Callable[[], object]] = {}
"""By the token of a job, what is called behind each document that is linted in this process."""

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
        held = held or processes.made(job)
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


def lint(shard: Shard, job: Job) -> Rows:
    """All that comes of a shard.

    Raises WorkerError where this machine cannot lint it as the client would, OSError or InputError where it
    cannot be read.
    """
    rows = Rows()
    done = heard.get(job.token, int)
    with _children(job) as ready:
        ready()  # a machine that is unlike the client's says so before it reads anything
        for item in shard.items():
            if isinstance(item, Failure):
                _fail(rows, item)
            else:
                _add(rows, item, *_tried(item, ready, job.limits.retries))
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
    """End the processes of this job that wait for more, or those of any."""
    with _lock:
        ended = [one for known in [*_idle] if token in ("", known) for one in _idle.pop(known)]
    for one in ended:
        one.close()
    processes.drop(token)


atexit.register(close)
