"""Pages that were fetched, each a text file of its own that a person can read, too.

Its front matter says where and when it was fetched, what it is called, who published it and
when; ``newslint`` reads it as it reads every file. Nobody but this user can look into the folder.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.errors import InputError
from newslint.kept import folders
from newslint.kept.regexes import compiled
from newslint.urls import address

if TYPE_CHECKING:
    from newslint.fetch.article import Article

_ODD = compiled(r"[^a-z0-9.-]+")


def folder(configured: Path | None = None) -> Path:
    """Where pages are kept: as the environment says, the configuration, or the system for caches."""
    return configured if configured and not folders.named() else folders.cache()


@dataclass(frozen=True)
class Cache:
    """The pages kept in a folder."""

    folder: Path

    def find(self, url: str) -> Path | None:
        """The file that holds the text of this page, if it was ever fetched."""
        path = self._path(url)
        return path if path.is_file() else None

    def keep(self, article: Article, fetched: dt.date) -> Path:
        """Write an article down, in place of an older copy; raises InputError where that cannot be done."""
        head = {
            "url": article.url,
            "final-url": article.final,
            "fetched": str(fetched),
            "published": str(article.published or ""),
            "outlet": article.outlet,
            "title": article.title,
        }
        lines = [f"{key}: {json.dumps(_printable(value), ensure_ascii=False)}\n" for key, value in head.items() if value]
        path = self._path(article.url)
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.parent.chmod(0o700)
            handle, new = tempfile.mkstemp(dir=path.parent, prefix=".new-", text=False)
            with os.fdopen(handle, "wb") as file:
                file.write("".join(["---\n", *lines, "---\n\n", article.text]).encode("utf-8", "replace"))
            Path(new).replace(path)
        except OSError as fault:
            raise InputError(f"cannot be written: {fault.strerror}", path=path) from None
        return path

    def _path(self, url: str) -> Path:
        page = address(url)
        host = _ODD.sub("-", page.partition("/")[0])[:60]
        return self.folder / "pages" / f"{host}-{sha256(page.encode('utf-8', 'replace')).hexdigest()[:20]}.txt"


def _printable(words: str) -> str:
    return "".join(letter for letter in words if letter.isprintable())
