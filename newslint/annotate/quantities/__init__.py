"""Quantities: figures in words and digits, with what they count. A grammar, no model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from newslint.annotate.quantities.elided import filled
from newslint.annotate.quantities.pieces import Pieces, pieces
from newslint.annotate.quantities.reading import may_start, read
from newslint.annotate.quantities.scales import cents_of
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention, Quantity, Sentence

# A sentence without any of these beginnings holds no quantity.
_HINT = compiled(
    r"[\d½¼¾⅓⅔⅛⅜⅝⅞]|\b(?:one|two|twel|twen|thir|three|four|fort[iy]|fift|five|six|seven|eigh|nin[et]|ten|eleven|hal[fv]|quarter"
    r"|dozen|hundred|thousand|[mbtz]r?illi|score|second|lakh|crore)",
    re.IGNORECASE,
)


def quantities(doc: Document) -> tuple[Quantity, ...]:
    """Every quantity of the body, in text order.

    Calendar dates, years and clock times are left to the dates layer; a length of time
    ("24 years") is a quantity too, as it has a unit.
    """
    times = [mention for mention in doc.all(DateMention) if mention.type in ("DATE", "TIME")]
    found, at = [], 0
    for quantity in _found(doc):
        while at < len(times) and times[at].end <= quantity.start:
            at += 1
        if quantity.unit is None and at < len(times) and times[at].span.overlaps(quantity.figure):
            continue
        found.append(quantity)
    return tuple(_with_cents(found))


def _with_cents(found: list[Quantity]) -> list[Quantity]:
    """The quantities with their cents in the currency of the text."""
    if not any(quantity.unit == "cent" for quantity in found):
        return found
    cents = cents_of({quantity.unit for quantity in found})
    return [replace(quantity, scale=cents) if quantity.unit == "cent" else quantity for quantity in found]


def _found(doc: Document) -> Iterator[Quantity]:
    body = doc.body
    sterling = "£" in body
    for sentence in doc.all(Sentence):
        found = [one.moved(sentence.start) for one in _alone(sentence.span.of(body), sterling=sterling)]
        yield from filled(body, found, sentence.end) if len(found) > 1 else found


@lru_cache(maxsize=4096)
def _alone(sentence: str, *, sterling: bool) -> tuple[Quantity, ...]:
    """The quantities of a sentence by itself, which is there again when another is changed."""
    return tuple(_read(pieces(sentence, 0, len(sentence)), sterling=sterling)) if _HINT.search(sentence) else ()


def _read(row: Pieces, *, sterling: bool) -> Iterator[Quantity]:
    i = 0
    while i < len(row):
        if not may_start(row, i):
            i += 1
            continue
        quantity, i = read(row, i, sterling=sterling)
        if quantity:
            yield quantity
