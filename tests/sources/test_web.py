"""A page as a source: from the web once, from the cache from then on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from newslint.config import Config
from newslint.errors import FetchError, InputError
from newslint.fetch.client import Client
from newslint.linter import Linter
from newslint.sources import web
from tests.fetch.conftest import Server, client, site

__all__ = ("client", "site")

DAY = dt.date(2025, 8, 15)


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Config]:
    monkeypatch.delenv("NEWSLINT_CACHE_DIR", raising=False)
    web.fetched.cache_clear()
    yield Config(cache_dir=tmp_path / "cache", today=DAY)
    web.fetched.cache_clear()


def test_without_the_option_nothing_is_asked(site: Server, client: Client, config: Config) -> None:
    with pytest.raises(FetchError, match="is not fetched without --fetch; or save its text and name it with 'file'"):
        web.page(site.url("story"), config, client)
    assert site.asked == []


def test_once_fetched_it_is_there(site: Server, client: Client, config: Config) -> None:
    url, fetching = site.url("story"), replace(config, fetch="missing")
    path, fault = web.page(url, fetching, client)
    assert fault == ""
    assert "We will rebuild this old bridge" in path.read_text(encoding="utf-8")
    assert web.page(url, config, client) == web.page(url, fetching, client) == (path, "")
    assert site.asked == ["/story"]


def test_it_is_renewed_when_asked_for(site: Server, client: Client, config: Config) -> None:
    url = site.url("story")
    path, _ = web.page(url, replace(config, fetch="missing"), client)
    assert 'fetched: "2025-08-15"' in path.read_text(encoding="utf-8")
    later = replace(config, fetch="all", today=dt.date(2025, 9, 1))
    assert web.page(url, later, client) == (path, "")
    assert 'fetched: "2025-09-01"' in path.read_text(encoding="utf-8")
    assert site.asked == ["/story", "/story"]


def test_where_it_cannot_be_renewed_the_older_copy_stays(site: Server, client: Client, config: Config) -> None:
    url = site.url("story")
    path, _ = web.page(url, replace(config, fetch="missing"), client)
    before = path.read_bytes()
    refused = replace(client, most=10)
    found, fault = web.page(url, replace(config, fetch="all", today=dt.date(2025, 9, 1)), refused)
    assert (found, path.read_bytes()) == (path, before)
    assert "is larger than" in fault


def test_one_run_asks_once_whatever_comes_of_it(site: Server, client: Client, config: Config) -> None:
    for fetch in ("missing", "all"):
        for path in ("story", "gone", "empty"):
            for _ in range(3):
                with suppress(FetchError):
                    web.page(site.url(path), replace(config, fetch=fetch), client)
    assert sorted(site.asked) == ["/empty", "/gone", "/story"]


def test_a_cache_that_cannot_be_written_is_said(site: Server, client: Client, config: Config, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("")
    with pytest.raises(InputError, match="cannot be written"):
        web.page(site.url("story"), replace(config, fetch="missing"), client)


def test_a_page_is_a_source_like_any_other(site: Server, client: Client, config: Config, tmp_path: Path) -> None:
    url = site.url("story")
    web.page(url, replace(config, fetch="missing"), client)
    (tmp_path / "draft.sources.yml").write_text(f"sources:\n- url: {url}\n- {{url: '{site.url('gone')}', kind: agency}}\n")
    (tmp_path / "draft.txt").write_text("“We will never rebuild this old bridge,” the mayor said.\n", encoding="utf-8")
    linter = Linter.made(config, third_party=False)
    dossier, problems = linter.dossier(linter.read(tmp_path / "draft.txt"))
    (source,) = dossier.sources
    assert (source.id, source.url, source.outlet, source.kind) == ("127.0.0.1", url, "The Harbour Gazette", "outlet")
    assert (source.doc.name, source.doc.published) == ("127.0.0.1/story", dt.date(2025, 8, 14))
    assert [str(problem) for problem in problems] == [
        f"{tmp_path / 'draft.sources.yml'}:3: source {site.url('gone')}: {web.UNFETCHED}",
    ]
    found = [finding for finding in linter.check(dossier).findings if finding.code.startswith("Q2")]
    assert "in 127.0.0.1/story:" in found[0].message


def test_what_a_manifest_says_of_a_page_counts_for_more(site: Server, client: Client, config: Config, tmp_path: Path) -> None:
    url = site.url("story")
    web.page(url, replace(config, fetch="missing"), client)
    (tmp_path / "draft.sources.yml").write_text(
        f"sources: [{{url: '{url}', id: g, outlet: Gazette, published: 2025-08-13, kind: agency, licensed: true}}]\n"
    )
    (tmp_path / "draft.txt").write_text("Text.\n")
    linter = Linter.made(config, third_party=False)
    (source,) = linter.dossier(linter.read(tmp_path / "draft.txt"))[0].sources
    assert (source.id, source.outlet, source.kind, source.licensed) == ("g", "Gazette", "agency", True)
    assert source.doc.published == dt.date(2025, 8, 13)


def test_links_are_read_only_where_the_option_is_given(site: Server, client: Client, config: Config, tmp_path: Path) -> None:
    for path in ("story", "plain"):
        web.page(site.url(path), replace(config, fetch="missing"), client)
    (tmp_path / "draft.md").write_text(
        f"The [bridge]({site.url('story#top')}) closed.[^1] It [rained]({site.url('plain')}). "
        f"[Home]({site.url('')}) [again]({site.url('story')})\n\n[^1]: Gazette, http://localhost:1/a.\n"
    )
    linter = Linter.made(config, third_party=False)
    assert linter.dossier(linter.read(tmp_path / "draft.md"))[0].sources == ()
    linter = Linter.made(replace(config, fetch="missing"), third_party=False)
    dossier, problems = linter.dossier(linter.read(tmp_path / "draft.md"))
    assert [source.url for source in dossier.sources] == [site.url("story#top"), site.url("plain")]
    assert [str(problem) for problem in problems] == [
        f"{tmp_path / 'draft.md'}:3: source http://localhost:1/a: localhost is not on the public internet"
    ]
    assert dossier.unread == ()


def test_texts_beside_the_draft_that_it_links_to(config: Config, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    (desk / "files").mkdir(parents=True)
    for path in (desk / "files" / "my talk.txt", desk / "picture.png", tmp_path / "elsewhere.txt"):
        path.write_text("Words.\n")
    (desk / "draft.md").write_text(
        "[a](files/my%20talk.txt) [b](picture.png) [c](../elsewhere.txt) [d](gone.txt) [e](draft.md#top) [f](/etc/hosts.txt)\n"
    )
    for fetch, found in (("no", []), ("missing", ["my talk"])):
        linter = Linter.made(replace(config, fetch=fetch), third_party=False)  # type: ignore[arg-type]
        dossier, problems = linter.dossier(linter.read(desk / "draft.md"))
        assert ([source.id for source in dossier.sources], problems) == (found, [])


def test_not_every_link_of_a_long_page(config: Config, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text("\n".join(f"[{at}](http://localhost:1/{at})" for at in range(30)))
    linter = Linter.made(replace(config, fetch="missing"), third_party=False)
    _, problems = linter.dossier(linter.read(tmp_path / "draft.md"))
    assert len(problems) == 21
    assert str(problems[0]).endswith("links to 30 pages; the first 20 are fetched")
