"""``python -m newslint``, and the console script."""

from __future__ import annotations

import sys
from importlib import import_module

DOORS = ("newslint.kept.runs", "newslint.serve.door")
"""Modules that may answer a command line before it is even parsed, cheapest first: each has ``through``, which gives the exit
status, or None where it has no answer. A kept run needs nothing else of newslint, a warm process not even Python's parser."""


def main() -> int:
    """The exit status: 0 clean, 1 findings, 2 something the user can mend, 3 a fault of newslint."""
    words = sys.argv[1:]
    for door in DOORS:
        status: int | None = import_module(door).through(words)
        if status is not None:
            return status
    from newslint.cli import run
    from newslint.kept.runs import recorded

    return recorded(words, run)


if __name__ == "__main__":
    sys.exit(main())
