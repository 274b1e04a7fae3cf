"""What client and server have in common: where the socket lies, who they are, and how a message is written.

The client reads this module before anything else of newslint: it imports what the interpreter has already, and no more.
"""

from __future__ import annotations

import os
import stat
import sys

MAGIC = b"newslint"
PROTOCOL = 1
"""Raised whenever a message is written otherwise; who speaks another one is left alone."""

RUN, STATUS, STOP = b"R", b"S", b"E"
"""What a client asks for."""

ALIVE, REPLY, ALONE = b".", b"=", b"A"
"""What it hears: that somebody is at work, the answer, or that it must go on alone."""

HEAD = len(MAGIC) + 2
MOST = 80 * 1024 * 1024
"""Bytes of a request: the largest draft there is, on standard input, and an environment."""

NAME = "serve.sock"

FLAGS = ("optimize", "dev_mode", "isolated", "ignore_environment", "no_site", "no_user_site", "safe_path", "int_max_str_digits")
"""Of the interpreter, what makes a difference to a run; utf8_mode makes none, since the encoding of file names is told."""


def folder() -> str:
    """The folder of the socket; what ``folders.runtime`` says, without its import."""
    given = os.environ.get
    if named := given("NEWSLINT_RUNTIME_DIR"):
        return named
    if (base := given("XDG_RUNTIME_DIR", "")).startswith("/"):
        return base + "/newslint"
    if (cache := given("NEWSLINT_CACHE_DIR")) or not sys.platform.startswith("linux"):
        return cache + "/run" if cache else _elsewhere()
    base = given("XDG_CACHE_HOME", "")
    return (base if base.startswith("/") else os.path.expanduser("~/.cache")) + "/newslint/run"  # noqa: PTH111


def _elsewhere() -> str:
    from newslint.kept.folders import runtime

    return str(runtime())


def ours(path: str, kind: int) -> bool:
    """Whether there is such a thing, no link, that is this user's, and that nobody else may use."""
    try:
        state = os.lstat(path)
    except (OSError, ValueError):
        return False
    return stat.S_IFMT(state.st_mode) == kind and state.st_uid == os.getuid() and not state.st_mode & 0o077


def head(verb: bytes) -> bytes:
    return MAGIC + bytes([PROTOCOL]) + verb


def packed(*parts: bytes) -> bytes:
    """Parts of a message behind the length of all of them, each behind its own."""
    body = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return len(body).to_bytes(8, "big") + body


def unpacked(body: bytes) -> list[bytes]:
    """The parts; raises ValueError where the lengths do not fit."""
    parts, at = [], 0
    while at < len(body):
        end = at + 8 + int.from_bytes(body[at : at + 8], "big")
        if at + 8 > len(body) or end > len(body):
            raise ValueError("a part is longer than its message")
        parts.append(body[at + 8 : end])
        at = end
    return parts


def identity() -> bytes:
    """What must be the same on both sides for an answer to be the same: this newslint, this Python, and what both see.

    Where the program was started from, the first entry of ``sys.path``, is told with each request.
    """
    try:
        mounts = os.readlink("/proc/self/ns/mnt")  # noqa: PTH115  pathlib is dear to a short run
    except OSError:
        mounts = ""
    root = os.stat("/")  # noqa: PTH116
    return repr(
        (
            *(os.path.abspath(__file__), sys.version, sys.prefix, [getattr(sys.flags, name) for name in FLAGS]),  # noqa: PTH100
            *(sys.path[started_from() :], sys.getfilesystemencoding(), sys.warnoptions),
            *(mounts, root.st_dev, root.st_ino, os.geteuid(), os.getegid(), sorted(os.getgroups())),
        )
    ).encode("utf-8", "surrogateescape")


def started_from() -> int:
    """How many entries of ``sys.path`` say where the program was started from."""
    return 0 if sys.flags.safe_path else 1


def peer(connection: object) -> int:
    """The user at the other end; -1 where the system does not say."""
    import _socket

    assert isinstance(connection, _socket.socket)
    try:
        if hasattr(_socket, "SO_PEERCRED"):  # Linux: pid, uid, gid
            told = connection.getsockopt(_socket.SOL_SOCKET, _socket.SO_PEERCRED, 12)
        else:  # macOS and the BSDs: LOCAL_PEERCRED, a version, then the user
            told = connection.getsockopt(0, 1, 76)
    except OSError:
        return -1
    return int.from_bytes(told[4:8], sys.byteorder)
