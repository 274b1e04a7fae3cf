"""The code of newslint's own modules, kept in one file: a run imports some four hundred.

Python looks for each of them in its folder, opens and reads a file, and closes it; here that is one look at the source, whose
size and time must be those that the code was compiled from, as they must be for Python's own bytecode.
"""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from os import stat

from newslint.kept.bytecode import KEPT

TYPE_CHECKING = False  # typing is dear to a short run
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType, ModuleType

PACKAGE = __name__.partition(".")[0] + "."


def keep() -> None:
    """From here on, for what this process imports of newslint."""
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


class _Finder:
    """Knows the modules whose code was kept, and has that of others kept."""

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """What Python's own finder says, without a look at the folder where that can be."""
        if not name.startswith(PACKAGE) or not path:
            return None
        key = f"module {sys.flags.optimize} {path[0]} {name}".encode("utf-8", "surrogateescape")
        if kept := KEPT.get(key):
            state, origin, cached, inside, code = kept
            if state == _state(origin):
                spec = ModuleSpec(name, _Loader(name, origin, code=code), origin=origin, is_package=inside is not None)
                spec.submodule_search_locations = inside
                spec.has_location, spec.cached = True, cached
                return spec
        found = PathFinder.find_spec(name, path, target)
        if found and found.origin and type(found.loader) is SourceFileLoader:
            found.loader = _Loader(name, found.origin, key=key, spec=found)
        return found


class _Loader(SourceFileLoader):
    """Python's own, with the code of a module at hand, or one that keeps what it compiles."""

    def __init__(
        self, name: str, path: str, *, code: CodeType | None = None, key: bytes = b"", spec: ModuleSpec | None = None
    ) -> None:
        super().__init__(name, path)
        self._code, self._key, self._spec = code, key, spec

    def get_code(self, fullname: str) -> CodeType | None:
        code, self._code = self._code, None  # it is asked for once
        if code is not None:
            return code
        state = _state(self.path)
        code = super().get_code(fullname)
        if code and state and (spec := self._spec):
            inside = spec.submodule_search_locations
            KEPT.put(self._key, (state, self.path, spec.cached, inside and [*inside], code))
        return code


def _state(path: str) -> tuple[int, int] | None:
    """Size and time of a source."""
    try:
        now = stat(path)  # noqa: PTH116  not one that a run which is watched has wrapped
    except OSError:
        return None
    return now.st_size, now.st_mtime_ns
