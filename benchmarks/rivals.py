"""Other linters, and the bare model, as commands that take files; ``scripts/rivals.sh`` installs them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

HOME = Path(__file__).parents[1] / "build" / "rivals"
NODE = HOME / "node" / "node_modules" / ".bin"

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "proselint": (str(HOME / "proselint/bin/proselint"), "check"),
    "nabokov": (str(HOME / "nabokov/bin/nabokov"), "--exit-zero", "--format", "flake8"),
    "write-good": (str(NODE / "write-good"),),
    "textlint": (str(NODE / "textlint"), "--config", str(HOME / "node/.textlintrc.json")),
    "alex": (str(NODE / "alex"), "--quiet"),
    "harper": (str(HOME / "harper/bin/harper"), "lint", "--count"),
    "onus": (str(HOME / "onus/bin/onus"), "--no-llm"),
}

BARE = (sys.executable, str(Path(__file__).with_name("bare.py")))
"""The model alone, with the components that newslint asks for: the physical limit."""


def rival(name: str) -> list[str] | None:
    """The command of one of them; None where it is not installed."""
    command = COMMANDS[name]
    return [*command] if Path(command[0]).exists() else None
