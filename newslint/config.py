"""Config: what a desk has chosen, found like ruff finds its own and resolved once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, get_args

from newslint import pyproject
from newslint.errors import ConfigError
from newslint.finding import Confidence, Severity
from newslint.kept import shelf
from newslint.paths import is_file, is_folder, is_there, real
from newslint.typedyaml import MappingNode, Node, Place, Raw, nearest, parse, read_text, typed

NAMES = (".newslint.yaml", ".newslint.yml", "pyproject.toml")
PRESETS = Path(__file__).parent / "presets"
PACKS = Path(__file__).parent / "packs"
"""House styles: folders with a configuration ``pack.yaml``, and the rules that it names."""

LONGEST_CHAIN = 10
"""Files that may extend one another one by one."""

_SHOWN = 80
"""Letters of a name that a complaint repeats."""

Profile = Literal["desk", "wire", "strict", "features"]
"""What is linted for: the news desk's last look, copy that a client prints as it is, a fact-checker's last pass, long reads."""


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

    Beneath all files lies the ``profile``, one of the presets; to extend a preset is to choose it.
    Of a rule that looks at the draft alone, people are told ``max_per_rule`` findings one by one, and of
    the rest where they are; 0 for no limit, and errors are always told.

    Selectors (``select`` and the like) are prefixes of codes or rule ids, with flake8's
    meaning: the longest that fits decides.

    ``extends`` names a preset or another file, over which this one lies. ``select`` are the rules that run, ``ignore`` those
    that do not. ``extend_select`` and ``extend_ignore`` are more of them, added to what is extended. ``per_file_ignores`` are
    rules left out on files of a pattern. ``exclude`` are files and folders left out. ``rules_path`` are folders of rules of
    the house. ``facts`` are tables of house facts. ``plugins`` are Python files with checks, readers or reports.
    ``min_severity`` hides what is less grave. ``min_confidence`` hides what is less sure. ``fail_on`` is the severity from
    which the exit status is 1. ``language`` is that of the drafts. ``nlp`` says which language ``model`` to use. ``today`` is
    the day that "today" means. ``archive`` are earlier stories of the house, folders or indexes. ``cache`` is false where nothing
    of a run is to be kept for the next one. ``cache_dir`` is where fetched pages are kept.
    ``baseline`` is the file of what was found before, which is told no more. ``confirmed`` is the file of facts that the desk
    has confirmed (default: the nearest ``.newslint-confirmed.yml`` from the draft upwards). ``serve`` is about a process kept
    warm: "manual" uses the one that somebody has started, "auto" starts one for the next run, "off" uses none.
    """

    extends: tuple[str, ...] = ()
    profile: Profile = "desk"
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
    max_per_rule: int = 3
    nlp: Nlp = field(default_factory=Nlp)
    today: dt.date | None = None
    published: dt.date | None = None
    archive: tuple[Path, ...] = ()
    cache: bool = True
    cache_dir: Path | None = None
    baseline: Path | None = None
    confirmed: Path | None = None
    serve: Literal["manual", "auto", "off"] = "manual"
    fetch: Literal["no", "missing", "all"] = "no"
    sources: tuple[str, ...] = ()
    sources_dir: Path | None = None
    manifest: Path | None = None
    isolated: bool = False
    quick: bool = False
    path: Path | None = None
    places: Mapping[str, Place] = field(default_factory=dict)

    def override(self, rule: str) -> tuple[Override, Place]:
        """What is set for this rule, and where, for complaints."""
        chosen = self.rules.get(rule, Override())
        place = self.places.get(rule, Place(self.path or "configuration", ConfigError))
        return (Override(severity=_severity(chosen, rule, place)) if isinstance(chosen, str) else chosen), place


NOT_IN_FILES = frozenset({"path", "places", "isolated", "quick", "sources", "sources_dir", "manifest", "published", "fetch"})
"""Settings of a single run, made by the command line only; no file can turn the network on."""


def find(start: Path) -> Path | None:
    """The nearest configuration file from this file or folder upwards."""
    folder = start if is_folder(start) else start.parent
    for parent in (folder.absolute(), *folder.absolute().parents):
        for name in NAMES:
            path = parent / name
            if is_file(path) and (name != "pyproject.toml" or pyproject.own_table(path)):
                return path
    return None


def load(path: Path | None, profile: Profile | None = None) -> Config:
    """The configuration of this file with all that it extends, over its profile; ``profile`` is the command line's choice."""
    chosen = profile or (_profile(path, ()) if path else None) or "desk"
    base = _merged(Config(), Config(**(own := _parsed(PRESETS / f"{chosen}.yaml")[0])), own)
    base = replace(base, profile=chosen, places={})
    return replace(_load(path, (), base), path=path, profile=chosen) if path else base


def _load(path: Path, seen: tuple[Path, ...], base: Config) -> Config:
    """``base`` as this file, and those that it extends, change it."""
    path = _new(path, seen)
    own, place = _parsed(path)
    for name in own.get("extends", ()):
        if (file := _extended(name, path, place)) is not None:
            base = _load(file, (*seen, path), base)
    return _merged(base, Config(**own), own)


def _profile(path: Path, seen: tuple[Path, ...]) -> Profile | None:
    """The profile that a file chooses, by ``profile`` or by extending a preset, or a file that it extends."""
    path = _new(path, seen)
    own, place = _parsed(path)
    chosen: Profile | None = own.get("profile")
    for name in () if chosen else reversed(own.get("extends", ())):
        file = _extended(name, path, place)
        chosen = chosen or (name if file is None else _profile(file, (*seen, path)))
    return chosen


def _new(path: Path, seen: tuple[Path, ...]) -> Path:
    path = real(path)
    if path in seen:
        raise ConfigError(f"extends itself by way of {seen[-1].name}", path=path)
    if len(seen) > LONGEST_CHAIN:
        raise ConfigError(f"is the last of more than {LONGEST_CHAIN} configurations that extend one another", path=path)
    return path


def _parsed(path: Path) -> tuple[dict[str, Any], Place]:
    """What a file sets, and where it says what it extends."""
    place, root = pyproject.table(path) if path.name == "pyproject.toml" else _file(path)
    if root is None:
        return {}, place
    values: Config = typed(root, Config, place)
    if not isinstance(root, MappingNode):
        raise place.complaint("expected keys with values", root)
    given = {key.value.replace("-", "_"): key for key, _ in root.value}
    for name in NOT_IN_FILES & given.keys():
        raise place.complaint(f"{name.replace('_', '-')!r} belongs on the command line, not in a configuration", given[name])
    own = {name: getattr(values, name) for name in given}
    nodes = {key.value: value for key, value in root.value}
    own["places"] = {key.value: replace(place, at=key) for key, _ in getattr(nodes.get("rules"), "value", ())}
    _judged(path, own, nodes, place)
    for name in ("rules_path", "facts", "plugins", "archive"):
        if name in own:
            own[name] = tuple(path.parent / item for item in own[name])
            for item in own[name]:
                if name != "archive" and not is_there(real(item)):  # an index may be made later
                    raise place.complaint(f"{name.replace('_', '-')}: {item} does not exist", given[name])
    return own, replace(place, at=nodes.get("extends"))


def _judged(path: Path, own: dict[str, Any], nodes: Mapping[str, Node], place: Place) -> None:
    """Raise what is wrong with values that have the right type, and find the files and the folder that they name."""
    for rule, chosen in own.get("rules", {}).items():
        if isinstance(chosen, str):
            _severity(chosen, rule, own["places"][rule])
    if own.get("max_per_rule", 0) < 0:
        raise place.complaint("max-per-rule: expected 0 for no limit, or more", nodes["max-per-rule"])
    for name in ("baseline", "confirmed"):
        if own.get(name):
            own[name] = path.parent / own[name]
    if own.get("confirmed") and not is_there(real(own["confirmed"])):
        raise place.complaint(f"confirmed: {own['confirmed']} does not exist", nodes["confirmed"])
    if own.get("cache_dir"):
        try:
            own["cache_dir"] = path.parent / own["cache_dir"].expanduser()
        except RuntimeError:
            raise place.complaint(f"cache-dir: nobody's home folder is {str(own['cache_dir'])!r}", nodes["cache-dir"]) from None


def _file(path: Path) -> tuple[Place, Node | None]:
    place = Place(path, ConfigError)
    return place, shelf.shared().made("tree", path, lambda: parse(read_text(path, ConfigError), place))


def _merged(base: Config, top: Config, given: Iterable[str]) -> Config:
    """What is ``given`` in ``top``, over ``base``: lists that extend are joined, rules are joined by id, the rest is replaced."""
    changed = {}
    for name in given:
        value = getattr(top, name)
        if name in ("extend_select", "extend_ignore", "exclude", "rules_path", "facts", "plugins", "archive"):
            value = (*getattr(base, name), *value)
        elif name == "rules":
            value = {**base.rules, **{rule: _changed(base.rules.get(rule), chosen) for rule, chosen in value.items()}}
        elif name in ("places", "per_file_ignores"):
            value = {**getattr(base, name), **value}
        changed[name] = value
    return replace(base, **changed)


def _changed(base: str | Override | None, top: str | Override) -> str | Override:
    """What is chosen for a rule: one that is only given options keeps its severity, and is on if it was off."""
    severity: Any = base.severity if isinstance(base, Override) else base
    if isinstance(top, str) or top.severity or severity == "off":
        return top
    return replace(top, severity=severity)


def _extended(name: str, path: Path, place: Place) -> Path | None:
    """The file that ``extends`` names beside this one; None for a preset, which lies beneath every file."""
    if name.startswith("pack:"):
        return _pack(name.removeprefix("pack:"), path, place)
    file = path.parent / name
    for candidate in (file, file.parent / f"{file.stem}.yaml"):
        if is_file(candidate):
            return candidate
    if name in get_args(Profile):
        return None
    guess = nearest(name[:_SHOWN], get_args(Profile))
    raise place.complaint(f"extends {name[:_SHOWN]!r}, which is neither a file beside it nor a preset{guess}")


def _pack(name: str, path: Path, place: Place) -> Path:
    """The configuration of a house style: of a folder beside this file, or of one that ships."""
    for folder in (path.parent / name, PACKS / name):
        if is_file(folder / "pack.yaml"):
            return folder / "pack.yaml"
    known = [folder.parent.name for folder in PACKS.glob("*/pack.yaml")]
    name = name[:_SHOWN]
    guess = nearest(name, known)
    raise place.complaint(f"extends {f'pack:{name}'!r}, which is neither a folder with a pack.yaml nor a pack that ships{guess}")


def _severity(word: str, rule: str, place: Place) -> Any:
    allowed = ("error", "warning", "info", "off")
    if word not in allowed:
        raise place.complaint(f"rules: {rule}: {word!r} is no severity{nearest(word, allowed)}")
    return word
