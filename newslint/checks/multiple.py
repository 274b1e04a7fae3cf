"""Multiples that do not fit the figures beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from newslint.kept.regexes import compiled
from newslint.mentions import Quantity, Quote
from newslint.reckonings import Multiple
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line

_ONE, _TEN = Decimal(1), Decimal(10)
_LESS = compiled(r"\s+times\s+(?P<word>less|fewer|lower|smaller|cheaper|slower|lighter|shorter|thinner|closer|younger)\b")
_MORE = compiled(r"\s+times\s+(?P<word>more|higher|bigger|larger|greater|faster|heavier|longer|older|taller)\s+than\b")


@dataclass(frozen=True)
class Multiples(Check):
    """Doubled, halved, fivefold, twice the: a multiple must fit the figures it leads from and to.

    ``tolerance`` is how far the two may miss it beyond their rounding. ``times_more`` is "note" where "three times
    more than" (four times as many, to some) and "three times less" are noted too.
    """

    name: ClassVar[str] = "multiple"
    needs: ClassVar[tuple[type, ...]] = (Multiple, Quantity, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"old", "new", "right", "words"}),
        "more": frozenset({"word", "number"}),
        "less": frozenset({"word", "number"}),
    }

    tolerance: Decimal = Decimal("0.1")
    times_more: Literal["note", "off"] = "note"

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft, text = ctx.draft, ctx.draft.body
        for found in draft.all(Multiple):
            if self._apart(found) and not draft.quoted(found.span):
                words = {"old": _core(text, found.old), "new": _core(text, found.new), "words": one_line(found.words.of(text))}
                yield Match(
                    found.words,
                    words | {"right": _times(_base(found.new, found.new.value[0]) / _base(found.old, found.old.value[0]))},
                )
        if self.times_more == "note":
            yield from _unclear(ctx)

    def _apart(self, found: Multiple) -> bool:
        old, new = found.old, found.new
        if not (old.low and old.high and new.low and new.high):
            return False
        least, most = _base(new, new.low) / _base(old, old.high), _base(new, new.high) / _base(old, old.low)
        return most < found.low * (_ONE - self.tolerance) or (
            found.high is not None and least > found.high * (_ONE + self.tolerance)
        )


def _unclear(ctx: RuleContext) -> Iterator[Match]:
    """Such as "three times less", "five times more than"."""
    text = ctx.draft.own_words
    for quantity in ctx.draft.all(Quantity):
        if quantity.noun != "time" or len(quantity.value) > 1:
            continue
        for case, pattern in (("less", _LESS), ("more", _MORE)):
            if found := pattern.match(text, quantity.figure.end):
                words = {"word": found["word"], "number": one_line(quantity.figure.of(text)).lower()}
                yield Match(quantity.span.through(type(quantity.span)(quantity.end, found.end("word"))), words, case)


def _base(quantity: Quantity, value: Decimal) -> Decimal:
    return quantity.scale.base(value) if quantity.scale else value


def _core(text: str, quantity: Quantity) -> str:
    """Sign, figure and unit without the approximator."""
    sign = re.search(r"[^\s(]*$", text[quantity.start : quantity.figure.start])
    return one_line((sign[0] if sign else "") + text[quantity.figure.start : quantity.end])


def _times(ratio: Decimal) -> str:
    """A ratio in words: "2.5 times as much", "60% of it"."""
    if ratio < _ONE:
        return f"{ratio * 100:.0f}% of it"
    return (f"{ratio:.1f}".rstrip("0").rstrip(".") if ratio < _TEN else f"{ratio:,.0f}") + " times as much"
