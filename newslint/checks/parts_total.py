"""Parts that do not add up to their total."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import prod
from typing import ClassVar

from newslint.kept.regexes import compiled
from newslint.mentions import Quantity, Quote
from newslint.reckonings import Breakdown, Listing, Part, Sum
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Cover, one_line
from newslint.words import lemma

ZERO, HUNDRED = Decimal(0), Decimal(100)
_DEVIATIONS = Decimal("2.5")
_PENCE = Decimal("0.02")
_WORD = compiled(r"[\w-]+")


@dataclass(frozen=True)
class Partition:
    """A whole and its kinds, no two of which overlap: people are men, women or children.

    ``of`` are names of the whole, ``parts`` the kinds, each with its other names after a bar.
    With ``every``, a sum that falls short counts only where all the kinds are named.
    """

    of: frozenset[str]
    parts: tuple[str, ...]
    every: bool = False

    def kind(self, names: Iterable[str]) -> str | None:
        """The kind that the first of these names to stand for one stands for."""
        named = (part for name in names for part in self.parts if {lemma(name), name.lower()} & set(part.split("|")))
        return next(named, None)

    def among(self, listing: Listing) -> list[Part]:
        """The parts at the head of a list that are kinds of this whole."""
        found: list[Part] = []
        for readings in listing.parts:
            part = next((part for part in readings if self.kind(part.names)), None)
            found += [part] if part else []
            if part is not readings[-1]:
                break
        return found

    def whole(self, text: str, parts: list[Part]) -> bool:
        """Whether nothing behind these parts can be one more."""
        behind = parts[-1].behind
        if behind is None or (self.every and len(parts) < len(self.parts)):
            return False
        return not self.kind(_WORD.findall(behind.of(text)))


@dataclass(frozen=True)
class PartsTotal(Check):
    """Parts listed behind a total must add up to it, or, after "including", not exceed it.

    So must figures in a row with a total that the words make of them ("a total of £5m", "bringing the toll to 12 from
    nine", "20 people at $5 each"); shares of one whole must not exceed it.
    ``pairs`` are the wholes that are known, with their kinds. ``tolerance`` is how far the sum may be off beyond the
    rounding that the figures allow.
    """

    name: ClassVar[str] = "parts-total"
    needs: ClassVar[tuple[type, ...]] = (Breakdown, Quote, Sum)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"sum", "total"}),
        "over": frozenset({"sum", "total"}),
        "shares": frozenset({"sum"}),
    }

    pairs: tuple[Partition, ...] = ()
    tolerance: Decimal = ZERO

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        broken = list(self._broken_down(ctx))
        yield from broken
        told = Cover(match.span for match in broken)
        for found in ctx.draft.all(Sum):
            if self._off(found) and not ctx.draft.quoted(found.span) and not told.touches(found.span):
                yield _summed(ctx.draft.body, found)

    def _broken_down(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.body
        for found in ctx.draft.all(Breakdown):
            for pair in self.pairs:
                if found.total.noun is not None and found.total.noun not in pair.of:
                    continue
                link, parts = next(((each.link, parts) for each in found.lists if (parts := pair.among(each))), ("all", []))
                span = found.name.through(parts[-1].span) if parts else found.name
                if self._amiss(text, pair, found, link, parts) and not ctx.draft.quoted(span):
                    slots = {"sum": _sum(text, parts), "total": _small(found.name.of(text))}
                    yield Match(span, slots, "over" if link == "some" else "default")

    def _off(self, found: Sum) -> bool:
        """Whether no rounding of these figures makes their sum or product right."""
        if found.kind == "rest" and _same_step([*found.parts, found.total]):
            return sum(one.value[0] for one in found.parts) != found.total.value[0]
        ends = [_ends(one, exact=found.kind == "each" and one.kind == "money") for one in found.parts]
        least, most = (_reckoned(found, list(side)) for side in zip(*ends, strict=True))
        low, high = _base(found.total, found.total.low), _base(found.total, found.total.high)
        if found.kind in ("all", "some", "rest") and (spare := _spare([*found.parts, found.total])):
            least, most = least and least + spare, most and most - spare
        if found.kind == "shares":
            return least is not None and least - self.tolerance > HUNDRED
        over = least is not None and high is not None and least - self.tolerance > high
        return over or (found.kind != "some" and most is not None and low is not None and most + self.tolerance < low)

    def _amiss(self, text: str, pair: Partition, found: Breakdown, link: str, parts: list[Part]) -> bool:
        total = found.total
        if not parts or len({pair.kind(part.names) for part in parts}) < len(parts) or (total.noun is None and link != "some"):
            return False
        over = total.high is not None and sum(part.low for part in parts) - self.tolerance > total.high
        if link == "some":
            return over
        if len(parts) < 2 or (link == "comma" and parts[-1].fate):
            return False
        most = [part.high for part in parts if part.high is not None]
        short = len(most) == len(parts) and total.low is not None and sum(most) + self.tolerance < total.low
        return over or (short and pair.whole(text, parts))


def _base(quantity: Quantity, end: Decimal | None) -> Decimal | None:
    """What a figure comes to in the base of its unit, cents in dollars; a percentage stays one."""
    return quantity.scale.base(end) if quantity.scale and end is not None and quantity.unit != "%" else end


def _ends(quantity: Quantity, *, exact: bool) -> tuple[Decimal | None, Decimal | None]:
    """What a figure may come to; an ``exact`` price leaves out its pence at most."""
    if exact and not quantity.approximation:
        value = _base(quantity, quantity.value[0]) or ZERO
        return value * (1 - _PENCE), value * (1 + _PENCE)
    return _base(quantity, quantity.low), _base(quantity, quantity.high)


def _same_step(figures: list[Quantity]) -> bool:
    """Whether all are given to the same digit, and as they are."""
    steps = {(one.high or ZERO) - (one.low or ZERO) for one in figures}
    return len(steps) == 1 and not any(one.approximation for one in figures)


def _spare(figures: list[Quantity]) -> Decimal:
    """By how much roundings that go one way each are more than roundings are likely to come to together.

    A rounding is as likely to be anything within half a step: of several together two and a half standard deviations are granted.
    """
    if any(one.approximation or one.low is None or one.high is None for one in figures):
        return ZERO
    halves = [((_base(one, one.high) or ZERO) - (_base(one, one.low) or ZERO)) / 2 for one in figures]
    likely = _DEVIATIONS * (sum((half * half for half in halves), ZERO) / 3).sqrt()
    return max(ZERO, sum(halves, ZERO) - likely)


def _reckoned(found: Sum, values: list[Decimal | None]) -> Decimal | None:
    """The sum or product of these values; None where one is open."""
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    return prod(known, start=Decimal(1)) if found.kind == "each" else sum(known, ZERO)


def _summed(text: str, found: Sum) -> Match:
    """The finding for figures that do not come to their total."""
    right = _reckoned(found, [_base(one, one.value[0]) for one in found.parts]) or ZERO
    words = (" × " if found.kind == "each" else " + ").join(one_line(one.span.of(text)) for one in found.parts)
    total = found.total.span.through(found.total.noun_span or found.total.span)
    slots = {"sum": f"{words} = {_written(text, right, found.total)}", "total": _small(total.of(text))}
    return Match(found.span, slots, {"shares": "shares", "some": "over"}.get(found.kind, "default"))


def _written(text: str, value: Decimal, like: Quantity) -> str:
    """A value in the unit of a figure, written as that is: "£5m", "0.9 tonnes"."""
    figure = re.match(r"[\d,.]+", like.figure.of(text))
    unit = _base(like, Decimal(1)) or Decimal(1)
    if not figure or like.kind == "count":
        return f"{value / unit:,f}" + ("%" if like.unit == "%" else "")
    scale = like.value[0] / Decimal(figure[0].replace(",", "").rstrip(".") or 1)
    return one_line(like.span.of(text)).replace(figure[0], f"{(value / unit / scale).normalize():,f}", 1)


def _sum(text: str, parts: list[Part]) -> str:
    """The addition in the draft's own words: "eight men + three women = 11"."""
    words = " + ".join(one_line(part.span.of(text)) for part in parts)
    return f"{words} = {sum(part.value for part in parts):,f}" if len(parts) > 1 else words


def _small(words: str) -> str:
    """With a small letter, unless the first word is a name or figure."""
    words = one_line(words)
    return words[0].lower() + words[1:] if words[:1].isalpha() else words
