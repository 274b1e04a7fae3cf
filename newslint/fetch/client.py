"""One page from the web, within limits: of time, of size, of redirects, of where it may lie."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit
from urllib.request import getproxies_environment, proxy_bypass_environment  # type: ignore[attr-defined]

import httpcore

from newslint import __version__
from newslint.errors import FetchError
from newslint.fetch import addresses
from newslint.fetch.door import Deadline, Door

TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_HEADERS: Mapping[bytes | str, bytes | str] = {
    "User-Agent": f"newslint/{__version__} (reads one page to check a draft against it)",
    "Accept": "text/html, application/xhtml+xml, text/plain",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_MOVED = (301, 302, 303, 307, 308)
_PORTS = {"http": 80, "https": 443}
_LONGEST = 4000
_PATH, _QUERY = "/%:@!$&'()*+,;=~-._", "/%:@!$&'()*+,;=~-._?"


@dataclass(frozen=True)
class Page:
    """What a server answered: ``url`` is where the redirects led."""

    url: str
    type: str
    charset: str
    body: bytes = field(repr=False)


@dataclass(frozen=True)
class Client:
    """Gets pages. ``seconds`` is for all of one page, ``most`` for its bytes once unpacked.

    ``allowed`` says which addresses may be connected to, ``refused`` which names are refused
    unasked; neither can be changed from the command line or a configuration.
    """

    seconds: float = 20.0
    most: int = 8 * 1024 * 1024
    redirects: int = 5
    allowed: Callable[[str], bool] = addresses.public
    refused: Callable[[str], bool] = addresses.local_name

    def get(self, url: str) -> Page:
        """The page at this address; raises FetchError with the reason where there is none to be had."""
        deadline = Deadline.after(self.seconds)
        try:
            for _ in range(self.redirects + 1):
                answer = self._answer(url, deadline)
                if isinstance(answer, Page):
                    return answer
                url = answer
        except httpcore.TimeoutException:
            raise FetchError(f"did not answer within {self.seconds:g} seconds") from None
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, OSError) as fault:
            raise FetchError(f"could not be reached: {fault or type(fault).__name__}") from None
        raise FetchError(f"redirects more than {self.redirects} times")

    def _answer(self, url: str, deadline: Deadline) -> Page | str:
        """The page at this very address, or the address that it redirects to."""
        parts = self._checked(url)
        with self._pool(parts, deadline) as pool, pool.stream("GET", _target(parts), headers=_headers(parts)) as response:
            given = {name.decode("latin-1").lower(): value.decode("utf-8", "replace") for name, value in response.headers}
            if response.status in _MOVED and given.get("location"):
                return urljoin(url, given["location"])
            if response.status != HTTPStatus.OK:
                raise FetchError(f"the server answered {_status(response.status)}")
            kind, charset = _type(given.get("content-type", ""))
            return Page(url, kind, charset, self._body(response.iter_stream(), given.get("content-encoding", ""), deadline))

    def _checked(self, url: str) -> SplitResult:
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as fault:
            raise FetchError(f"is no address: {fault}") from None
        if parts.scheme not in _PORTS:
            raise FetchError(f"only http and https are fetched, not {parts.scheme or 'an address without a scheme'}")
        if not parts.hostname or len(url) > _LONGEST or port == 0 or any(letter < " " for letter in url):
            raise FetchError("is no address of a page")
        if "@" in parts.netloc:
            raise FetchError("holds a user name or password; take it out")
        if self.refused(_host(parts).strip("[]")):
            raise FetchError(f"{parts.hostname} is not on the public internet")
        return parts

    def _pool(self, parts: SplitResult, deadline: Deadline) -> httpcore.ConnectionPool:
        proxy = _proxy(parts)
        if not proxy:
            return httpcore.ConnectionPool(network_backend=Door(deadline, self.allowed))
        given = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
        if given.scheme not in _PORTS or not given.hostname:
            raise FetchError(f"the proxy of the environment is no http proxy: {given.scheme}")
        own = f"{given.scheme}://{_host(given)}:{given.port or _PORTS[given.scheme]}"
        auth = (unquote(given.username), unquote(given.password or "")) if given.username else None
        return httpcore.HTTPProxy(own, proxy_auth=auth, network_backend=Door(deadline, None))

    def _body(self, chunks: Iterable[bytes], encoding: str, deadline: Deadline) -> bytes:
        """The bytes of a page, unpacked; no more are ever held than are allowed."""
        if encoding.lower() not in ("", "identity", "gzip", "x-gzip"):
            raise FetchError(f"comes packed as {encoding}, which was not asked for")
        unpacked = zlib.decompressobj(wbits=31) if "gzip" in encoding.lower() else None
        body = bytearray()
        try:
            for chunk in chunks:
                deadline.left()
                body += unpacked.decompress(chunk, self.most + 1 - len(body)) if unpacked else chunk
                if len(body) > self.most:
                    raise FetchError(f"is larger than {self.most / 1024**2:.3g} MB")
        except zlib.error as fault:
            raise FetchError(f"cannot be unpacked: {fault}") from None
        return bytes(body)


def _target(parts: SplitResult) -> httpcore.URL:
    target = quote(parts.path or "/", safe=_PATH) + (f"?{quote(parts.query, safe=_QUERY)}" if parts.query else "")
    host = _host(parts).strip("[]")
    return httpcore.URL(scheme=parts.scheme, host=host, port=parts.port, target=target)


def _headers(parts: SplitResult) -> Mapping[bytes | str, bytes | str]:
    return {"Host": f"{_host(parts)}:{parts.port}" if parts.port else _host(parts), **_HEADERS}


def _host(parts: SplitResult) -> str:
    """The host as it goes over the wire."""
    host = parts.hostname or ""
    if ":" in host:
        return f"[{host}]"
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        raise FetchError(f"is no address: {host!r} is no name of a host") from None


def _proxy(parts: SplitResult) -> str:
    """The proxy that the environment names for this host; empty for none."""
    proxies = getproxies_environment()
    if proxy_bypass_environment(parts.netloc, proxies):
        return ""
    return proxies.get(parts.scheme) or proxies.get("all") or ""


def _type(given: str) -> tuple[str, str]:
    """The content type and its charset; raises FetchError for what is no text."""
    kind, *parameters = (part.strip() for part in given.split(";"))
    if kind.lower() not in TYPES:
        shown = "a PDF" if kind.lower() == "application/pdf" else kind or "of no stated type"
        raise FetchError(f"is {shown}, not a page; save its text and name it with 'file'")
    charset = next((value.strip("\"'") for name, _, value in (one.partition("=") for one in parameters) if name == "charset"), "")
    return kind.lower(), charset


def _status(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
