"""The story on a page: its text, headline, outlet and day of publication."""

from __future__ import annotations

import codecs
import datetime as dt
import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newslint.errors import FetchError, InputError
from newslint.fetch.client import Page
from newslint.kept.regexes import compiled
from newslint.read.decode import decoded

_CHARSET = compiled(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,30})", re.IGNORECASE)
_HEAD = 4096


@dataclass(frozen=True)
class Article:
    """What a page tells, as plain text, a paragraph a line."""

    url: str
    final: str
    text: str
    title: str = ""
    outlet: str = ""
    published: dt.date | None = None


def article(url: str, page: Page) -> Article:
    """The story on the page that was asked for as ``url``; raises FetchError where there is none."""
    text = _text(page)
    if page.type == "text/plain":
        return Article(url, page.url, _clean(text))
    found = _extracted(text, page.url)
    words = _clean(found.text or "") if found else ""
    if not words.strip():
        raise FetchError("holds no story that could be found; save its text and name it with 'file'")
    title, outlet = _line(found.title), _line(found.sitename)
    if title and not words.startswith(title):
        words = f"{title}\n\n{words}"
    return Article(url, page.url, words, title, outlet, _day(found.date))


def _extracted(text: str, url: str) -> Any:
    """What trafilatura finds on the page; None where it finds nothing."""
    from trafilatura import bare_extraction

    for package in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(package).addHandler(logging.NullHandler())  # what they have to say is no message of ours
    near = {"extensive_search": False}  # a day that is not stated as that of publication is none
    try:
        return bare_extraction(text, url=url, include_comments=False, with_metadata=True, date_extraction_params=near)
    except Exception as fault:  # a page may be built to break a parser; it costs this source alone
        raise FetchError(f"cannot be read: {type(fault).__name__}: {fault}") from None


def _text(page: Page) -> str:
    """The page as text: in the charset of its header, of its head, or as any file of ours."""
    named = _CHARSET.search(page.body, 0, _HEAD)
    for charset in (page.charset, named[1].decode("ascii") if named else ""):
        try:
            if charset and codecs.lookup(charset):
                return page.body.decode(charset, "replace")
        except LookupError:
            continue
    try:
        return decoded(Path(page.url), page.body)[0]
    except InputError as fault:
        raise FetchError(fault.message) from None


def _clean(text: str) -> str:
    """Without what no text file holds."""
    kept = (letter for letter in text.replace("\r\n", "\n").replace("\r", "\n") if letter.isprintable() or letter.isspace())
    return "".join(kept).strip() + "\n"


def _line(words: str | None) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words or "").split())[:300]


def _day(words: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(words[:10]) if words else None
    except ValueError:
        return None
