"""Config: what a desk has chosen, found like ruff finds its own and resolved once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal

import yaml

from newslint.errors import ConfigError
from newslint.finding import Confidence, Severity
from newslint.paths import is_file, is_folder, real
from newslint.typedyaml import Place, Raw, nearest, parse, read_text, typed

NAMES = (".newslint.yaml", ".newslint.yml", "pyproject.toml")
PRESETS = Path(__file__).parent / "presets"


@dataclass(frozen=True)
class Override:
    """What a configuration changes of one rule."""

    severity: Literal["error", "warning", "info", "off"] | None = None
    options: Raw | None = None


@dataclass(frozen=True)
class Nlp:
    """The language model; None for the one that is installed."""

    model: str | None = None


@dataclass(frozen=True)
class Config:
    """Every setting, resolved. Paths are absolute; a later ``extends`` wins over an earlier one.

    Selectors (``select`` and the like) are prefixes of codes or rule ids, with flake8's
    meaning: the longest that fits decides.
    """

    extends: tuple[str, ...] = ()
    language: str = "en"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    rules: Mapping[str, str | Override] = field(default_factory=dict)
    rules_path: tuple[Path, ...] = ()
    facts: tuple[Path, ...] = ()
    plugins: tuple[Path, ...] = ()
    min_severity: Severity = "warning"
    min_confidence: Confidence = "medium"
    fail_on: Severity = "warning"
    nlp: Nlp = field(default_factory=Nlp)
    today: dt.date | None = None
    published: dt.date | None = None
    archive: tuple[Path, ...] = ()
    cache_dir: Path | None = None
    fetch: Literal["no", "missing", "all"] = "no"
    sources: tuple[str, ...] = ()
    sources_dir: Path | None = None
    manifest: Path | None = None
    path: Path | None = None
    places: Mapping[str, Place] = field(default_factory=dict)

    def override(self, rule: str) -> tuple[Override, Place]:
        """What is set for this rule, and where, for complaints."""
        chosen = self.rules.get(rule, Override())
        place = self.places.get(rule, Place(self.path or "configuration", ConfigError))
        return (Override(severity=_severity(chosen, rule, place)) if isinstance(chosen, str) else chosen), place


NOT_IN_FILES = frozenset({"path", "places", "sources", "sources_dir", "manifest", "published", "fetch"})
"""Settings of a single run, made by the command line only; no file can turn the network on."""


def find(start: Path) -> Path | None:
    """The nearest configuration file from this file or folder upwards."""
    folder = start if is_folder(start) else start.parent
    for parent in (folder.absolute(), *folder.absolute().parents):
        for name in NAMES:
            path = parent / name
            if is_file(path) and (name != "pyproject.toml" or _pyproject(path)):
                return path
    return None


def load(path: Path | None) -> Config:
    """The configuration of this file with all that it extends; the default for None."""
    return replace(_load(path, ()), path=path) if path else Config()


def _load(path: Path, seen: tuple[Path, ...]) -> Config:
    path = real(path)
    if path in seen:
        raise ConfigError(f"extends itself by way of {seen[-1].name}", path=path)
    own = _parsed(path)
    base = Config()
    for name in own.get("extends", ()):
        base = _merged(base, _load(_extended(name, path), (*seen, path)))
    return _merged(base, Config(**own), own)


def _parsed(path: Path) -> dict[str, Any]:
    place = Place(path, ConfigError)
    if path.name == "pyproject.toml":
        import json

        root = parse(json.dumps(_pyproject(path), default=str, ensure_ascii=False), Place(f"{path} [tool.newslint]", ConfigError))
    else:
        root = parse(read_text(path, ConfigError), place)
    if root is None:
        return {}
    values: Config = typed(root, Config, place)
    if not isinstance(root, yaml.MappingNode):
        raise place.complaint("expected keys with values", root)
    given = {key.value.replace("-", "_"): key for key, _ in root.value}
    for name in NOT_IN_FILES & given.keys():
        raise place.complaint(f"{name.replace('_', '-')!r} belongs on the command line, not in a configuration", given[name])
    own = {name: getattr(values, name) for name in given}
    own["places"] = dict.fromkeys(own.get("rules", {}), place)
    if own.get("cache_dir"):
        own["cache_dir"] = path.parent / own["cache_dir"].expanduser()
    for name in ("rules_path", "facts", "plugins", "archive"):
        if name in own:
            own[name] = tuple(path.parent / item for item in own[name])
            for item in own[name]:
                if not item.exists():
                    raise place.complaint(f"{name.replace('_', '-')}: {item} does not exist", given[name])
    return own


def _merged(base: Config, top: Config, given: Mapping[str, Any] | None = None) -> Config:
    """``top`` over ``base``: lists that extend are joined, rules are joined by id, the rest is replaced."""
    default = Config()
    changed = {}
    for item in fields(Config):
        name, value = item.name, getattr(top, item.name)
        if (given is not None and name not in given) or (given is None and value == getattr(default, name)):
            continue
        if name in ("extend_select", "extend_ignore", "exclude", "rules_path", "facts", "plugins", "archive"):
            value = (*getattr(base, name), *value)
        elif name in ("rules", "places", "per_file_ignores"):
            value = {**getattr(base, name), **value}
        changed[name] = value
    return replace(base, **changed)


def _extended(name: str, path: Path) -> Path:
    preset = PRESETS / f"{name}.yaml"
    file = path.parent / name
    for candidate in (file, file.with_suffix(".yaml"), preset):
        if candidate.is_file():
            return candidate
    presets = [item.stem for item in PRESETS.glob("*.yaml")]
    raise ConfigError(f"extends {name!r}, which is neither a file beside it nor a preset{nearest(name, presets)}", path=path)


def _pyproject(path: Path) -> dict[str, Any] | None:
    import tomllib

    try:
        with path.open("rb") as file:
            table = tomllib.load(file).get("tool", {}).get("newslint")
    except (OSError, ValueError, AttributeError):  # a pyproject.toml that is not ours to judge
        return None
    return table if isinstance(table, dict) else None


def _severity(word: str, rule: str, place: Place) -> Any:
    allowed = ("error", "warning", "info", "off")
    if word not in allowed:
        raise place.complaint(f"rules: {rule}: {word!r} is no severity{nearest(word, allowed)}")
    return word
