"""Where the time of a run goes: a clock, and a linter that keeps it.

A layer is made when the first rule asks for it, and is not that rule's doing. So there are two times for everything: its own, and
the whole, with what it asked for and was not there yet.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from newslint.document import Document, Dossier, Maker
from newslint.engine import Run
from newslint.errors import InputError
from newslint.finding import Finding
from newslint.linter import Linter
from newslint.mentions import Entity, Ignore, Token
from newslint.nlp import Wanted, ready
from newslint.rule import Rule

Kind = Literal["part", "rule", "layer"]

DRAFTS = "reading drafts"
SOURCES = "reading sources"
GATHERING = "gathering sources"
MODEL = "loading the language model"

ASKED: Mapping[type, Wanted] = {Entity: "names", Token: "words"}
"""What of the language model is loaded for a layer."""


@dataclass
class Spent:
    """How often something was done, and the seconds: its own, and with what it asked for."""

    calls: int = 0
    own: float = 0.0
    whole: float = 0.0


class Clock:
    """The time of each part, rule and layer of this run, in seconds. ``start`` is what Python and newslint took to begin."""

    def __init__(self) -> None:
        self.start = time.process_time()
        self.spent: dict[tuple[Kind, str], Spent] = {}
        self._began = time.perf_counter()
        self._open: list[tuple[Kind, str]] = []
        self._inside = [0.0]
        """For each that is open, and for none, the time of what it asked for."""

    @property
    def total(self) -> float:
        return self.start + time.perf_counter() - self._began

    def is_running(self, kind: Kind, name: str) -> bool:
        return (kind, name) in self._open

    @contextmanager
    def running(self, kind: Kind, name: str) -> Iterator[None]:
        """While this runs, its time goes on; that of what it asks for is not its own, unless it is the same."""
        key = kind, name
        if self.is_running(kind, name):
            yield
            return
        self._open.append(key)
        self._inside.append(0.0)
        began = time.perf_counter()
        try:
            yield
        finally:
            whole = time.perf_counter() - began
            self._open.pop()
            spent = self.spent.setdefault(key, Spent())
            spent.calls += 1
            spent.own += whole - self._inside.pop()
            spent.whole += whole
            self._inside[-1] += whole


@dataclass(frozen=True)
class TimedLinter(Linter):
    """A linter that says to a clock what it does."""

    clock: Clock = field(default_factory=Clock, repr=False, compare=False)

    @classmethod
    def of(cls, linter: Linter, clock: Clock) -> TimedLinter:
        return cls(linter.config, linter.manager, linter.held, linter.within, clock)

    @cached_property
    def makers(self) -> Mapping[type, Maker]:
        return _Timed(super().makers, self._timed)

    def _timed(self, kind: type, maker: Maker) -> Maker:
        def timed(text: Any) -> tuple[Any, ...]:
            if wanted := ASKED.get(kind):
                with self.clock.running("part", MODEL):
                    ready(self.config.nlp.model, wanted)
            with self.clock.running("layer", kind.__name__):
                return maker(text)

        return timed

    def timed(self, run: Run) -> Run:
        def timed(rule: Rule, unused: tuple[Ignore, ...] = ()) -> list[Finding]:
            with self.clock.running("rule", f"{rule.code} {rule.id}"):
                return run(rule, unused)

        return timed

    def read(self, path: Path, **most: int) -> Document:
        with self.clock.running("part", self._reading):
            return super().read(path, **most)

    def parse(self, path: Path, raw: bytes, **published: Any) -> Document:
        with self.clock.running("part", self._reading):
            return super().parse(path, raw, **published)

    def read_source(self, path: Path) -> Document:
        with self.clock.running("part", SOURCES):
            return super().read_source(path)

    @property
    def _reading(self) -> str:
        return SOURCES if self.clock.is_running("part", SOURCES) else DRAFTS

    def dossier(self, draft: Document, *given: Any, **kept: Any) -> tuple[Dossier, list[InputError]]:
        with self.clock.running("part", GATHERING):
            return super().dossier(draft, *given, **kept)


class _Timed(Mapping[type, Maker]):
    """Makers that say to a clock when they make something."""

    def __init__(self, makers: Mapping[type, Maker], timed: Callable[[type, Maker], Maker]) -> None:
        self.makers = makers
        self.timed = timed

    def __getitem__(self, kind: type) -> Maker:
        return self.timed(kind, self.makers[kind])

    def __contains__(self, kind: object) -> bool:
        return kind in self.makers

    def __iter__(self) -> Iterator[type]:
        return iter(self.makers)

    def __len__(self) -> int:
        return len(self.makers)
