"""Percentages that do not fit the figures beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import ClassVar

from newslint.kept.regexes import compiled
from newslint.mentions import Quantity, Quote
from newslint.reckonings import Proportion, ProportionKind
from newslint.rewording import capitalised
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line

HUNDRED = Decimal(100)
_SUMS = {"amount": "{0} of {1}", "share": "{0} of {1}", "change": "from {1} to {0}", "step": "a change of {0} to {1}"}
_SCALES = ((Decimal(10**9), "bn", " billion"), (Decimal(10**6), "m", " million"))
_APPROXIMATOR = compiled(r"(?:\s+or\s+(?:so|more|less|fewer|over|under)|-odd|-plus|\+)$")


@dataclass(frozen=True)
class Percent(Check):
    """A percentage, the whole and the part, or the two ends of a change, must fit one another.

    The rounding of all figures is allowed for, and one unit more or less in the last digit of the one
    judged, as many writers cut off rather than round. ``window_sentences`` is how many
    sentences the three may span.
    """

    name: ClassVar[str] = "percent"
    needs: ClassVar[tuple[type, ...]] = (Proportion, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"sum", "right", "stated"})}

    window_sentences: int = 1

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        for found in draft.all(Proportion):
            quoted = any(draft.quoted(quantity.span) for quantity in (*found.given, found.stated))
            if found.kind != "points" and found.sentences <= self.window_sentences and not quoted and _apart(found):
                yield Match(found.stated.span, _slots(draft.body, found), confidence="high" if found.tied else "medium")


def _apart(found: Proportion) -> bool:
    """Whether the stated figure is none that the other two, rounded as they are, allow."""
    (one, other), stated = found.given, found.stated
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return False
    if other.low <= 0 and found.kind != "amount":
        return False
    pairs = product((one.low, one.high), (other.low, other.high))
    allowed = [outcome for pair in pairs for outcome in _outcomes(found.kind, *pair)]
    if found.kind == "change" and min(allowed) < 0:  # words tell up from down
        allowed = [abs(outcome) for outcome in allowed] + [Decimal(0)] * (max(allowed) > 0)
    slack = (stated.high - stated.low) / 2 if stated.high and stated.low and not stated.approximation else 0
    under = stated.high is not None and stated.high + slack < min(allowed)
    return under or (stated.low is not None and stated.low - slack > max(allowed))


def _outcomes(kind: ProportionKind, one: Decimal, other: Decimal) -> tuple[Decimal, ...]:
    """What follows from two figures; of a step, if it led down and if it led up."""
    if kind == "amount":
        return (one * other / HUNDRED,)
    if kind == "step":
        return one / (other + one) * HUNDRED, one / (other - one) * HUNDRED if other > one else Decimal("Infinity")
    return (one / other * HUNDRED - (HUNDRED if kind == "change" else 0),)


def _slots(text: str, found: Proportion) -> dict[str, object]:
    one, other = found.given
    outcomes = _outcomes(found.kind, one.value[0], other.value[0])
    right = abs(outcomes[0] if found.fell or outcomes[-1].is_infinite() else outcomes[-1])
    total, stated = capitalised(_SUMS[found.kind].format(_core(text, one), _core(text, other))), _core(text, found.stated)
    if found.stated.kind == "ratio":
        return {"sum": total, "right": f"{_rounded(right, 0)}%", "stated": stated}
    figure = found.stated.figure.of(text)
    return {"sum": total, "right": stated.replace(figure, _like(right, figure), 1), "stated": stated}


def _core(text: str, quantity: Quantity) -> str:
    """The words of a quantity without its approximators: sign, figure and unit."""
    sign = re.search(r"[^\s(]*$", text[quantity.start : quantity.figure.start])
    words = (sign[0] if sign else "") + text[quantity.figure.start : quantity.end]
    return one_line(_APPROXIMATOR.sub("", words))


def _like(value: Decimal, figure: str) -> str:
    """A number written as this figure is: "$2bn" asks for 211m, "2 billion" for 211 million."""
    for scale, short, long in _SCALES:
        if value >= scale and re.search(r"\d\s?[a-z]+$|illion$", figure):
            return _rounded(value / scale, 3) + (long if "illion" in figure else short)
    places = len(figure.partition(".")[2]) if figure.replace(".", "").isdecimal() else 0
    return _rounded(value, places if value != value.to_integral_value() else 0)


def _rounded(value: Decimal, places: int) -> str:
    words = f"{value:,.{places}f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
