"""Quantities: figures in words and digits, with what they count. A grammar, no model."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.annotate.quantities.pieces import pieces
from newslint.annotate.quantities.reading import may_start, read
from newslint.document import Document
from newslint.mentions import DateMention, Quantity, Sentence

# A sentence without any of these beginnings holds no quantity.
_HINT = re.compile(
    r"[\d½¼¾⅓⅔⅛⅜⅝⅞]|\b(?:one|tw[oe]|thir|thr|fo[ur]|fi[fv]|six|seven|eigh|nin|ten|eleven|hal[fv]|quarter|doz|hundred|thousand|[mbtz]r?illi"
    r"|score|second|lakh|crore)",
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
    return tuple(found)


def _found(doc: Document) -> Iterator[Quantity]:
    body = doc.body
    sterling = "£" in body
    for sentence in doc.all(Sentence):
        if not _HINT.search(body, sentence.start, sentence.end):
            continue
        row = pieces(body, sentence.start, sentence.end)
        i = 0
        while i < len(row):
            if not may_start(row, i):
                i += 1
                continue
            quantity, i = read(row, i, sterling=sterling)
            if quantity:
                yield quantity
