"""Rates: what a figure is reckoned for, as in "$70 [a barrel]", "12 deaths [per 100,000 people]"."""

from __future__ import annotations

from typing import NamedTuple

from newslint.annotate.quantities.pieces import Pieces, at, is_hyphen
from newslint.words import STOP_WORDS, lemma, word_set

# What "a" and "an" may stand before in a rate; "per" stands before anything.
_RATED = word_set(
    """
    acre barrel bottle bushel day dose game gallon head hectare hour household kg kilo kilogram kilometre kilowatt-hour litre
    liter match megawatt metre mile minute month night ounce pack person piece pint point pop pound quarter roll season second
    share shot square stone ticket ton tonne unit week year
    """
)
_TIMES_PAST = word_set("after ago before earlier from later since")  # "210 boats a week earlier" is no rate
_NOT_RATED = STOP_WORDS | word_set("cent se capita")


class Rate(NamedTuple):
    """The lemma of what a figure is reckoned for, and the pieces ``row[first:after]`` that say so."""

    per: str
    first: int
    after: int


def rate_after(row: Pieces, i: int) -> Rate | None:
    """The rate that starts at this piece: "a year", "per share", "an hour", "-a-day", "/day"."""
    first = i
    if is_hyphen(at(row, i)) and at(row, i).glued:
        i += 1
    link, word = at(row, i), at(row, i + 1)
    if is_hyphen(word) and word.glued and i > first:
        word = at(row, i + 2)
        i += 1
    if link.text == "/" and not (link.glued and word.glued):
        return None
    if link.lower == "per" and word.lower == "capita":
        return Rate("person", first, i + 2)
    rated = word.lower in _RATED if link.lower in ("a", "an") or link.text == "/" else link.lower == "per"
    if not rated or word.kind != "word" or word.lower in _NOT_RATED or at(row, i + 2).lower in _TIMES_PAST:
        return None
    return Rate(lemma(word.text), first, i + 2)
