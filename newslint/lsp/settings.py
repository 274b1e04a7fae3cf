"""What an editor's settings say, in ``initializationOptions`` or the section ``newslint`` of its configuration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

from newslint.config import Profile
from newslint.errors import one_line
from newslint.finding import Confidence, Severity
from newslint.typedyaml import nearest

EDITORS_OWN = frozenset({"enable", "path", "command", "args", "env", "interpreter", "trace"})
"""Settings of an editor's extension, about the server and not for it."""


@dataclass(frozen=True)
class Settings:
    """An editor's choices for one folder, over those of the configuration file; None and () leave it its own.

    ``run`` says when a draft is linted: as it is typed, or when it is saved. ``pause`` is how long a writer must pause, in
    milliseconds, before all rules run. ``warm`` loads the language model before it is needed. ``hints`` shows inlay hints,
    ``lenses`` code lenses.
    """

    config: Path | None = None
    profile: Profile | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    facts: tuple[Path, ...] = ()
    archive: tuple[Path, ...] = ()
    min_severity: Severity | None = None
    min_confidence: Confidence | None = None
    max_per_rule: int | None = None
    run: Literal["type", "save"] = "type"
    pause: int = 200
    warm: bool = True
    hints: bool = False
    lenses: bool = True

    def with_given(self, given: Any, folder: Path | None = None) -> tuple[Settings, list[str]]:
        """These settings as an editor's change them, and what is wrong with some; those stay as they are.

        Names are written as editors do (``minSeverity``) or as configuration files do (``min-severity``).
        """
        if not isinstance(given, Mapping):
            return self, [] if given is None else [f"settings: expected names with values, not {_shown(given)}"]
        given = given["newslint"] if isinstance(given.get("newslint"), Mapping) else given
        names = {_written(name): name for name in _KINDS}
        changed, faults = {}, []
        for written, value in given.items():
            name = names.get(_written(str(written)))
            if name is None:
                if written not in EDITORS_OWN:
                    faults.append(f"settings: unknown {written!r}{nearest(str(written), map(_camel, _KINDS))}")
            elif value is not None:
                try:
                    changed[name] = _KINDS[name](value, folder)
                except ValueError as fault:
                    faults.append(f"settings: {_camel(name)}: expected {fault}, not {_shown(value)}")
        return replace(self, **changed), faults

    def as_arguments(self) -> dict[str, Any]:
        """What is chosen, by the names that the command line has for it."""
        chosen = {field.name: value for field in fields(self) if (value := getattr(self, field.name)) not in (None, ())}
        listed = {name: [list(value)] if name in _CODES else value for name, value in chosen.items()}
        return {name: value for name, value in listed.items() if name not in _SERVERS}


_CODES = frozenset({"select", "ignore", "extend_select", "extend_ignore", "exclude"})
_SERVERS = frozenset({"run", "pause", "warm", "hints", "lenses"})


def _one_of(*allowed: str) -> Callable[[Any, Path | None], Any]:
    def kind(value: Any, _: Path | None) -> Any:
        if value in allowed:
            return value
        raise ValueError(f"one of {', '.join(allowed)}")

    return kind


def _words(value: Any, _: Path | None) -> tuple[str, ...]:
    words = value.split(",") if isinstance(value, str) else value
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise ValueError("a list of words")
    return tuple(stripped for word in words if (stripped := word.strip()))


def _path(value: Any, folder: Path | None) -> Path | None:
    if not isinstance(value, str) or "\0" in value:
        raise ValueError("the name of a file")
    if not value.strip():
        return None
    path = Path(value.replace("${workspaceFolder}", str(folder or Path.cwd())))
    try:
        return (folder or Path.cwd()) / path.expanduser()
    except RuntimeError:
        raise ValueError("a folder of somebody known here") from None


def _paths(value: Any, folder: Path | None) -> tuple[Path, ...]:
    return tuple(path for word in _words(value, folder) if (path := _path(word, folder)))


def _number(value: Any, _: Path | None) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 60_000:
        raise ValueError("a number from 0 to 60000")
    return value


def _flag(value: Any, _: Path | None) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


_KINDS: dict[str, Callable[[Any, Path | None], Any]] = {
    "config": _path,
    "profile": _one_of(*get_args(Profile)),
    **dict.fromkeys(sorted(_CODES), _words),
    "facts": _paths,
    "archive": _paths,
    "min_severity": _one_of(*get_args(Severity)),
    "min_confidence": _one_of(*get_args(Confidence)),
    "max_per_rule": _number,
    "run": _one_of("type", "save"),
    "pause": _number,
    **dict.fromkeys(("warm", "hints", "lenses"), _flag),
}


def _written(name: str) -> str:
    """A name without what tells minSeverity, min-severity and min_severity apart."""
    return name.replace("-", "").replace("_", "").lower()


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _shown(value: Any) -> str:
    return one_line(repr(value))[:60]
