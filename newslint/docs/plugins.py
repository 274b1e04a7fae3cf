"""What plugins added."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint.config import Config
from newslint.plugins import Manager
from newslint.rulefile import files


def added(manager: Manager, plugin: Any, config: Config) -> Iterator[str]:
    """A line for each kind of thing that a plugin brings."""

    def given(hook: str, **arguments: Any) -> Any:
        implementation = getattr(plugin, hook, None)
        return implementation(**arguments) if implementation else ()

    rules = files(given("newslint_rule_files"))
    checks = sorted(check if isinstance(check, str) else check.name for check in given("newslint_checks"))
    layers = sorted(layer.__name__ for layer in given("newslint_layers", config=config))
    formats = sorted(given("newslint_reporters"))
    for name, things in (("rules", [path.stem for path in rules]), ("checks", checks), ("layers", layers), ("formats", formats)):
        if things:
            yield f"{name:<8} {len(things):>3}  {', '.join(things)}"
    for hook, what in (("newslint_read", "reader"), ("newslint_sources", "sources")):
        if any(caller.name == hook for caller in manager.get_hookcallers(plugin) or ()):
            yield what
