"""How far a run over an archive has got, and when it will end: a bar at a terminal, else a line now and then."""

from __future__ import annotations

import os
import time
from shutil import get_terminal_size
from typing import TextIO

from newslint.corpus.shapes import Rows

WIDE = 16
"""Columns of the bar itself."""

OFTEN = 0.2
"""Seconds between two states of the bar, within a shard."""

SELDOM = 30.0
"""Seconds between two lines where nobody watches."""


class Progress:
    """A run of this much weight, of which ``before`` was done by earlier ones; ``quiet`` says nothing."""

    def __init__(self, out: TextIO, weight: int, before: int = 0, *, quiet: bool = False) -> None:
        self.out, self.weight, self.before = out, max(1, weight), before
        self.quiet = quiet
        self.bar = out.isatty() and os.environ.get("TERM") != "dumb" and not quiet
        self.done = self.documents = self.failures = self.under = 0
        self.begun = self._said = time.monotonic()
        if self.bar:
            self._tell()

    def one(self) -> None:
        """A document of a shard that is not done yet."""
        self.under += 1
        if self.bar and time.monotonic() - self._said > OFTEN:
            self._said = time.monotonic()
            self._tell()

    def add(self, weight: int, rows: Rows) -> None:
        """A shard of this weight is done."""
        self.done += weight
        self.documents += len(rows.documents)
        self.failures += len(rows.failures)
        self.under = max(0, self.under - len(rows.documents))
        if not self.quiet and (self.bar or time.monotonic() - self._said > SELDOM):
            self._said = time.monotonic()
            self._tell()

    def say(self, words: str) -> None:
        """A line of its own."""
        self.out.write(f"newslint: {words}\n")
        self.out.flush()

    def hide(self) -> None:
        """Wipe the bar away, for good."""
        if self.bar:
            self.bar, self.quiet = False, True
            self.out.write("\r\x1b[K")
            self.out.flush()

    def _tell(self) -> None:
        share = min(1.0, (self.before + self._behind) / self.weight)
        told = [counted(self.documents + self.under, "document"), f"{self.rate:,.1f} a second", counted(self.failures, "failure")]
        told = [*told, self.left] if self.done else told if self.under else ["starting"]
        words = f"{share:4.0%}  {', '.join(told)}"
        if self.bar:
            full = int(WIDE * share)
            words = f"\r{'━' * full}{'╌' * (WIDE - full)} {words}"[: get_terminal_size().columns] + "\x1b[K"
        self.out.write(words if self.bar else f"newslint: {words.strip()}\n")
        self.out.flush()

    @property
    def _behind(self) -> float:
        """The weight of what this run has done, with the documents of parts that are not done, as heavy as the others were."""
        return self.done * (1 + self.under / max(1, self.documents))

    @property
    def rate(self) -> float:
        """Documents a second, in this run."""
        return (self.documents + self.under) / max(0.001, self.seconds)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.begun

    @property
    def left(self) -> str:
        """How long it will still take, if it goes on like this."""
        seconds = max(0.0, self.weight - self.before - self._behind) * self.seconds / max(1.0, self._behind)
        return f"{lasting(seconds)} left"


def lasting(seconds: float) -> str:
    """``40 s``, ``12 min``, ``3 h 05 min``."""
    minutes = round(seconds / 60)
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60:02} min"


def counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
