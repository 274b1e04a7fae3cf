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
_EVERY = word_set("each every")
_A = word_set("a an each every")
_POWERS = word_set("cubic square")
_LONGEST_BRACKET = 7
_TIMES_PAST = word_set("after ago before earlier from later since")  # "210 boats a week earlier" is no rate
_NOT_RATED = STOP_WORDS | word_set("cent se capita")


class Rate(NamedTuple):
    """The lemma of what a figure is reckoned for, and the pieces ``row[first:after]`` that say so."""

    per: str
    first: int
    after: int


def rate_after(row: Pieces, i: int) -> Rate | None:
    """The rate that starts at this piece: "a year", "per share", "-a-day", "/day", "($2) an hour"."""
    first = i = _past_brackets(row, i)
    if is_hyphen(at(row, i)) and at(row, i).glued:
        i += 1
    link, word = at(row, i), at(row, i + 1)
    if is_hyphen(word) and word.glued and i > first:
        word = at(row, i + 2)
        i += 1
    if link.text == "/" and not (link.glued and word.glued):
        return None
    anything = link.lower == "per"
    if link.lower == "for" and word.lower in _EVERY:  # 21 cents for each dollar
        link, word, i, anything = word, at(row, i + 2), i + 1, True
    if link.lower == "per" and word.lower == "capita":
        return Rate("person", first, i + 2)
    rated = anything or (word.lower in _RATED and (link.lower in _A or link.text == "/"))
    if not rated or word.kind != "word" or word.lower in _NOT_RATED or at(row, i + 2).lower in _TIMES_PAST:
        return None
    if word.lower in _POWERS and at(row, i + 2).kind == "word":
        return Rate(f"{word.lower} {lemma(at(row, i + 2).text)}", first, i + 3)
    if word.text[0].isupper() and at(row, i + 2).lower in _RATED:  # $76 for each Acme share
        return Rate(at(row, i + 2).lower, first, i + 3)
    return Rate(lemma(word.text), first, i + 2)


def _past_brackets(row: Pieces, i: int) -> int:
    """Behind the same sum in another currency, which stands in brackets."""
    opens = at(row, i).text == "("
    for place in range(i, i + _LONGEST_BRACKET) if opens or at(row, i).text == ")" else ():
        if at(row, place).text == ")":
            return place + 1
    return i
