"""A story as it comes into an index, and as it comes out."""

from __future__ import annotations

import datetime as dt
import zlib
from dataclasses import dataclass
from hashlib import blake2b

SUFFIXES = {"plain": ".txt", "markdown": ".md", "html": ".html", "rst": ".rst"}
"""Formats in which a text may be kept, each with an ending that says it."""


class GarbledError(Exception):
    """In an index stands what nobody has written."""


@dataclass(frozen=True, slots=True)
class Story:
    """A story of an archive, as it was given.

    ``key`` is its own in the whole archive; ``format`` one of ``SUFFIXES``; ``place`` is its file and record,
    for a person.
    """

    key: str
    text: str
    format: str = "plain"
    published: dt.date | None = None
    outlet: str = ""
    place: str = ""

    @property
    def digest(self) -> bytes:
        """Changes whenever anything of it does."""
        parts = (self.key, self.text, self.format, str(self.published or ""), self.outlet, self.place)
        whole = "".join(f"{len(part)}:{part}" for part in parts)
        return blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=16).digest()


@dataclass(frozen=True, slots=True)
class Kept:
    """A story of an index, with its ``terms``; ``score`` from 0 to 1 says how like the draft's they are; ``version`` that it
    is the draft itself, as it once was."""

    story: Story
    headline: str = ""
    score: float = 0.0
    terms: tuple[str, ...] = ()
    version: bool = False


def packed(text: str) -> bytes:
    """A text as an index keeps it."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def unpacked(data: bytes) -> str:
    """What was packed; raises GarbledError."""
    try:
        return zlib.decompress(data).decode("utf-8", "surrogatepass")
    except (zlib.error, ValueError, TypeError) as fault:
        raise GarbledError(str(fault)) from None


def day_of(written: str | None) -> dt.date | None:
    """A day as an index keeps it; raises GarbledError."""
    try:
        return dt.date.fromisoformat(written) if written else None
    except (ValueError, TypeError) as fault:
        raise GarbledError(str(fault)) from None
