"""Rates in words beside the same rate in per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar

from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Quantity, Quote
from newslint.rewording import capitalised
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line

_HUNDRED = Decimal(100)
_WORD = r"(?:\s+(?!(?:and|but|while|with|said|says?|that|who|which|were|was|are|is|have|had|has|voted)\b)[\w'’&-]+)"
_OR = compiled(
    rf"{_WORD}{{0,8}}?(?:,?\s+or(?:\s+(?:about|around|roughly|some))?\s+|\s*\(|,?\s+(?:that|which)\s+is,?\s+"
    r"|,?\s+(?:equal|equivalent)\s+to\s+|\s+[–—-]\s+|\s?—\s?)"
)
_BARE = compiled(rf"{_WORD}{{0,4}}?,\s+")
_CLOSED = compiled(r",\s+(?!(?:and|or)\b)[a-z]")
"""Behind a figure between two commas: "one in six adults, 27%, said"."""
_ENDS = compiled(r"(?:\s+of\s+(?:them|all|the\s+(?:total|whole))(?:\s+[\w'’-]+)?)?\s*(?:[),.;:—]|\s[–-]\s|$)")
_ENDS_OF = compiled(r"\s+of\s+(?:all\s+|the\s+|its\s+|their\s+)?[\w'’-]+(?:\s+[\w'’-]+)?\s*(?:[),.;:—]|\s[–-]\s|$)")
_OF_THEM = compiled(r"\s+of\s+(?:them|these|those)\b")
_IN_A_ROW = compiled(r"\s(?:in|out\s+of)\s", re.IGNORECASE)


@dataclass(frozen=True)
class Rates(Check):
    """One in 50 is 2%, and not 5%: a rate in words and the percentage it is put in must be the same.

    Each may be rounded: "one in five" is anything nearer to it than to one in four or one in six, "a third"
    a tenth more or less; ``slack`` is what is allowed beyond that, in percentage points. "Nearly half" and its like are left to
    the rule about words against numbers.
    """

    name: ClassVar[str] = "rate"
    needs: ClassVar[tuple[type, ...]] = (Quantity, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"rate", "right", "stated"})}

    slack: Decimal = Decimal(1)

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft, text = ctx.draft, ctx.draft.body
        for one, other in pairwise(draft.all(Quantity)):
            rate, percent = (one, other) if one.kind == "ratio" else (other, one)
            if not (_is_rate(text, rate) and percent.unit == "%" and len(percent.value) == 1):
                continue
            tied = _tied(text, one, other)
            if tied and self._apart(text, rate, percent) and not draft.quoted(one.span.through(other.span)):
                slots = {
                    "rate": capitalised(one_line(rate.figure.of(text))),
                    "right": _right(rate),
                    "stated": one_line(text[percent.figure.start : percent.end]),
                }
                yield Match(percent.span, slots, evidence=(Evidence(None, rate.span),))

    def _apart(self, text: str, rate: Quantity, percent: Quantity) -> bool:
        low, high = (end and end * _HUNDRED for end in (rate.low, rate.high))
        if _IN_A_ROW.search(rate.span.of(text)) and rate.value[0] < 1 and not rate.approximation:
            low, high = _between(rate.value[0])
        over = high is not None and percent.low is not None and percent.low > high + min(self.slack, high / 4)
        return over or (low is not None and percent.high is not None and percent.high < low - min(self.slack, low / 4))


def _is_rate(text: str, quantity: Quantity) -> bool:
    if quantity.kind != "ratio" or quantity.unit is not None or len(quantity.value) != 1:
        return False
    return not quantity.approximation or _IN_A_ROW.search(quantity.span.of(text)) is not None


def _tied(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether the second says the first again."""
    if _OF_THEM.match(text, one.end):  # half of them, or 30% of all
        return False
    if gap := _OR.fullmatch(text, one.end, other.start):
        named = re.search(r"\w", gap[0].replace("or ", "", 1)) is not None
        return _ENDS.match(text, other.end) is not None or (not named and _ENDS_OF.match(text, other.end) is not None)
    return _BARE.fullmatch(text, one.end, other.start) is not None and _CLOSED.match(text, other.end) is not None


def _between(rate: Decimal) -> tuple[Decimal, Decimal]:
    """The percentages nearer to one in N than to one in N and one more or less; of others a tenth either way."""
    many = 1 / rate
    if abs(many - round(many)) > Decimal("0.001"):
        return rate * _HUNDRED * Decimal("0.9"), rate * _HUNDRED * Decimal("1.1")
    half = Decimal("0.5")
    return _HUNDRED / (many + half), _HUNDRED / (many - half)


def _right(rate: Quantity) -> str:
    """Of one in eight 12.5%, of one in seven 14%."""
    percent = rate.value[0] * _HUNDRED
    tenths = percent.quantize(Decimal("0.1"))
    if percent < 10 and percent != tenths:
        return f"{percent:.2g}%"
    return f"{tenths if percent == tenths else round(percent)}".removesuffix(".0") + "%"
