"""A page from a real server, and all that can be wrong with one."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from newslint.errors import FetchError
from newslint.fetch.client import Client
from tests.fetch.conftest import STORY, Server
from tests.waiting import until


def test_a_page(site: Server, client: Client) -> None:
    page = client.get(site.url("story?id=3#top"))
    assert (page.type, page.charset, page.body.decode()) == ("text/html", "utf-8", STORY)
    assert site.asked == ["/story?id=3"]


def test_a_packed_page(site: Server, client: Client) -> None:
    assert client.get(site.url("packed")).body.decode() == STORY


def test_a_page_that_has_moved(site: Server, client: Client) -> None:
    page = client.get(site.url("once"))
    assert (page.url, page.body.decode()) == (site.url("story/moved"), STORY)
    assert site.asked == ["/once", "/story/moved"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("missing", "the server answered 404 Not Found"),
        ("gone", "the server answered 410 Gone"),
        ("pdf", "is a PDF, not a page; save its text and name it with 'file'"),
        ("picture", "is image/gif, not a page"),
        ("untyped", "is of no stated type, not a page"),
        ("large", "is larger than 0.0954 MB"),
        ("bomb", "is larger than 0.0954 MB"),
        ("broken", "cannot be unpacked"),
        ("brotli", "comes packed as br, which was not asked for"),
        ("round", "redirects more than 5 times"),
        ("inside", "localhost is not on the public internet"),
        ("metadata", "169.254.169.254 is not on the public internet"),
        ("to-file", "only http and https are fetched, not file"),
        ("to-ftp", "only http and https are fetched, not ftp"),
    ],
)
def test_what_is_no_page(site: Server, client: Client, path: str, said: str) -> None:
    with pytest.raises(FetchError, match=said):
        client.get(site.url(path))


def test_no_more_is_read_than_is_allowed(site: Server, client: Client) -> None:
    with pytest.raises(FetchError):
        client.get(site.url("large"))
    assert until(lambda: "hung up" in site.asked)


@pytest.mark.parametrize("path", ["silent", "slow-head", "slow-body"])
def test_one_time_limit_for_all_of_a_page(site: Server, client: Client, path: str) -> None:
    with pytest.raises(FetchError, match=r"did not answer within 0\.3 seconds"):
        replace(client, seconds=0.3).get(site.url(path))


def test_redirects_are_looked_at_one_by_one(site: Server, client: Client) -> None:
    elsewhere = replace(client, refused=lambda host: False)
    with pytest.raises(
        FetchError, match=r"169\.254\.169\.254 is at 169\.254\.169\.254, which is no address of the public internet"
    ):
        elsewhere.get(site.url("metadata"))


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "0.0.0.0", "127.0.0.1.", "ｌocalhost"],
)
def test_nothing_of_this_machine(site: Server, host: str) -> None:
    with pytest.raises(FetchError, match=r"is not on the public internet|no such host"):
        Client().get(f"http://{host}:{site.server_port}/story")
    assert site.asked == []


def test_a_name_that_is_at_home_is_refused_by_its_address(site: Server) -> None:
    by_address = Client(refused=lambda host: False)
    for host in ("localhost", "127.0.0.1", "2130706433", "[::ffff:127.0.0.1]"):
        with pytest.raises(FetchError, match="which is no address of the public internet"):
            by_address.get(f"http://{host}:{site.server_port}/story")
    assert site.asked == []


def test_what_is_connected_to_is_what_was_looked_at(site: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that answers otherwise the second time: it is asked once."""
    resolve, answers = socket.getaddrinfo, iter(["127.0.0.1", "127.0.0.2"])
    names: list[object] = []

    def rebinding(host: str, *rest: object, **named: object) -> object:
        names.append(host)
        return resolve(next(answers) if host == "example.org" else host, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    client = Client(allowed=lambda address: address == "127.0.0.1")
    assert client.get(f"http://example.org:{site.server_port}/story").body.decode() == STORY
    assert names.count("example.org") == 1


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("file:///etc/hosts", "only http and https are fetched, not file"),
        ("ftp://example.org/a", "only http and https are fetched, not ftp"),
        ("gopher://example.org", "only http and https"),
        ("example.org/a", "not an address without a scheme"),
        ("http:///a", "is no address of a page"),
        ("http://ex\0ample.org/a", "is no address of a page"),
        ("http://ex\nample.org/a", "is no address of a page"),
        ("http://desk:secret@example.org/", "holds a user name or password"),
        ("http://desk@example.org/", "holds a user name or password"),
        ("http://example.org:99999/", "is no address"),
        ("http://[::1/", "is no address"),
        ("http://example.org/" + "a" * 5000, "is no address of a page"),
        ("http://" + "a" * 80 + ".org/", "is no name of a host"),
    ],
)
def test_addresses_that_are_not_asked(url: str, said: str) -> None:
    with pytest.raises(FetchError, match=said) as raised:
        Client().get(url)
    assert "secret" not in str(raised.value)


def test_a_name_that_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)  # not every machine has somebody to ask who answers soon
    with pytest.raises(FetchError, match="no such host"):
        Client().get("http://no-such-host.invalid/")


def test_letters_of_other_alphabets(site: Server, client: Client) -> None:
    client.get(site.url("story/Café au lait?q=ü&r=%20"))
    assert site.asked == ["/story/Caf%C3%A9%20au%20lait?q=%C3%BC&r=%20"]


def test_a_server_that_is_not_there(client: Client) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchError, match="could not be reached"):
        client.get(f"http://127.0.0.1:{port}/")


def test_a_proxy_of_the_environment(site: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{site.server_port}")
    monkeypatch.setenv("no_proxy", "")
    with pytest.raises(FetchError, match="404"):
        Client().get("http://example.org/story")
    assert site.asked == ["http://example.org/story"]
    for url in ("http://localhost/", "http://127.0.0.1/", "http://169.254.169.254/", "http://2130706433/", "http://intranet/"):
        with pytest.raises(FetchError, match="is not on the public internet"):
            Client().get(url)
    assert len(site.asked) == 1


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_a_certificate_is_for_the_name_and_not_the_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=x -addext subjectAltName=DNS:news.example.org"
    subprocess.run(["openssl", *words.split()], cwd=tmp_path, capture_output=True, check=True)
    server, resolve, named = Server(), socket.getaddrinfo, []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    context.sni_callback = lambda _socket, name, _context: named.append(name)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    here = lambda host, *rest, **options: resolve("127.0.0.1" if host.endswith("example.org") else host, *rest, **options)  # noqa: E731
    monkeypatch.setattr(socket, "getaddrinfo", here)
    client = Client(allowed=lambda address: address == "127.0.0.1")
    try:
        with pytest.raises(FetchError, match="CERTIFICATE_VERIFY_FAILED"):
            client.get(f"https://news.example.org:{server.server_port}/story")
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
        assert client.get(f"https://news.example.org:{server.server_port}/story").body.decode() == STORY
        with pytest.raises(FetchError, match=r"not valid for 'other\.example\.org'"):
            client.get(f"https://other.example.org:{server.server_port}/story")
    finally:
        server.shutdown()
        server.server_close()
    assert named == ["news.example.org", "news.example.org", "other.example.org"]
