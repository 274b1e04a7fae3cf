"""The day that a record says it was published, in the many ways in which archives write it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Any

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=\D|\Z)")
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d{4}.*)?\Z", re.DOTALL)
_NUMBERED = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?=\D|\Z)")
_WORDS = (
    re.compile(
        r"(?:[A-Za-z]{3,9},?\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?P<month>[A-Za-z]{3,9})\.?,?[\s-]+(?P<year>\d{4})(?=\D|\Z)"
    ),
    re.compile(
        r"(?:[A-Za-z]{3,9},?\s+)?(?P<month>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})(?=\D|\Z)"
    ),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?\Z")
_MILLIS = re.compile(r"\d{12,13}\Z")


def day(given: Any) -> str | None:
    """The ISO day of a date, a time or a text; None for what is none, or one of two days ("03/04/2021").

    A time with a zone is on the day that it is written as.
    """
    if isinstance(given, dt.date):  # a datetime is one
        return given.isoformat()[:10]
    if isinstance(given, bool) or not isinstance(given, str | int | float):
        return None
    word = str(given).strip()[:100]
    for read in (_written, _epoch):
        try:
            if found := read(word):
                return found.isoformat()
        except (ValueError, OverflowError, OSError):
            continue
    return None


def _written(word: str) -> dt.date | None:
    for find in _WAYS:
        if found := find(word):
            return dt.date(*found)
    return None


def _iso(word: str) -> tuple[int, int, int] | None:
    found = _ISO.match(word) or _BASIC.match(word)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def _numbered(word: str) -> tuple[int, int, int] | None:
    """Where the day comes first is said by no table: a day beyond the 12th must say it."""
    if not (found := _NUMBERED.match(word)):
        return None
    one, two, year = int(found[1]), int(found[2]), int(found[3])
    if one <= 12 and two <= 12 and one != two:
        return None
    return (year, two, one) if one > 12 else (year, one, two)


def _named(word: str) -> tuple[int, int, int] | None:
    for way in _WORDS:
        if (found := way.match(word)) and (month := found["month"][:3].lower()) in _MONTHS:
            return int(found["year"]), _MONTHS.index(month) + 1, int(found["day"])
    return None


_WAYS: tuple[Callable[[str], tuple[int, int, int] | None], ...] = (_iso, _numbered, _named)


def _epoch(word: str) -> dt.date | None:
    """Seconds or milliseconds since 1970, from 1973 on."""
    for shape, unit in ((_SECONDS, 1), (_MILLIS, 1000)):
        if shape.match(word):
            return dt.datetime.fromtimestamp(float(word) / unit, dt.UTC).date()
    return None


def months(first: str, last: str) -> Iterator[str]:
    """``2024-11``, ``2024-12``, ``2025-01``: every month from the first to the last."""
    at, end = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (first, last))
    for number in range(at, end + 1):
        yield f"{number // 12:04}-{number % 12 + 1:02}"
