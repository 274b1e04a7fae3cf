"""What a figure leaves out and the one before says: "40 homes by lot and 12 by tender", "from 21 mpg to 23"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newslint.annotate.quantities.approximators import interval
from newslint.annotate.quantities.figures import last_digit
from newslint.kept.regexes import compiled
from newslint.mentions import Quantity

_PREPOSITION = r"(?P<preposition>among|at|by|for|from|in|of|on|to|with)"
_COORDINATED = compiled(rf"\s(?:[a-z]+\s){{0,3}}{_PREPOSITION}\s[^\d.;:?!()]{{1,50}}?,?\s(?:and|but|or)\s")
_COMPARED = compiled(
    r"[^\d.;:?!]{0,60}[\s,](?:(?:up|down)\sfrom|(?:as\s)?(?:compared|against|opposed)(?:\s(?:with|to))?|versus)\s", re.IGNORECASE
)
_FOLLOWS = compiled(rf"\s{_PREPOSITION}\s")
_NO_NOUN = compiled(r"\s*(?:[,.;)]|$)|\s(?:a|at|by|during|for|in|last|on|the|this)\b")
_LEVEL = compiled(r"(?:\b(?:above|around|at|below|from|(?<!price\s)of|to)\s|\()$")
_LOWEST_LEVEL = 100


def filled(text: str, found: Sequence[Quantity], end: int) -> Iterator[Quantity]:
    """The quantities of a sentence that ends here, each with the noun or measure that it leaves to the one before it."""
    points = any(quantity.noun == "point" and quantity.kind == "count" for quantity in found)
    last: Quantity | None = None
    for quantity in found:
        if quantity.kind == "count" and quantity.noun is None and quantity.unit is None:
            if points and _is_level(text, quantity):
                quantity = replace(quantity, noun="point")
            elif last and _shares_noun(text, last, quantity, end):
                quantity = replace(quantity, noun=last.noun, fate=quantity.fate or last.fate)
            elif last and _shares_measure(text, last, quantity, end):
                low, high = interval(quantity.value, last_digit(quantity.value[0]), kind=last.kind)
                quantity = replace(quantity, kind=last.kind, unit=last.unit, scale=last.scale, low=low, high=high)
        yield quantity
        last = quantity


def _is_level(text: str, quantity: Quantity) -> bool:
    """Whether a figure beside a change in points is where an index stands: "rose 12.5 points to 7,465.95"."""
    return quantity.value[0] >= _LOWEST_LEVEL and _LEVEL.search(text, max(0, quantity.start - 12), quantity.start) is not None


def _shares_noun(text: str, last: Quantity, quantity: Quantity, end: int) -> bool:
    if last.kind != "count" or last.noun_span is None or quantity.start < last.noun_span.end:
        return False
    if _COMPARED.fullmatch(text, last.noun_span.end, quantity.start):
        return _NO_NOUN.match(text, quantity.end, end) is not None
    link, follows = _COORDINATED.fullmatch(text, last.noun_span.end, quantity.start), _FOLLOWS.match(text, quantity.end, end)
    return bool(link and follows and link["preposition"] == follows["preposition"])


def _shares_measure(text: str, last: Quantity, quantity: Quantity, end: int) -> bool:
    """Whether a figure is the other end of a change in a measure: "from 208 pounds to 193", "from 412 kroner to 306"."""
    if last.kind not in ("measure", "money") or quantity.approximation or text[last.end : quantity.start] != " to ":
        return False
    if len(quantity.value) > 1 or not last.figure.of(text)[-1:].isdecimal():  # "from $3 million to 4" leaves out more
        return False
    return text.endswith("from ", 0, last.start) and _NO_NOUN.match(text, quantity.end, end) is not None
