"""One request: how it is read, and how a command line is run in the place of its caller."""

from __future__ import annotations

import io
import os
import socket
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from newslint.run.keeping import Refused
from newslint.serve.wire import HEAD, MOST, identity, packed, unpacked

HANDLES = 4
"""Standard input, output and error of the caller, and its folder."""

Run = Callable[[list[str]], int]


@dataclass(frozen=True)
class Request:
    """A command line, and what there is around it."""

    start: str
    words: list[str]
    environment: dict[str, str]
    given: bytes
    handles: tuple[int, ...]

    def close(self) -> None:
        for handle in self.handles:
            os.close(handle)


def read(connection: socket.socket, until: float) -> Request:
    """The request on a connection, whole; raises Refused for one that is another's, wrong, or not all there in time."""
    handles: list[int] = []
    try:
        connection.settimeout(max(0.001, until - time.monotonic()))
        data, handles, flags, _ = socket.recv_fds(connection, 1 << 16, HANDLES)
        if flags & socket.MSG_CTRUNC or len(handles) != HANDLES:
            raise Refused
        body = _whole(connection, bytearray(data), until)
        who, start, said, environment, given = unpacked(body)
        if who != identity():
            raise Refused
        pairs = (pair.partition(b"=") for pair in environment.split(b"\0") if pair)
        around = {os.fsdecode(name): os.fsdecode(value) for name, _, value in pairs}
        words = [os.fsdecode(word) for word in said.split(b"\0")]
        return Request(os.fsdecode(start), words, around, given, tuple(handles))
    except (OSError, ValueError, Refused):
        for handle in handles:
            os.close(handle)
        raise Refused from None


def _whole(connection: socket.socket, data: bytearray, until: float) -> bytes:
    """The body of a message of which ``data`` is the beginning. Memory grows with what comes, not with what is announced."""
    while len(data) < HEAD + 8 or len(data) < (size := HEAD + 8 + int.from_bytes(data[HEAD : HEAD + 8], "big")):
        if len(data) >= HEAD + 8 and size > MOST:
            raise Refused
        connection.settimeout(max(0.001, until - time.monotonic()))
        got = connection.recv(1 << 20)
        if not got:
            raise Refused
        data += got
    return bytes(data[HEAD + 8 : size])


class _Tube(io.RawIOBase):
    """A file whose writes are noted, in the place of one of the caller's."""

    def __init__(self, number: int, notes: list[bytes]) -> None:
        self.number = number
        self.notes = notes

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        raw = bytes(data)  # type: ignore[call-overload]
        self.notes.append(b"%d" % self.number + raw)
        return len(raw)

    def fileno(self) -> int:
        return self.number

    def isatty(self) -> bool:
        """Standard error is none: what is drawn there while one waits would come when all is over."""
        return self.number == 1 and os.isatty(1)


def answered(request: Request, run: Run, begin: Callable[[], object] = lambda: None) -> bytes:
    """The answer: exit status, what was left in the buffer of standard output, and every write before in its order."""
    notes: list[bytes] = []
    with _in_the_place_of(request), _streams(request.given, notes):
        begin()
        status = _status(run, request.words)
        sys.stderr.flush()
        before = len(notes)
        sys.stdout.flush()
    left = b"".join(note[1:] for note in notes[before:])
    return packed(b"%d" % status, left, *notes[:before])


def _status(run: Run, words: Sequence[str]) -> int:
    try:
        return run([*words])
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        sys.stderr.write(f"{end.code}\n")
        return 1


@contextmanager
def _streams(given: bytes, notes: list[bytes]) -> Iterator[None]:
    """Standard streams as Python opens them, with the buffers that they have in a process of their own."""
    before = sys.stdin, sys.stdout, sys.stderr
    lines, at_once = os.isatty(1), bool(os.environ.get("PYTHONUNBUFFERED"))
    out, err = io.BufferedWriter(_Tube(1, notes), 1 if at_once else io.DEFAULT_BUFFER_SIZE), io.BufferedWriter(_Tube(2, notes))
    sys.stdin = io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")
    sys.stdout = io.TextIOWrapper(out, encoding="utf-8", line_buffering=lines or at_once, write_through=at_once)
    sys.stderr = io.TextIOWrapper(err, encoding="utf-8", errors="backslashreplace", line_buffering=True)
    try:
        yield
    finally:
        sys.stdin, sys.stdout, sys.stderr = before


@contextmanager
def _in_the_place_of(request: Request) -> Iterator[None]:
    """The caller's terminal, folder, environment and module path; our own folder and streams again when it is done."""
    kept = [os.dup(number) for number in range(3)]
    try:
        for number, handle in enumerate(request.handles[:3]):
            os.dup2(handle, number)
        os.fchdir(request.handles[3])
        request.close()
        zone = os.environ.get("TZ")
        os.environ.clear()
        os.environ.update(request.environment)
        if os.environ.get("TZ") != zone:
            time.tzset()
        if not sys.flags.safe_path:
            sys.path[0] = request.start
        with warnings.catch_warnings():  # each run warns anew
            yield
    finally:
        for number, handle in enumerate(kept):
            os.dup2(handle, number)
            os.close(handle)
        os.chdir("/")
