"""The door of kept runs: a command line that was answered before, where nothing it looked at has changed, is answered again.

``through`` is asked before anything else of newslint is imported. An entry says what the run looked at (``looks``), and
what it wrote in which order, in places of the files that it read (``wordless``), so that no word of a draft is kept. What
cannot be a matter of files is in the key: the words, the folder, the day, the terminal, the environment, and which newslint
and Python this is. Only what says so at its end is kept (``keep``), and whatever knows better may forbid it (``never``).
"""

from __future__ import annotations

import marshal
import os
import sys
import time
from _blake2 import blake2b

from newslint.kept import code, looks

TYPE_CHECKING = False  # typing is dear to a short run
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TextIO

    from newslint.kept.watching import Watch

FORMAT = 1
TIER = "run"

OTHERS = frozenset(
    (
        *("sources", "inspect", "explain", "rules", "plugins", "doctor", "lsp", "serve", "cache", "corpus", "completions"),
        *("-", "-h", "--help", "--version", "--no-cache", "--timing"),
    )
)
"""First words, or any, with which nothing is looked up or kept; a draft that is called so costs a little more."""

ENVIRONMENT = ("NEWSLINT_", "PYTHON", "LC_", "LANG", "XDG_", "HOME", "TZ", "TERM", "COLORTERM", "COLUMNS", "LINES")
COLORS = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "TTY_", "JUPYTER_", "UNICODE_VERSION", "CI", "GITHUB_", "GITLAB_", "TMPDIR")
"""Beginnings of the names of variables that may make a difference."""

_watch: Watch | None = None
"""What takes down what this run looks at; None where nobody does."""


def through(words: list[str]) -> int | None:
    """Print what this command line printed before, and give its exit status; None where it must be run."""
    if not plausible(words):
        return None
    try:
        from newslint.kept.store import shared

        store = shared()
        entry = store.get(TIER, key) if (key := key_of(words)) else None
        answer = _checked(marshal.loads(entry)) if entry else None
    except Exception:  # whatever is wrong with what was kept, the run itself is there
        return None
    if answer is None:
        return None
    status, calls = answer
    status = _printed(calls, status)
    store.flush()
    return status


def recorded(words: list[str], run: Callable[[list[str]], int]) -> int:
    """Run this command line, and keep what came of it if it says that it may be kept."""
    if not plausible(words) or (key := key_of(words)) is None:
        return run(words)
    from newslint.kept.watching import Watch

    global _watch
    _watch = Watch(key, lambda: key_of(words))
    try:
        return _watch.run(words, run)
    finally:
        _watch = None


def keep() -> None:
    """What this run says may be said again as long as nothing changes that it looked at."""
    if _watch:
        _watch.wanted = True


def never() -> None:
    """Whatever this run says later, it must not be kept."""
    if _watch:
        _watch.spoiled = True


def told(text: str) -> None:
    """A text of which the run may have said words, and which therefore must not be kept."""
    if _watch:
        _watch.told.append(text)


def bare(stream: TextIO) -> TextIO:
    """The stream for what is to be seen now and not kept, such as a bar."""
    out: TextIO = getattr(stream, "bare", stream)
    return out


def plausible(words: list[str]) -> bool:
    """Whether such a command line may have been kept."""
    return bool(words) and os.name == "posix" and OTHERS.isdisjoint(words) and not (sys.stdout is None or sys.stderr is None)


def key_of(words: list[str]) -> bytes | None:
    """What a run hangs on beside the files that it looks at."""
    try:
        parts = (
            (FORMAT, code.stamp(), sys.version, sys.executable, tuple(sys.flags), sys.warnoptions),
            (os.geteuid(), words, os.getcwd()),  # noqa: PTH109
            time.localtime()[:3],
            sorted(pair for pair in os.environ.items() if pair[0].startswith(ENVIRONMENT + COLORS)),
            [(folder, looks.taken(looks.STAMP, folder)) for folder in sys.path],
            _streams(),
        )
    except (OSError, ValueError):  # such as a folder that is gone
        return None
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=32).digest()


def _streams() -> object:
    """Where the two streams lead, and how wide the terminal is."""
    states = [os.fstat(stream.fileno()) for stream in (sys.stdout, sys.stderr)]
    sizes = [os.get_terminal_size(number) for number in (0, 1, 2) if os.isatty(number)]
    kinds = [(state.st_mode & 0o170000, state.st_blksize, os.isatty(at + 1)) for at, state in enumerate(states)]
    return os.path.samestat(*states), kinds, [tuple(size) for size in sizes]


def _checked(entry: Any) -> tuple[int, list[tuple[int, str | None]]] | None:
    """The exit status and what was written; None where something has changed."""
    seen, files, status, calls = entry
    if not all(looks.holds(what, path, before) for what, path, before in seen):
        return None
    raws = [looks.content(path) for path, _ in files]
    if any(now[-1] != digest for (now, _), (_, digest) in zip(raws, files, strict=True)):
        return None
    if not calls:
        return status, []
    from newslint.kept.wordless import Text, Texts

    texts = Texts([Text(raw.decode("utf-8", "surrogateescape")) for _, raw in raws])
    return status, [(stream, None if pieces is None else texts.said(pieces)) for stream, pieces in calls]


def _printed(calls: list[tuple[int, str | None]], status: int) -> int:
    """Write it as the run did, call by call, so that the two streams are mixed as they were."""
    streams: Any = sys.stdout, sys.stderr
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        for stream, text in calls:
            if text is None:
                streams[stream].flush()
            else:
                streams[stream].write(text)
    except KeyboardInterrupt:
        return 130
    return status
