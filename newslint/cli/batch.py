"""``newslint check --batch``: documents in JSON lines, an answer a line."""

from __future__ import annotations

import argparse
import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from newslint.cli.jobs import SHARE, SPAWNED_SHARE, prepared
from newslint.cli.progress import followed
from newslint.cli.setup import Linters
from newslint.cli.streams import lines, output
from newslint.errors import UsageError
from newslint.finding import at_least
from newslint.run import batch


@dataclass(frozen=True)
class Work:
    """Answers lines that another process has read."""

    args: argparse.Namespace
    linters: Linters

    def __call__(self, line: bytes) -> bytes:
        with self.linters.ahead():  # the other side has said it
            linter = self.linters.of(Path())
        return b"".join(map(_written, batch.checked([line], linter)))

    def __reduce__(self) -> tuple[Any, ...]:
        return _begun, (self.args,)


def _begun(args: argparse.Namespace) -> Work:
    """The same work in a process that was not forked."""
    return Work(args, Linters(args))


def check(args: argparse.Namespace, linters: Linters) -> tuple[bool, bool]:
    """Answer the lines; whether what was found fails the run, and whether a rule broke off."""
    _refuse(args)
    linter = linters.of(Path())
    failing = crashed = False
    with ExitStack() as stack:
        out = output(args, stack)
        for written in _answers(args, linters, followed(lines(args.batch, stack), "documents")):
            out.write(written.decode("utf-8", "surrogatepass") + "\n")
            out.flush()
            answer = json.loads(written)
            linters.failed |= "error" in answer
            crashed |= bool(answer.get("crashed"))
            failing |= any(at_least(finding["severity"], linter.config.fail_on) for finding in answer.get("findings", ()))
    return failing, crashed


def _refuse(args: argparse.Namespace) -> None:
    """Raise UsageError for words that do not go together."""
    if args.format not in (None, "jsonl"):
        raise UsageError("--batch writes --format jsonl")
    if args.statistics or args.count:
        raise UsageError("--batch writes JSON lines alone; leave out --statistics and --count")
    if args.fix or args.diff or args.annotate:
        raise UsageError("--batch changes no draft; leave out --fix, --diff and --annotate")
    if args.source or args.sources or args.sources_dir or args.archive or args.fetch or args.refetch:
        raise UsageError("--batch takes its sources from each line, not from the command line")


def _answers(args: argparse.Namespace, linters: Linters, given: Iterable[bytes]) -> Iterator[bytes]:
    """An answer a line, as bytes of JSON."""
    number = args.jobs or _paying(args.batch)
    if number == 1:
        yield from map(_written, batch.checked(given, linters.of(Path())))
        return
    from newslint.run.parallel import Piece, Pool

    pieces = (Piece(line, line) for line in given if line.strip())
    for piece in Pool(Work(args, linters), number, prepare=partial(prepared, linters)).done(pieces):
        yield piece.result if piece.result is not None else _lost(piece.item, piece.fault)


def _paying(name: str) -> int:
    """How many processes pay for a file of this size; one for a pipe, whose other end may wait for each answer."""
    from newslint.run.parallel import METHOD, processors

    try:
        state = os.fstat(sys.stdin.fileno()) if name == "-" else Path(name).stat()
    except (OSError, ValueError):  # said when it is opened
        return 1
    if not stat.S_ISREG(state.st_mode):
        return 1
    return max(1, min(processors(), state.st_size // (SHARE if METHOD == "fork" else SPAWNED_SHARE)))


def _written(answer: dict[str, Any]) -> bytes:
    return json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _lost(line: bytes, how: str) -> bytes:
    """The answer for a document at which two processes have ended."""
    try:
        id_ = json.loads(line.decode("utf-8-sig")).get("id")
    except (ValueError, AttributeError, RecursionError):
        id_ = None
    return _written({"id": id_, "error": f"a fault of newslint: its process {how}, twice"})
