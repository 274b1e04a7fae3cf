"""The verdict on a mention of the draft: a source bears it out, says otherwise, or has nothing like it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic

from newslint.align.places import M, Place, places
from newslint.comparisons import Alignment, Verdict
from newslint.document import Dossier, Source
from newslint.spans import Span

FEW = 400
"""Mentions in the sources that are all held against each of the draft's; of more only those that an index finds."""

EVERYWHERE = 100
"""Of how many mentions a word must stand near for the index to take no notice of it."""

MOST = 200
"""How many mentions of the sources one of the draft is held against at most, those with most in common first."""


@dataclass(frozen=True)
class Candidate(Generic[M]):
    """A mention in a source that may be the draft's own, how alike the two places are, and whether the two agree.

    ``aligned`` is how near their sentences are.
    """

    place: Place[M]
    score: float
    agrees: bool
    source: str = ""
    aligned: float = 0.0


Near = Mapping[tuple[str, Span], float]
"""The sentences of the sources that are near to one of the draft, and how near, from 0 to 1."""

Compare = Callable[[Place[M], Place[M], float], Candidate[M] | None]
"""Draft place, source place and how near their sentences are (0 to 1), to a candidate; None where the two cannot be compared."""

Find = Callable[[Place[M], Near], Sequence[Candidate[M]]]
"""Draft place and what is near to its sentence, to all that it may be held against."""

Outweighs = Callable[[Candidate[M], Candidate[M] | None], bool]
"""Whether a source mention that disagrees counts for more than the best that agrees, or than none."""


def judged(
    dossier: Dossier,
    wanted: Iterable[Place[M]],
    find: Find[M],
    outweighs: Outweighs[M],
) -> Iterator[tuple[Place[M], Verdict, Candidate[M] | None]]:
    """The verdict on each wanted mention of the draft, with the source mention that it rests on."""
    near: dict[Span, dict[tuple[str, Span], float]] = defaultdict(dict)
    for alignment in dossier.all(Alignment):
        near[alignment.span][alignment.source, alignment.source_span] = alignment.score
    grouped: dict[Span, list[Place[M]]] = defaultdict(list)
    for place in wanted:
        grouped[place.sentence].append(place)
    found = {place.mention.span: find(place, near[sentence]) for sentence, group in grouped.items() for place in group}
    borne = _borne_out(found.values())
    for group in grouped.values():
        yield from _sentence(group, [found[place.mention.span] for place in group], outweighs, borne)


def _borne_out(found: Iterable[Sequence[Candidate[M]]]) -> Mapping[tuple[str, Span], float]:
    """Every source mention that bears something of the draft out, and how alike the two places are."""
    borne: dict[tuple[str, Span], float] = {}
    for one in (one for candidates in found for one in candidates if one.agrees):
        at = one.source, one.place.mention.span
        borne[at] = max(one.score, borne.get(at, 0.0))
    return borne


class Having(Generic[M]):
    """What the sources have: all of it for each place, or where it is much, what may stand for the place."""

    def __init__(self, sources: Sequence[Source], kind: type[M]) -> None:
        self.found = found = [(source.id, place) for source in sources for place in places(source.doc, kind)]
        self.by: defaultdict[object, list[int]] = defaultdict(list)
        if len(found) > FEW:
            for at, (source, place) in enumerate(found):
                for key in (*place.context, place.value, (source, place.sentence)):
                    self.by[key].append(at)

    def candidates(self, place: Place[M], near: Near, compare: Compare[M]) -> Iterator[Candidate[M]]:
        """What a mention of the draft may be held against."""
        for source, other in self._for(place, near):
            aligned = near.get((source, other.sentence), 0.0)
            if candidate := compare(place, other, aligned):
                yield replace(candidate, score=min(1.0, candidate.score), source=source, aligned=aligned)

    def _for(self, place: Place[M], near: Near) -> list[tuple[str, Place[M]]]:
        """What stands in a near sentence, shares a word of the context, or says the same."""
        if len(self.found) <= FEW:
            return self.found
        words = (key for key in place.context if len(self.by.get(key, ())) <= EVERYWHERE)
        met = Counter(at for key in (*words, *near) for at in self.by.get(key, ()))
        same = self.by.get(place.value, ())
        met.update(same if len(same) <= EVERYWHERE else [at for at in same if at in met] or same[:EVERYWHERE])
        kept = sorted(met) if len(met) <= MOST else sorted(sorted(met, key=lambda at: (-met[at], at))[:MOST])
        return [self.found[at] for at in kept]


def _sentence(
    group: list[Place[M]],
    found: list[Sequence[Candidate[M]]],
    outweighs: Outweighs[M],
    borne: Mapping[tuple[str, Span], float],
) -> Iterator[tuple[Place[M], Verdict, Candidate[M] | None]]:
    """What agrees is settled first, so that what is left over faces only what is left over. What
    agrees but stands elsewhere loses to what stands in the very same place and disagrees, unless that
    bears out something else of the draft, whose place is more like its own.
    """
    best = [max((one for one in candidates if one.agrees), key=_rank, default=None) for candidates in found]
    taken = {(one.source, one.place.mention.span) for one in best if one}
    for place, agreeing, candidates in zip(group, best, found, strict=True):
        at = ((one, (one.source, one.place.mention.span)) for one in candidates if not one.agrees)
        free = (one for one, key in at if key not in taken and one.score > borne.get(key, 0.0))
        rival = max(free, key=_rank, default=None)
        if rival and outweighs(rival, agreeing):
            yield place, "differs", rival
        else:
            yield place, "same" if agreeing else "unsupported", agreeing


def _rank(candidate: Candidate[M]) -> tuple[float, int]:
    return candidate.score, -candidate.place.mention.start
