"""What is waited for, said at a terminal and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from newslint.kept.runs import bare


@contextmanager
def told(words: str) -> Iterator[None]:
    """Say on standard error what is waited for, until it is done; nothing where nobody watches or there is nothing to say."""
    if not words or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.markup import escape

    with Console(file=bare(sys.stderr)).status(escape(words)):
        yield
