"""Which newslint and which Python this is: what was kept by another may mean something else."""

from __future__ import annotations

import os
import sys
from functools import cache
from zlib import crc32

from newslint import __version__

_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120  pathlib is dear to a short run


PYTHON = sys.implementation.cache_tag or f"{sys.version_info.major}{sys.version_info.minor}"
"""As in the names of compiled files: ``cpython-311``."""


PLACE = f"{crc32(os.fsencode(_HERE)):08x}"
"""Which of several newslints on one machine: an editor's, a hook's."""


@cache
def stamp() -> str:
    """Changes with newslint and with Python; in a checkout, where anybody may edit it, with every file of it."""
    first = os.stat(os.path.join(_HERE, "__init__.py"))  # noqa: PTH116, PTH118
    parts = [__version__, PYTHON, _HERE, f"{first.st_mtime_ns}"]
    if os.path.exists(os.path.join(os.path.dirname(_HERE), "pyproject.toml")):  # noqa: PTH110, PTH118, PTH120
        from _blake2 import blake2b

        parts.append(blake2b(repr(sorted(_sources(_HERE))).encode(), digest_size=16).hexdigest())
    return " ".join(parts)


def _sources(folder: str) -> list[tuple[str, int, int]]:
    """The files in a folder and those in it, code and tables, with their sizes and times."""
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                found += _sources(entry.path) if entry.name != "__pycache__" else []
            else:
                state = entry.stat()
                found.append((entry.path, state.st_size, state.st_mtime_ns))
    return found
