"""What is kept of a page, and who can read it."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.errors import InputError
from newslint.fetch.article import Article
from newslint.fetch.cache import Cache, folder
from newslint.kept.folders import CACHE
from newslint.linter import Linter

DAY = dt.date(2025, 8, 15)
URL = "https://www.example.org/news/bridge?id=3"
ARTICLE = Article(
    URL, URL + "&final", "Bridge closed\n\nIt was “closed”.\n", "Bridge: closed", "The Harbour Gazette", dt.date(2025, 8, 14)
)


def test_what_is_kept_is_a_source_like_any_other(linter: Linter, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new" / "cache")
    assert cache.find(URL) is None
    path = cache.keep(ARTICLE, DAY)
    assert cache.find(URL) == cache.find(URL + "#top") == cache.find(URL + "&utm_source=mail") == path
    assert cache.find(URL + "4") is None
    doc = linter.read(path)
    assert doc.body.strip() == ARTICLE.text.strip()
    assert doc.published == dt.date(2025, 8, 14)
    given = {
        "url": URL,
        "final-url": URL + "&final",
        "fetched": "2025-08-15",
        "outlet": "The Harbour Gazette",
        "title": "Bridge: closed",
    }
    assert {key: doc.meta[key] for key in given} == given
    assert path.name.startswith("example.org-")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folders to that user by other means")
def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    path = Cache(tmp_path).keep(ARTICLE, DAY)
    assert (path.parent.stat().st_mode & 0o777, path.stat().st_mode & 0o777) == (0o700, 0o600)


def test_a_newer_copy_takes_the_place_of_the_older(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.keep(ARTICLE, DAY)
    path = cache.keep(Article(URL, URL, "Open again.\n"), dt.date(2025, 9, 1))
    assert "Open again" in path.read_text(encoding="utf-8")
    assert os.listdir(path.parent) == [path.name]  # noqa: PTH208


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot be written"):
        Cache(tmp_path / "file").keep(ARTICLE, DAY)


def test_where_it_lies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(CACHE, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert "newslint" in folder().parts
    assert folder(tmp_path / "house") == tmp_path / "house"
    monkeypatch.setenv(CACHE, str(tmp_path / "own"))
    assert folder(tmp_path / "house") == tmp_path / "own"


@given(
    title=st.text(max_size=60), outlet=st.text(max_size=30), text=st.text(st.characters(exclude_categories=["C"]), max_size=80)
)
def test_no_page_can_break_the_head_of_its_file(
    tmp_path_factory: pytest.TempPathFactory, linter: Linter, title: str, outlet: str, text: str
) -> None:
    cache = Cache(tmp_path_factory.mktemp("cache"))
    doc = linter.read(cache.keep(Article(URL, URL, text + "\n", title, outlet, DAY), DAY))
    assert (doc.meta["url"], doc.meta["fetched"], doc.published) == (URL, "2025-08-15", DAY)
    assert not doc.meta["problems"]
