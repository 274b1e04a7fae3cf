"""Files of a desk's own code, as they are loaded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newslint.config import Config
from newslint.errors import ConfigError
from newslint.plugins import load

CHECK = """\
from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from newslint.hookspecs import hookimpl
from newslint.rule import Check


@dataclass(frozen=True)
class Own(Check):
    name: ClassVar[str] = "own-NAME"
    most: int = 3


@hookimpl
def newslint_checks():
    return [Own]
"""


def test_two_files_of_one_name_may_hold_dataclasses(tmp_path: Path) -> None:
    paths = tmp_path / "a" / "json.py", tmp_path / "b" / "json.py"
    for path in paths:
        path.parent.mkdir()
        path.write_text(CHECK.replace("NAME", path.parent.name))
    found = [load(replace(Config(), plugins=(path,))).hook.newslint_checks()[0][0] for path in paths]
    assert [(one.name, one().most) for one in found] == [("own-a", 3), ("own-b", 3)]
    import json

    assert json.loads("1") == 1


def test_a_file_that_breaks_is_named(tmp_path: Path) -> None:
    path = tmp_path / "own.py"
    path.write_text("1 / 0\n")
    with pytest.raises(ConfigError, match=r"own\.py: plugin cannot be loaded: ZeroDivisionError"):
        load(replace(Config(), plugins=(path,)))
