"""Takes down what a run looks at and what it writes, so that it can be kept.

Python's audit hook tells of every file that is opened and every folder that is listed, in C or not; of names that are
merely asked after it tells nothing, so that the few functions of ``os`` that ask are wrapped while the run lasts. What
can neither be told nor be said again, such as another process, a connection or a file that is written, spoils the run.
"""

from __future__ import annotations

import marshal
import os
import re
import stat
import sys
from threading import get_ident

from newslint.kept import folders, looks, runs
from newslint.kept.store import shared
from newslint.kept.tee import Tee
from newslint.kept.wordless import Text, Texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

SPOIL = frozenset(
    (
        *("subprocess.Popen", "os.fork", "os.forkpty", "os.exec", "os.posix_spawn", "os.spawn", "os.system"),
        *("os.chdir", "os.fchdir", "socket.connect", "socket.bind", "sqlite3.connect"),
    )
)
WRITE = frozenset(
    ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.link", "os.symlink", "os.chmod", "os.utime")
)
ASKING = {"stat": looks.KIND, "access": looks.KIND, "lstat": looks.LINK, "readlink": looks.LINK}
"""Functions of ``os`` that ask after a name, and what is then looked at."""

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_MACHINE = ("/sys/fs/cgroup/", "/sys/devices/", "/proc/cpuinfo", "/proc/meminfo", "/proc/self/", "/dev/null", "/dev/urandom")
"""What tells how fast a run may be, and not what it says."""
_CODE = (".py", ".pyc", ".so", ".pyi")
_WORD = re.compile(r"[^\W_]{3,}")
_MOST_TEXT = 4 * 1024 * 1024
_MOST_SAID = 2 * 1024 * 1024
_MOST_LOOKS = 20_000


class Watch:
    """One run."""

    def __init__(self, key: bytes, key_again: Callable[[], bytes | None]) -> None:
        self.key, self.key_again = key, key_again
        self.wanted = self.spoiled = False
        self.told: list[str] = []
        self._active = True
        self._own: set[int] = set()
        self._temporary = {"/tmp", "/var/tmp", "/usr/tmp", os.environ.get("TMPDIR", "/tmp").rstrip("/")}
        self._scratch: set[str] = set()
        """New files of the run's own, such as one that tries whether files can be written there."""
        self._process = os.getpid()
        self._seen: dict[tuple[str, str], Any] = {}
        self._asked: set[tuple[str, str]] = set()
        self._calls: list[tuple[int, str | None]] = []
        self._here = os.getcwd()  # noqa: PTH109
        self._cache = os.path.join(str(folders.cache()), "")  # noqa: PTH118
        self._home = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "")  # noqa: PTH100, PTH118, PTH120
        self._rules = os.path.join(os.path.dirname(self._home[:-1]), "rules", "")  # noqa: PTH118, PTH120
        installed = (path for path in sys.path if "site-packages" in path or "dist-packages" in path)
        libraries = (os.path.dirname(os.__file__), *installed)  # noqa: PTH120
        self._installed = tuple(os.path.join(path, "") for path in libraries)  # noqa: PTH118

    def run(self, words: list[str], run: Callable[[list[str]], int]) -> int:
        """Run it, and keep it if it may be kept."""
        real = {name: getattr(os, name) for name in ASKING}
        streams = sys.stdout, sys.stderr
        sys.addaudithook(self._event)
        for name, function in real.items():
            setattr(os, name, self._asking(name, function))
        sys.stdout, sys.stderr = (Tee(at, stream, self) for at, stream in enumerate(streams))
        try:
            self._refuse_blindness()
            status = run(words)
        finally:
            self._active = False
            sys.stdout, sys.stderr = streams
            for name, function in real.items():
                setattr(os, name, function)
        if self.wanted and not self.spoiled and status in (0, 1, 2) and os.getpid() == self._process:
            try:
                self._keep(status)
            except Exception:  # it was run, and that it cannot be kept is nobody's business
                return status
        return status

    def written(self, stream: int, text: str | None) -> None:
        """Something was written, or flushed."""
        if self._active and not self.spoiled:
            self._calls.append((stream, text))

    def _keep(self, status: int) -> None:
        if sum(len(text or "") for _, text in self._calls) > _MOST_SAID:
            return
        files, texts = [], []
        for (what, path), before in self._seen.items():
            if what == looks.READ and isinstance(before, tuple) and before[0] <= _MOST_TEXT:
                now, raw = looks.content(path)
                files.append((path, now[-1] if isinstance(now, tuple) else b""))
                texts.append(Text(raw.decode("utf-8", "surrogateescape")))
        coder = Texts(texts)
        calls = [(stream, None if text is None else coder.coded(text)) for stream, text in self._calls]
        pieces = [piece for _, some in calls for piece in some or ()]
        if self._leaks(piece for piece in pieces if isinstance(piece, str)):
            return
        used = sorted({piece[0] for piece in pieces if not isinstance(piece, str)})
        number = {old: new for new, old in enumerate(used)}
        calls = [
            (stream, some and [piece if isinstance(piece, str) else (number[piece[0]], *piece[1:]) for piece in some])
            for stream, some in calls
        ]
        named = {files[at][0] for at in used}
        seen = [(what, path, before) for (what, path), before in self._seen.items()]
        if all(looks.holds(*look) for look in seen) and self.key_again() == self.key:
            seen = [look for look in seen if look[0] != looks.READ or look[1] not in named]
            shared().put(runs.TIER, self.key, marshal.dumps((seen, [files[at] for at in used], status, calls)))

    def _leaks(self, literals: Iterable[str]) -> bool:
        """Whether a word of a draft or a source would be kept: one that its file has in other letters, as a Word file does."""
        said = {word for text in literals for word in _WORD.findall(text.lower())}
        return any(not said.isdisjoint(_WORD.findall(text.lower())) for text in self.told)

    # --- looking -------------------------------------------------------------------------

    def _event(self, event: str, args: tuple[Any, ...]) -> None:
        if not self._active or self.spoiled:
            return
        if event == "open":
            self._opened(*args)
        elif event in ("os.scandir", "os.listdir"):
            self._look(looks.LIST, args[0] if args and args[0] is not None else ".")
        elif event in SPOIL:
            self.spoiled = event != "sqlite3.connect" or not (str(args[0]).startswith(self._cache) or _is_read(args[0]))
        elif event in WRITE and not self._ours(args[0]):
            self.spoiled = True

    def _opened(self, path: Any, mode: Any, flags: Any) -> None:
        if isinstance(path, int) or path is None:
            return
        if (isinstance(mode, str) and set(mode) & set("wax+")) or (isinstance(flags, int) and flags & _WRITES):
            if isinstance(flags, int) and flags & os.O_EXCL and os.path.dirname(os.fsdecode(path)) in self._temporary:  # noqa: PTH120
                self._scratch.add(os.fsdecode(path))
            elif not self._ours(path):
                self.spoiled = True
            return
        self._look(looks.READ, path)

    def _asking(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        what = ASKING[name]

        def asked(path: Any, *args: Any, **options: Any) -> Any:
            if self._active and not isinstance(path, int):
                if options.get("dir_fd") is not None:
                    self.spoiled = True
                self._look(looks.LINK if options.get("follow_symlinks") is False else what, path)
            return function(path, *args, **options)

        return asked

    def _look(self, what: str, path: Any) -> None:
        """Take down how this is now, if it was not looked at before."""
        me = get_ident()
        if self.spoiled or me in self._own:
            return
        if isinstance(path, int):
            self.spoiled = True
            return
        self._own.add(me)
        try:
            self._take(what, os.path.join(self._here, os.fsdecode(path)))  # noqa: PTH118
        except (TypeError, ValueError):  # no name that a file can have
            pass
        finally:
            self._own.discard(me)

    def _take(self, what: str, path: str) -> None:
        if (what, path) in self._asked or path.startswith((self._cache, *_MACHINE, *self._installed)):
            return
        self._asked.add((what, path))
        if path.startswith("/dev/") or len(self._seen) > _MOST_LOOKS:
            self.spoiled = True
            return
        if what == looks.LIST and (path in sys.path or path.startswith(self._home)):  # that is in the key
            return
        if path.startswith((self._home, self._rules)):
            if path.endswith(_CODE):  # and so is that
                return
            what = looks.STAMP if what == looks.READ or (what != looks.LIST and os.path.isfile(path)) else what  # noqa: PTH113
        elif "__pycache__" in path:  # a plugin's: its source decides
            folder, name = os.path.split(path)
            what, path = looks.READ, os.path.join(os.path.dirname(folder), f"{name.partition('.')[0]}.py")  # noqa: PTH118, PTH120
        words = looks.STAMP if what != looks.LIST and looks.is_database(path) else looks.READ  # put there whole, by a rename
        what = words if what == looks.READ else what
        now = looks.taken(what, path)
        if what == looks.READ and isinstance(now, int) and now not in (0, stat.S_IFDIR):  # a pipe is read once
            self.spoiled = True
        if what in (looks.KIND, looks.LINK) and now == stat.S_IFREG:  # whoever asks may take its times for its words
            if what == looks.LINK:  # and whether a link leads there may make two drafts one
                self._seen.setdefault((what, path), now)
            what, now = words, looks.taken(words, path)
        self._seen.setdefault((what, path), now)

    def _ours(self, path: Any) -> bool:
        name = os.path.join(self._here, os.fsdecode(path))  # noqa: PTH118
        return (
            name in self._scratch
            or name.startswith((self._cache, *_MACHINE))
            or name + os.sep == self._cache
            or "__pycache__" in name
        )

    def _refuse_blindness(self) -> None:
        """A Python that asks after files in another way is one under which nothing can be kept."""
        probe = os.path.join(self._here, "\x01newslint")  # noqa: PTH118
        asked: tuple[tuple[str, Callable[[str], object]], ...] = (
            (looks.KIND, os.path.isfile),
            (looks.KIND, os.path.isdir),
            (looks.KIND, os.path.exists),
            (looks.LINK, os.path.lexists),
            (looks.LINK, os.path.realpath),
        )
        for what, ask in asked:
            ask(probe)
            self.spoiled |= self._seen.pop((what, probe), None) is None
            self._asked.clear()


def _is_read(database: Any) -> bool:
    """Whether it is opened as one that nobody writes in; whoever opens it so has read its first bytes, which is a look."""
    return isinstance(database, str) and database.startswith("file:") and database.endswith(looks.UNCHANGING)
