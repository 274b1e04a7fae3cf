"""Figures that no source has, or none in that place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from newslint.comparisons import QuantityMatch
from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import DateMention, Quantity
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Cover, one_line

_BEHIND = compiled(r"(?:\s[^\W\d_]+){0,2}")
"""The words that say what a figure is of whose noun was not read."""


@dataclass(frozen=True)
class NumberUnsupported(Check):
    """A figure of the draft with no counterpart in any source.

    Counts below ``ignore_below`` pass, since writers count what a source lists, and so do words
    such as "thousands", and "two weeks ago" where the day is known, which is looked up as a date. A
    figure that the sources have for something else alone has a case of its own; of a count up to
    ``few``, which any text has for something, it is a note.
    """

    name: ClassVar[str] = "number-unsupported"
    needs: ClassVar[tuple[type, ...]] = (QuantityMatch, DateMention)

    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset(),
        "elsewhere": frozenset({"other"}),
        "few": frozenset({"other"}),
    }

    ignore_below: Decimal = Decimal(5)
    few: Decimal = Decimal(12)

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        if any(source.kind in ("interview", "notes") for source in ctx.sources):
            return  # a reporter's own notes stand behind what no text holds
        days = Cover(date.span for date in ctx.draft.all(DateMention) if date.type == "DATE" and date.anchored)
        for match in ctx.dossier.all(QuantityMatch):
            if match.verdict == "differs" or days.touches(match.span) or self._passes(match.quantity, ctx):
                continue
            if match.verdict == "unsupported":
                yield Match(match.span)
            elif match.elsewhere:
                yield from self._elsewhere(match, ctx)

    def _elsewhere(self, match: QuantityMatch, ctx: RuleContext) -> Iterator[Match]:
        if match.other is None or match.source_span is None:
            return
        few = match.quantity.unit is None and max(match.quantity.value) <= self.few
        counted = match.other.noun_span
        if few and not (counted and match.quantity.noun not in (None, match.other.noun)):
            return
        text = next(source.doc.text for source in ctx.sources if source.id == match.source)
        end = match.source_span.end
        if counted:
            end = max(end, counted.end)
        elif words := _BEHIND.match(text, end):
            end = words.end()
        other = one_line(text[match.source_span.start : end])
        evidence = (Evidence(match.source, match.source_span),)
        yield Match(match.span, {"other": other}, "few" if few else "elsewhere", "medium", evidence, grounds=match.grounds)

    def _passes(self, quantity: Quantity, ctx: RuleContext) -> bool:
        vague = (
            quantity.figure.of(ctx.draft.text)
            .lower()
            .endswith(("dozens", "scores", "hundreds", "thousands", "millions", "billions"))
        )
        return vague or (quantity.unit is None and quantity.kind != "score" and max(quantity.value) < self.ignore_below)
