"""A source introduced with a colon, and nothing to show where its words end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import ClassVar

from newslint.kept.regexes import compiled
from newslint.mentions import Block, Quote, Sentence
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Cover, Span

_AWAY = ("front-matter", "boilerplate", "code")
_QUOTED = compiled(r"[\"“”'‘«>„•*–—-]|\d+[.)]|<")
_TURN = compiled(r"[^.!?:]{1,40}:")
_ACCORDING = compiled(r"According to [^.,:;!?\n\"“”]{2,80}(?P<end>[.:])")
_INNER_STOP = compiled(r"[.!?]\s+(?=[A-Z])")
_HALF = 6  # words of a half sentence: "According to the weather service."
_WORD = compiled(r"[^\W_][\w'’-]*")


@dataclass(frozen=True)
class OpenAttribution(Check):
    """A paragraph of no more than ``max_words`` words that names a source with one of ``cues`` and ends in a colon.

    What follows must be marked as that source's: in quotation marks, set off as a quotation or a list. The case
    ``inline`` is such a colon behind "According to" with several sentences after it in the paragraph, the case ``half``
    a sentence that has nothing but "According to" and the source.
    """

    name: ClassVar[str] = "open-attribution"
    needs: ClassVar[tuple[type, ...]] = (Block, Quote, Sentence)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {"default": frozenset(), "inline": frozenset(), "half": frozenset()}

    cues: tuple[str, ...]
    max_words: int = 14

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        draft = ctx.draft
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
            if not marked and len(_WORD.findall(words)) <= self.max_words and self._cue.search(words):
                yield Match(span)
        yield from _within(ctx)

    @cached_property
    def _cue(self) -> re.Pattern[str]:
        return compiled(rf"\b(?:{'|'.join(map(re.escape, self.cues))})\b", re.IGNORECASE)


def _within(ctx: RuleContext) -> Iterator[Match]:
    """What opens, or stands alone, within a paragraph."""
    draft = ctx.draft
    for sentence in draft.all(Sentence):
        found = _ACCORDING.match(draft.text, sentence.start, sentence.end) if sentence.block.kind == "paragraph" else None
        if not found or draft.quoted(sentence.span):
            continue
        span = Span(*found.span())
        if found["end"] == ":":
            several = len(_INNER_STOP.findall(draft.text, sentence.end - 1, sentence.block.end)) > 1
            if several and draft.text[found.end() + 1 : found.end() + 2].islower() and not draft.quoted(sentence.block.span):
                yield Match(span, case="inline")
        elif found.end() == sentence.end and len(_WORD.findall(found[0])) <= _HALF:
            yield Match(span, case="half")
