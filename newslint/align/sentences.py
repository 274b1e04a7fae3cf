"""Which source sentences may speak of what a draft sentence speaks of."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator

from newslint.document import Document, Dossier
from newslint.mentions import Alignment, Sentence
from newslint.words import content_stems

NEAREST = 6
"""How many source sentences are kept for a sentence of the draft."""

FLOOR = 0.12
"""Share of the content below which two sentences have nothing to do with each other."""


def alignments(dossier: Dossier) -> tuple[Alignment, ...]:
    """For every sentence of the draft the nearest source sentences, the best first.

    Content stems are weighed by how rare they are in the sources (inverse document
    frequency), figures left out, since figures are what is to be compared. An inverted
    index keeps the work in proportion to what the two texts share.
    """
    passages = [
        (source.id, sentence, stems(source.doc, sentence)) for source in dossier.sources for sentence in source.doc.all(Sentence)
    ]
    postings: dict[str, list[int]] = defaultdict(list)
    for at, (_, _, words) in enumerate(passages):
        for word in words:
            postings[word].append(at)
    found = []
    for sentence in dossier.draft.all(Sentence):
        words = stems(dossier.draft, sentence)
        weights = {word: math.log(1 + (len(passages) + 1) / (len(postings.get(word, ())) + 0.5)) for word in words}
        whole = sum(weights.values())
        shared: Counter[int] = Counter()
        for word, weight in weights.items():
            for at in postings.get(word, ()):
                shared[at] += weight  # type: ignore[assignment]
        for at, weight in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:NEAREST]:
            if weight / whole >= FLOOR:
                source, other, _ = passages[at]
                found.append(Alignment(sentence.span, source, other.span, weight / whole))
    return tuple(found)


def stems(doc: Document, sentence: Sentence) -> frozenset[str]:
    """The content of a sentence without its figures."""
    return frozenset(_wordy(content_stems(sentence.span.of(doc.body))))


def _wordy(words: frozenset[str]) -> Iterator[str]:
    return (word for word in words if not any(letter.isdigit() for letter in word))
