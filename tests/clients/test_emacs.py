"""Emacs with Eglot, and the settings that we ship."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from shutil import copy

from tests.clients.neovim import EDITORS, environment
from tests.clients.printed import printed
from tests.tools import missing, program

SETTINGS = EDITORS / "emacs" / "newslint.el"


def emacs(home: Path, *words: str | Path) -> str:
    ran = subprocess.run(
        [program("emacs"), "--batch", *words], env=environment(home), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def eglot(home: Path) -> None:
    """Emacs has it from version 29 on; before, it is a package."""
    if emacs(home, "--eval", "(princ (require 'eglot nil t))") != "eglot":
        missing("Emacs has no eglot")


def test_what_emacs_shows_is_what_newslint_prints(desk: Path, tmp_path: Path) -> None:
    """But for what the user's settings ignore."""
    ignored = ["N201"]
    eglot(tmp_path)
    expected = [one for one in printed(desk) if one[2] not in ignored]
    choice = f"(setq-default eglot-workspace-configuration '(:newslint (:extendIgnore {json.dumps(ignored)})))"
    words: list[str | Path] = [
        "--load",
        SETTINGS,
        "--eval",
        choice,
        "--load",
        Path(__file__).with_name("show.el"),
        desk,
        str(len(expected)),
    ]
    shown = sorted(json.loads(emacs(tmp_path, *words)))
    assert [(line, column) for line, column, _ in shown] == [(line, column) for line, column, _, _ in expected]
    assert all(any(message in words for _, _, _, message in expected) for _, _, words in shown)
    assert all(any(message in words for _, _, words in shown) for _, _, _, message in expected)


def test_the_settings_compile(tmp_path: Path) -> None:
    eglot(tmp_path)
    copy(SETTINGS, tmp_path)
    strict = "(setq byte-compile-error-on-warn t)"
    emacs(tmp_path, "--eval", strict, "--funcall", "batch-byte-compile", tmp_path / SETTINGS.name)
    assert (tmp_path / "newslint.elc").exists()
