"""Attributions to nobody in particular."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from newslint.mentions import Attribution, AttributionKind, Sentence
from newslint.rule import Check, Match, RuleContext

NEAR = 16
"""Characters at most between a source and its cue: room for "have now also"."""

_WORD = re.compile(r"[^\W\d_]+")
_QUANTIFIERS = frozenset({"some", "many"})
_NAMING: frozenset[AttributionKind] = frozenset({"named", "body", "document"})


@dataclass(frozen=True)
class AttributionKinds(Check):
    """An attribution of one of these kinds that nothing near it makes good.

    Only those are found whose source or cue has one of ``words`` and none of ``unless``, and
    of several with the same nameless source the first, since one remedy serves for all. A
    source that is named in the same sentence makes it good; where the source has one of
    ``introduces`` ("Experts say"), so does one named in the next ``window`` sentences.
    """

    name: ClassVar[str] = "attribution-kind"
    needs: ClassVar[tuple[type, ...]] = (Attribution, Sentence)

    kinds: frozenset[AttributionKind]
    words: frozenset[str]
    unless: frozenset[str] = frozenset()
    introduces: frozenset[str] = frozenset()
    window: int = 2

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.text
        sentences = ctx.draft.all(Sentence)
        starts = [sentence.start for sentence in sentences]
        named = (attribution for attribution in ctx.draft.all(Attribution) if attribution.kind in _NAMING)
        sources = sorted(named, key=lambda source: source.cue.start)  # the layer is in the order of its spans
        seen: set[frozenset[str]] = set()
        for attribution in ctx.draft.all(Attribution):
            if attribution.kind not in self.kinds or _apart(attribution):
                continue
            span = attribution.cue.through(attribution.source) if attribution.source else attribution.cue
            said = self._said(attribution, span.of(text))
            if not said or said in seen:
                continue
            here = bisect_right(starts, attribution.cue.start) - 1
            last = min(here + (self.window if said & self.introduces else 0), len(sentences) - 1)
            if here >= 0 and _made_good(attribution, sentences[here], sentences[last], sources):
                continue
            if attribution.source:
                seen.add(said)
            yield Match(span)

    def _said(self, attribution: Attribution, words: str) -> frozenset[str]:
        """The words that make it nameless; "some" and "many" only where they stand alone ("Some say")."""
        said = {word.lower() for word in _WORD.findall(words)}
        if said & self.unless:
            return frozenset()
        return self.words & (said - _QUANTIFIERS if " " in attribution.source_name else said)


def _made_good(attribution: Attribution, first: Sentence, last: Sentence, sources: Sequence[Attribution]) -> bool:
    """Whether the sentence has a source of its own, or a later one, up to ``last``, a name."""
    at = bisect_left(sources, first.start, key=lambda source: source.cue.start)
    hidden = attribution.content if attribution.source else None
    for source in islice(sources, at, None):
        if source.cue.start >= last.end:
            return False
        if source.cue.start < first.end and not (hidden and hidden.covers(source.cue)):
            return True
        if source.cue.start >= first.end and any(letter.isupper() for letter in source.source_name):
            return True
    return False


def _apart(attribution: Attribution) -> bool:
    """Whether source and cue belong together only at a distance ("Analysts welcomed the move, saying")."""
    source, cue = attribution.source, attribution.cue
    return source is not None and max(cue.start - source.end, source.start - cue.end) > NEAR
