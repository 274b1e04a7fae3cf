"""Programs from outside that some tests talk to: editors, browsers, checkers of formats.

Where one is missing its tests are skipped, so that ``make test`` passes on any machine; where
``NEWSLINT_TOOLS=required`` is set, as CI does once it has installed them, its tests fail instead.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

CLIENTS = Path(__file__).parent / "clients" / "node_modules"
"""The npm packages of ``tests/clients/package.json``; ``make clients`` installs them."""


def program(*names: str) -> str:
    """The path of the first of these programs that is installed; without one the test is skipped."""
    found = next(filter(None, map(shutil.which, names)), None)
    return found or missing(f"no {' or '.join(names)} is installed")


def package(name: str, modules: Path = CLIENTS) -> Path:
    """The folder of an npm package; without it the test is skipped."""
    folder = modules / name
    if not folder.is_dir():
        missing(f"no npm package {name}: run 'make clients'")
    return folder


def missing(words: str) -> NoReturn:
    """Skip this test, or fail it where all programs are required."""
    if os.environ.get("NEWSLINT_TOOLS") == "required":
        pytest.fail(words)
    pytest.skip(words)
