"""The six hooks. What newslint ships goes through them too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TextIO

import pluggy

from newslint.config import Config
from newslint.document import Document, Maker, Source
from newslint.errors import InputError
from newslint.finding import Outcome
from newslint.report import Style
from newslint.rule import Check

hookspec = pluggy.HookspecMarker("newslint")
hookimpl = pluggy.HookimplMarker("newslint")

Read = Callable[[Path], Document]
Reporter = Callable[[Iterable[Outcome], TextIO, Style], None]
"""Writes outcomes as they come; the text it writes to is flushed and closed by the caller."""


@hookspec
def newslint_rule_files() -> Iterable[Path]:  # type: ignore[empty-body]
    """Rule files, or folders of them."""


@hookspec
def newslint_checks() -> Iterable[type[Check]] | Mapping[str, type[Check]]:  # type: ignore[empty-body]
    """Checks that rule files may name; by name, in a mapping, where they are to be imported when used."""


@hookspec
def newslint_layers(config: Config) -> Mapping[type, Maker]:  # type: ignore[empty-body]
    """How to find every mention of a kind, in a document or in a dossier."""


@hookspec(firstresult=True)
def newslint_read(path: Path, raw: bytes, config: Config) -> Document | None:
    """Read a format you know, markup blanked and not stripped; None for others. InputError for what cannot be read."""


@hookspec
def newslint_sources(draft: Document, read: Read, config: Config) -> Iterable[Source | InputError]:  # type: ignore[empty-body]
    """The sources this draft must agree with; one that cannot be read is given back as its error."""


@hookspec
def newslint_reporters() -> Mapping[str, Reporter]:  # type: ignore[empty-body]
    """Ways to write outcomes, by the name that --format takes."""
