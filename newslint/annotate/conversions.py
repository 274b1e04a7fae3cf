"""Conversions: a figure said again in another unit or currency. A grammar, no model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from newslint.annotate.quantities.figures import last_digit
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Quantity
from newslint.reckonings import Conversion

_LIKE = r"(?:(?:or|about|around|roughly|some|nearly|almost|i\.e\.|ie|equal\s+to|equivalent\s+to|worth|that\s+is)\s+|[~≈=]\s?)?"
_OPENS = compiled(rf"(?P<words>(?:-?\s?[a-z]+){{0,2}}?)\s?[(\[]\s?{_LIKE}")
_OR = compiled(r"(?P<words>),?\s+or\s+|\s?/\s?")
_DASHED = compiled(r"(?P<words>)\s[–—-]\s(?:or\s+)?")
_DASHES = compiled(r"\s[–—-]\s")
_NEXT = compiled(r"\s?[;,/]\s?(?:or\s+)?|\s+(?:or|and)\s+")
_NOT = "a|an|and|at|by|for|from|if|in|less|more|of|off|on|or|over|per|than|to|under|up|with"
_CLOSES = compiled(rf"(?:\s+at\s+th(?:at|e)\s+time|(?:-?\s?(?!(?:{_NOT})\b)[a-z]+){{0,2}}?)\s?[)\];,/]|\s+or\b")
_ENDS = compiled(r"\s?(?:[,.;:)]|$|\s(?:and|at|away|from|in|of|on|to|with|tall|high|long|wide|deep|north|south|east|west)\b)")
_MOST = 3
"""Conversions of one figure that are looked at: "1bn euros ($1.3bn; £690m)" has two."""

_WARMER = compiled(
    r"""\b(?:
        (?:by|differ(?:s|ed|ence)|down|plus|swing|up|warming\s+(?:at|below|to|under)
        |(?:climb|cool|drop|increas|jump|rais|warm)(?:s|e|es|ed|ing|ped)?|decreas(?:ed?|es|ing)|fall(?:en|s|ing)?|fell|ris(?:en?|es|ing)|rose)
        (?P<level>\s+(?:at|from|to))?(?:\s+(?:an?|another|by|of|the|up\s+to)){0,3}
    )\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_THAN = compiled(
    r"\s?[)\]]?\s?(?:-\s?)?(?:(?:of\s)?(?:global\s|extra\s|average\s)?(?:warming|warmer|cooler|colder|hotter|rise|increase|drop|fall|jump|difference|swing)"
    r"|(?:more|less|higher|lower)\b|(?:above|below|over|beneath)\b(?!\s+(?:freezing|zero)))"
)
_REACH = 40
_PART = compiled(r"\d\s?[a-z]{1,7}\s?$")
_FREE = Decimal(5)
_TENTH = Decimal("0.1")
_HALF = Decimal("0.5")


def conversions(doc: Document) -> tuple[Conversion, ...]:
    """Every figure with its conversions, in text order."""
    row, text = doc.all(Quantity), doc.body
    return tuple(found for at in range(len(row)) for found in _converted(text, row, at))


def _converted(text: str, row: Sequence[Quantity], at: int) -> Iterator[Conversion]:
    """What the figure at this place of the row is converted to, and the conversions as they stand to each other."""
    first = row[at]
    if not _measured(first) or _PART.search(text, max(0, first.start - 10), first.start):
        return
    before = first.end
    earlier = [first]
    for other in row[at + 1 : at + 1 + _MOST]:
        gap = text[before : other.start]
        opened = _OPENS.fullmatch(gap) if before == first.end else _NEXT.fullmatch(gap)
        bare = None if opened or before > first.end else _OR.fullmatch(gap) or _DASHED.fullmatch(gap)
        behind = _CLOSES if opened else _DASHES if bare and bare.re is _DASHED else _ENDS
        if not (opened or bare) or not behind.match(text, other.end):
            return
        if _measured(other) and first.kind == other.kind:
            yield from (_made(text, one, other) for one in earlier if one.unit != other.unit)
            earlier.append(other)
        before = other.end
        if bare:
            return


def _measured(quantity: Quantity) -> bool:
    if quantity.kind not in ("measure", "money", "temperature") or quantity.scale is None:
        return False
    return None not in (quantity.low, quantity.high) and (quantity.kind == "temperature" or min(quantity.value) > 0)


def _made(text: str, first: Quantity, other: Quantity) -> Conversion:
    span = first.span.through(other.span)
    lead = _WARMER.search(text, max(0, first.start - _REACH), first.start)
    change = bool((lead and not lead["level"]) or _THAN.match(text, first.end) or _THAN.match(text, span.end))
    return Conversion(span, first, other, _unrounded(first), _unrounded(other), change and first.kind == "temperature")


def _unrounded(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """What a figure may have been: converted measures are rounded to fives and tens more freely than others.

    Half the last significant digit either way, two and a half if it is a five; never more than
    a tenth, nor less than half of one, of a whole number. "About" grants five of these digits.
    """
    ends = []
    for value, sign in ((min(quantity.value), -1), (max(quantity.value), 1)):
        step = last_digit(value) if quantity.kind == "money" else _step(value)
        fives = quantity.kind != "money" and value % (step * 5) == 0
        reach = step * 5 * _HALF if fives else step * _HALF
        most = max(abs(value) * _TENTH, min(step, Decimal(1)) * _HALF)
        if quantity.approximation is not None and quantity.kind != "temperature":
            reach = step * _FREE  # "about 50 km" is as good to ten, "about 15,060 feet" to a good deal less
        ends.append(value + sign * min(reach, most))
    return ends[0], ends[1]


def _step(value: Decimal) -> Decimal:
    """What the last digit that is not a nought counts; of a decimal fraction the last digit written."""
    step = last_digit(value)
    while value and step >= 1 and value % (step * 10) == 0:
        step *= 10
    return step
