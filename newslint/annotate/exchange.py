"""Rates of exchange: what a sum and its conversion to another currency say of the rate. A grammar, no model."""

from __future__ import annotations

import re
from decimal import Decimal

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Quantity
from newslint.pieces import stands
from newslint.reckonings import Conversion, Exchange
from newslint.spans import one_line

# Coins of several countries, told apart only by an adjective before them or by a code.
_SHARED = compiled(
    r"(?P<nation>\w+\s+)?\b(?:crowns?|dinars?|dirhams?|francs?|kron[aeou]r?|lir[ae]|marks?|pesos?|reais|rials?|riyals?|shillings?)\b",
    re.IGNORECASE,
)
# Coins that are one country's, unless the text speaks of another that has them.
_ELSEWHERE = (
    (compiled(r"\brupees?\b|\bRs\b", re.IGNORECASE), compiled(r"\b(?:Mauriti|Nepal|Pakistan|Seychell|Sri\s+Lanka)")),
    (compiled(r"\bpounds?\b", re.IGNORECASE), compiled(r"\b(?:Cyprus|Egypt|Ireland|Irish|Leban|Sudan|Syria)")),
)
# Where a bare dollar may be another than the American: the words of a text that say so.
_DOLLARS = {
    "AUD": compiled(r"\bA\$|\b(?:Australia|Brisbane|Canberra|Melbourne|Perth|Queensland|Sydney|Tasmania)"),
    "CAD": compiled(r"\bC\$|\b(?:Alberta|Calgary|Canad|Montreal|Ontario|Ottawa|Quebec|Toronto|Vancouver|Winnipeg)"),
    "NZD": compiled(r"\bNZ\$|\b(?:Auckland|Christchurch|New\s+Zealand)"),
    "SGD": compiled(r"\bS\$|\bSingapore"),
    "HKD": compiled(r"\bHK\$|\bHong\s+Kong"),
    "TWD": compiled(r"\bNT\$|\b(?:Taipei|Taiwan)"),
}
_BARE = compiled(r"(?<![A-Za-z.])\$|\bdollars?\b", re.IGNORECASE)
_AMERICAN = compiled(r"\bu\.?s\b|american", re.IGNORECASE)
_THEN = compiled(r"\b(?:at\s+th(?:at|e)\s+time|in\s+today|today['’]s|then\s+worth|1(?:[0-8]\d\d|9[0-8]\d))\b", re.IGNORECASE)
_NEAR = 60


def exchanges(doc: Document) -> tuple[Exchange, ...]:
    """Every conversion between two currencies that the words leave in no doubt, in text order."""
    text = doc.body
    conversions = [found for found in doc.all(Conversion) if found.stated.kind == found.converted.kind == "money"]
    if not conversions:
        return ()
    dollars = [code for code, hint in _DOLLARS.items() if stands(hint, text)]
    return tuple(made for found in conversions if (made := _exchange(text, found, dollars)))


def _exchange(text: str, found: Conversion, dollars: list[str]) -> Exchange | None:
    one, other = found.stated, found.converted
    ours, theirs = _currencies(text, one, dollars), _currencies(text, other, dollars)
    if not ours or not theirs or ours[0] == theirs[0] or found.one[0] <= 0 or found.other[0] <= 0:
        return None
    pairs = tuple((first, second) for first in ours for second in theirs if first != second)
    near = text[max(0, found.start - _NEAR) : found.end + _NEAR]
    return Exchange(
        found.span,
        one,
        other,
        pairs=pairs,
        rate=_middle(other) / _middle(one),
        low=_base(other, found.other[0]) / _base(one, found.one[1]),
        high=_base(other, found.other[1]) / _base(one, found.one[0]),
        past=_THEN.search(near) is not None,
    )


def _currencies(text: str, quantity: Quantity, dollars: list[str]) -> list[str]:
    """The currencies that its words may mean in this text, the likeliest first; none where it is anybody's guess.

    ``dollars`` are those, beside the American, that a bare dollar may be here.
    """
    words, code = one_line(quantity.span.of(text)), quantity.scale.dimension if quantity.scale else ""
    shared = _SHARED.search(words)
    if shared and not (shared["nation"] or "a")[0].isupper():
        return []
    if any(coin.search(words) and stands(other, text) for coin, other in _ELSEWHERE):
        return []
    return [code, *dollars] if code == "USD" and _BARE.search(words) and not _AMERICAN.search(words) else [code]


def _base(quantity: Quantity, value: Decimal) -> Decimal:
    """So much in the currency's unit: pence in pounds."""
    return quantity.scale.base(value) if quantity.scale else value


def _middle(quantity: Quantity) -> Decimal:
    return _base(quantity, sum(quantity.value, Decimal(0)) / len(quantity.value))
