"""What takes a while, and how much of it there was."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def watched(items: Sequence[T], what: str) -> Iterator[T]:
    """The items one by one, with a bar on standard error where that is a terminal."""
    if not sys.stderr.isatty() or len(items) < 2:
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress

    # what is printed meanwhile keeps its own stream: rich would send all of it to standard error
    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        yield from bar.track(items, description=what)


def counted(number: int, what: str, plural: str = "") -> str:
    """``1 rule``, ``2 rules``, ``3 stories``."""
    return f"{number:,} {what if number == 1 else plural or what + 's'}"
