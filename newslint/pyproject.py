"""The table [tool.newslint] of a pyproject.toml, read as if it were a configuration in YAML."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newslint.errors import ConfigError, InputError
from newslint.typedyaml import Node, Place, parse


@dataclass(frozen=True)
class InTable(Place):
    """A table of a pyproject.toml; complaints name its key, since they cannot say on which line it stands."""

    keys: tuple[str, ...] = ()

    def complaint(self, message: str, node: Node | None = None, mark: Any = None) -> InputError:
        node = node or self.at
        mark = mark or (node.start_mark if node else None)
        key = self.keys[mark.line - 1] if mark and 0 < mark.line <= len(self.keys) else ""
        return self.error(message if not key or key in message else f"{key}: {message}", path=self.path)


def table(path: Path) -> tuple[Place, Node | None]:
    """The table of a pyproject.toml, written as YAML with a line for each key."""
    import json

    table = own_table(path)
    if table is None:
        raise ConfigError("has no table [tool.newslint]", path=path)
    place = InTable(f"{path} [tool.newslint]", ConfigError, keys=tuple(table))
    lines = [json.dumps({key: value}, default=str, ensure_ascii=False)[1:-1] for key, value in table.items()]
    return place, parse("{\n" + ",\n".join(lines) + "\n}", place) if table else None


def own_table(path: Path) -> dict[str, Any] | None:
    """The table of ours in this file, if it has one; raises ConfigError where it cannot be read and seems to."""
    try:
        raw = path.read_bytes()
    except OSError:
        return None
    if b"newslint" not in raw:
        return None
    import tomllib  # 10 ms, and most of these files are not for us

    try:
        table = tomllib.loads(raw.decode()).get("tool", {}).get("newslint")
    except AttributeError:  # a "tool" that is not ours to judge
        return None
    except (ValueError, RecursionError) as fault:
        if b"[tool.newslint" not in raw:
            return None
        raise ConfigError(f"is not TOML: {fault}", path=path) from None
    return table if isinstance(table, dict) else None
