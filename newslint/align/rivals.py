"""Dates of the sources that may be those of the draft's event, and which of them are left to disagree with its date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newslint.align.actors import Actors
from newslint.align.occasions import Occasion
from newslint.align.times import FAR, LEVELS, Standing
from newslint.spans import Span

SAME_EVENT = 0.35
"""Likeness of two occasions from which they are one event, so that another date there is a difference."""

SAME_SENTENCE = 0.7
"""Likeness from which the draft's sentence is the source's, so that its clauses need not be looked at."""

CLEARER = 0.2
"""How much more alike the place that disagrees must be than any that agrees."""

PERIODS = ("quarter", "half")
"""What figures are reckoned over; it is not when something happened."""


@dataclass(frozen=True)
class Candidate:
    """A date of a source, how alike the two occasions are, and how the draft's date stands to it."""

    at: int
    source: str
    occasion: Occasion
    likeness: float
    standing: Standing


@dataclass(frozen=True)
class Settled:
    """The dates of the sources that dates of one draft sentence agree with: the likest to each, all, and their sentences."""

    taken: frozenset[int]
    said: frozenset[int]
    sentences: frozenset[tuple[str, Span]]

    def leaves(self, other: Candidate, known: float) -> bool:
        """Whether a date is left to disagree with one that is ``known`` so well elsewhere: where the whole sentence is the
        source's any that is not taken; else none that the draft has too, nor one beside it.
        """
        if other.at in self.taken or other.likeness >= SAME_SENTENCE:
            return other.at not in self.taken
        beside = known >= CLEARER and (other.source, other.occasion.sentence) in self.sentences
        return other.at not in self.said and not beside


def settled(found: Iterable[list[Candidate]]) -> Settled:
    """What the dates of one sentence of the draft agree with."""
    same = [other for candidates in found for other in candidates if other.standing == "same"]
    nearest = [other for candidates in found if (other := best(candidates, "same", "vaguer"))]
    return Settled(
        frozenset(other.at for other in nearest),
        frozenset(other.at for other in same),
        frozenset((other.source, other.occasion.sentence) for other in same),
    )


def best(candidates: Iterable[Candidate], *standings: Standing) -> Candidate | None:
    """The most alike of those that stand so to the draft's date, the first of several."""
    fit = (one for one in candidates if one.standing in standings)
    return max(fit, key=lambda one: (one.likeness, -one.at), default=None)


@dataclass
class Events:
    """Whether two dates are of one event, asked of the sentences round them."""

    dated: Mapping[tuple[int, Span], Sequence[Occasion]]
    """The dates of every sentence, by the identity of its text."""

    actors: Actors = field(default_factory=Actors)

    @classmethod
    def of(cls, occasions: Iterable[Occasion]) -> Events:
        dated: dict[tuple[int, Span], list[Occasion]] = defaultdict(list)
        for one in occasions:
            if one.mention.type in ("DATE", "TIME"):
                dated[_sentence(one)].append(one)
        return cls(dated)

    def one(self, here: Occasion, other: Candidate) -> bool:
        """Whether both are the date of one event: the very clauses have a word in common and tell of one happening of the same
        people, unless the sentences are all but the same; neither is the day of the telling where the other is that of the
        event; and no other date of the two sentences goes better with either.
        """
        there = other.occasion
        periods = here.grain in PERIODS and there.grain in PERIODS
        if self.actors.apart(here, there) or not (periods or self._paired(here, there)):
            return False
        if other.likeness >= SAME_SENTENCE:
            return True
        far = abs(LEVELS.get(here.grain, 0) - LEVELS.get(there.grain, 0)) > FAR
        if here.edition or there.edition or (far and other.likeness < SAME_EVENT + CLEARER):
            return False
        if here.told != there.told or not here.stated & there.stated:
            return False
        return periods or not here.happening.other(there.happening)

    def _paired(self, here: Occasion, there: Occasion) -> bool:
        """Whether the two go together, of the dates of their sentences: in the order of as many, or nearest to what both say."""
        mine, theirs = self._beside(here), self._beside(there)
        if len(mine) == len(theirs):
            return _rank(here, mine) == _rank(there, theirs)
        shared = here.places.keys() & there.places.keys()
        pairs = ((here, mine), (there, theirs))
        return all(one.distance(shared) == min(each.distance(shared) for each in beside) for one, beside in pairs)

    def _beside(self, one: Occasion) -> Sequence[Occasion]:
        return self.dated.get(_sentence(one)) or (one,)


def _rank(one: Occasion, beside: Sequence[Occasion]) -> int:
    return sum(each.mention.start < one.mention.start for each in beside)


def _sentence(one: Occasion) -> tuple[int, Span]:
    return id(one.doc), one.sentence
