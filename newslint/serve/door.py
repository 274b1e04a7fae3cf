"""The client: what ``newslint`` does first, and all that it does where a warm process answers.

It imports what the interpreter has already. Nothing is printed before the whole answer is there, so that whatever happens
to the server, the caller can go on alone as if it had never been.
"""

from __future__ import annotations

import os
import stat
import sys

from newslint.serve.wire import ALIVE, ALONE, NAME, REPLY, RUN, folder, head, identity, ours, packed, peer, unpacked

OFF = "NEWSLINT_SERVE"
"""The variable that, set to ``off``, leaves a warm process alone."""

SERVED = ("check", "sources", "inspect", "explain", "--help", "-h")
"""Commands that a warm process answers; ``rules list`` too."""

ALONE_WITH = (
    *("--fix", "--output-file", "--annotate", "--update-baseline"),  # writes
    *("--fetch", "--refetch"),  # opens connections
    *("--batch", "--jobs", "-j", "--timing"),  # lasts, has processes of its own, or says how long it took
)
"""Options with which a run is not handed over."""

COMMANDS_ALONE = ("plugins", "doctor", "lsp", "completions", "serve", "cache", "corpus", "--version")

TAKES_FOLDER = ("--sources-dir", "--archive")
MANY = 16
"""The most drafts of a run that is handed over; one of more is done alone, as one of folders is: it has a bar, and ``--jobs``."""

OF_A_PROCESS = ("/dev/", "/proc/")
"""Beginnings of names that mean something else in another process, such as the one that a shell puts for ``<(...)``."""

STAND_INS = ((".", os.O_RDONLY), (os.devnull, os.O_RDWR), ("/dev/zero", os.O_RDWR))
FIRST, SILENCE, TOTAL = 1.0, 3.0, 90.0
"""Seconds: for the first sign of life; between two; and for all of an answer."""


def through(words: list[str]) -> int | None:
    """What the warm process answered to this command line, printed, and its exit status; None where one must go on alone."""
    place = "" if os.name != "posix" or os.environ.get(OFF) == "off" else folder()
    path = f"{place}/{NAME}"
    if not place or not ours(path, stat.S_IFSOCK) or not ours(place, stat.S_IFDIR) or not handed_over(words):
        return None
    if sys.stdout is None or sys.stderr is None or sys.stdin is None:
        return None
    try:
        given = _standard_input(words)
        answer = asked(path, _request(words, given)) if given is not None else None
    except OSError:  # standard input cannot be read: the run itself says so
        return None
    except KeyboardInterrupt:
        return 130
    return None if answer is None else _printed(answer)


def handed_over(words: list[str]) -> bool:
    """Whether a warm process may answer: nothing is written or fetched, and it will not be long."""
    if not words or words[0] in COMMANDS_ALONE:
        return False
    if words[0] == "rules":
        return words[1:2] == ["list"]
    drafts, before = 0, ""
    for word in words[1 if words[0] in SERVED else 0 :]:
        name, _, value = word.partition("=")
        if word.startswith(OF_A_PROCESS) or value.startswith(OF_A_PROCESS):
            return False
        if name.startswith("-") and len(name) > 1:
            if name != "--" and any(option.startswith(name) or name == option for option in ALONE_WITH):
                return False
            if name.startswith("-j"):
                return False
        elif before not in TAKES_FOLDER:
            drafts += before != "--source"
            if any(letter in word for letter in "*?[") or _is_no_file(word):
                return False
        before = word
    return drafts <= MANY


def _is_no_file(path: str) -> bool:
    """Whether a folder lies there, or a pipe, of which the words are read once."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116
    except (OSError, ValueError):
        return False


def _standard_input(words: list[str]) -> bytes | None:
    """What stands on standard input, if the words ask for it; None where it is a terminal.

    It is put back, for whoever goes on alone.
    """
    if "-" not in words:
        return b""
    if sys.stdin.isatty():
        return None
    import io

    given = sys.stdin.buffer.read()
    sys.stdin = io.TextIOWrapper(io.BytesIO(given), encoding=sys.stdin.encoding, errors=sys.stdin.errors)
    return given


def _request(words: list[str], given: bytes) -> bytes:
    environment = b"\0".join(name + b"=" + value for name, value in os.environb.items())
    start = sys.path[0] if sys.path else ""
    said = b"\0".join(os.fsencode(word) for word in words)
    return head(RUN) + packed(identity(), os.fsencode(start), said, environment, given)


def asked(path: str, request: bytes) -> bytes | None:
    """The answer to a request, once all of it is there; None where there is none."""
    from _socket import AF_UNIX, SCM_RIGHTS, SOCK_STREAM, SOL_SOCKET, socket
    from time import monotonic

    connection = socket(AF_UNIX, SOCK_STREAM)
    opened: list[int] = []
    try:
        connection.settimeout(FIRST)
        connection.connect(path)
        if peer(connection) != os.getuid():
            return None
        opened += [os.open(name, flags) for name, flags in STAND_INS]
        handles = b"".join(handle.to_bytes(4, sys.byteorder) for handle in _handles(*opened))
        sent = connection.sendmsg([request], [(SOL_SOCKET, SCM_RIGHTS, handles)])
        if sent < len(request):
            connection.sendall(request[sent:])
        return _answer(connection, monotonic() + TOTAL, monotonic)
    except (OSError, ValueError):
        return None
    finally:
        for handle in opened:
            os.close(handle)
        connection.close()


def _handles(here: int, null: int, zero: int) -> list[int]:
    """What the server sees in the place of our streams, and our folder. Only a terminal is handed over itself: whoever reads
    the other end of a pipe would wait for a server that hangs and holds it. Two that are one stay one."""
    same = os.path.samestat(os.fstat(1), os.fstat(2))
    stand_ins = null, null, null if same else zero
    return [number if os.isatty(number) else stand_ins[number] for number in range(3)] + [here]


def _answer(connection, end, clock) -> bytes | None:  # type: ignore[no-untyped-def]
    said = b""
    while clock() < end:
        got = connection.recv(1 << 16)
        if not got:
            return None
        connection.settimeout(SILENCE)
        said = (said + got).lstrip(ALIVE)
        if said[:1] == ALONE:
            return None
        if said[:1] == REPLY and len(said) >= 9:
            return _rest(connection, said[9:], int.from_bytes(said[1:9], "big"))
    return None


def _rest(connection, begun: bytes, size: int) -> bytes | None:  # type: ignore[no-untyped-def]
    parts, have = [begun], len(begun)
    while have < size:
        got = connection.recv(1 << 20)
        if not got:
            return None
        parts.append(got)
        have += len(got)
    return b"".join(parts)


def _printed(answer: bytes) -> int | None:
    """Print what was printed there, in its order; None where that cannot be done."""
    try:
        status, left, *chunks = unpacked(answer)
    except ValueError:
        return None
    try:
        for chunk in chunks:
            out = (sys.stdout if chunk[:1] == b"1" else sys.stderr).buffer
            out.write(chunk[1:])
            out.flush()
        sys.stdout.buffer.write(left)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    return int(status)
