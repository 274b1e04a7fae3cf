"""The throw-away process that holds the model: documents in on standard input, what was found out on standard output.

Any document may break, hang or kill it; then a new one takes its place (``worker``). Where processes can be forked, the one
that has loaded the model lints nothing itself: its children do, each of which costs next to nothing.
"""

from __future__ import annotations

import os
import pickle
import re
import signal
import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from newslint.errors import InputError, NewslintError, one_line
from newslint.run.memory import resident

IDLE = 300
"""Seconds without a document after which it ends, whatever has become of its worker."""

WALL = 4
"""How much longer than it may compute a document may take by the clock: a machine that others use is no fault of its."""

GRACE = 5
"""Seconds beyond that after which a document ends the process, where no worker is left to do so."""

ORDER = struct.Struct("<q")
"""What the holder of rules and model is asked, and answers: 0 for a child, whose number it gives; that number for its end."""

STORY = """\
The mayor of Paris, Ann Smith, 54, said on Monday 4 March 2024 that about 1,200 people, 15% more than in 2022, had left.

"We could not wait any longer," Smith told the Gazette. A man was arrested at 11pm over the $2.5m fraud, which he denies.
"""
"""What is linted first, so that all children have in memory what a document usually asks for."""

_LENGTH = struct.Struct("<Q")
_ADDRESS = re.compile(r" at 0x[0-9a-f]+", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def read(file: IO[bytes]) -> bytes | None:
    """The next message; None where the other side has gone."""
    length = file.read(_LENGTH.size)
    if len(length) < _LENGTH.size:
        return None
    data = file.read(size := _LENGTH.unpack(length)[0])
    return data if len(data) == size else None


def write(file: IO[bytes], data: bytes) -> None:
    file.write(_LENGTH.pack(len(data)) + data)
    file.flush()


def told(fault: BaseException) -> str:
    """What was raised, in one line and the same on every run."""
    words = str(fault) if isinstance(fault, NewslintError) else f"{type(fault).__name__}: {fault}"
    return _ADDRESS.sub("", one_line(" ".join(words.split())))[:500]


def main(orders: int | None = None) -> None:
    """Load rules and model, then lint; or, with a socket for orders, fork processes that do."""
    requests, answers = _streams()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the worker
    if (begin := read(requests)) is None:
        return
    try:
        job = pickle.loads(begin)
        linter, ready = _begun(job)
    except NewslintError as fault:
        write(answers, pickle.dumps(str(fault)))
        return
    write(answers, pickle.dumps(ready))
    os.dup2(os.open(os.devnull, os.O_RDWR), 2)
    if orders is None:
        _serve(requests, answers, linter, job)
    else:
        _fork(socket.socket(fileno=orders), lambda line: _serve(line.makefile("rb"), line.makefile("wb"), linter, job))


def _fork(orders: socket.socket, serve: Callable[[socket.socket], None]) -> None:
    """Do as the worker orders, until it has gone, or nothing was asked for long and no child is left."""
    children: set[int] = set()
    orders.settimeout(IDLE)
    while True:
        try:
            words, passed, _, _ = socket.recv_fds(orders, ORDER.size, 1)
        except TimeoutError:
            if any(os.waitid(os.P_PID, one, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None for one in children):
                continue
            return
        if not words:
            return
        if passed:
            answer = _forked(orders, socket.socket(fileno=passed[0]), serve)
            children.add(answer)
        else:
            children.discard(pid := ORDER.unpack(words)[0])
            answer = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        orders.sendall(ORDER.pack(answer))


def _forked(orders: socket.socket, line: socket.socket, serve: Callable[[socket.socket], None]) -> int:
    with line:
        if pid := os.fork():
            return pid
        status = 1
        try:
            orders.close()
            serve(line)
            status = 0
        finally:
            os._exit(status)


def _serve(requests: IO[bytes], answers: IO[bytes], linter: Any, job: Any) -> None:
    """Lint documents, one after another, until no more come."""
    _first_out()
    _limit_memory(job.limits.memory)
    _alarm(IDLE, 0)
    while (data := read(requests)) is not None:
        item, limit = pickle.loads(data)
        _alarm(limit * WALL + GRACE, limit)
        answer = _answer(item, linter)
        write(answers, pickle.dumps((*answer, resident() // 1024**2)))
        _alarm(IDLE, 0)


def _streams() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output, out of the reach of what plugins print."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return requests, answers


def _begun(job: Any) -> tuple[Any, dict[str, str]]:
    from newslint.corpus.job import stamp
    from newslint.corpus.shapes import Item
    from newslint.linter import Linter
    from newslint.run.keeping import freeze, load_model, needs_model, seldom

    linter = Linter.made(job.config, third_party=job.third_party)
    if linter.problems:
        raise linter.problems[0]
    if needs_model(linter):
        load_model(linter)
    if len(linter.manager.get_plugins()) == 1:  # our own; what others do to a document is for a throw-away process
        _answer(Item("", STORY), linter)
    ready = dict(stamp(linter))
    freeze()
    seldom()
    return linter, ready


def _answer(item: Any, linter: Any) -> tuple[str, Any, str, bool]:
    """Status, rows of the document and its findings, what went wrong, and whether another try may mend it."""
    from newslint.report.json import as_dict
    from newslint.run.batch import dossier_of

    row = {"id": item.id, "text": item.text, "format": item.format, "published": item.published, "sources": [*item.sources]}
    try:
        dossier = dossier_of(row, linter, raw=item.raw, filename=item.filename)
        outcome = linter.check(dossier)
        found = as_dict(outcome)["findings"]
        day = outcome.draft.published
        made = len(_WORD.findall(outcome.draft.body)), day.isoformat() if day else item.published, found
    except InputError as fault:
        return "failed", None, told(fault), False
    except Exception as fault:
        return "failed", None, told(fault), True
    faults = [f"{rule} broke off ({_ADDRESS.sub('', one_line(' '.join(why.split())))[:300]})" for rule, why in outcome.crashed]
    faults += [told(problem) for problem in outcome.problems]
    once = "; ".join(dict.fromkeys(faults))  # several rules may miss the same model
    return "partial" if faults else "linted", made, once, bool(outcome.crashed)


def _alarm(seconds: float, computing: float) -> None:
    """End this process in so many seconds by the clock, and of computing (0 for no limit).

    By the system: a regular expression that hangs lets no Python run.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
        signal.setitimer(signal.ITIMER_PROF, computing)


def _first_out() -> None:
    """Be the first that the system ends: where time is up, and where memory runs out."""
    for name in ("SIGALRM", "SIGPROF"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")


def _limit_memory(megabytes: int) -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource

        most = megabytes * 1024**2
        resource.setrlimit(resource.RLIMIT_DATA, (most, resource.getrlimit(resource.RLIMIT_DATA)[1]))
