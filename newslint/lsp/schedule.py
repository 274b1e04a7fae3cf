"""Which draft is linted next, and how deeply."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from threading import Event
from time import monotonic

from newslint.run.session import Depth

Key = tuple[str, Depth]
Stop = Callable[[], bool]


class Schedule:
    """One lint at a time: what is quick first, of that the draft that changed last.

    ``lint`` does it off the event loop, and says whether it came to an end; it breaks off soon after ``stop`` says so.
    While ``waiting`` is true only quick lints run.
    """

    def __init__(self, lint: Callable[[str, Depth, Stop], Awaitable[bool]]) -> None:
        self.lint = lint
        self.due: dict[Key, float] = {}
        self.current: Key | None = None
        self._waiting = False
        self._stop = Event()
        self._wake = asyncio.Event()

    def ask(self, uri: str, pauses: dict[Depth, float]) -> None:
        """Lint this draft at each of these depths, after so many seconds; what runs on an older state of it stops.

        So does a full lint of another draft, if this one is to be linted quickly; it begins again afterwards.
        """
        for depth, pause in pauses.items():
            self.due.pop((uri, depth), None)  # the latest stands last
            self.due[uri, depth] = monotonic() + pause
        if self.current and (self.current[0] == uri or (self.current[1] == "all" and "quick" in pauses)):
            self._stop.set()
        self._wake.set()

    def drop(self, uri: str) -> None:
        """Lint this draft no more."""
        self.due = {key: when for key, when in self.due.items() if key[0] != uri}
        if self.current and self.current[0] == uri:
            self._stop.set()

    def stop(self) -> None:
        """Lint nothing more."""
        self.due.clear()
        self._stop.set()

    def wait(self, waiting: bool) -> None:
        self._waiting = waiting
        self._wake.set()

    async def run(self) -> None:
        """Lint what is due, for ever."""
        while True:
            key, pause = self._next()
            if key is None:
                self._wake.clear()
                with suppress(TimeoutError):
                    async with asyncio.timeout(pause):  # before Python 3.12 wait_for may lose that we are to stop
                        await self._wake.wait()
                continue
            asked = self.due[key]
            self.current, self._stop = key, Event()
            finished = await self.lint(*key, self._stop.is_set)
            self.current = None
            if finished and self.due.get(key) == asked:
                del self.due[key]
                if key[1] == "all":  # which was quick too
                    self.due.pop((key[0], "quick"), None)

    def _next(self) -> tuple[Key | None, float | None]:
        """What is to be linted now, or else the seconds until something is; None for nothing at all."""
        waiting = {key: when for key, when in self.due.items() if key[1] == "quick" or not self._waiting}
        now = monotonic()
        ready = [key for key, when in waiting.items() if when <= now]
        for depth in ("quick", "all"):
            for key in reversed(ready):
                if key[1] == depth:
                    return key, 0
        return None, min(waiting.values(), default=now) - now if waiting else None
