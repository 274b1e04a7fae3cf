"""Quotation marks that wink."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, Quote, Sentence
from newslint.rule import Check, Match, RuleContext

_SMALL = compiled(r"[a-z][a-z’'-]*(?: [a-z][a-z’'-]*)*")
_EXPLAINED = compiled(r"\s?(?:[(–—]|-\s|index\b|voters?\b|prop\b|or\s|is\san?\b|means\b|[,;]\s(?:or|which|meaning|that\sis)\b)")
"""What follows a term that the copy goes on to explain."""

_OTHERS = compiled(r"\b(?:according to|told|said|says|wrote|asked)\b|:\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class ScareQuotes(Check):
    """At most ``words`` words in quotation marks, in a sentence where nobody speaks.

    Left alone: a term that the copy explains; a word with one of ``naming`` ("called") within five words
    before it, which names or mentions it; titles, which have capitals or figures; any in a paragraph where
    somebody is quoted or said to have said something.
    """

    name: ClassVar[str] = "scare-quotes"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Quote, Sentence)

    naming: frozenset[str]
    words: int = 2

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text, sentences = ctx.draft.body, ctx.draft.all(Sentence)
        told = [one.cue.start for one in ctx.draft.all(Attribution)]
        told += [quote.start for quote in ctx.draft.all(Quote) if quote.kind != "scrap"]
        told.sort()
        for quote in ctx.draft.all(Quote):
            inside = quote.span.of(text)
            if quote.kind != "scrap" or quote.speaker or not _SMALL.fullmatch(inside) or len(inside.split()) > self.words:
                continue
            here = sentences[max(0, bisect_right(sentences, quote.start, key=lambda one: one.start) - 1)]
            block = here.block.span
            if _EXPLAINED.match(text, quote.outer.end) or text.startswith("''", quote.outer.start):
                continue
            silent = bisect_right(told, block.end) == bisect_right(told, block.start)
            if silent and not self._named(text, quote.outer.start) and not _OTHERS.search(text, block.start, block.end):
                yield Match(quote.outer)

    def _named(self, text: str, at: int) -> bool:
        before = re.findall(r"[\w-]+", text[max(0, at - 60) : at].lower())[-5:]
        return not self.naming.isdisjoint(before)
