"""Document -> hedges: words that soften or harden a statement, each with what it softens."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.annotate.hedges.cues import cues
from newslint.annotate.hedges.scope import SCOPES
from newslint.document import Document
from newslint.mentions import Attribution, Hedge, Sentence
from newslint.spans import Cover


def hedges(doc: Document) -> tuple[Hedge, ...]:
    """The hedges and boosters in the writer's own words, and the attributions to nobody in particular."""
    own = doc.own_words
    found = [
        Hedge(span, row.kind, SCOPES[row.reach](doc.body, sentence.span, span))
        for sentence in doc.all(Sentence)
        for span, row in cues(own, doc.body, sentence.span)
    ]
    cover = Cover(hedge.span for hedge in found)
    found += (hedge for hedge in _unowned(doc) if not cover.touches(hedge.span))
    return tuple(sorted(found, key=lambda hedge: hedge.span))


def _unowned(doc: Document) -> Iterator[Hedge]:
    """The cues of attributions that name nobody: "critics say", "it is claimed"."""
    for attribution in doc.all(Attribution):
        if attribution.content and attribution.kind == "vague":
            yield Hedge(attribution.cue, "attribution", attribution.content)
        if attribution.content and attribution.kind == "agentless":
            yield Hedge(attribution.cue, "evidential", attribution.content)
