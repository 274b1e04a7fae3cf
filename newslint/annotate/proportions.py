"""Proportions: percentages with the two figures beside them that they must fit. A grammar, no model."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from newslint.annotate.asides import ASIDE
from newslint.annotate.fellows import beside
from newslint.annotate.proportion_shapes import SHAPES, THE, Shape
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Quantity, Sentence
from newslint.reckonings import Proportion, ProportionKind

_Three = tuple[Quantity, Quantity, Quantity]

_ROSE = compiled(
    r"""\b(?:climb(?:ed|s|ing)?|declin(?:ed?|es|ing)|decreas(?:ed?|es|ing)|drop(?:ped|s|ping)?|fall(?:en|s|ing)?|fell|grow(?:n|s|ing)?|grew
    |go(?:es|ing|ne)?|went|increas(?:ed?|es|ing)|jump(?:ed|s|ing)?|plung(?:ed?|es|ing)|ris(?:en?|es|ing)|rose|sank|shr[aiu]nk|slid|slip(?:ped|s)?
    |slump(?:ed|s)?|soar(?:ed|s)?|surg(?:ed?|es)|tumbl(?:ed?|es)|up|down|cut|rais(?:ed?|es|ing)|reduc(?:ed?|es|ing))
    (?:\s+(?:sharply|steadily|slightly|steeply|only|another|an?(?:\s+[\w-]+){0,2})|(?:\s+(?!(?:and|as|but|by|from|that|to|when|while)\b)[\w'’-]+){0,5}?
    ,?\s+(?:by|of))?
    (?:\s+(?P<way>from|to))?\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_FELL = compiled(r"\b(?:declin|decreas|dip|down|drop|eas|fall|fell|lose|losing|loss|lost|plung|sank|shed|slid|slip|slump|tumbl)")
_BEFORE = {"old": "from", "new": "to", "rate": None}
_OF = compiled(rf"\bof{THE}$", re.IGNORECASE)
_HUNDRED = Decimal(100)
_REACH = 60
_WIDEST = 200


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


def _shape_of(text: str, three: _Three) -> Shape | None:
    return next((shape for shape in SHAPES if _fits(text, shape, three) and _alike(shape, three)), None)


def _fits(text: str, shape: Shape, three: _Three) -> bool:
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


def _are_points(shape: Shape, parts: Mapping[str, Quantity]) -> bool:
    """Whether all three are rates, and one is how far the others are apart: "rose 2% to 6% from 4%"."""
    rate = parts["rate"]
    stepped = rate.unit in ("%", "percentage point") or (rate.kind == "count" and rate.noun == "point")
    return shape.kind == "change" and stepped and parts["new"].unit == parts["old"].unit == "%"


def _alike(shape: Shape, three: _Three) -> bool:
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


def _made(text: str, shape: Shape, three: _Three, sentences: Sequence[int]) -> Proportion:
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
