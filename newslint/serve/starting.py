"""How a server comes to be: in this process, in one of its own, or after a run that missed it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.errors import NewslintError
from newslint.serve.wire import NAME, folder

if TYPE_CHECKING:
    from newslint.serve.worker import Limits, Run  # not where there are no Unix sockets: it asks the system for its resources

LOG = "serve.log"

Say = Callable[[str], None]


def serve(run: Run, limits: Limits, ready: Say, *, taken: Callable[[], object] = lambda: None) -> None:
    """Be the server until it ends; ``taken`` is called when the place is ours, ``ready`` hears the socket's name.

    Raises NewslintError where there can be none.
    """
    from newslint.serve.place import Place

    place = Place()
    listener = place.take()
    try:
        taken()
        from newslint.serve.preload import preload
        from newslint.serve.supervisor import Supervisor

        with suppress(OSError):
            os.chdir("/")
        supervisor = Supervisor(place, listener, run, preload(), limits, _say)
        ready(str(place.path))
        supervisor.serve()
    finally:
        place.leave()


def _say(line: str) -> None:
    sys.stderr.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} newslint serve: {line}\n")
    sys.stderr.flush()


def detached(run: Run, limits: Limits, ready: Say) -> None:
    """The same in a process of its own, which outlives this one; returns when it is ready. Raises as ``serve`` does."""
    hear, tell = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(hear)
        _be_the_server(run, limits, tell)
    os.close(tell)
    with os.fdopen(hear, encoding="utf-8") as said:
        word = said.read()
    os.waitpid(process, 0)
    if not word.startswith("="):
        raise NewslintError(word or "the process died before it was ready")
    ready(word[1:])


def _be_the_server(run: Run, limits: Limits, tell: int) -> None:
    """In the child: leave the terminal and the parent, and never come back."""
    os.setsid()
    if os.fork():
        os._exit(0)

    def said(word: str) -> None:
        os.write(tell, word.encode())
        os.close(tell)

    status = 0
    try:
        serve(run, limits, lambda path: said(f"={path}"), taken=_elsewhere)
    except NewslintError as fault:
        status = 2
        with suppress(OSError):
            said(str(fault))
    except BaseException as fault:
        status = 3
        with suppress(OSError):
            said(f"{type(fault).__name__}: {fault}")
    finally:
        os._exit(status)


def _elsewhere() -> None:
    """Standard streams that belong to nobody; what is said there goes into the log."""
    null = os.open(os.devnull, os.O_RDWR)
    log = null
    with suppress(OSError):
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_APPEND
        log = os.open(Path(folder(), LOG), flags, 0o600)
    for number, handle in enumerate((null, null, log)):
        os.dup2(handle, number)
    for handle in {null, log}:
        if handle > 2:
            os.close(handle)


def start_at_exit() -> None:
    """When this run is over, start a server for the next one, unless there is one or this is a CI job, which would await it."""
    import atexit

    if os.name != "posix" or os.environ.get("NEWSLINT_SERVE") == "off" or os.environ.get("CI"):
        return
    if not _is_there():
        atexit.unregister(_start)
        atexit.register(_start)


def _is_there() -> bool:
    """Whether a server listens, be it that it hangs; the socket of one that was killed lies there still."""
    from _socket import AF_UNIX, SOCK_STREAM, socket

    connection = socket(AF_UNIX, SOCK_STREAM)
    connection.setblocking(False)
    try:
        connection.connect(f"{folder()}/{NAME}")
    except (FileNotFoundError, ConnectionRefusedError):
        return False
    except OSError:  # it is another's, or so many wait that one more cannot
        return True
    finally:
        connection.close()
    return True


def _start() -> None:
    import subprocess
    from subprocess import DEVNULL as NOBODY

    flags = subprocess._args_from_interpreter_flags()  # type: ignore[attr-defined]
    words = [sys.executable, *flags, "-m", "newslint", "serve"]
    with suppress(OSError):
        subprocess.Popen(words, stdin=NOBODY, stdout=NOBODY, stderr=NOBODY, start_new_session=True)
