"""What takes a while, and how much of it there was."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO, TypeVar, cast

from newslint.kept.runs import bare

T = TypeVar("T")

LONG = 1.0
"""Seconds after which a run is long enough to say how far it has got."""

OFTEN = 0.1
"""Seconds between two looks of the bar."""

WIDE = 24
"""Columns of the bar itself."""


def watched(items: Sequence[T], what: str) -> Iterator[T]:
    """The items one by one, with a bar on standard error where that is a terminal."""
    if not sys.stderr.isatty() or len(items) < 2:
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress

    # what is printed meanwhile keeps its own stream: rich would send all of it to standard error
    with Progress(console=Console(file=bare(sys.stderr)), transient=True, redirect_stdout=False) as bar:
        yield from bar.track(items, description=what)


def followed(items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """The items as they are asked for, and how far one has got with them on the last line of the terminal.

    Only where standard error is a terminal, and only once it takes long; without ``total`` they are counted. What is
    written to standard error meanwhile, or to what ``above`` gives, takes the line's place.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb" or (total is not None and total < 2):
        yield from items
        return
    line, kept = _Line(bare(sys.stderr)), sys.stderr
    sys.stderr = above(kept)
    try:
        for at, item in enumerate(items):
            line.tell(what, at, total)
            yield item
    finally:
        line.hide()
        sys.stderr = kept


def above(out: TextIO) -> TextIO:
    """The same stream, for what may be written while somebody watches the line that ``followed`` draws."""
    return cast("TextIO", _Above(out)) if out.isatty() else out


def hide() -> None:
    """Wipe the line away, wherever a run broke off."""
    if _Line.shown:
        _Line.shown.hide()


class _Line:
    """The last line of a terminal; there is one."""

    shown: _Line | None = None

    def __init__(self, out: TextIO) -> None:
        self.out = out
        self.due = time.monotonic() + LONG

    def tell(self, what: str, at: int, total: int | None) -> None:
        if time.monotonic() < self.due:
            return
        from shutil import get_terminal_size  # it imports every kind of archive

        self.due = time.monotonic() + OFTEN
        done = WIDE * at // total if total else 0
        bar = f"{'━' * done}{'╌' * (WIDE - done)}  {at:,} of {total:,} {what}" if total else f"{at:,} {what}"
        _Line.shown = self  # first, since Ctrl-C may come while it is written
        self.out.write(f"\r{bar[: get_terminal_size().columns - 1]}\x1b[K")
        self.out.flush()

    def hide(self) -> None:
        if _Line.shown is self:
            _Line.shown = None
            self.out.write("\r\x1b[K")
            self.out.flush()


class _Above:
    """A stream that wipes the last line away before it writes."""

    def __init__(self, out: TextIO) -> None:
        self.out = out

    def write(self, text: str) -> int:
        hide()
        return self.out.write(text)

    def writelines(self, texts: Iterable[str]) -> None:
        for text in texts:
            self.write(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.out, name)


def counted(number: int, what: str, plural: str = "") -> str:
    """``1 rule``, ``2 rules``, ``3 stories``."""
    return f"{number:,} {what if number == 1 else plural or what + 's'}"
