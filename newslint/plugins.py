"""The plugin manager: made for each linter, never imported ready."""

from __future__ import annotations

import os
import sys
from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from newslint import builtin
from newslint.config import Config
from newslint.errors import ConfigError
from newslint.kept import runs

if TYPE_CHECKING:
    import pluggy

K = TypeVar("K")
V = TypeVar("V")

FIRST = "newslint_read"
"""The hook of which the first answer counts; others are asked before what ships."""

GROUP = "newslint"
"""The entry-point group that an installed plugin names."""


class Alone:
    """The manager where there are no plugins: what ships is asked at once. To import pluggy and to register with it is a tenth
    of a short run."""

    def __init__(self) -> None:
        self.hook: Any = SimpleNamespace(**{name: _asked(name) for name in _hooks()})

    def get_plugins(self) -> set[ModuleType]:
        return {builtin}

    def list_name_plugin(self) -> list[tuple[str, ModuleType]]:
        return [("builtin", builtin)]

    def get_hookcallers(self, plugin: object) -> list[Any] | None:
        return [SimpleNamespace(name=name) for name in _hooks()] if plugin is builtin else None


Manager: TypeAlias = "pluggy.PluginManager | Alone"


def _hooks() -> list[str]:
    return [name for name in vars(builtin) if name.startswith("newslint_")]


def _asked(name: str) -> Callable[..., Any]:
    """What a hook gives that has one implementation: its answer for a reader, else a list of answers."""
    ours = getattr(builtin, name)
    return ours if name == FIRST else lambda **given: [ours(**given)]


def load(config: Config, *, third_party: bool = True) -> Manager:
    """A manager with the built-ins, the installed plugins and the configured files; without ``third_party``, of a
    desk that is not trusted, with the built-ins alone.

    ``NEWSLINT_PLUGINS=off`` leaves out what is installed; its other values are a list of the
    entry points to load. A misspelt hook is an error, as is a plugin that cannot be imported.
    """
    wanted = os.environ.get("NEWSLINT_PLUGINS", "")
    others = wanted != "off" and third_party and installed()
    if not others and not (third_party and config.plugins):
        return Alone()
    import pluggy

    from newslint import hookspecs

    manager = pluggy.PluginManager("newslint")
    manager.add_hookspecs(hookspecs)
    for name in _hooks():
        hookspecs.hookimpl(getattr(builtin, name), trylast=name == FIRST)
    manager.register(builtin, "builtin")
    if others:
        _load_installed(manager, {name for name in wanted.split(",") if name})
    for path in config.plugins:
        _keep_if_it_may(plugin := _module(path))
        manager.register(plugin, path.stem)
    try:
        manager.check_pending()
    except pluggy.PluginValidationError as fault:
        raise ConfigError(f"plugin: {fault}") from None
    return manager


def single(given: Iterable[Mapping[K, V]], what: str) -> Mapping[K, V]:
    """The mappings that hooks gave, as one; the same key from two plugins is an error, not a race.

    The values are not looked at, since asking for a shipped one imports it.
    """
    maps = [*given]
    for one, other in combinations(maps, 2):
        few, many = sorted((one, other), key=len)  # of the many, which are the shipped ones, none is asked for its keys
        if twice := [getattr(key, "__name__", str(key)) for key in few if key in many]:
            raise ConfigError(f"two plugins give the {what} {min(twice)!r}")
    return ChainMap(*maps)  # type: ignore[arg-type]  # only read


def _load_installed(manager: pluggy.PluginManager, wanted: set[str]) -> None:
    from importlib.metadata import entry_points

    for point in entry_points(group=GROUP):
        if wanted and point.name not in wanted:
            continue
        try:
            _keep_if_it_may(plugin := point.load())
            manager.register(plugin, point.name)
        except Exception as fault:  # whatever it raises is its author's to mend
            raise ConfigError(f"plugin {point.name!r} cannot be loaded: {type(fault).__name__}: {fault}") from None


def installed() -> bool:
    """Whether some package names our entry-point group."""
    return any(_advertises(Path(entry)) for entry in sys.path if entry)


def _keep_if_it_may(plugin: object) -> None:
    """A run with a plugin may be kept where the plugin says ``newslint_cache = True``: what it gives hangs on files alone."""
    if getattr(plugin, "newslint_cache", False) is not True:
        runs.never()


def _advertises(folder: Path) -> bool:
    """Whether some package in this folder names our entry-point group: a cheap look that
    saves importing importlib.metadata (70 ms) in the many installs that have no plugin."""
    try:
        lists = [
            Path(entry.path) / "entry_points.txt"
            for entry in os.scandir(folder)
            if entry.name.endswith((".dist-info", ".egg-info"))
        ]
    except OSError:
        return False
    for path in lists:
        try:
            if f"[{GROUP}]" in path.read_text(encoding="utf-8"):
                return True
        except OSError:
            continue
    return False


def _module(path: Path) -> ModuleType:
    from _blake2 import blake2b
    from importlib.util import module_from_spec, spec_from_file_location

    # a name that no other module has: dataclasses and annotations are looked up by it
    spec = spec_from_file_location(f"newslint_plugin_{blake2b(bytes(path), digest_size=8).hexdigest()}", path)
    if spec is None or spec.loader is None:
        raise ConfigError("is not a Python file", path=path)
    module = sys.modules[spec.name] = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as fault:  # whatever a desk's own file raises is theirs to mend
        del sys.modules[spec.name]
        raise ConfigError(f"plugin cannot be loaded: {type(fault).__name__}: {fault}", path=path) from None
    return module
