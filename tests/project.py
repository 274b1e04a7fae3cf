"""The project's own source tree, for the tests that build, install and run it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARTS = ("pyproject.toml", "README.md", "LICENSE", "NOTICE", ".gitignore", ".pre-commit-hooks.yaml", "newslint", "rules", "docs")
"""All that a release is made of."""

OFFLINE = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": ""}


def copied(to: Path) -> Path:
    """The source tree as it is, committed or not, without what git ignores inside it."""
    to.mkdir()
    unwanted = shutil.ignore_patterns("__pycache__", ".*_cache")
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, to / part, ignore=unwanted)
        else:
            shutil.copy(source, to / part)
    return to


def install(project: Path, to: Path) -> Path:
    """Build the wheel of this project and install it, alone, into a folder; no network."""
    words = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--target",
        str(to),
        str(project),
    ]
    done = subprocess.run(words, env={**os.environ, **OFFLINE}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return to
