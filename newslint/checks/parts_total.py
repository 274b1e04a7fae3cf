"""Parts that do not add up to their total."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from newslint.mentions import Quote
from newslint.reckonings import Breakdown, Listing, Part
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line
from newslint.words import lemma

ZERO = Decimal(0)
_WORD = re.compile(r"[\w-]+")


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

    ``tolerance`` is how far the sum may be off beyond the rounding that the figures allow.
    """

    name: ClassVar[str] = "parts-total"
    needs: ClassVar[tuple[type, ...]] = (Breakdown, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"sum", "total"}), "over": frozenset({"sum", "total"})}

    pairs: tuple[Partition, ...] = ()
    tolerance: Decimal = ZERO

    def find(self, ctx: RuleContext) -> Iterator[Match]:
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


def _sum(text: str, parts: list[Part]) -> str:
    """The addition in the draft's own words: "eight men + three women = 11"."""
    words = " + ".join(one_line(part.span.of(text)) for part in parts)
    return f"{words} = {sum(part.value for part in parts):,f}" if len(parts) > 1 else words


def _small(words: str) -> str:
    """With a small letter, unless the first word is a name or figure."""
    words = one_line(words)
    return words[0].lower() + words[1:] if words[:1].isalpha() else words
