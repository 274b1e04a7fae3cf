"""Wording that should not occur: phrases and patterns, with their exceptions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Quote
from newslint.phrases import Phrases
from newslint.pieces import places
from newslint.rule import Match, RuleContext
from newslint.spans import Span
from newslint.wording import Wording

_QUOTED_NEXT = compiled(r"[^.!?\n]{0,300}[.!?:]\s+(?=[\"“‘'`])")


@dataclass(frozen=True)
class Pattern(Wording):
    """Wording that is not wanted: ``phrases`` are whole words, capitals as may be, ``patterns`` regular expressions.

    In a phrase ``{be}`` stands for any of the words listed as ``be`` in ``lists``, ``{degree?}`` for
    one of them or none, and ``{lemma:say}`` for any form of the word. ``unless`` are phrases of the
    same kind: what one of them touches is left alone. Quotations are left out unless ``in_quotes``,
    and what the draft has somebody say in other words unless ``attributed``; without ``summing_up``, so is the
    sentence before a quotation that somebody says, since it mostly sums it up.
    """

    phrases: tuple[str, ...] = ()
    patterns: tuple[re.Pattern[str], ...] = ()
    summing_up: bool = True

    name: ClassVar[str] = "pattern"

    def __post_init__(self) -> None:
        super().__post_init__()
        _ = self._phrases

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self.phrases, self.lists)

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = self.text(ctx.draft)
        spans = [found.span for found in self._phrases.find(text)]
        spans += [place for pattern in self.patterns for place in places(pattern, text) if place.of(text).strip()]
        for span in self.wanted(ctx.draft, spans):
            if self.summing_up or not _sums_up(ctx.draft, span):
                yield Match(span)


def _sums_up(draft: Document, span: Span) -> bool:
    """Whether these words stand just before a quotation that somebody says."""
    following = _QUOTED_NEXT.match(draft.text, span.end)
    return following is not None and any(quote.outer.start == following.end() for quote in draft.all(Quote) if quote.cue)
