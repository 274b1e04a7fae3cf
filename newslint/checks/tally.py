"""Votes and scores that do not fit the lead, the members or the games beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from newslint.finding import Evidence
from newslint.mentions import Quote
from newslint.reckonings import Tally
from newslint.rewording import capitalised
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line


@dataclass(frozen=True)
class Tallies(Check):
    """The two sides of a vote or score, and what follows from them.

    Their difference is the lead, a body casts no more votes than it has members, a series that stands
    3-2 has seen five games, and nobody wins four of a best-of-five.
    """

    name: ClassVar[str] = "tally"
    needs: ClassVar[tuple[type, ...]] = (Tally, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"tally", "right", "stated"}),
        "members": frozenset({"tally", "right", "stated"}),
        "games": frozenset({"tally", "right", "stated"}),
        "best-of": frozenset({"tally", "right", "stated"}),
    }

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        for found in draft.all(Tally):
            if draft.quoted(found.span) or not _apart(found):
                continue
            words = {"tally": capitalised(one_line(found.tally.of(draft.text))), "stated": one_line(found.stated.of(draft.text))}
            case = "default" if found.kind == "margin" else found.kind
            evidence = (Evidence(None, found.tally),)
            yield Match(found.stated, words | {"right": f"{_right(found):,f}"}, case, evidence=evidence)


def _apart(found: Tally) -> bool:
    """Whether the figure is none that these sides allow."""
    (first_low, first_high), (other_low, other_high) = found.sides
    low, high = found.figure
    if found.kind == "margin":
        least, most = first_low - other_high, first_high - other_low
        if least <= 0 <= most:
            return high < 0
        least, most = sorted((abs(least), abs(most)))
        return high < least or low > most
    if found.kind == "members":
        return first_low + other_low > high or (found.every and first_high + other_high < low)
    if found.kind == "games":
        return first_low + other_low != low
    return max(first_low, other_low) > (low + 1) // 2


def _right(found: Tally) -> Decimal:
    """What follows from the sides as they stand."""
    one, other = ((low + high) / 2 for low, high in found.sides)
    if found.kind == "margin":
        return abs(one - other).normalize() + 0
    return max(one, other) if found.kind == "best-of" else one + other
