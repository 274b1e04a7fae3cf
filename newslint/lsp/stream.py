"""Messages on a pair of byte streams: read and written in threads of their own, so that no stream holds up the server."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import NamedTuple

from newslint.errors import UsageError
from newslint.kept.regexes import compiled

_LENGTH = compiled(rb"(?im)^content-length:[ \t]*(\d{1,12})[ \t]*\r?$")
_END = b"\r\n\r\n"
_CHUNK = 1 << 16
_LONGEST_HEAD = 1 << 16
"""Bytes; what is longer without an end is no head of a message."""


class Stream(NamedTuple):
    """Where messages come from and go to; ``read`` gives b"" at the end, and either may raise OSError."""

    read: Callable[[int], bytes]
    write: Callable[[bytes], object]


def standard() -> Stream:
    """Standard input and output. From now on what anybody else prints goes to standard error."""
    out = os.dup(1)
    os.dup2(2, 1)
    return Stream(partial(os.read, os.dup(0)), partial(_write, out))


def connected(host: str, port: int) -> Stream:
    """The first client that connects there. Raises UsageError where nobody can listen at this address."""
    try:
        with socket.create_server((host, port)) as server:
            client, _ = server.accept()
    except OSError as fault:
        raise UsageError(f"--tcp {host}:{port}: {fault.strerror or fault}") from None
    return Stream(client.recv, client.sendall)


def _write(file: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]


def messages(read: Callable[[int], bytes]) -> Iterator[bytes]:
    """The body of each message, until the stream ends. What stands between messages is passed over."""
    held = bytearray()
    while True:
        while (end := held.find(_END)) < 0:
            del held[: max(0, len(held) - _LONGEST_HEAD)]
            if not (chunk := read(_CHUNK)):
                return
            held += chunk
        lengths = _LENGTH.findall(held[:end])
        del held[: end + len(_END)]
        if not lengths:
            continue
        length = int(lengths[-1])
        while len(held) < length:
            if not (chunk := read(_CHUNK)):
                return
            held += chunk
        yield bytes(held[:length])
        del held[:length]


def listen(read: Callable[[int], bytes], heard: Callable[[bytes | None], object]) -> None:
    """Hand on each message as it comes, in a thread; None when the client is gone."""

    def run() -> None:
        try:
            for body in messages(read):
                heard(body)
        except OSError:
            pass
        heard(None)

    Thread(target=run, name="listen", daemon=True).start()


class Writer:
    """What pygls writes to; a client that does not read holds nobody up. ``gone`` is called when there is none any more."""

    def __init__(self, write: Callable[[bytes], object], gone: Callable[[], object] = lambda: None) -> None:
        self._write = write
        self._gone = gone
        self._waiting: SimpleQueue[bytes | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="write", daemon=True)
        self._thread.start()

    def write(self, data: bytes) -> None:
        self._waiting.put(data)

    def close(self) -> None:
        """Wait until everything is written, at most two seconds."""
        self._waiting.put(None)
        self._thread.join(2)

    def _run(self) -> None:
        try:
            while (data := self._waiting.get()) is not None:
                self._write(data)
        except OSError:
            self._gone()
