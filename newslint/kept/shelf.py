"""What was made of files, kept until one of these changes: rules and configurations need no YAML twice.

One file holds it all, one for each newslint on the machine, and is read at once. Each entry says which files it was made of,
and how each was then. A file is as it was if its size, its times and its number on the disk are. Where it was written so
shortly before it was looked at that it may have been written again within one tick of the clock, and where only its times
have changed, its words decide.

Whatever is wrong with the shelf, it is as if it were empty: the file has a sum over all of it, takes the place of the one
before by a rename, and counts only if it and its folder are this user's alone. Of what lies in it nothing is run:
``marshal`` gives plain values, and ``_Reader`` makes of them only dataclasses and tuples of newslint that cannot be called,
and dates, paths, numbers and patterns. Whoever can write it could still name a plugin in a configuration: hence ``private``.
"""

from __future__ import annotations

import io
import marshal
import os
import sys
import time
from contextlib import suppress
from functools import cache
from zlib import crc32

from newslint.kept import code, folders, private, regexes
from newslint.kept.looks import TICK

try:
    from _pickle import Pickler, Unpickler, UnpicklingError
except ImportError:  # a Python without them; the whole of pickle takes longer to import
    from pickle import Pickler, Unpickler, UnpicklingError

TYPE_CHECKING = False  # typing is dear to a short run
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, TypeVar

    T = TypeVar("T")
    Key = tuple[str, str]
    State = tuple[str, int, int, int, int, int, bytes]
    Entry = tuple[tuple[State, ...], bytes]

BOUND = 16 * 1024 * 1024
"""Bytes of the file, from which on it holds only what the last run asked for."""

STALE = 90 * 24 * 3600
"""Seconds after which the file of a newslint that has written nothing since is thrown away: it may have gone."""

_PATHS = ("Path", "PosixPath", "WindowsPath")
_PLAIN = {("datetime", "date"), ("decimal", "Decimal")} | {
    (module, name) for module in ("pathlib", "pathlib._local") for name in _PATHS
}
"""What a value may be made of, beside the dataclasses of newslint."""


class Shelf:
    """The kept values of one user, by what they are and the file that they were made of."""

    def __init__(self, folder: str | os.PathLike[str] | None = None) -> None:
        self.path = os.path.join(folder or folders.cache(), "kept", f"shelf-{code.PYTHON}-{code.PLACE}")  # noqa: PTH118
        self._entries: dict[Key, Entry] | None = None
        self._asked: set[Key] = set()
        self._changed: set[Key] = set()

    def made(self, kind: str, path: str | os.PathLike[str], make: Callable[[], T]) -> T:
        """What ``make`` makes of this file, or once made of it; what it raises is raised and not kept."""
        kept: T | None = self.get(kind, path)
        if kept is not None:
            return kept
        states = states_of([path])
        value = make()
        self.put(kind, path, value, states)
        return value

    def get(self, kind: str, path: str | os.PathLike[str]) -> Any:
        """What was made of this file, if all that it was made of is as it was; None else."""
        key = kind, os.fspath(path)
        entry = self._held.get(key)
        if entry is None:
            return None
        try:
            states = tuple(state for old in entry[0] if (state := as_it_was(old)))
            made = _Reader(io.BytesIO(entry[1])).load() if len(states) == len(entry[0]) else None
        except Exception:  # whatever it is, the files themselves are there
            return None
        if made is not None:
            self._asked.add(key)
            if states != entry[0]:
                self._keep(key, (states, entry[1]))
        return made

    def put(self, kind: str, path: str | os.PathLike[str], value: Any, states: Sequence[State]) -> None:
        """Keep what was made of files that were so before they were read; not if they are no longer, or it cannot be kept."""
        if not states or not all(map(as_it_was, states)):
            return
        out = io.BytesIO()
        try:
            Pickler(out, 5).dump(value)
            _Reader(io.BytesIO(out.getvalue())).load()
        except Exception:  # it holds something of a plugin's, say: its file is read each time
            return
        self._keep((kind, os.fspath(path)), (tuple(states), out.getvalue()))

    def save(self) -> None:
        """Write what is new, with what other processes have written since; done when this one ends."""
        mine = {key: self._held[key] for key in self._changed}
        self._changed.clear()
        if not mine:
            return
        entries = {**_loaded(self.path), **mine}
        if sum(len(value) for _, value in entries.values()) > BOUND:
            entries = {key: entry for key, entry in self._held.items() if key in self._asked}
        with suppress(OSError, ValueError):
            raw = marshal.dumps((code.stamp(), entries))
            private.write(self.path, [crc32(raw).to_bytes(4, "big"), raw])
            _tidy(os.path.dirname(self.path))  # noqa: PTH120

    @property
    def _held(self) -> dict[Key, Entry]:
        if self._entries is None:
            self._entries = _loaded(self.path)
        return self._entries

    def _keep(self, key: Key, entry: Entry) -> None:
        if not self._changed:
            import atexit

            atexit.register(self.save)
        self._held[key] = entry
        self._asked.add(key)
        self._changed.add(key)


class _Reader(Unpickler):
    """Makes plain values, and runs nothing."""

    def find_class(self, module: str, name: str) -> Any:
        """A class by its name, if it is one that holds values only."""
        if (module, name) == ("re", "_compile"):
            return regexes.compiled
        if (module, name) not in _PLAIN and not module.startswith("newslint."):
            raise UnpicklingError(f"{module}.{name}")
        if module not in sys.modules:
            __import__(module)
        found = getattr(sys.modules[module], name)
        if module.startswith("newslint.") and not _holds_values(found, module):
            raise UnpicklingError(f"{module}.{name}")
        return found


def _holds_values(found: Any, module: str) -> bool:
    """Whether this is a dataclass or tuple of this very module, whose instances are nothing that could be called."""
    if not isinstance(found, type) or found.__module__ != module:
        return False
    bases = [base.__dict__ for base in found.__mro__]
    return (issubclass(found, tuple) or "__dataclass_params__" in bases[0]) and not any("__call__" in base for base in bases)


def states_of(paths: Sequence[str | os.PathLike[str]]) -> tuple[State, ...]:
    """How these files are now: path, size, when the words and when the entry changed, number on the disk, now, and the digest
    of the words; nothing where one cannot be read."""
    try:
        return tuple(_state(os.fspath(path)) for path in paths)
    except (OSError, ValueError):
        return ()


def as_it_was(old: State) -> State | None:
    """The state of a file that has not changed since, or None."""
    path, size, changed, entered, number, looked, digest = old
    try:
        now = os.stat(path)  # noqa: PTH116
        same = (now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino) == (size, changed, entered, number)
        if same and max(changed, entered) < looked - TICK:
            return old
        if now.st_size != size or (state := _state(path))[-1] != digest:
            return None
    except (OSError, ValueError):
        return None
    return old if same and max(changed, entered) >= state[-2] - TICK else state  # still too fresh: worth no new file


def _state(path: str) -> State:
    from _blake2 import blake2b

    looked = time.time_ns()
    with open(path, "rb") as file:  # noqa: PTH123
        now = os.fstat(file.fileno())
        digest = blake2b(file.read(), digest_size=16).digest()
    return path, now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino, looked, digest


@cache
def _at(folder: str) -> Shelf:
    return Shelf(folder)


def shared() -> Shelf:
    """The shelf of this user, one for the whole process."""
    return _at(str(folders.cache()))


def _tidy(folder: str) -> None:
    """Throw away the shelves of newslints that seem to have gone."""
    with os.scandir(folder) as entries:
        old = [one.path for one in entries if one.name.startswith("shelf-") and time.time() - one.stat().st_mtime > STALE]
    for path in old:
        os.unlink(path)  # noqa: PTH108


def _loaded(path: str) -> dict[Key, Entry]:
    """The entries in this file; none where it is not whole, not this user's own, or an older newslint's."""
    try:
        raw = memoryview(private.read(path))
        if crc32(raw[4:]).to_bytes(4, "big") != raw[:4]:
            return {}
        stamp, entries = marshal.loads(raw[4:])
        return dict(entries) if stamp == code.stamp() else {}
    except (OSError, ValueError, EOFError, TypeError):
        return {}
