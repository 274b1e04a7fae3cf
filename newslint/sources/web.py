"""The text of a page: from the cache or, where ``--fetch`` was given, from the web."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config import Config
from newslint.errors import FetchError
from newslint.fetch import cache as kept
from newslint.sources.progress import told

if TYPE_CHECKING:
    from newslint.fetch.client import Client

UNFETCHED = "is not fetched without --fetch; or save its text and name it with 'file'"


def page(url: str, config: Config, client: Client | None = None) -> tuple[Path, str]:
    """The file that holds this page's text, and why it could not be had anew; raises FetchError where it cannot be had.

    Without ``--fetch`` only what was kept is looked at, and nothing of the network is imported.
    """
    if not url.lower().startswith(("http://", "https://")):
        raise FetchError("only http and https are fetched")
    pages = kept.Cache(kept.folder(config.cache_dir))
    path = pages.find(url)
    if config.fetch == "all" or (config.fetch == "missing" and not path):
        fault = fetched(url, pages, client, config.today or dt.date.today())
        path = pages.find(url)
        if not path:
            raise FetchError(fault)
        return path, fault
    if not path:
        raise FetchError(UNFETCHED)
    return path, ""


@cache
def fetched(url: str, pages: kept.Cache, client: Client | None, today: dt.date) -> str:
    """Fetch a page and keep it, once a run whatever comes of it; why that failed, if it did."""
    from newslint.fetch.article import article
    from newslint.fetch.client import Client

    try:
        with told(f"fetching {url}"):
            pages.keep(article(url, (client or Client()).get(url)), today)
    except FetchError as fault:
        return str(fault)
    return ""
