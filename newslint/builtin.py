"""Everything that ships with newslint, said once, through the same hooks as any plugin (``plugins`` marks them).

Checks, annotators, aligners and reporters are named here and imported when first asked for, so
that a run pays for the grammars it uses and no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint import sources
from newslint.config import Config
from newslint.document import Document, Maker, Source
from newslint.errors import InputError
from newslint.nlp import Parser
from newslint.rule import Check
from newslint.shipped import CHECKS, LAYERS, REPORTERS

if TYPE_CHECKING:
    from newslint.facts import Facts
    from newslint.hookspecs import Read, Reporter

HERE = Path(__file__).parent


def newslint_rule_files() -> Iterable[Path]:
    """The shipped rules: inside the installed package, or beside it in a checkout."""
    installed = HERE / "rules"
    return [installed if installed.is_dir() else HERE.parent / "rules"]


def newslint_checks() -> Mapping[str, type[Check]]:
    return _ImportedWhenUsed(CHECKS)


def newslint_layers(config: Config) -> Mapping[type, Maker]:
    parser = Parser(config.nlp.model, keeps=config.cache)  # loads its model when one of its layers is asked for
    makers = {kind: _when_asked(where) for kind, where in LAYERS.items()}
    own = {"facts.Facts": _facts(config), "mentions.Token": parser.tokens, "mentions.Entity": parser.entities}
    return _Layers({**makers, **own})


def newslint_read(path: Path, raw: bytes, config: Config) -> Document | None:
    del config
    from newslint.read import read

    return read(path, raw)


def newslint_sources(draft: Document, read: Read, config: Config) -> Iterable[Source | InputError]:
    return sources.sources(draft, read, config)


def newslint_reporters() -> Mapping[str, Reporter]:
    return _ImportedWhenUsed(REPORTERS)


def _facts(config: Config) -> Maker:
    """The house's tables, read once for all drafts; without those that are at fault."""

    @cache
    def tables() -> tuple[Facts, ...]:
        from newslint import facts

        try:
            return (facts.load(config.facts),)
        except InputError:  # the linter says what is wrong
            return (facts.load(()),)

    return lambda dossier: tables()


class _ImportedWhenUsed(Mapping[str, Any]):
    """Things of newslint by name, each named as ``package.module:name`` and imported when asked for."""

    def __init__(self, where: Mapping[str, str]) -> None:
        self.where = where

    def __getitem__(self, name: str) -> Any:
        return _imported(self.where[name])

    def __contains__(self, name: object) -> bool:
        return name in self.where

    def __iter__(self) -> Iterator[str]:
        return iter(self.where)

    def __len__(self) -> int:
        return len(self.where)


class _Layers(Mapping[type, Maker]):
    """Makers by the type of what they make, each known by its package and name ("mentions.Quote") until it is asked for."""

    def __init__(self, makers: Mapping[str, Maker]) -> None:
        self.makers = makers

    def __getitem__(self, kind: type) -> Maker:
        root, _, package = ".".join(kind.__module__.split(".")[:2]).partition(".")
        if root != "newslint":
            raise KeyError(kind)
        return self.makers[f"{package}.{kind.__qualname__}"]

    def __iter__(self) -> Iterator[type]:
        return (_imported(name.replace(".", ":")) for name in self.makers)

    def __len__(self) -> int:
        return len(self.makers)


@cache
def _imported(where: str) -> Any:
    module, name = where.split(":")
    return getattr(import_module(f"newslint.{module}"), name)


def _when_asked(where: str) -> Maker:
    """A maker whose module is imported by its first call."""
    return lambda text: _imported(where)(text)
