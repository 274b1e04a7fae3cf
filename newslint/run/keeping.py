"""What a process that lints again and again keeps between two runs, so that nothing is worked out twice that did not change.

The language server (``run/session``) and the warm process share it. Whatever is kept, what is found is that of a process that
has just begun.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from newslint import plugins, rulefile, silencing
from newslint.config import Config
from newslint.document import Document, Dossier, Source
from newslint.errors import NewslintError
from newslint.kept import looks
from newslint.linter import Linter
from newslint.mentions import Entity, Name, PasserBy, Stranger, Token
from newslint.reckonings import LifeFact
from newslint.sources import scanned

T = TypeVar("T", Document, Source, Dossier)

MODELLED: frozenset[type] = frozenset({Token, Entity, Name, Stranger, PasserBy, LifeFact})
"""Layers that the language model makes, or that are made of what it says."""

LINTERS = 8
"""Linters that are kept, some megabytes each."""

TEXTS = 400_000
"""Characters of drafts and sources that are kept with their layers, beside those of the last run: some 70 stories."""

OF_A_RUN = ("sources", "sources_dir", "manifest", "published", "fetch", "baseline")
"""Settings of a single run, which no rule hangs on: linters that differ in nothing else share what they have worked out."""

YOUNG = 100_000, 50, 1_000
"""The collector's own thresholds: the young still go by themselves, if seldom."""


class Refused(BaseException):
    """The run is not for a warm process. It is no Exception, so that nobody who guards against faults takes it for one."""


class Texts:
    """Drafts, sources and dossiers from before, with the layers that they have: of two that are equal, the one before."""

    def __init__(self, most: int = 0) -> None:
        self.most = most
        self._kept: dict[Any, Document | Source | Dossier] = {}
        self._used: set[Any] = set()

    def same(self, text: T) -> T:
        """Give this text, or the equal one that is kept; it is kept from now on."""
        doc = text.doc if isinstance(text, Source) else text.draft if isinstance(text, Dossier) else text
        key = type(text), doc.name, doc.text
        before = self._kept.pop(key, None)
        kept: T = before if before == text else text
        self._kept[key] = kept
        self._used.add(key)
        return kept

    def rest(self) -> None:
        """A run is over: keep what it used, and of the others the latest, up to ``most`` characters."""
        room = self.most
        for key in reversed([*self._kept]):
            if key not in self._used:
                room -= len(key[2])
                if room < 0:
                    del self._kept[key]
        self._used.clear()

    def forget(self) -> None:
        """Keep nothing of what there was."""
        self._kept.clear()
        self._used.clear()


@dataclass(frozen=True)
class _Family:
    """A linter, what would make another one necessary, and the texts that were read with it."""

    key: object
    linter: Linter
    texts: Texts = field(default_factory=lambda: Texts(TEXTS))


class Kept:
    """Linters and texts from before. A linter is made anew when its configuration, its rules, tables or plugins are others."""

    def __init__(self) -> None:
        self._families: list[_Family] = []
        self._here = ""

    def begin(self) -> None:
        """A run begins, perhaps in another folder: what was kept under a path from the last one is forgotten."""
        here = _here()
        if here != self._here:
            self._here = here
            silencing.forget()
            scanned.forget()
            for family in self._families:
                family.texts.forget()

    def rest(self) -> None:
        """A run is over."""
        del self._families[:-LINTERS]
        for family in self._families:
            family.texts.rest()

    def linter(self, config: Config, *, third_party: bool, held: Mapping[Path, str] | None = None) -> Linter:
        """A linter for this configuration; raises ConfigError."""
        if held is not None:
            return Linter.made(config, third_party=third_party, held=held)
        third_party = third_party and (bool(config.plugins) or plugged())
        key = _key(config, third_party)
        for family in self._families:
            if family.key == key and (linter := _twin(family.linter, config)):
                self._families.remove(family)
                break
        else:
            linter = Linter.made(config, third_party=third_party)
            family = _Family(key, linter)
        self._families.append(replace(family, linter=linter))
        return linter

    def texts(self, linter: Linter) -> Texts:
        """The texts that were read for this linter, or for one that makes the same of them."""
        kept = (family.texts for family in self._families if family.linter.makers is linter.makers)
        return next(kept, Texts())


def _twin(linter: Linter, config: Config) -> Linter | None:
    """The same linter with the settings of another run; None where a plugin may hang on these."""
    if linter.config == config:
        return linter
    if len(linter.manager.get_plugins()) > 1:
        return None
    twin = replace(linter, config=config)
    own = {one.name for one in fields(linter)}
    vars(twin).update({name: value for name, value in vars(linter).items() if name not in own})
    return twin


def _key(config: Config, third_party: bool) -> object:
    """What a linter hangs on: its settings, and the state of the files that it is made of."""
    bare = Config()
    neutral = replace(config, **{name: getattr(bare, name) for name in OF_A_RUN})
    model = Path(config.nlp.model or "", "meta.json")
    files = [*rulefile.files(config.rules_path), *config.facts, *config.plugins, model]
    paths = [config.path, config.confirmed, config.cache_dir, *files[:-1], *config.archive]
    here = _here() if config.nlp.model or any(path and not path.is_absolute() for path in paths) else ""
    return neutral, third_party, os.environ.get("NEWSLINT_PLUGINS"), here, [*_stamps(files)]


def plugged() -> bool:
    """Whether a plugin is installed where modules are looked for now."""
    return _installed(*_stamps([Path(sys.path[0])]), *sys.path[1:])


@lru_cache(maxsize=4)
def _installed(*entries: object) -> bool:
    """Whether there is an installed plugin, looked for once: newer ones change the state of the code, and end this process."""
    del entries
    return plugins.installed()


def _stamps(files: list[Path]) -> Iterator[tuple[str, object]]:
    return ((str(file), looks.taken(looks.STAMP, str(file))) for file in files)


def _here() -> str:
    try:
        return os.getcwd()  # noqa: PTH109
    except OSError:  # it was removed
        return ""


# --- the language model, and garbage ------------------------------------------------------


def needs_model(linter: Linter) -> bool:
    """Whether a rule of this configuration may ask for the language model."""
    return any(not MODELLED.isdisjoint(rule.check.needs) for rule in linter.active(""))


def load_model(linter: Linter) -> None:
    """Load the language model; one that is not there is said when a draft needs it."""
    doc = linter.parse(Path("warm.txt"), b"The mayor, Ann Smith, spoke in Paris on Monday.")
    try:
        doc.all(Entity)
        doc.all(Token)
    except NewslintError:
        pass


def seldom() -> None:
    """Have the garbage collector leave a run alone."""
    gc.set_threshold(*YOUNG)


def freeze() -> None:
    """Collect now, and never again look at what lives: rules, tables and the language model stay to the end."""
    gc.collect()
    gc.freeze()


collect: Callable[[], object] = gc.collect
"""Between two runs, where nobody waits."""
