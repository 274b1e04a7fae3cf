"""How near the draft comes to each of its sources."""

from __future__ import annotations

from newslint.align.places import keys
from newslint.align.sentences import Passages
from newslint.comparisons import Alignment, Use
from newslint.document import Document, Dossier, Source
from newslint.mentions import Sentence

NEAR = 0.35
"""Likeness of two sentences from which there is no need to look further."""


def uses(dossier: Dossier) -> tuple[Use, ...]:
    """One for each source. The alignments keep only the nearest sentences of all sources; a source that
    others push aside there is looked at alone before it is called unused."""
    best: dict[str, Alignment] = {}
    for alignment in dossier.all(Alignment):
        if alignment.source not in best or alignment.score > best[alignment.source].score:
            best[alignment.source] = alignment
    mine = keys(dossier.draft.body)
    found = []
    for source in dossier.sources:
        near = best.get(source.id)
        if (near is None or near.score < NEAR) and len(dossier.sources) > 1:
            near = _nearest(dossier.draft, source.id, source.doc.once(_alone, source.id))
        theirs = keys(source.doc.body)
        content = min(len(mine), len(theirs))
        shared = len(mine & theirs) / content if content else 0.0
        score, span, place = (near.score, near.span, near.source_span) if near else (0.0, None, None)
        found.append(Use(source.id, score, shared, content, span, place))
    return tuple(found)


def _alone(doc: Document, id_: str) -> Passages:
    return Passages([Source(doc, id_)])


def _nearest(draft: Document, source: str, passages: Passages) -> Alignment | None:
    """The two sentences that are likest."""
    likest = ((sentence.span, *passages.likest(sentence.span.of(draft.body))) for sentence in draft.all(Sentence))
    span, passage, score = max(likest, key=lambda found: found[2], default=(None, None, 0.0))
    return Alignment(span, source, passage.span, score) if span and passage else None
