"""Which rules run on which file: select, ignore and their kin, with flake8's meaning."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path, PurePath
from typing import Protocol

from newslint.config import Config
from newslint.errors import UsageError
from newslint.typedyaml import nearest

SEE_LIST = "; 'newslint rules list' names them all"
"""Where to look for a rule whose name is nothing like what was given."""


class Named(Protocol):
    """A rule, or the head of its file."""

    @property
    def id(self) -> str: ...
    @property
    def code(self) -> str: ...


@dataclass(frozen=True)
class Selection:
    """Prefixes of codes and ids. The longest prefix that fits a rule decides; on a tie, ignoring wins."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file: Mapping[str, tuple[str, ...]] | None = None
    root: Path | None = None

    @classmethod
    def of(cls, config: Config, rules: Iterable[Named]) -> Selection:
        """Raises UsageError for a selector that fits no rule."""
        select = (*(config.select or ("ALL",)), *config.extend_select)
        ignore = (*config.ignore, *config.extend_ignore)
        rules = list(rules)
        for word in (*select, *ignore, *(word for words in config.per_file_ignores.values() for word in words)):
            if not any(_fit(word, rule) for rule in rules):
                names = [name for rule in rules for name in (rule.id, rule.code)]
                raise UsageError(f"no rule fits {word!r}{nearest(word, names) or SEE_LIST}")
        return cls(select, ignore, config.per_file_ignores, config.path.parent if config.path else None)

    def wants(self, rule: Named, path: str) -> bool:
        ignored = [word for pattern, words in (self.per_file or {}).items() if self._matches(path, pattern) for word in words]
        chosen = max((_fit(word, rule) for word in self.select), default=0)
        refused = max((_fit(word, rule) for word in (*self.ignore, *ignored)), default=0)
        return chosen > refused

    def _matches(self, path: str, pattern: str) -> bool:
        """Whether a pattern fits a path: as given, by its name alone, or from the configuration's folder."""
        names = [path, PurePath(path).name]
        if self.root and path:
            names.append(os.path.relpath(path, self.root))
        return any(fnmatch(name, pattern) or fnmatch(name, f"*/{pattern}") for name in names)


def _fit(word: str, rule: Named) -> int:
    """How exactly a selector names a rule: 0 not at all, then 1 for ALL, then by the letters of the code."""
    if word == "ALL":
        return 1
    if word == rule.id:
        return len(rule.code) + 2
    return len(word) + 1 if word and rule.code.startswith(word) else 0
