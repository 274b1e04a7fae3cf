"""The same words quoted twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.finding import Evidence
from newslint.kept.regexes import compiled
from newslint.mentions import Block, Quote
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Cover, one_line
from newslint.words import folded

_WORD = compiled(r"[^\W_][\w'’-]*")


@dataclass(frozen=True)
class QuoteRepeated(Check):
    """Words that stand in quotation marks before, in the body of the same draft.

    ``sentence`` is a repeated quotation of ``long`` words or more, which is mostly one that was moved and left behind.
    Titles, and words in capitals that are names, may come again.
    """

    name: ClassVar[str] = "quote-repeated"
    needs: ClassVar[tuple[type, ...]] = (Block, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"words"}), "sentence": frozenset({"words"})}

    long: int = 6

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.text
        body = Cover(block.span for block in ctx.draft.all(Block) if block.kind in ("paragraph", "list-item"))
        aired: dict[str, list[Quote]] = {}
        for quote in ctx.draft.all(Quote):
            words = _WORD.findall(quote.span.of(text))
            if (
                quote.kind != "title"
                and words
                and not (quote.kind == "scrap" and words[0][0].isupper())
                and body.touches(quote.outer)
            ):
                aired.setdefault(folded(quote.span.of(text)), []).append(quote)
        for first, *again in aired.values():
            if again:
                count = len(_WORD.findall(first.span.of(text)))
                case = "sentence" if count >= self.long else "default"
                others = tuple(Evidence(None, one.outer, "and here") for one in again[1:])
                slots = {"words": one_line(first.span.of(text), 60)}
                yield Match(again[0].outer, slots, case=case, evidence=(Evidence(None, first.outer, "first here"), *others))
