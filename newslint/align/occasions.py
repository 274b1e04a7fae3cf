"""What a date is the date of: the content of its sentence, weighed by how near it stands."""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, takewhile

from newslint.align.happenings import Happening, happening
from newslint.align.lately import Lately
from newslint.align.times import Standing, When, standing
from newslint.align.wording import content, counts
from newslint.document import Document, Source
from newslint.mentions import Clause, DateMention, Sentence, Written
from newslint.spans import Span

NEAR = ((50, 1.0), (110, 0.6), (math.inf, 0.35))
"""What a word counts for, by how many characters lie between it and the date."""

ENOUGH = 3
"""How many words that no source has weigh as much as an occasion must; where a draft says less, nothing is wholly alike."""

COMMON = 400
"""Dates in a source that may share a word before it tells nothing of any of them."""

CROWD = 40
"""Dates in a sentence from which it is a list, and no words of it are round one date rather than another."""

ROUND = 100
"""How many words before a date, and how many after it, are looked at."""

FEW = 2
"""How many words leave what a date is about to the sentence before: "He would have been 80 on Monday"."""

BEFORE = 0.25
"""What a word of the sentence before counts for: "He died" there is "the death" here."""


Kind = tuple[DateMention, str]


@dataclass(frozen=True)
class Occasion(When):
    """A time expression, the sentence it stands in and the one before."""

    sentence: Span
    before: Span | None = None
    listed: bool = False

    @cached_property
    def places(self) -> Mapping[str, Span]:
        """Every word of its sentence, and where it stands; the nearest where there are several."""
        places: dict[str, Span] = {}
        said = content(self.doc.body, self.sentence)
        at = bisect_left(said, self.mention.start, key=lambda word: word[1].start)
        for stem, place in said[max(0, at - ROUND) : at + ROUND]:
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

    @property
    def about(self) -> Mapping[str, float]:
        """What it is the date of: what is said round it, or where that is little, before it too."""
        return self.stems if len(self.stems) > FEW else self.reach

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

    @cached_property
    def readable(self) -> bool:
        """Whether it is a date or an hour that can be held against another."""
        date = self.mention
        return date.type in ("DATE", "TIME") and bool(date.value) and not (date.fault or self.back or self.posted)

    @cached_property
    def said(self) -> Kind:
        """All that its standing to another rests on."""
        return replace(self.mention, span=Span(0, 0)), self.words

    @property
    def told(self) -> bool:
        """Whether it is the day on which something was said, not that on which it happened."""
        return self.clause is not None and self.clause.kind == "attribution"

    def _gap(self, place: Span) -> int:
        return max(self.mention.start - place.end, place.start - self.mention.end)


def written_on(doc: Document) -> set[dt.date]:
    """The days on which a text appeared or says that it was written."""
    return {doc.published, *(line.day for line in doc.all(Written))} - {None}  # type: ignore[return-value]


def occasions(doc: Document) -> Sequence[Occasion]:
    """Every time expression that stands in a sentence, in text order."""
    return doc.once(_occasions)


def _occasions(doc: Document) -> Sequence[Occasion]:
    sentences = iter(doc.all(Sentence))
    sentence, before = next(sentences, None), None
    found: list[Occasion] = []
    for mention in doc.all(DateMention):
        while sentence and sentence.end <= mention.start:
            sentence, before = next(sentences, None), sentence
        if sentence:
            near = before.span if before and before.block == sentence.block else None
            found.append(Occasion(doc, mention, sentence.span, near))
    dates = Counter(one.sentence for one in found)
    return [replace(one, listed=True) if dates[one.sentence] >= CROWD else one for one in found]


class Occasions:
    """Every time expression of the sources, found by the words round it: an inverted index.

    What a word tells is counted in each source alone, so that one more source makes no other likelier.
    """

    def __init__(self, sources: Sequence[Source]) -> None:
        self.written = frozenset(day for source in sources for day in written_on(source.doc))
        self.all = [(source.id, one) for source in sources for one in occasions(source.doc)]
        self._having: dict[str, Counter[str]] = {}
        self._sentences: dict[str, int] = {}
        for source in sources:
            self._sentences[source.id] = len(source.doc.all(Sentence))
            self._having[source.id] = counts(source.doc)

        self._standings = Lately[dict[Kind, Standing]]()

    def standing(self, draft: Occasion, at: int) -> Standing:
        """How the draft's date stands to the one at this place of ``all``; asked once of two that say the same."""
        other = self.all[at][1]
        standings = self._standings.of(draft.said, dict)
        if other.said not in standings:
            standings[other.said] = standing(draft, other)
        return standings[other.said]

    @cached_property
    def _postings(self) -> Mapping[str, Mapping[str, list[tuple[int, float]]]]:
        """By word and source: the places in ``all`` of the dates that it stands by, and what it counts for there."""
        postings: dict[str, dict[str, list[tuple[int, float]]]] = defaultdict(lambda: defaultdict(list))
        for at, (source, one) in enumerate(self.all):
            if not one.listed:
                for stem, worth in one.reach.items():
                    postings[stem][source].append((at, math.sqrt(worth)))
        return postings

    def rarity(self, stem: str, source: str) -> float:
        """How much a word tells, by how few sentences of the source have it."""
        return math.log(1 + (self._sentences[source] + 1) / (self._having[source][stem] + 0.5))

    def likeness(self, draft: Occasion) -> Mapping[int, float]:
        """How much of what the draft's date is about each is about too, from 0 to 1; by its place in ``all``."""
        having = [(worth, stem, self._postings.get(stem, {})) for stem, worth in draft.about.items()]
        found: defaultdict[int, float] = defaultdict(float)
        for source in {source: None for *_, by_source in having for source in by_source}:
            weights = [
                (worth * self.rarity(stem, source), by_source.get(source, ()))
                for worth, stem, by_source in having
                if len(by_source.get(source, ())) <= COMMON
            ]
            whole = max(sum(weight for weight, _ in weights), ENOUGH * self.rarity("", source))
            for weight, places in weights:
                for at, worth in places:
                    found[at] += weight * worth / whole
        return found
