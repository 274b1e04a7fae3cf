"""Attributions to nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint.mentions import Attribution, AttributionKind, Sentence
from newslint.rule import Check, Match, RuleContext

_WORD = re.compile(r"[^\W\d_]+")
NEAR = 16
"""Characters at most between a source and its cue: room for "have now also"."""

_QUANTIFIERS = frozenset({"some", "many", "most", "others"})
_NAMING: frozenset[AttributionKind] = frozenset({"named", "body", "document"})


@dataclass(frozen=True)
class AttributionKinds(Check):
    """An attribution of one of these kinds that nothing near it makes good.

    Only those are found whose source or cue has one of ``words`` and none of ``unless``, and of several with the same
    nameless source the first, since one remedy serves for all. A source that is named in
    the same sentence makes it good; where the source has one of ``introduces`` ("Experts
    say"), so does one named in the next ``window`` sentences.
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
        sources = [a for a in ctx.draft.all(Attribution) if a.kind in _NAMING]
        seen: set[frozenset[str]] = set()
        for attribution in ctx.draft.all(Attribution):
            if attribution.kind not in self.kinds or _apart(attribution):
                continue
            span = attribution.cue.through(attribution.source) if attribution.source else attribution.cue
            said = self._said(attribution, span.of(text))
            if not said or said in seen or self._made_good(attribution, said, sources, sentences):
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

    def _made_good(
        self, attribution: Attribution, said: frozenset[str], sources: Sequence[Attribution], sentences: Sequence[Sentence]
    ) -> bool:
        here = next((k for k, sentence in enumerate(sentences) if sentence.end > attribution.cue.start), len(sentences) - 1)
        last = min(here + (self.window if said & self.introduces else 0), len(sentences) - 1)
        first, end, content = sentences[here], sentences[last].end, attribution.content
        return any(
            first.span.covers(source.cue)
            and not (attribution.source and content and content.covers(source.cue))
            or first.end <= source.cue.start < end
            and any(letter.isupper() for letter in source.source_name)
            for source in sources
        )


def _apart(attribution: Attribution) -> bool:
    """Whether source and cue belong together only at a distance ("Analysts welcomed the move, saying")."""
    source, cue = attribution.source, attribution.cue
    return source is not None and max(cue.start - source.end, source.start - cue.end) > NEAR
