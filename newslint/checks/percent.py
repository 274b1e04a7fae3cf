"""Percentages that do not fit the figures beside them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, NamedTuple

from newslint.document import Document
from newslint.mentions import Quantity, Quote, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line

_WORDS = r"(?:\s+[\w'’-]+)"
_THE = (
    r"(?:\s+(?:the|its|an?|his|her|their|all|those))?(?:\s+(?:total|estimated|original|full|overall|entire|planned|reported))?\s*"
)
_OR = (
    r"(?:,?\s+or|,?\s+(?:which|that)\s+is|,?\s+(?:equal|equivalent|amounting)\s+to|,?\s+worth|\s*\(|\s+[–—-]|\s*—"
    r"|[.;]\s+(?:That|This|It)\s+(?:is|was|equals|represents|amounts\s+to))\s*"
)
_STEP = r"(?:rise|increase|jump|gain|growth|leap|surge|fall|drop|decline|decrease|cut|reduction|dip|slump)"
_ENDS = (
    r"(?:\s+(?!(?:of|to|from|more|less|fewer|higher|lower|above|below|an?|per|each|every|than|on|in|for)\b)[\w'’-]+){0,3}?"
    r"\s*(?:[.,;:)\]!?–—]|$)"
)
_ROSE = re.compile(
    r"""\b(?:climb(?:ed|s|ing)?|declin(?:ed?|es|ing)|decreas(?:ed?|es|ing)|drop(?:ped|s|ping)?|fall(?:en|s|ing)?|fell|grow(?:n|s|ing)?|grew
    |increas(?:ed?|es|ing)|jump(?:ed|s|ing)?|plung(?:ed?|es|ing)|ris(?:en?|es|ing)|rose|sank|shr[aiu]nk|slid|slip(?:ped|s)?
    |slump(?:ed|s)?|soar(?:ed|s)?|surg(?:ed?|es)|tumbl(?:ed?|es)|up|down|cut|rais(?:ed?|es|ing)|reduc(?:ed?|es|ing))
    (?:\s+(?:by|of|sharply|steadily|slightly))?(?:\s+(?P<way>from|to))?\s*$""",
    re.VERBOSE,
)
_FELL = re.compile(
    r"\b(?:declin|decreas|dip|down|drop|eas|fall|fell|lose|losing|loss|lost|plung|sank|shed|slid|slip|slump|tumbl)"
)
_BEFORE = {"old": "from", "new": "to", "rate": None}
_REACH = 40
_WIDEST = 160
# What business copy puts between the figures: "$30m (£19m), or 40 cents a share, from $25m".
_ASIDE = re.compile(r"\s?\([^()]{0,60}\)|,?\sor\s[^,;()]{0,40}?\s(?:a|per)\sshare\b,?")
ZERO, ONE, HUNDRED = Decimal(0), Decimal(1), Decimal(100)


class _Shape(NamedTuple):
    """Three quantities in a row: what each of them is, and the words between and behind them."""

    roles: tuple[str, str, str]
    gaps: tuple[re.Pattern[str], re.Pattern[str]]
    behind: re.Pattern[str]


def _shape(roles: str, first: str, second: str, behind: str = "") -> _Shape:
    a, b, c = roles.split()
    return _Shape((a, b, c), (re.compile(first), re.compile(second)), re.compile(behind))


_SHAPES = (
    _shape("rate base part", rf"\s+(?:of|on){_THE}", rf"{_WORDS}{{0,4}}?{_OR}", _ENDS),
    _shape("rate base part", rf"\s+(?:of|on){_THE}", rf"{_WORDS}{{0,4}}?,\s*", _ENDS),
    _shape("part base rate", rf"{_WORDS}{{0,3}}?\s+(?:out\s+)?of{_THE}", rf"{_WORDS}{{0,5}}?{_OR}", _ENDS),
    _shape("rate part base", rf"(?:\s+of{_WORDS}{{1,3}}?)?{_OR}", rf"{_WORDS}{{0,3}}?\s+(?:out\s+)?of{_THE}", _ENDS),
    _shape("rate new old", r"\s+to\s*", rf"{_WORDS}{{0,3}}?,?\s+from\s*"),
    _shape("rate old new", r"\s+from\s*", rf"{_WORDS}{{0,3}}?,?\s+to\s*"),
    _shape("new old rate", rf"{_WORDS}{{0,3}}?,?\s+from\s*", rf"{_WORDS}{{0,3}}?{_OR}", _ENDS),
    _shape("old new rate", rf"{_WORDS}{{0,3}}?\s+to\s*", rf"{_WORDS}{{0,3}}?{_OR}", _ENDS),
    _shape("old new rate", rf"{_WORDS}{{0,3}}?\s+to\s*", rf"{_WORDS}{{0,3}}?,?\s+an?\s*", rf"\s+{_STEP}\b"),
    _shape("old new rate", rf"{_WORDS}{{0,3}}?\s+to\s*", rf"{_WORDS}{{0,3}}?,\s+(?:up|down|an?\s+{_STEP}\s+of)\s*", _ENDS),
    _shape("rate step new", r",?\s+or\s*", rf"{_WORDS}{{0,1}}?,?\s+to\s*"),
    _shape("step rate new", rf"{_WORDS}{{0,1}}?,?\s+or\s*", r",?\s+to\s*"),
)
_COMMA = _SHAPES[1]


@dataclass(frozen=True)
class Percent(Check):
    """A percentage, the whole and the part, or the two ends of a change, must fit one another.

    The rounding of all figures is allowed for, and one unit more or less in the last digit of the one
    judged, as many writers cut off rather than round. ``window_sentences`` is how many
    sentences the three may span.
    """

    name: ClassVar[str] = "percent"
    needs: ClassVar[tuple[type, ...]] = (Quantity, Quote, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"sum", "right", "stated"})}

    window_sentences: int = 1

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        found = draft.all(Quantity)
        asides = [aside.span() for aside in _ASIDE.finditer(draft.body)]
        outside = [quantity for quantity in found if not _within(quantity.start, asides)]
        starts = [sentence.start for sentence in draft.all(Sentence)]
        for three in dict.fromkeys([*_threes(found), *_threes(outside)]):
            if not any(_is_rate(quantity) for quantity in three):
                continue
            reach = bisect_right(starts, three[2].start) - bisect_right(starts, three[0].start)
            if reach < self.window_sentences:
                yield from _judged(draft, three)


def _threes(row: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity, Quantity]]:
    return zip(row, row[1:], row[2:], strict=False)


def _within(place: int, asides: list[tuple[int, int]]) -> bool:
    nearest = bisect_right(asides, (place, place)) - 1
    return nearest >= 0 and place < asides[nearest][1]


def _judged(draft: Document, three: tuple[Quantity, Quantity, Quantity]) -> Iterator[Match]:
    for shape in _SHAPES:
        parts = dict(zip(shape.roles, three, strict=True))
        if not _fits(draft.body, shape, three) or not _alike(shape, parts):
            continue
        stated = parts["part"] if shape.roles == ("rate", "base", "part") else parts["rate"]
        bounds = _expected(shape, parts)
        if bounds and _apart(bounds, stated) and not any(draft.quoted(quantity.span) for quantity in three):
            yield Match(stated.span, _slots(draft.body, shape, parts, stated), confidence="medium" if shape is _COMMA else "high")
        return


def _is_rate(quantity: Quantity) -> bool:
    return quantity.unit == "%" or (quantity.kind == "ratio" and quantity.unit is None)


def _fits(text: str, shape: _Shape, three: tuple[Quantity, Quantity, Quantity]) -> bool:
    """Whether the words between and behind are those of the shape."""
    for gap, one, other in zip(shape.gaps, three, three[1:], strict=False):
        if other.start - one.end > _WIDEST or not gap.fullmatch(_ASIDE.sub("", text[one.end : other.start])):
            return False
    if not shape.behind.match(text, three[2].end):
        return False
    if "old" not in shape.roles:
        return True
    rose = _ROSE.search(text[max(0, three[0].start - _REACH) : three[0].start])
    return rose is not None and rose["way"] == _BEFORE[shape.roles[0]]


def _alike(shape: _Shape, parts: Mapping[str, Quantity]) -> bool:
    """Whether one is a rate and the other two are single figures in one unit."""
    rate = parts["rate"]
    one, other = (quantity for role, quantity in parts.items() if role != "rate")
    single = all(len(quantity.value) == 1 and quantity.value[0] > 0 for quantity in parts.values())
    measured = all(quantity.kind in ("count", "money", "measure") for quantity in (one, other))
    if not (single and measured and one.unit == other.unit and _is_rate(rate)):
        return False
    if "new" in shape.roles:
        return rate.unit == "%"
    if shape is _COMMA:
        return parts["part"].noun in (None, parts["base"].noun)
    return parts["part"].value[0] <= parts["base"].value[0] or shape.roles[2] == "part"


def _expected(shape: _Shape, parts: Mapping[str, Quantity]) -> tuple[Decimal, Decimal] | None:
    """The least and the most that the other two figures allow for the one that is judged."""
    bounds = {role: _bounds(quantity) for role, quantity in parts.items()}
    if shape.roles == ("rate", "base", "part"):
        rate, base = bounds["rate"], bounds["base"]
        return rate and base and (rate[0] * base[0] / HUNDRED, rate[1] * base[1] / HUNDRED)
    over = bounds[next(role for role in ("part", "step", "new") if role in bounds)]
    under = bounds[next(role for role in ("base", "old", "new") if role in bounds)]
    if under is None or over is None or under[0] <= 0:
        return None
    if "step" in bounds:  # up or down: what it was is not said
        return over[0] / (under[1] + over[0]) * HUNDRED, over[1] / max(under[0] - over[1], ONE) * HUNDRED
    low, high = over[0] / under[1] * HUNDRED, over[1] / under[0] * HUNDRED
    if "base" in bounds:
        return low, high
    low, high = low - HUNDRED, high - HUNDRED
    return (ZERO, max(-low, high)) if low < 0 < high else (min(abs(low), abs(high)), max(abs(low), abs(high)))


def _bounds(quantity: Quantity) -> tuple[Decimal, Decimal] | None:
    if quantity.low is None or quantity.high is None:
        return None
    times = HUNDRED if quantity.kind == "ratio" else ONE
    return quantity.low * times, quantity.high * times


def _apart(expected: tuple[Decimal, Decimal], stated: Quantity) -> bool:
    times = HUNDRED if stated.kind == "ratio" else ONE
    slack = (stated.high - stated.low) / 2 if not stated.approximation and stated.high and stated.low else ZERO
    if stated.low is not None and expected[1] < (stated.low - slack) * times:
        return True
    return stated.high is not None and expected[0] > (stated.high + slack) * times


def _slots(text: str, shape: _Shape, parts: Mapping[str, Quantity], stated: Quantity) -> dict[str, object]:
    value = {role: quantity.value[0] * (HUNDRED if quantity.kind == "ratio" else 1) for role, quantity in parts.items()}
    words = {role: _core(text, quantity) for role, quantity in parts.items()}
    if shape.roles == ("rate", "base", "part"):
        right, total = value["rate"] * value["base"] / HUNDRED, f"{words['rate']} of {words['base']}"
    elif "step" in value:
        start = min(parts["step"].start, parts["rate"].start)
        fell = _FELL.search(text, max(0, start - _REACH), start) or value["step"] >= value["new"]
        old = value["new"] + value["step"] * (1 if fell else -1)
        right, total = value["step"] / old * HUNDRED, f"a change of {words['step']} to {words['new']}"
    elif "old" in value:
        right, total = abs(value["new"] / value["old"] - 1) * HUNDRED, f"from {words['old']} to {words['new']}"
    else:
        right, total = value["part"] / value["base"] * HUNDRED, f"{words['part']} of {words['base']}"
    if stated.kind == "ratio":
        return {"sum": total, "right": f"{_rounded(right, 0)}%", "stated": words["rate"]}
    figure = stated.figure.of(text)
    return {"sum": total, "right": _core(text, stated).replace(figure, _like(right, figure), 1), "stated": _core(text, stated)}


def _core(text: str, quantity: Quantity) -> str:
    """The words of a quantity without its approximators: sign, figure and unit."""
    before = re.search(r"[^\s(]*$", text[quantity.start : quantity.figure.start])
    words = (before[0] if before else "") + text[quantity.figure.start : quantity.end]
    return one_line(re.sub(r"(?:\s+or\s+(?:so|more|less|fewer|over|under)|-odd|-plus|\+)$", "", words))


def _like(value: Decimal, figure: str) -> str:
    """A number written as this figure is: "$2bn" asks for 211m, "2 billion" for 211 million."""
    for scale, short, long in ((Decimal(10**9), "bn", " billion"), (Decimal(10**6), "m", " million")):
        if value >= scale and re.search(r"\d\s?[a-z]+$|illion$", figure):
            return _rounded(value / scale, 3) + (long if "illion" in figure else short)
    places = len(figure.partition(".")[2]) if figure.replace(".", "").isdecimal() else 0
    return _rounded(value, places if value != value.to_integral_value() else 0)


def _rounded(value: Decimal, places: int) -> str:
    words = f"{value:,.{places}f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
