"""``python -m newslint``, and the console script."""

from __future__ import annotations

import gc
import sys
from importlib import import_module

DOORS = ("newslint.kept.runs", "newslint.serve.door")
"""Modules that may answer a command line before it is even parsed, cheapest first: each has ``through``, which gives the exit
status, or None where it has no answer. A kept run needs nothing else of newslint, a warm process not even Python's parser."""

GARBAGE = (50_000, 20, 100)
"""When Python looks for garbage: nearly all that a run makes it keeps, and to look through it was a tenth of a short one."""


def main() -> int:
    """The exit status: 0 clean, 1 findings, 2 something the user can mend, 3 a fault of newslint."""
    words = sys.argv[1:]
    for door in DOORS:
        status: int | None = import_module(door).through(words)
        if status is not None:
            return status
    gc.set_threshold(*GARBAGE)
    from newslint.cli import run
    from newslint.kept.runs import recorded

    status = recorded(words, run)
    gc.freeze()  # else Python looks through all of it once more before it ends: a twentieth of a short run
    return status


if __name__ == "__main__":
    sys.exit(main())
