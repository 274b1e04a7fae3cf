"""The one way out: a network backend that looks at every address before it connects to it.

The name is resolved here, and what is connected to is the very address that was looked at, so
that a name cannot answer with one address for the check and another for the connection. Every
read and write gets what is left of one time limit.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import httpcore

from newslint.errors import FetchError

_TRIES = 4
"""Addresses of one name that are tried."""


@dataclass(frozen=True)
class Deadline:
    """A moment on the monotonic clock by which all must be done."""

    at: float

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        return cls(time.monotonic() + seconds)

    def left(self) -> float:
        """The seconds left; raises httpcore.ReadTimeout where there are none."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("time is up")
        return left


class Door(httpcore.NetworkBackend):
    """Connects to what ``allowed`` allows. A proxy, which the user chose, is not asked about: ``allowed`` is None then."""

    def __init__(self, deadline: Deadline, allowed: Callable[[str], bool] | None) -> None:
        self._deadline = deadline
        self._allowed = allowed
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        fault: Exception | None = None
        for address in self._addresses(host, port)[:_TRIES]:
            try:
                return _Timed(self._inner.connect_tcp(address, port, self._deadline.left()), self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                fault = failed
        raise fault or httpcore.ConnectError("no address")

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, ValueError):
            raise FetchError(f"no such host: {host}") from None
        addresses = [str(address[0]) for *_, address in found]
        if self._allowed:
            for address in addresses:
                if not self._allowed(address):
                    raise FetchError(f"{host} is at {address}, which is no address of the public internet")
        return addresses


class _Timed(httpcore.NetworkStream):
    """A connection whose every step gets what is left of the time."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Timed(self._inner.start_tls(ssl_context, server_hostname, self._deadline.left()), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
