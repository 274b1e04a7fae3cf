"""Proportions: percentages with the two figures beside them that they must fit. A grammar, no model."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from newslint.annotate.asides import ASIDE
from newslint.annotate.fellows import beside
from newslint.document import Document
from newslint.mentions import Quantity, Sentence
from newslint.reckonings import Proportion, ProportionKind

_Three = tuple[Quantity, Quantity, Quantity]

_WORDS = r"(?:\s+[\w'’-]+)"
_THE = (
    r"(?:\s+(?:the|its|an?|his|her|their|all|those))?(?:\s+[\w-]+['’]s?)?"
    r"(?:\s+(?:total|estimated|original|full|overall|entire|planned|reported))?\s*"
)
_OR = (
    r"(?:,?\s+or|,?\s+(?:which|that)\s+is|,?\s+(?:equal|equivalent|amounting)\s+to|,?\s+worth|\s*\(|\s+[–—-]|\s*—"
    r"|,\s+an?\s+(?:proportion|rate|share)\s+of"
    r"|[.;]\s+(?:That|This|It)\s+(?:is|was|equals|represents|amounts\s+to))\s*"
)
_STEP = r"(?:rise|increase|jump|gain|growth|leap|surge|climb|hike|fall|drop|decline|decrease|cut|reduction|dip|slump|loss|plunge|slide)"
_ENDS = (
    r"(?:\s+(?!(?:of|to|from|more|less|fewer|higher|lower|above|below|an?|per|each|every|than|on|in|for)\b)[\w'’-]+){0,3}?"
    r"\s*(?:[.,;:)\]!?–—]|$)"
)
_ROSE = re.compile(
    r"""\b(?:climb(?:ed|s|ing)?|declin(?:ed?|es|ing)|decreas(?:ed?|es|ing)|drop(?:ped|s|ping)?|fall(?:en|s|ing)?|fell|grow(?:n|s|ing)?|grew
    |go(?:es|ing|ne)?|went|increas(?:ed?|es|ing)|jump(?:ed|s|ing)?|plung(?:ed?|es|ing)|ris(?:en?|es|ing)|rose|sank|shr[aiu]nk|slid|slip(?:ped|s)?
    |slump(?:ed|s)?|soar(?:ed|s)?|surg(?:ed?|es)|tumbl(?:ed?|es)|up|down|cut|rais(?:ed?|es|ing)|reduc(?:ed?|es|ing))
    (?:\s+(?:sharply|steadily|slightly|steeply|only|another|an?(?:\s+[\w-]+){0,2})|(?:\s+(?!(?:and|as|but|by|from|that|to|when|while)\b)[\w'’-]+){0,5}?,?\s+(?:by|of))?
    (?:\s+(?P<way>from|to))?\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_FELL = re.compile(
    r"\b(?:declin|decreas|dip|down|drop|eas|fall|fell|lose|losing|loss|lost|plung|sank|shed|slid|slip|slump|tumbl)"
)
_BEFORE = {"old": "from", "new": "to", "rate": None}
_OF = re.compile(rf"\bof{_THE}$", re.IGNORECASE)
# When, or of what, something rose; not by what measure ("at constant rates", "a year").
_AN_AVERAGE = r"(?:an?\s+(?:average|mean|median|total)\s+of\s+)?"
_WHEN = (
    r"(?:\s+between\s+\d{4}\s+and\s+\d{4})?"
    r"(?:\s+(?!(?:adjusted|after|an?|and|annually|as|at|average|because|before|but|by|each|every|excluding|from|if|like|not|per|than"
    r"|that|to|underlying|when|which|while|who|with|yearly|(?:month|quarter|year)[\s-]on)\b)[\w'’-]+){0,7}?"
)
# Of what, when and where a figure is, before the comma that its change stands behind.
_OF_WHAT = r"(?:\s+(?!(?:and|as|but|if|that|when|which|while|who|with)\b)[\w'’&.-]+){0,10}?"
_MOVED = rf"(?:up|down|(?:which\s+(?:is|was)\s+)?an?\s+(?:[\w-]+\s+)?{_STEP}\s+of|having\s+(?:risen|fallen|grown|dropped)(?:\s+by)?|(?:rising|falling)(?:\s+by)?)"
_COMPARED = r"(?:(?:up|down)\s+from|from|(?:as\s+)?compared\s+(?:with|to)|against|versus)"
_EARLIER = r"(?:(?:the\s+(?:previous|prior)|the|its|their|last|a)(?:\s+(?:year|month|week|season|quarter)(?:\s+(?:ago|earlier|before))?['’]s?)?\s+)?"
_IS_NOW = r"(?:,?\s+(?:and|but))?,?\s+(?:now\s+)?(?:is|are|has|have|stands?\s+at)\s+(?:now\s+)?(?:only\s+|just\s+)?"
_BREAK = r"(?:,|\s[–—-]|—|\s?\()\s*"
_CLOSE_AT = r"(?:to\s+|at\s+|(?:to|and)\s+(?:close|closed|end|ended|finish|finished|settle|settled|trade|traded|stand|stood)(?:\s+the\s+(?:day|week|session|year))?\s+at\s+)"
_TRADED = r"(?:,?\s+(?:on\s+\w+day|in\s+[\w-]+(?:\s+\w+)?\s+trading))?"
_WORTH = r"(?:\s+of|\s+worth|\s+valued\s+at|\s+costing|\s+priced\s+at)"
_ITS_OWN_OF = r"(?:\s*(?!(?:them|these|those|this|whom|which|in|at|on|for|from|with|by)\b)[\w'’-]+){1,3}?"
_HUNDRED = Decimal(100)
_REACH = 60
_WIDEST = 200


class _Shape(NamedTuple):
    """Three quantities in a row: what each of them is, and the words between and behind them."""

    kind: ProportionKind
    roles: tuple[str, str, str]
    gaps: tuple[re.Pattern[str], re.Pattern[str]]
    behind: re.Pattern[str]
    tied: bool
    led: str


def _shape(
    kind: ProportionKind, roles: str, first: str, second: str, behind: str = "", *, tied: bool = True, led: str = "verb"
) -> _Shape:
    """``led`` is empty where a change needs no verb before it, as it is named behind the first figure; of some "from" will do."""
    a, b, c = roles.split()
    return _Shape(kind, (a, b, c), (re.compile(first), re.compile(second)), re.compile(behind), tied, led)


_SHAPES = (
    _shape("amount", "rate whole part", rf"\s+(?:of|on){_THE}", rf"{_WORDS}{{0,4}}?{_OR}", _ENDS),
    _shape("amount", "rate whole part", rf"\s+(?:of|on){_THE}", rf"{_WORDS}{{0,4}}?,\s*", _ENDS, tied=False),
    _shape("share", "part whole rate", rf"{_WORDS}{{0,3}}?\s+(?:out\s+)?of{_THE}", rf"{_WORDS}{{0,5}}?{_OR}", _ENDS),
    _shape(
        "share",
        "rate part whole",
        rf"(?:\s+of{_WORDS}{{1,3}}?)?(?:{_OR}|:\s*)",
        rf"{_WORDS}{{0,3}}?\s+(?:out\s+)?of{_THE}",
        _ENDS,
    ),
    _shape("share", "part rate whole", rf"{_WORDS}{{0,3}}?(?:{_OR}|,\s*)", rf"[,)]?\s+of{_THE}"),
    _shape("share", "part rate whole", rf"{_WORDS}{{0,3}}?(?:{_OR}|,\s*)", rf"[,)]?\s+of{_ITS_OWN_OF}{_WORTH}\s+(?:the\s+)?"),
    _shape(
        "share",
        "whole part rate",
        rf"{_OF_WHAT},?\s*(?:(?:only|just|but|some|fewer\s+than)\s+)?",
        rf"{_WORDS}{{0,4}}?\s*(?:\(|,\s+or\s+|,\s+an?\s+(?:[\w-]+\s+)?(?:turnout|rate|share|proportion)\s+of\s+|\s[–—-]\s)",
        r"(?:\s+of\s+(?:them|the\s+total))?\s*(?:\)|,|\.|;|$|\s[–—-]\s)",
    ),
    _shape(
        "share",
        "rate whole part",
        rf"(?:{_WORDS}{{0,4}}?[:;.]\s+|\s+[–—-]\s+)[Oo]f{_THE}",
        rf"{_OF_WHAT},\s*(?:only\s+|just\s+)?",
    ),
    _shape("change", "rate new old", rf"{_WHEN},?\s+to\s*", rf"{_WORDS}{{0,3}}?,?\s+{_COMPARED}\s+{_EARLIER}"),
    _shape("change", "rate old new", rf"{_WHEN},?\s+from\s*{_AN_AVERAGE}", rf"{_WORDS}{{0,4}}?,?\s+to\s*{_AN_AVERAGE}"),
    _shape("change", "rate new old", rf"\s+{_STEP}{_WHEN},?\s+to\s*", rf"{_WORDS}{{0,3}}?,?\s+{_COMPARED}\s+{_EARLIER}", led=""),
    _shape("change", "rate old new", rf"\s+{_STEP}{_WHEN},?\s+from\s*{_AN_AVERAGE}", rf"{_WORDS}{{0,4}}?,?\s+to\s*", led=""),
    _shape(
        "change",
        "new rate old",
        rf"{_OF_WHAT}{_BREAK}{_MOVED}\s*",
        rf",?\s+(?:from|on|against|compared\s+with)\s+{_EARLIER}",
        led="",
    ),
    _shape(
        "change",
        "new rate old",
        rf"{_OF_WHAT}{_BREAK}(?:or\s+|an?\s+)?",
        rf"\s+(?:more|higher|up|less|fewer|lower|down)\s+(?:than|on|from)\s+{_EARLIER}",
        led="",
    ),
    _shape(
        "change", "new rate old", rf"{_OF_WHAT}{_BREAK}an?\s+(?:[\w-]+\s+)?", rf"\s+{_STEP}\s+(?:from|on)\s+{_EARLIER}", led=""
    ),
    _shape(
        "change",
        "new old rate",
        rf"{_OF_WHAT},?\s+{_COMPARED}\s+(?:just\s+|only\s+)?{_EARLIER}",
        rf"{_OF_WHAT}{_BREAK}(?:or\s+)?{_MOVED}\s*",
        _ENDS,
        led="",
    ),
    _shape(
        "change",
        "new old rate",
        rf"{_OF_WHAT},?\s+{_COMPARED}\s+(?:just\s+|only\s+)?{_EARLIER}",
        rf"{_OF_WHAT}{_BREAK}an?\s*",
        rf"\s+{_STEP}\b",
        led="",
    ),
    _shape("change", "new old rate", rf"{_WORDS}{{0,3}}?,?\s+from\s*", rf"{_WORDS}{{0,3}}?{_OR}", _ENDS),
    _shape("change", "old new rate", rf"{_WORDS}{{0,3}}?\s+to\s*", rf"{_WORDS}{{0,3}}?{_OR}", _ENDS),
    _shape("change", "old new rate", rf"{_WORDS}{{0,3}}?\s+to\s*", rf"{_WORDS}{{0,3}}?,?\s+an?\s*", rf"\s+{_STEP}\b"),
    _shape("change", "old new rate", rf"{_OF_WHAT},?\s+to\s*", rf"{_OF_WHAT}{_BREAK}(?:or\s+)?{_MOVED}\s*", _ENDS, led="from"),
    _shape("change", "old new rate", rf"{_OF_WHAT},?\s+to\s*", rf"{_OF_WHAT}{_BREAK}an?\s*", rf"\s+{_STEP}\b", led="from"),
    _shape("change", "old new rate", rf"{_OF_WHAT}{_IS_NOW}", rf"{_OF_WHAT}{_BREAK}(?:or\s+)?{_MOVED}\s*", _ENDS, led=""),
    _shape("step", "rate step new", r",?\s+or\s*", rf"{_WORDS}{{0,1}}?{_TRADED},?\s+{_CLOSE_AT}"),
    _shape("step", "step rate new", rf"{_WORDS}{{0,1}}?,?\s+or\s*", rf"{_TRADED},?\s+{_CLOSE_AT}"),
    _shape("step", "step rate new", rf"{_WORDS}{{0,1}}?\s*\(", rf"\){_TRADED},?\s+{_CLOSE_AT}"),
)
_ROLES: Mapping[ProportionKind, tuple[str, str, str]] = {
    "amount": ("rate", "whole", "part"),
    "share": ("part", "whole", "rate"),
    "change": ("new", "old", "rate"),
    "points": ("new", "old", "rate"),
    "step": ("step", "new", "rate"),
}
"""The two that are given and the one that follows from them."""


def proportions(doc: Document) -> tuple[Proportion, ...]:
    """Every three quantities in a row, asides and lengths of time left out, whose words relate them; in text order."""
    row = doc.all(Quantity)
    asides = [aside.span() for aside in ASIDE.finditer(doc.body)]
    outside = [quantity for quantity in row if not _within(quantity.start, asides)]
    starts = [sentence.start for sentence in doc.all(Sentence)]
    timeless = [quantity for quantity in outside if quantity.scale is None or quantity.scale.dimension != "time"]
    whole = [three for three in _threes(row) if _within(three[2].start, asides) or not _within(three[0].start, asides)]
    threes = dict.fromkeys(three for three in [*whole, *_threes(outside), *_threes(timeless)] if any(map(_is_rate, three)))
    found = [_made(doc.body, shape, three, starts) for three in threes if (shape := _shape_of(doc.body, three))]
    return tuple(sorted(found, key=lambda proportion: proportion.start))


def _threes(row: Sequence[Quantity]) -> list[_Three]:
    return list(zip(row, row[1:], row[2:], strict=False))


def _within(place: int, asides: list[tuple[int, int]]) -> bool:
    nearest = bisect_right(asides, (place, place)) - 1
    return nearest >= 0 and place < asides[nearest][1]


def _is_rate(quantity: Quantity) -> bool:
    return quantity.unit == "%" or (quantity.kind == "ratio" and quantity.unit is None)


def _shape_of(text: str, three: _Three) -> _Shape | None:
    return next((shape for shape in _SHAPES if _fits(text, shape, three) and _alike(shape, three)), None)


def _fits(text: str, shape: _Shape, three: _Three) -> bool:
    """Whether the words between and behind are those of the shape."""
    for gap, one, other in zip(shape.gaps, three, three[1:], strict=False):
        if other.start - one.end > _WIDEST or not gap.fullmatch(ASIDE.sub("", text[one.end : other.start])):
            return False
    if not shape.behind.match(text, three[2].end):
        return False
    if shape.roles[0] == "whole":
        return _OF.search(text, max(0, three[0].start - _REACH), three[0].start) is not None
    if shape.kind != "change" or not shape.led:
        return True
    if shape.led == "from":
        return text.endswith(f"{shape.led} ", 0, three[0].start)
    rose = _ROSE.search(ASIDE.sub("", text[max(0, three[0].start - _REACH) : three[0].start]))
    return rose is not None and rose["way"] == _BEFORE[shape.roles[0]]


def _are_points(shape: _Shape, parts: Mapping[str, Quantity]) -> bool:
    """Whether all three are rates, and one is how far the others are apart: "rose 2% to 6% from 4%"."""
    rate = parts["rate"]
    stepped = rate.unit in ("%", "percentage point") or (rate.kind == "count" and rate.noun == "point")
    return shape.kind == "change" and stepped and parts["new"].unit == parts["old"].unit == "%"


def _alike(shape: _Shape, three: _Three) -> bool:
    """Whether one is a rate and the other two are single figures in one unit."""
    parts = dict(zip(shape.roles, three, strict=True))
    rate = parts["rate"]
    one, other = (quantity for role, quantity in parts.items() if role != "rate")
    single = all(len(quantity.value) == 1 and quantity.value[0] > 0 for quantity in three)
    measured = all(quantity.kind in ("count", "money", "measure") for quantity in (one, other))
    if single and shape.kind == "change" and _are_points(shape, parts):
        return True
    if not (single and measured and one.unit == other.unit and _is_rate(rate)):
        return False
    if shape.kind in ("change", "step"):
        if not shape.led and None is not one.noun != other.noun is not None:
            return False
        return rate.unit == "%" or (shape.roles[0] == "rate" and shape.kind == "change")
    if not shape.tied:
        return parts["part"].noun in (None, parts["whole"].noun)
    return shape.kind == "amount" or parts["part"].value[0] <= parts["whole"].value[0]


def _made(text: str, shape: _Shape, three: _Three, sentences: Sequence[int]) -> Proportion:
    """``sentences`` are where sentences start."""
    parts = dict(zip(shape.roles, map(_in_percent, three), strict=True))
    kind: ProportionKind = "points" if shape.kind == "change" and _are_points(shape, parts) else shape.kind
    one, other, stated = (parts[role] for role in _ROLES[kind])
    if kind != "points":
        one, other = beside(text, one, other), beside(text, other, one)
    first, last = three[0], three[-1]
    return Proportion(
        first.span.through(last.span),
        kind=kind,
        given=(one, other),
        stated=stated,
        tied=shape.tied,
        fell=_FELL.search(text, max(0, first.start - _REACH), first.start) is not None,
        sentences=1 + bisect_right(sentences, last.start) - bisect_right(sentences, first.start),
    )


def _in_percent(quantity: Quantity) -> Quantity:
    """A fraction as a percentage, any other quantity as it is."""
    if quantity.kind != "ratio":
        return quantity
    low, high = (end and end * _HUNDRED for end in (quantity.low, quantity.high))
    return replace(quantity, value=tuple(value * _HUNDRED for value in quantity.value), low=low, high=high)
