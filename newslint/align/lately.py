"""What was worked out lately, for what is there again when something else in a draft was changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")

MOST = 1024
"""Sentences, or figures and dates of them: those of several drafts, as they were lately."""


class Lately(Generic[T]):
    """What was made of each key, at most ``MOST`` of them; those asked for longest ago are forgotten."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, T] = {}

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made of this key, or what ``make`` makes of it now."""
        made = self._kept.pop(key) if key in self._kept else make()
        if len(self._kept) >= MOST:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = made
        return made
