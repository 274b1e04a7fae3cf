"""What is installed from the built wheel, far from the source tree, is all there and works."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newslint import __version__
from tests.project import ROOT, copied, install

DATA = ("rules", "packs", "presets", "facts/tables", "data")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packaging")
    return install(copied(folder / "sources"), folder / "installed")


def run(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run newslint as installed, with the packages it depends on; ``-P`` keeps the working folder out."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("NEWSLINT")} | {"PYTHONPATH": str(installed)}
    return subprocess.run(
        [sys.executable, "-P", "-m", "newslint", *words], cwd=folder, env=env, capture_output=True, text=True, check=False
    )


def test_every_data_file_is_in_the_wheel(installed: Path) -> None:
    for folder in DATA:
        source = ROOT / "rules" if folder == "rules" else ROOT / "newslint" / folder
        expected = {path.relative_to(source) for path in source.rglob("*") if path.is_file()}
        found = {path.relative_to(installed / "newslint" / folder) for path in (installed / "newslint" / folder).rglob("*")}
        assert expected
        assert expected <= found
    assert (installed / "newslint" / "py.typed").is_file()
    assert (installed / "share" / "man" / "man1" / "newslint.1").is_file()
    assert (installed / f"newslint-{__version__}.dist-info" / "licenses" / "LICENSE").is_file()
    assert (installed / "bin" / "newslint").is_file() or (installed / "Scripts" / "newslint.exe").is_file()


def test_it_runs_from_another_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(
        "The mayor called it “a serious failure of planning”. # newslint: ignore[X101]\n", encoding="utf-8"
    )
    (tmp_path / "wire.txt").write_text("It was a serious failure of supervision, she said.\n")
    done = run(installed, tmp_path, "draft.txt", "--source", "wire.txt")
    assert done.stderr == ""
    assert "draft.txt:1:54: X101 ignore[X101] gives no reason, so it silences nothing. (ignore-without-match)" in done.stdout
    assert done.returncode == 1


def test_it_uses_its_own_rules_and_model(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "plugins", "--no-plugins")
    assert f"builtin  ({installed / 'newslint' / 'builtin.py'})" in done.stdout
    done = run(installed, tmp_path, "explain", "X101")
    assert "X101" in done.stdout
    (tmp_path / "draft.txt").write_text("Angela Merkel met the mayor of Paris in Berlin.\n")
    done = run(installed, tmp_path, "inspect", "draft.txt")
    assert done.returncode == 0, done.stderr
    assert "names" in done.stdout
    assert "Angela Merkel" in done.stdout
