"""What a date is the date of: the content of its sentence, weighed by how near it stands."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile

from newslint.align.happenings import Happening, happening
from newslint.align.times import When
from newslint.align.wording import content
from newslint.document import Document, Source
from newslint.mentions import Clause, DateMention, Sentence
from newslint.spans import Span

NEAR = ((50, 1.0), (110, 0.6), (math.inf, 0.35))
"""What a word counts for, by how many characters lie between it and the date."""

ENOUGH = 3
"""How many words that no source has weigh as much as an occasion must; where a draft says less, nothing is wholly alike."""

COMMON = 400
"""Dates in the sources that may share a word before it tells nothing of any of them."""

FEW = 2
"""How many words leave what a date is about to the sentence before: "He would have been 80 on Monday"."""

BEFORE = 0.25
"""What a word of the sentence before counts for: "He died" there is "the death" here."""


@dataclass(frozen=True)
class Occasion(When):
    """A time expression, the sentence it stands in and the one before."""

    sentence: Span
    before: Span | None = None

    @cached_property
    def places(self) -> Mapping[str, Span]:
        """Every word of its sentence, and where it stands; the nearest where there are several."""
        places: dict[str, Span] = {}
        for stem, place in content(self.doc.body, self.sentence):
            if not place.overlaps(self.mention.span) and (stem not in places or self._gap(place) < self._gap(places[stem])):
                places[stem] = place
        return places

    @cached_property
    def stems(self) -> Mapping[str, float]:
        """What is said round the date, each word with what it counts for."""
        return {stem: next(worth for reach, worth in NEAR if self._gap(at) <= reach) for stem, at in self.places.items()}

    @cached_property
    def reach(self) -> Mapping[str, float]:
        """The same, and what the sentence before it says."""
        before = content(self.doc.body, self.before) if self.before else ()
        return {stem: BEFORE for stem, _ in before} | dict(self.stems)

    @cached_property
    def clause(self) -> Clause | None:
        """The clause that it stands in."""
        clauses = self.doc.all(Clause)
        first = bisect_left(clauses, self.sentence.start, key=lambda clause: clause.sentence.start)
        inside = takewhile(lambda clause: clause.sentence == self.sentence, islice(clauses, first, None))
        return next((clause for clause in inside if any(part.overlaps(self.mention.span) for part in clause.parts)), None)

    @cached_property
    def stated(self) -> frozenset[str]:
        """What its own clause says, or where there is none its sentence."""
        if self.clause is None:
            return frozenset(self.places)
        return frozenset(stem for part in self.clause.parts for stem, _ in content(self.doc.body, part))

    @cached_property
    def happening(self) -> Happening:
        """What happened then."""
        return happening(self.doc.body, self.sentence, self.mention.span)

    def distance(self, stems: Iterable[str]) -> float:
        """How far it stands, on the average, from these words of its sentence."""
        gaps = [self._gap(self.places[stem]) for stem in stems if stem in self.places]
        return sum(gaps) / max(1, len(gaps))

    @property
    def told(self) -> bool:
        """Whether it is the day on which something was said, not that on which it happened."""
        return self.clause is not None and self.clause.kind == "attribution"

    def _gap(self, place: Span) -> int:
        return max(self.mention.start - place.end, place.start - self.mention.end)


def occasions(doc: Document) -> Iterator[Occasion]:
    """Every time expression that stands in a sentence, in text order."""
    sentences = iter(doc.all(Sentence))
    sentence, before = next(sentences, None), None
    for mention in doc.all(DateMention):
        while sentence and sentence.end <= mention.start:
            sentence, before = next(sentences, None), sentence
        if sentence:
            near = before.span if before and before.block == sentence.block else None
            yield Occasion(doc, mention, sentence.span, near)


class Occasions:
    """Every time expression of the sources, found by the words round it: an inverted index."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.sources = sources
        self.all = [(source.id, one) for source in sources for one in occasions(source.doc)]
        self._having: Counter[str] = Counter()
        self._sentences = 0
        for source in sources:
            for sentence in source.doc.all(Sentence):
                self._sentences += 1
                self._having.update({stem for stem, _ in content(source.doc.body, sentence.span)})

    @cached_property
    def _postings(self) -> Mapping[str, list[tuple[int, float]]]:
        postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, (_, one) in enumerate(self.all):
            for stem, worth in one.reach.items():
                postings[stem].append((at, math.sqrt(worth)))
        return postings

    def rarity(self, stem: str) -> float:
        """How much a word tells, by how few sentences of the sources have it."""
        return math.log(1 + (self._sentences + 1) / (self._having[stem] + 0.5))

    def likeness(self, draft: Occasion) -> Mapping[int, float]:
        """How much of what the draft's date is about each is about too, from 0 to 1; by its place in ``all``."""
        about = draft.stems if len(draft.stems) > FEW else draft.reach
        weights = {
            stem: worth * self.rarity(stem) for stem, worth in about.items() if len(self._postings.get(stem, ())) <= COMMON
        }
        whole = max(sum(weights.values()), ENOUGH * self.rarity(""))
        found: defaultdict[int, float] = defaultdict(float)
        for stem, weight in weights.items():
            for at, worth in self._postings.get(stem, ()):
                found[at] += weight * worth / whole
        return found
