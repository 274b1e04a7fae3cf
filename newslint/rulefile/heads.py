"""Which rule files there are, known by a quick look at each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from newslint.kept.regexes import compiled

_ID_LINE, _CODE_LINE = (
    compiled(r"^id:\s*([a-z0-9-]+)\s*(?:#.*)?$", re.M),
    compiled(r"^code:\s*([A-Z][0-9]{3})\s*(?:#.*)?$", re.M),
)

Files = Mapping[str, Path]
"""The files of the rules that a rule may extend, by their ids."""
NONE: Files = MappingProxyType({})


def files(paths: Iterable[Path]) -> list[Path]:
    """The rule files among these files and folders, in a fixed order."""
    found: list[Path] = []
    for path in paths:
        found += sorted([*path.rglob("*.yaml"), *path.rglob("*.yml")]) if path.is_dir() else [path]
    return found


@dataclass(frozen=True)
class Head:
    """A rule file known by its first lines alone, so that a run reads only the rules it wants.

    ``id`` and ``code`` are empty where a quick look does not find them; reading the file says why.
    """

    path: Path
    id: str = ""
    code: str = ""


def looked(paths: Iterable[Path]) -> list[Head]:
    """These files, in their order."""
    found = []
    for path in paths:
        try:
            text = path.read_text(encoding="utf-8-sig", errors="replace")
        except OSError:
            text = ""
        id_, code = _ID_LINE.search(text), _CODE_LINE.search(text)
        found.append(Head(path, id_[1], code[1]) if id_ and code else Head(path))
    return found
