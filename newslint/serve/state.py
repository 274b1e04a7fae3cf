"""The state of the code that runs: a process that has read it must not answer once it is another.

What is installed changes the folder of packages; a source tree changes file by file.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newslint.builtin import newslint_rule_files

OURS = Path(__file__).parents[1]
PACKAGES = frozenset(("site-packages", "dist-packages"))


class Stamp(NamedTuple):
    """What changes whenever a file is written, or anything put into a folder."""

    path: str
    changed: int
    size: int


def code() -> list[Stamp]:
    """The state of newslint's own files, and of the folders of packages."""
    packages = [entry for entry in sys.path if Path(entry).name in PACKAGES]
    found = [stamp for entry in packages for stamp in _stamp(entry)]
    look = _stamp if _packed(str(OURS)) else _tree
    return found + [stamp for folder in (OURS, *newslint_rule_files()) for stamp in look(str(folder))]


def modules() -> frozenset[str]:
    """The files of the modules that are imported."""
    files = (getattr(module, "__file__", None) for module in [*sys.modules.values()])
    return frozenset(file for file in files if file)


def foreign(files: frozenset[str]) -> frozenset[str]:
    """Those that are neither newslint's own nor come with Python."""
    inside = (str(OURS) + os.sep, sysconfig.get_path("stdlib") + os.sep)
    return frozenset(file for file in files if not file.startswith(inside) or _packed(file))


def _packed(file: str) -> bool:
    return not PACKAGES.isdisjoint(Path(file).parts)


def stamps(files: frozenset[str]) -> list[Stamp]:
    """The state of these files."""
    return [stamp for file in sorted(files) for stamp in _stamp(file)]


def _stamp(path: str) -> Iterator[Stamp]:
    try:
        state = os.stat(path)  # noqa: PTH116
    except OSError:
        yield Stamp(path, 0, 0)
    else:
        yield Stamp(path, state.st_mtime_ns, state.st_size)


def _tree(folder: str) -> Iterator[Stamp]:
    """Every file below a folder, but for what Python compiles."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _tree(entry.path)
        else:
            state = entry.stat()
            yield Stamp(entry.path, state.st_mtime_ns, state.st_size)
