"""Nothing is fetched unless it is asked for, and then only what may be."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import NoReturn

import pytest

from newslint import fetch
from newslint.sources import web
from tests.cli.conftest import Run

MARKDOWN = """\
---
published: 2025-08-15
sources:
  - url: https://example.org/front
---
The bridge was [closed](https://example.org/closed) on Friday.[^1] See <https://example.org/auto>.

[^1]: Port authority, https://example.org/note.
"""
PAGE = "<p>The bridge was <a href='https://example.org/closed'>closed</a> on Friday.</p>"
UNFETCHED = "is not fetched without --fetch; or save its text and name it with 'file'"
ONLY = ("--isolated", "--select", "Q,T101")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "draft.md").write_text(MARKDOWN)
    (tmp_path / "page.html").write_text(PAGE)
    (tmp_path / "plain.txt").write_text("The bridge was closed.\n")
    (tmp_path / "plain.sources.yml").write_text("sources:\n  - {url: 'https://example.org/listed', id: x}\n")
    return tmp_path


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every way out of Python raises."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("the network was asked")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.mark.parametrize("command", [("check",), ("inspect", "--layers", "links"), ("sources",)])
@pytest.mark.usefixtures("no_network")
def test_nothing_is_asked(run: Run, desk: Path, command: tuple[str, ...]) -> None:
    done = run(*command, "draft.md", "page.html", "plain.txt", "--isolated")
    assert "the network was asked" not in done.err
    assert {path.name for path in (desk / "cache").glob("*")} <= {"kept"}, "no page was"


@pytest.mark.usefixtures("no_network")
def test_what_was_not_fetched_is_said(run: Run, desk: Path) -> None:
    done = run("draft.md", "page.html", "plain.txt", "--source", "https://example.org/named", *ONLY)
    assert done.status == 2
    assert done.err.splitlines() == [
        f"newslint: source https://example.org/named: {UNFETCHED}",
        f"newslint: draft.md:4: source https://example.org/front: {UNFETCHED}",
        f"newslint: plain.sources.yml:2: source https://example.org/listed: {UNFETCHED}",
    ]


@pytest.mark.usefixtures("no_network")
def test_links_alone_are_no_fault(run: Run, desk: Path) -> None:
    done = run("page.html", *ONLY)
    assert (done.err, done.status) == ("", 0)


def test_no_configuration_turns_it_on(run: Run, desk: Path) -> None:
    (desk / ".newslint.yaml").write_text("fetch: missing\n")
    done = run("plain.txt")
    assert done.status == 2
    assert ".newslint.yaml:1:1: 'fetch' belongs on the command line, not in a configuration" in done.err


@pytest.mark.parametrize("option", ["--fetch", "--refetch"])
def test_what_is_at_home_is_never_fetched(run: Run, desk: Path, option: str) -> None:
    web.fetched.cache_clear()
    (desk / "page.html").write_text("<p>See <a href='http://127.0.0.1:9/admin'>this</a>.</p>")
    done = run("page.html", option, *ONLY)
    assert done.err == "newslint: page.html:1: source http://127.0.0.1:9/admin: 127.0.0.1 is not on the public internet\n"
    assert done.status == 0
    done = run("page.html", option, "--source", "http://2130706433/", *ONLY)
    assert "newslint: source http://2130706433/: 2130706433 is not on the public internet" in done.err
    assert done.status == 2


@pytest.mark.parametrize("option", ["--fetch", "--refetch"])
def test_a_missing_extra_is_named(run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch, option: str) -> None:
    monkeypatch.setattr(fetch, "NEEDED", ("no_such_package",))
    done = run("plain.txt", option)
    assert (done.out, done.status) == ("", 2)
    assert done.err == f"newslint: {option} needs no_such_package: pip install 'newslint[web]'\n"


@pytest.mark.parametrize("words", ["--source https://example.org/a", "--archive .", "--fetch", "--refetch"])
def test_a_batch_has_its_sources_in_its_lines(run: Run, desk: Path, words: str) -> None:
    done = run("check", "--batch", "-", *words.split(), given="")
    assert done.status == 2
    assert "--batch takes its sources from each line" in done.err


def test_an_archive_of_the_house(run: Run, desk: Path) -> None:
    (desk / "archive").mkdir()
    (desk / "archive" / "old.txt").write_text("The bridge was closed by the port authority in 1987.\n")
    (desk / "draft.txt").write_text("The bridge was closed.\n")
    (desk / "wire.txt").write_text("It is shut.\n")
    done = run("draft.txt", "--source", "wire.txt", "--archive", "archive", "--verbose", *ONLY)
    assert "sources (wire, old)" in done.err
    done = run("draft.txt", "--archive", "gone", *ONLY)
    assert (done.err, done.status) == ("newslint: gone: is not there; 'newslint corpus index' makes one\n", 2)
