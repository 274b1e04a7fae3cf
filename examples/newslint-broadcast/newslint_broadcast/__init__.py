"""newslint for copy that is read aloud: every hook it takes part in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from newslint.config import Config
from newslint.document import Document
from newslint.hookspecs import Reporter, hookimpl
from newslint.rule import Check
from newslint_broadcast import script, table
from newslint_broadcast.figures import HardToHear


@hookimpl
def newslint_rule_files() -> Iterable[Path]:
    return [Path(__file__).parent / "rules"]


@hookimpl
def newslint_checks() -> Iterable[type[Check]]:
    return [HardToHear]


@hookimpl
def newslint_read(path: Path, raw: bytes, config: Config) -> Document | None:
    return script.read(path, raw) if path.suffix == ".script" else None


@hookimpl
def newslint_reporters() -> Mapping[str, Reporter]:
    return {"csv": table.report}
