"""Bodies and countries, and the years in which they came into being and went."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property

from newslint.facts.events import When


@dataclass(frozen=True)
class Body:
    """Something that is there ``since`` a day, and for some ``until`` another.

    ``was`` is what stood in its place before, for the message: "the European Community".
    ``also`` are other names that mean nothing else.
    """

    name: str
    since: str
    source: str
    until: str = ""
    was: str = ""
    also: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        first, last = When.of(self.since), When.of(self.until) if self.until else None
        if last and last.latest < first.earliest:
            raise ValueError(f"{self.name!r} ends before it starts")

    @property
    def names(self) -> tuple[str, ...]:
        return self.name, *self.also

    @cached_property
    def founded(self) -> When:
        return When.of(self.since)

    @cached_property
    def ended(self) -> dt.date:
        return When.of(self.until).latest if self.until else dt.date.max
