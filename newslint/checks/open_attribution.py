"""A source introduced with a colon, and nothing to show where its words end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from newslint.mentions import Block, Quote
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Cover

_AWAY = ("front-matter", "boilerplate", "code")
_QUOTED = re.compile(r"[\"“”'‘«>„•*–—-]|\d+[.)]|<")
_TURN = re.compile(r"[^.!?:]{1,40}:")
_WORD = re.compile(r"[^\W_][\w'’-]*")


@dataclass(frozen=True)
class OpenAttribution(Check):
    """A paragraph of no more than ``max_words`` words that names a source with one of ``cues`` and ends in a colon.

    What follows must be marked as that source's: in quotation marks, set off as a quotation or a list.
    """

    name: ClassVar[str] = "open-attribution"
    needs: ClassVar[tuple[type, ...]] = (Block, Quote)

    cues: tuple[str, ...]
    max_words: int = 14

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
        cue = re.compile(rf"\b(?:{'|'.join(map(re.escape, self.cues))})\b", re.IGNORECASE)
        quoted = Cover(quote.outer for quote in draft.all(Quote))
        blocks = [block for block in draft.all(Block) if block.kind not in _AWAY]
        for block, following in pairwise(blocks):
            span = block.span.stripped(draft.body)
            words = span.of(draft.body)
            if not words.endswith(":") or following.kind not in ("paragraph", "standfirst") or block.kind != "paragraph":
                continue
            marked = (
                quoted.touches(following.span)
                or _QUOTED.match(draft.body, following.start)
                or _TURN.match(draft.body, following.start)
            )
            if not marked and len(_WORD.findall(words)) <= self.max_words and cue.search(words):
                yield Match(span)
