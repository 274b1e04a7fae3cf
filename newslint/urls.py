"""Addresses of pages: found in running text, told apart, brought into one form to be compared."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from newslint.kept.regexes import compiled

WRITTEN = compiled(r"https?://[^\s<>\"“”‘’«»\x1f]{3,2000}", re.IGNORECASE)
"""An address that stands in the words of a text; its last characters may belong to the sentence (``ended``)."""

_SCHEME = compiled(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ANY = compiled(r"[A-Za-z][A-Za-z0-9+.-]+://")
_CAMPAIGN = compiled(r"utm_\w+|(?:fb|g|ms|dc)clid|mc_[ce]id|igshid|cmpid|ito|at_(?:medium|campaign)|__twitter_impression")
_SHARED = compiled(
    r"(?:^|\.)(?:facebook\.com/(?:sharer|share|dialog)|(?:twitter|x)\.com/(?:intent|share|home)|linkedin\.com/share"
    r"|reddit\.com/submit|pinterest\.\w+/pin/create|wa\.me|api\.whatsapp\.com|t\.me/share)"
)


def is_url(word: str) -> bool:
    """Whether this is the address of something, and no name of a file."""
    return _ANY.match(word) is not None


def ended(url: str) -> str:
    """An address as it was found in a sentence, without the stop or bracket after it."""
    while url and (url[-1] in ".,;:!?'*_|]}" or (url[-1] == ")" and url.count(")") > url.count("("))):
        url = url[:-1]
    return url


def address(url: str) -> str:
    """One form for all the ways to write the address of a page: no scheme, no "www.", nothing that only counts visits."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.") + (f":{parts.port}" if parts.port not in (None, 80, 443) else "")
    except ValueError:
        return url.strip()
    asked = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _CAMPAIGN.fullmatch(name)]
    return host + unquote(parts.path).rstrip("/") + (f"?{urlencode(sorted(asked))}" if asked else "")


def is_page(url: str) -> bool:
    """Whether a page on the web is meant that may hold a story: no home page, no button to share something."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    away = _SHARED.search(f"{parts.hostname}{parts.path}")
    return parts.scheme in ("http", "https") and bool(parts.hostname) and bool(parts.path.strip("/") or parts.query) and not away


def file(url: str) -> str:
    """The path of a file beside the text; empty for a page, an anchor, a mailbox and whatever else has a scheme."""
    path = unquote(url.partition("#")[0].partition("?")[0])
    away = _SCHEME.match(url) or url.startswith(("#", "/", "\\", "?")) or "\\" in path
    return "" if away else path
