"""``python -m newslint``, and the console script."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module

DOORS = ("newslint.kept.runs", "newslint.serve.door")
"""Modules that may answer a command line before it is even parsed, cheapest first: each has ``through``, which gives the exit
status, or None where it has no answer. A kept run needs nothing else of newslint, a warm process not even Python's parser."""

GARBAGE = (200_000, 20, 100)
"""When Python looks for garbage: nearly all that a run makes it keeps, and to look through it was a tenth of a short one."""

STAND_INS = ("stdin", "r", os.O_RDONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY)
"""How /dev/null is opened in the place of a standard stream that the caller closed: the first is empty, to write to the second
fails, as it would have, and what the third is told is lost."""


def main() -> int:
    """The exit status: 0 clean, 1 findings, 2 something the user can mend, 3 a fault of newslint."""
    _open_what_is_closed()
    try:
        try:
            return _answered(sys.argv[1:])
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:  # while something was imported, say; nobody wants to read where
        return 130
    except OSError as fault:
        from newslint.errors import unwritten

        if not unwritten(fault):
            raise
        return _unwritten(fault)


def _open_what_is_closed() -> None:
    """Else the next file that is opened would take the number of a closed stream, and be written into."""
    for number, (name, mode, flags) in enumerate(STAND_INS):
        if getattr(sys, name) is None and os.name == "posix":
            stand_in = os.open(os.devnull, flags)
            if stand_in != number:
                os.dup2(stand_in, number)
                os.close(stand_in)
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115


def _unwritten(fault: OSError) -> int:
    """Say that what came out could not be written, if anybody hears; a reader that has left has seen what it wanted."""
    _let_go(1)
    if isinstance(fault, BrokenPipeError):
        return 0
    try:
        sys.stderr.write(f"newslint: standard output cannot be written: {fault.strerror}\n")
        sys.stderr.flush()
    except OSError:
        _let_go(2)
    return 2


def _let_go(number: int) -> None:
    """Have Python's last words to a stream go nowhere, so that it does not fail once more as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), number)


def _answered(words: list[str]) -> int:
    for door in DOORS:
        status: int | None = import_module(door).through(words)
        if status is not None:
            return status
    gc.set_threshold(*GARBAGE)
    from newslint.kept import modules

    modules.keep()
    from newslint.cli import run
    from newslint.kept.runs import recorded

    status = recorded(words, run)
    gc.freeze()  # else Python looks through all of it once more before it ends: a twentieth of a short run
    return status


if __name__ == "__main__":
    sys.exit(main())
