"""Which source sentences may speak of what a draft sentence speaks of.

Every content word of the draft's sentence counts for as much as it is rare in the sources (its inverse
document frequency); the score is the share of that weight that the other sentence has too. So
"Kursk" tells more than "Russia" in a story about Russia, and a word that no source has weighs
most of all. Figures and dates count for nothing here: they are what is compared afterwards.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from itertools import islice

from newslint.align.lately import Lately
from newslint.align.wording import in_sentences, stemmed
from newslint.comparisons import Alignment, Ground
from newslint.document import Dossier, Source
from newslint.mentions import Sentence
from newslint.spans import Span, one_line

NEAREST = 6
"""How many source sentences are kept for a sentence of the draft."""

OFTEN = 1000
"""Wordings of the sources that may have a word before it makes none of them near; it counts in those that others have."""

FLOOR = 0.12
"""Share of the content below which two sentences have nothing to do with each other."""

UNREAD = ("byline", "dateline")
"""Blocks that tell nothing of the story."""

SHOWN = 5
"""How many of the words that both have are named as grounds."""


@dataclass(frozen=True)
class Passage:
    """A sentence of a source and the stems of what it says."""

    source: str
    span: Span
    stems: frozenset[str]


class Passages:
    """Every sentence of the sources, found by the stems it has: an inverted index."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self.all: Sequence[Passage] = [
            Passage(source.id, sentence.span, stems)
            for source in sources
            for sentence, stems in zip(source.doc.all(Sentence), in_sentences(source.doc), strict=True)
            if sentence.block.kind not in UNREAD
        ]
        self._lately = Lately[Sequence[tuple[Passage, float, tuple[Ground, ...]]]]()
        self._nearest = Lately[tuple[Passage | None, float]]()

    def like(self, words: str) -> Sequence[tuple[Passage, float, tuple[Ground, ...]]]:
        """The passages nearest to a sentence, the best first, each with its share and the words that tell so."""
        return self._lately.of(words, lambda: self._like(words))

    def likest(self, words: str) -> tuple[Passage | None, float]:
        """The first of these, with its share; no passage and 0 where none is near."""
        return self._nearest.of(
            words, lambda: next(self.nearest(dict.fromkeys(stem for stem, *_ in stemmed(words))), (None, 0.0))
        )

    def _like(self, words: str) -> Sequence[tuple[Passage, float, tuple[Ground, ...]]]:
        places: dict[str, Span] = {}
        for stem, start, end in stemmed(words):
            places.setdefault(stem, Span(start, end))
        weights = self.weights(places)
        found = []
        for passage, score in self.nearest(places):
            telling = sorted(passage.stems & places.keys(), key=lambda stem: (-weights[stem], places[stem]))[:SHOWN]
            shown = ", ".join(one_line(places[stem].of(words)) for stem in sorted(telling, key=lambda stem: places[stem]))
            found.append((passage, score, (Ground(f"both have {shown}", round(score, 2)),)))
        return found

    @cached_property
    def _postings(self) -> Mapping[str, list[int]]:
        postings: dict[str, list[int]] = defaultdict(list)
        for at, passage in enumerate(self.all):
            for stem in passage.stems:
                postings[stem].append(at)
        return postings

    def weights(self, stems: Collection[str]) -> dict[str, float]:
        """How much each of these tells: the rarer in the sources, the more."""
        return {stem: telling(len(self.all), self.count(stem)) for stem in stems}

    def count(self, stem: str) -> int:
        """How many passages have it."""
        return len(self._postings.get(stem, ()))

    def having(self, stems: Sequence[str]) -> Passage | None:
        """The first passage that has all of these."""
        rarest = min((self._postings.get(stem, []) for stem in stems), key=len)
        return next((self.all[at] for at in rarest if self.all[at].stems.issuperset(stems)), None)

    def around(self, source: str | None, place: Span | None) -> Passage | None:
        """The passage in which something of a source begins."""
        if source is None or place is None:
            return None
        passages = self._by_source.get(source, ())
        at = bisect_right(passages, place.start, key=lambda passage: passage.span.start) - 1
        return passages[at] if at >= 0 else None

    @cached_property
    def _by_source(self) -> Mapping[str, Sequence[Passage]]:
        found: dict[str, list[Passage]] = defaultdict(list)
        for passage in self.all:
            found[passage.source].append(passage)
        return found

    @cached_property
    def _said(self) -> Mapping[frozenset[str], list[int]]:
        """What passages say, and where each of those that say the same stands in ``all``."""
        said: dict[frozenset[str], list[int]] = defaultdict(list)
        for at, passage in enumerate(self.all):
            said[passage.stems].append(at)
        return said

    @cached_property
    def _saying(self) -> Mapping[str, list[frozenset[str]]]:
        """By stem, what is said with it."""
        saying: dict[str, list[frozenset[str]]] = defaultdict(list)
        for said in self._said:
            for stem in said:
                saying[stem].append(said)
        return saying

    def nearest(self, stems: Collection[str]) -> Iterator[tuple[Passage, float]]:
        """The passages that have most of it, the best first, each with its share."""
        weights = self.weights(stems)
        whole = sum(weights.values())
        rare = {stem for stem in weights if len(self._saying.get(stem, ())) <= OFTEN}
        shared = {said: 0.0 for stem in rare for said in self._saying.get(stem, ())}
        for stem, weight in weights.items():
            for said in self._saying.get(stem, ()) if stem in rare else [said for said in shared if stem in said]:
                shared[said] += weight
        # of two that share as much the shorter says less else
        nearest = nsmallest(NEAREST, shared, key=lambda said: (-shared[said], len(said), self._said[said][0]))
        places = ((at, shared[said] / whole) for said in nearest for at in self._said[said])
        for at, share in islice(places, NEAREST):
            if share >= FLOOR:
                yield self.all[at], share


def telling(sentences: int, having: int) -> float:
    """The inverse document frequency of a word that so many of the sentences have."""
    return math.log(1 + (sentences + 1) / (having + 0.5))


def alignments(dossier: Dossier) -> tuple[Alignment, ...]:
    """For every sentence of the draft the nearest source sentences, the best first."""
    passages, draft = dossier.together(Passages), dossier.draft
    return tuple(
        Alignment(sentence.span, passage.source, passage.span, score, grounds=grounds)
        for sentence in draft.all(Sentence)
        for passage, score, grounds in passages.like(sentence.span.of(draft.body))
    )
