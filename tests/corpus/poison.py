"""A plugin whose check breaks, hangs or kills its process where a text says so."""

from __future__ import annotations

import ctypes
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from newslint.hookspecs import hookimpl
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span


def _raises() -> None:
    raise ValueError(f"no such thing as {object()!r}")


def _sleeps() -> None:
    time.sleep(600)


def _hangs() -> None:
    re.fullmatch(r"(a+)+b", "a" * 60)


def _exits() -> None:
    os._exit(7)


def _crashes() -> None:
    ctypes.string_at(0)


def _grows() -> None:
    bytearray(64 * 1024**3)


MAGIC: dict[str, Callable[[], None]] = {
    "xyzraises": _raises,
    "xyzsleeps": _sleeps,
    "xyzhangs": _hangs,
    "xyzexits": _exits,
    "xyzcrashes": _crashes,
    "xyzgrows": _grows,
}


@dataclass(frozen=True)
class Poison(Check):
    """Does what the magic words of a text ask for, and finds them."""

    name: ClassVar[str] = "poison"

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        for found in re.finditer(r"\bxyz\w+", ctx.draft.body):
            MAGIC.get(found[0], lambda: None)()
            yield Match(Span(*found.span()))


@hookimpl
def newslint_checks() -> Iterable[type[Check]]:
    return [Poison]


@hookimpl
def newslint_rule_files() -> Iterable[Path]:
    return [Path(__file__).with_name("poison.yml")]
