"""Which source sentences may speak of what a draft sentence speaks of."""

from __future__ import annotations

import math
from collections import Counter, defaultdict

from newslint.align.places import keys
from newslint.comparisons import Alignment
from newslint.document import Dossier
from newslint.mentions import Sentence

NEAREST = 6
"""How many source sentences are kept for a sentence of the draft."""

FLOOR = 0.12
"""Share of the content below which two sentences have nothing to do with each other."""


def alignments(dossier: Dossier) -> tuple[Alignment, ...]:
    """For every sentence of the draft the nearest source sentences, the best first.

    Content words are weighed by how rare they are in the sources (inverse document
    frequency). An inverted index keeps the work in proportion to what the two texts share.
    """
    passages = [
        (source.id, sentence, keys(sentence.span.of(source.doc.body)))
        for source in dossier.sources
        for sentence in source.doc.all(Sentence)
    ]
    postings: dict[str, list[int]] = defaultdict(list)
    for at, (_, _, words) in enumerate(passages):
        for word in words:
            postings[word].append(at)
    found = []
    for sentence in dossier.draft.all(Sentence):
        words = keys(sentence.span.of(dossier.draft.body))
        weights = {word: math.log(1 + (len(passages) + 1) / (len(postings.get(word, ())) + 0.5)) for word in words}
        whole = sum(weights.values())
        shared: Counter[int] = Counter()
        for word, weight in weights.items():
            for at in postings.get(word, ()):
                shared[at] += weight  # type: ignore[assignment]
        # of two that share as much the shorter says less else
        nearest = sorted(shared.items(), key=lambda pair: (-pair[1], len(passages[pair[0]][2]), pair[0]))
        for at, weight in nearest[:NEAREST]:
            if weight / whole >= FLOOR:
                source, other, _ = passages[at]
                found.append(Alignment(sentence.span, source, other.span, weight / whole))
    return tuple(found)
