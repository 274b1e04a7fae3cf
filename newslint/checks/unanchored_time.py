"""Times that count from a day which the draft does not give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.finding import Evidence
from newslint.mentions import Block, DateMention, Quote
from newslint.rule import Check, Match, RuleContext


@dataclass(frozen=True)
class UnanchoredTime(Check):
    """The first relative time of a draft that carries no date, with the others as evidence.

    Quotations are left out. A publication date, a dateline with a date in it or a full date
    earlier in the text anchors what follows; a year anchors a month. ``shown`` is how many of
    the others the message tells of.
    """

    name: ClassVar[str] = "unanchored-time"
    needs: ClassVar[tuple[type, ...]] = (DateMention, Block, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "one": frozenset(),
        "many": frozenset({"others"}),
    }

    shown: int = 3

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        if draft.published or self._dated(ctx):
            return
        own = draft.own_words
        loose = [mention for mention in self._loose(ctx) if not mention.span.of(own).isspace()]
        if not loose:
            return
        first, *others = loose
        if not others:
            yield Match(first.span, case="one")
            return
        named = [
            f"“{' '.join(mention.span.of(draft.text).split())}” on line {draft.position(mention.start)[0]}" for mention in others
        ]
        if len(named) > self.shown:
            named[self.shown - 1 :] = [f"{len(named) - self.shown + 1} more"]
        said = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
        yield Match(first.span, {"others": said}, "many", evidence=tuple(Evidence(None, mention.span) for mention in others))

    def _dated(self, ctx: RuleContext) -> bool:
        datelines = [block.span for block in ctx.draft.all(Block) if block.kind == "dateline"]
        return any(
            line.covers(mention.span) and mention.grain in ("day", "time")
            for line in datelines
            for mention in ctx.draft.all(DateMention)
        )

    def _loose(self, ctx: RuleContext) -> Iterator[DateMention]:
        year_told = False
        for mention in ctx.draft.all(DateMention):
            if mention.fault or mention.type not in ("DATE", "TIME") or mention.value.startswith("T"):
                continue
            if not mention.relative:
                if mention.grain in ("day", "time") and mention.anchored:
                    return
                year_told = year_told or mention.anchored
            elif not mention.anchored and not (year_told and mention.month):
                yield mention
