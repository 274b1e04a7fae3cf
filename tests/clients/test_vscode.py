"""The VS Code extension: packed as it is given out, unpacked, and run with a real server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import which
from zipfile import ZipFile

import pytest

from newslint.config import Profile
from newslint.lsp.commands import COMMANDS
from newslint.lsp.settings import EDITORS_OWN, Settings
from tests.tools import package, program

EXTENSION = Path(__file__).parents[2] / "editors" / "vscode"
MANIFEST = json.loads((EXTENSION / "package.json").read_text())
SETTINGS = MANIFEST["contributes"]["configuration"]["properties"]
NEEDED = {"package.json", "readme.md", "changelog.md", "LICENSE.txt", "icon.png", "src/extension.js"}


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    node = program("node")
    package("vscode-languageclient", EXTENSION / "node_modules")
    vsce, out = package("@vscode/vsce"), tmp_path_factory.mktemp("packed") / "newslint.vsix"
    words: list[str | Path] = [node, vsce / "vsce", "package", "--allow-missing-repository", "--out", out]
    ran = subprocess.run(
        words, cwd=EXTENSION, capture_output=True, text=True, check=False, env=os.environ | {"npm_config_offline": "true"}
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return out


def test_what_is_packed(packed: Path) -> None:
    with ZipFile(packed) as file:
        inside = {name.removeprefix("extension/") for name in file.namelist() if name.startswith("extension/")}
    assert inside >= NEEDED
    assert {name.split("/")[0] for name in inside} == {name.split("/")[0] for name in NEEDED} | {"node_modules"}
    assert not [name for name in inside if name.endswith((".ts", ".map")) or "/esm/" in name]
    assert packed.stat().st_size < 500_000


def test_what_is_packed_works(packed: Path, tmp_path: Path) -> None:
    with ZipFile(packed) as file:
        file.extractall(tmp_path)
    newslint = which("newslint", path=Path(sys.executable).parent)
    environment = os.environ | {
        "NEWSLINT": str(newslint),
        "NEWSLINT_EXTENSION": str(tmp_path / "extension"),
        "HOME": str(tmp_path),
    }
    words: list[str | Path] = [program("node"), "--test", *sorted((EXTENSION / "test").glob("*.test.js"))]
    ran = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "\n# skipped 0\n" in ran.stdout


def test_its_settings_are_the_servers() -> None:
    """All of them are offered, by their defaults, and none that it would refuse."""
    names = {name.removeprefix("newslint.") for name in SETTINGS} - {"trace.server"}
    given = {name: SETTINGS[f"newslint.{name}"]["default"] for name in names - EDITORS_OWN}
    assert Settings().with_given(given) == (Settings(), [])
    assert len(given) == len(Settings.__dataclass_fields__)
    for name, told in SETTINGS.items():
        for value in told.get("enum", ()):
            assert name == "newslint.trace.server" or not Settings().with_given({name.removeprefix("newslint."): value})[1]


def test_every_profile_is_offered() -> None:
    assert tuple(SETTINGS["newslint.profile"]["enum"][1:]) == Profile.__args__  # type: ignore[attr-defined]


def test_no_command_is_named_like_one_of_the_servers() -> None:
    """VS Code refuses to register a name twice."""
    assert not {one["command"] for one in MANIFEST["contributes"]["commands"]} & {*COMMANDS}


def test_its_lock_is_for_what_it_asks() -> None:
    lock = json.loads((EXTENSION / "package-lock.json").read_text())
    assert lock["packages"][""]["dependencies"] == MANIFEST["dependencies"]
    assert all("integrity" in one for name, one in lock["packages"].items() if name)
