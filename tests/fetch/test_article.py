"""The story on a page."""

from __future__ import annotations

import datetime as dt

import pytest

from newslint import fetch
from newslint.errors import FetchError, UsageError
from newslint.fetch.article import article
from newslint.fetch.client import Page
from tests.fetch.conftest import STORY

URL = "https://example.org/bridge"


def page(body: bytes, kind: str = "text/html", charset: str = "") -> Page:
    return Page(URL + "/final", kind, charset, body)


def test_a_story() -> None:
    found = article(URL, page(STORY.encode()))
    assert (found.url, found.final, found.title) == (URL, URL + "/final", "Harbour bridge closed")
    assert (found.outlet, found.published) == ("The Harbour Gazette", dt.date(2025, 8, 14))
    assert found.text.startswith("Harbour bridge closed\n")
    assert "“We will rebuild this old bridge,” the mayor" in found.text
    assert "about 9,000 cars a day" in found.text
    assert "newsletter" not in found.text
    assert "Sport" not in found.text


def test_no_day_is_taken_from_the_words_of_a_story() -> None:
    bare = STORY.replace('<meta property="article:published_time" content="2025-08-14T09:00:00+00:00">', "")
    assert article(URL, page(bare.encode())).published is None


@pytest.mark.parametrize(
    ("body", "charset", "said"),
    [
        ("It cost £5 – “a lot”.", "windows-1252", "cp1252"),
        ("It cost £5 – “a lot”.", "", "utf-8"),
        ("It cost £5 – “a lot”.", "no-such-charset", "utf-8"),
        ("It cost £5 – “a lot”.", "", "cp1252"),
        ("Łódź", "iso-8859-2", "iso-8859-2"),
    ],
)
def test_plain_text_in_its_charset(body: str, charset: str, said: str) -> None:
    assert article(URL, page(body.encode(said), "text/plain", charset)).text == body + "\n"


def test_the_charset_of_the_head_of_a_page() -> None:
    body = STORY.replace('charset="utf-8"', 'charset="windows-1251"').replace("Ana Ruiz", "Ана Руис").encode("cp1251", "replace")
    assert "Ана Руис" in article(URL, page(body)).text


@pytest.mark.parametrize("body", [b"", b"<html><body><script>draw()</script></body></html>", b"\0\1\2", b"<" * 5000])
def test_a_page_without_a_story(body: bytes) -> None:
    with pytest.raises(FetchError, match=r"holds no story|is not text|cannot be read"):
        article(URL, page(body))


def test_control_characters_are_left_out() -> None:
    assert article(URL, page(b"A\x07 b\x00c.\r\nD.", "text/plain", "utf-8")).text == "A bc.\nD.\n"


def test_the_extra_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "NEEDED", ("httpcore", "no_such_package"))
    with pytest.raises(UsageError, match=r"--fetch needs no_such_package: pip install 'newslint\[web\]'"):
        fetch.refuse_without_extra("--fetch")


def test_a_page_is_read_in_silence(capfd: pytest.CaptureFixture[str]) -> None:
    article(URL, page(STORY.encode()))
    with pytest.raises(FetchError):
        article(URL, page(b"<html></html>"))
    assert capfd.readouterr().err == ""
