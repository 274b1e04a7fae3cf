"""Texts as systems that read reports name them: from the folder of the project, with forward slashes."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from newslint.document import Document, Source

ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Variables in which GitHub and GitLab say where the project lies that a job works on."""


def path(name: Path | str) -> str:
    """The path from the project's folder; whole where the file lies outside. The folder is that of the CI job, if one runs
    above us, else the one we run in: so a report is the same bytes on every machine."""
    whole = Path(os.path.abspath(name))  # noqa: PTH100 (links in it stay, '..' goes)
    root = _root()
    return (whole.relative_to(root) if whole.is_relative_to(root) else whole).as_posix()


def uri(name: Path | str) -> str:
    """The same as a URI: relative to the project's folder, or a ``file`` URI."""
    place = path(name)
    return Path(place).as_uri() if Path(place).is_absolute() else quote(os.fsencode(place))


def address(doc: Document, source: Source | None = None) -> str:
    """Where a draft or source can be looked up: its file or its web address; empty where it has neither."""
    if doc.path is None and source is not None:
        return source.url if source.url.startswith(("http://", "https://")) else ""
    return uri(doc.path or doc.name)


def relative(place: str) -> bool:
    """Whether a URI is one that hangs on the project's folder."""
    return bool(place) and ":" not in place


def _root() -> Path:
    here = Path.cwd()
    given = (Path(os.path.abspath(os.environ[name])) for name in ROOTS if os.environ.get(name))  # noqa: PTH100
    return next((root for root in given if here.is_relative_to(root)), here)
