"""``python -m newslint``, and the console script."""

from __future__ import annotations

import sys


def main() -> int:
    """The exit status: 0 clean, 1 findings, 2 something the user can mend, 3 a fault of newslint."""
    from newslint.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
