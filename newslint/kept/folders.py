"""The folders of a user, by the XDG Base Directory Specification; what platformdirs says, without its import."""

from __future__ import annotations

import os
import sys
from pathlib import Path

CACHE = "NEWSLINT_CACHE_DIR"
"""The environment variable that names another folder for what may be thrown away."""


def named() -> bool:
    """Whether the environment names the folder, which wins over a configuration."""
    return bool(os.environ.get(CACHE))


def cache() -> Path:
    """Where things lie that may be thrown away."""
    if given := os.environ.get(CACHE):
        return Path(given)
    if sys.platform.startswith("linux"):
        base = os.environ.get("XDG_CACHE_HOME", "")
        return Path(base if base.startswith("/") else os.path.expanduser("~/.cache"), "newslint")  # noqa: PTH111
    from platformdirs import user_cache_path

    return user_cache_path("newslint", appauthor=False)


def runtime() -> Path:
    """Where the socket of a running process lies, for this user alone; ``NEWSLINT_RUNTIME_DIR`` names another place."""
    if given := os.environ.get("NEWSLINT_RUNTIME_DIR"):
        return Path(given)
    base = os.environ.get("XDG_RUNTIME_DIR", "")
    return Path(base, "newslint") if base.startswith("/") else cache() / "run"
