"""Document -> hedges: words that soften or harden a statement, each with what it softens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.annotate.hedges.cues import cues
from newslint.annotate.hedges.scope import SCOPES
from newslint.document import Document
from newslint.mentions import Attribution, Hedge, Sentence
from newslint.pieces import piece
from newslint.spans import Cover, Span

_BEFORE = 2
"""Characters before a sentence that may make its first word part of another."""


def hedges(doc: Document) -> tuple[Hedge, ...]:
    """The hedges and boosters in the writer's own words, and the attributions to nobody in particular."""
    found = [hedge for sentence in doc.all(Sentence) for hedge in _of(doc, sentence.span)]
    cover = Cover(hedge.span for hedge in found)
    found += (hedge for hedge in _unowned(doc) if not cover.touches(hedge.span))
    return tuple(sorted(found, key=lambda hedge: hedge.span))


def _of(doc: Document, sentence: Span) -> Iterator[Hedge]:
    first = max(0, sentence.start - _BEFORE)
    whole = Span(first, sentence.end)
    here = piece(whole.of(doc.body)).once(_alone, whole.of(doc.own_words), sentence.start - first)
    return (Hedge(hedge.span.moved(first), hedge.kind, hedge.scope.moved(first)) for hedge in here)


def _alone(body: str, own: str, start: int) -> Sequence[Hedge]:
    """The hedges of a sentence by itself, which is there again when another is changed."""
    sentence = Span(start, len(body))
    return [Hedge(span, row.kind, SCOPES[row.reach](body, sentence, span)) for span, row in cues(own, body, sentence)]


def _unowned(doc: Document) -> Iterator[Hedge]:
    """The cues of attributions that name nobody: "critics say", "it is claimed"."""
    for attribution in doc.all(Attribution):
        if attribution.content and attribution.kind == "vague":
            yield Hedge(attribution.cue, "attribution", attribution.content)
        if attribution.content and attribution.kind == "agentless":
            yield Hedge(attribution.cue, "evidential", attribution.content)
