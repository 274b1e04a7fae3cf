"""Times that count from a day which the draft does not give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from newslint.document import Document
from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Block, DateMention, Quote
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span
from newslint.words import listed

_NOWADAYS = compiled(r"\b(?:still|even|of|until)\b[^.;:]*$")
"""Before a "today" that means these times: "is still felt today", "the schools of today"."""


@dataclass(frozen=True)
class UnanchoredTime(Check):
    """The first relative time of a draft that carries no date, with the others as evidence.

    Two weekdays, or a weekday and a "today", are the case ``days``: without a date nobody can put them in order. A
    "yesterday" or "tonight" by itself is ``day``. A single weekday, "last year" or "in June" is ``one``, several of them
    ``many``: any date line would settle those.

    Quotations are left out. A publication date, a dateline with a date in it or a full date
    earlier in the text anchors what follows; a year anchors a month. ``require`` says which of the first two a
    desk asks for; ``shown`` is how many of the others the message tells of.
    """

    name: ClassVar[str] = "unanchored-time"
    needs: ClassVar[tuple[type, ...]] = (DateMention, Block, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "day": frozenset(),
        "days": frozenset({"others"}),
        "one": frozenset(),
        "many": frozenset({"others"}),
    }

    require: Literal["date", "dateline", "either"] = "either"
    shown: int = 3

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        if (draft.published and self.require != "dateline") or (self.require != "date" and self._dated(draft)):
            return
        own = draft.own_words
        loose = [mention for mention in self._loose(draft) if not mention.span.of(own).isspace()]
        if not loose:
            return
        days = _unordered(loose, draft.text)
        first, others = (days or loose)[0], (days or loose)[1:]
        case = ("days" if others else "day") if days else "many" if others else "one"
        slots = {"others": self._listed(draft, others)} if others else {}
        rest = [mention for mention in loose if mention is not first]
        evidence = tuple(Evidence(None, mention.span) for mention in rest)
        yield Match(first.span, slots, case, evidence=evidence, reach=(Span(0, 0),))  # what is said of the whole draft

    def _dated(self, draft: Document) -> bool:
        datelines = [block.span for block in draft.all(Block) if block.kind == "dateline"]
        return any(
            line.covers(mention.span) and mention.grain in ("day", "time")
            for line in datelines
            for mention in draft.all(DateMention)
        )

    def _loose(self, draft: Document) -> Iterator[DateMention]:
        year_told = False
        for mention in draft.all(DateMention):
            if mention.fault or mention.type not in ("DATE", "TIME") or mention.value.startswith("T"):
                continue
            if not mention.relative:
                if mention.grain in ("day", "time") and mention.anchored:
                    return
                year_told = year_told or mention.anchored
            elif (not mention.anchored or self.require == "dateline") and not (year_told and mention.month):
                yield mention

    def _listed(self, draft: Document, others: Sequence[DateMention]) -> str:
        named = [
            f"“{' '.join(mention.span.of(draft.text).split())}” on line {draft.position(mention.start)[0]}" for mention in others
        ]
        if len(named) > self.shown:
            named[self.shown - 1 :] = [f"{len(named) - self.shown + 1} more"]
        return listed(named)


def _unordered(loose: Sequence[DateMention], text: str) -> list[DateMention]:
    """The days that only the day of writing could put in order: different weekdays, "yesterday" and its like."""
    by_name = {
        mention.weekday if mention.weekday is not None else _deictic(mention, text): mention for mention in reversed(loose)
    }
    by_name.pop("", None)
    if len(by_name) < 2 and not {"yesterday", "tonight"}.intersection(map(str, by_name)):
        return []  # a lone "today" may be these days
    return sorted(by_name.values(), key=lambda mention: mention.start)


def _deictic(mention: DateMention, text: str) -> str:
    """The word itself where it is "yesterday", "today", "tonight" or "tomorrow", with or without a part of the day."""
    words = mention.span.of(text).lower().split()
    if words == ["today"] and _NOWADAYS.search(text, max(0, mention.start - 40), mention.start):
        return ""
    return words[0] if words and words[0] in ("yesterday", "today", "tonight", "tomorrow") else ""
