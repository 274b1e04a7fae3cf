"""A web server on this machine, and a client that may ask it: no command line can make one."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from newslint.fetch.client import Client

STORY = """<!doctype html><html><head><meta charset="utf-8"><title>Harbour bridge closed | The Harbour Gazette</title>
<meta property="og:site_name" content="The Harbour Gazette"><meta property="og:title" content="Harbour bridge closed">
<meta property="article:published_time" content="2025-08-14T09:00:00+00:00"></head><body>
<nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>Harbour bridge closed</h1>
<p>The harbour bridge was closed on Thursday after divers found 14 cracks in its northern pier, the port authority said.</p>
<p>“We will rebuild this old bridge,” the mayor, Ana Ruiz, told reporters at the town hall. Work is to begin in September.</p>
<p>The bridge, which opened in 1931, carries about 9,000 cars a day. Ferries will run every ten minutes until it is open again.</p>
</article><footer>Copyright. All rights reserved. Sign up to our newsletter.</footer></body></html>"""


class Site(BaseHTTPRequestHandler):
    """Answers by path; ``server.asked`` are the paths that were asked for."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        name = self.path.strip("/").partition("/")[0].partition("?")[0]
        getattr(self, name.replace("-", "_"), self.missing)()

    def log_message(self, *_: object) -> None:
        pass

    def answer(self, body: bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(200)
        if kind:
            self.send_header("Content-Type", kind)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def moved(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.end_headers()

    def missing(self) -> None:
        self.send_error(404)

    def gone(self) -> None:
        self.send_error(410)

    def story(self) -> None:
        self.answer(STORY.encode())

    def empty(self) -> None:
        self.answer(b"<html><body><script>draw()</script></body></html>")

    def plain(self) -> None:
        self.answer("Caf\u00e9 open.\n\nIt rained.".encode("cp1252"), "text/plain; charset=windows-1252")

    def pdf(self) -> None:
        self.answer(b"%PDF-1.7", "application/pdf")

    def picture(self) -> None:
        self.answer(b"GIF89a", "image/gif")

    def untyped(self) -> None:
        self.answer(b"text", "")

    def large(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            for _ in range(10_000):
                self.wfile.write(b"x" * 65536)
        except OSError:
            self.server.asked.append("hung up")  # type: ignore[attr-defined]

    def packed(self) -> None:
        self.answer(gzip.compress(STORY.encode()), Content_Encoding="gzip")

    def bomb(self) -> None:
        self.answer(gzip.compress(b"\0" * 20_000_000), Content_Encoding="gzip")

    def broken(self) -> None:
        self.answer(b"no gzip at all", Content_Encoding="gzip")

    def brotli(self) -> None:
        self.answer(b"?", Content_Encoding="br")

    def once(self) -> None:
        self.moved("/story/moved")

    def round(self) -> None:
        self.moved("/round")

    def inside(self) -> None:
        self.moved("http://localhost:1/secret")

    def metadata(self) -> None:
        self.moved("http://169.254.169.254/latest/meta-data/")

    def to_file(self) -> None:
        self.moved("file:///etc/hosts")

    def to_ftp(self) -> None:
        self.moved("ftp://example.org/story")

    def silent(self) -> None:
        self.rfile.read(1)  # until the client hangs up

    def slow_head(self) -> None:
        self.trickle(b"HTTP/1.1 200 OK\r\nX-Slow: ")

    def slow_body(self) -> None:
        self.trickle(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")

    def trickle(self, raw: bytes) -> None:
        """One letter after the other, also when there are no more, until the client hangs up."""
        with suppress(OSError):
            while True:
                self.wfile.write(raw[:1] or b"x")
                self.wfile.flush()
                raw = raw[1:]
                time.sleep(0.02)


class Server(ThreadingHTTPServer):
    """The site, and what it was asked for."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Site)
        self.asked: list[str] = []

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}/{path}"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    server = Server()
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def here(address: str) -> bool:
    """What ``Client.allowed`` may be in a test: this machine alone."""
    return address == "127.0.0.1"


def not_here(host: str) -> bool:
    return host != "127.0.0.1"


@pytest.fixture
def client() -> Client:
    return Client(seconds=60, most=100_000, allowed=here, refused=not_here)
