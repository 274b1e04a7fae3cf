"""Sentences that a reader loses the thread of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newslint.mentions import Quote, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span


@dataclass(frozen=True)
class LongSentence(Check):
    """A sentence with more than ``limit`` words of the writer's own; those of a quotation are not counted.

    A list of things parted by semicolons is no long sentence.
    """

    limit: int = 45

    name: ClassVar[str] = "long-sentence"
    needs: ClassVar[tuple[type, ...]] = (Sentence, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset({"words", "limit"})}

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        own = ctx.draft.own_words
        for sentence in ctx.draft.all(Sentence):
            if sentence.block.kind not in ("paragraph", "standfirst"):
                continue
            words = sentence.span.of(own)
            count = max(len(part.split()) for part in words.split(";"))
            if count > self.limit:
                first = sentence.span.of(ctx.draft.text).split(None, 4)[:4]
                end = ctx.draft.text.index(first[-1], sentence.start) + len(first[-1])
                yield Match(Span(sentence.start, end), {"words": count, "limit": self.limit})
