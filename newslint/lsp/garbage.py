"""When garbage is collected: between two checks, where nobody waits.

A draft and what was found in it refer to one another, so that only the collector frees them. Left to itself it goes through all
that lives, the language model too, in the middle of a check: half a second now and again, of a check that takes a quarter.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

CALM = 1.0
"""Seconds without anything to do after which nobody is likely to be typing."""

MOST = 40
"""Checks after which it is collected, calm or not."""


class Garbage:
    """Counts checks, and collects when ``busy`` says no, or at the latest after so many."""

    def __init__(self, collect: Callable[[], object], busy: Callable[[], bool]) -> None:
        self._collect, self._busy = collect, busy
        self._checks = 0
        self._waiting: asyncio.TimerHandle | None = None

    def left(self) -> None:
        """A check has left some behind."""
        self._checks += 1
        if self._waiting:
            self._waiting.cancel()
        self._waiting = asyncio.get_running_loop().call_later(0 if self._checks >= MOST else CALM, self._now)

    def _now(self) -> None:
        if self._checks >= MOST or not self._busy():
            self._checks = 0
            self._collect()
