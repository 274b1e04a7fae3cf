"""The throw-away process that holds the model: documents in on standard input, what was found out on standard output.

Any document may break, hang or kill it; then a new one takes its place (``worker``).
"""

from __future__ import annotations

import os
import pickle
import re
import signal
import struct
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


def main() -> None:
    requests, answers = _streams()
    _last_out()
    if (begin := read(requests)) is None:
        return
    try:
        linter, ready = _begun(pickle.loads(begin))
    except NewslintError as fault:
        write(answers, pickle.dumps(str(fault)))
        return
    write(answers, pickle.dumps(ready))
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
    from newslint.linter import Linter
    from newslint.run.keeping import freeze, load_model, needs_model, seldom

    linter = Linter.made(job.config, third_party=job.third_party)
    if linter.problems:
        raise linter.problems[0]
    if needs_model(linter):
        load_model(linter)
    ready = dict(stamp(linter))
    freeze()
    seldom()
    _limit_memory(job.limits.memory)
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


def _last_out() -> None:
    """Leave Ctrl-C to the worker, and be the first that the system ends where memory runs out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
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
