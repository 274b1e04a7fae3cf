"""What the verdicts on the figures of one sentence say of each other: another event, or two that have changed places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby, islice, pairwise

from newslint.align.judging import Candidate
from newslint.align.places import Place
from newslint.align.segments import Segments
from newslint.comparisons import Verdict
from newslint.document import Dossier
from newslint.mentions import Quantity
from newslint.spans import Span

Figure = Place[Quantity]

DIFFERS = 0.6
"""Likeness of two slots from which a figure that disagrees is another figure for the same thing."""

FEW = 13
"""Counts below this stand in any text for something else."""

SENTENCES = 20
"""How many sentences of the sources that have both figures are asked whether the two have changed places."""

Judged = tuple[Figure, Verdict, Candidate[Quantity] | None]


def settled(verdicts: Iterable[Judged]) -> Iterator[Judged]:
    """Without figures that differ from those of a sentence which bears no other of theirs out: it tells of another
    event, or of a part of the whole. Figures that have changed places are a slip, and a toll rises.
    """
    sentences: defaultdict[Span, list[Judged]] = defaultdict(list)
    for one in verdicts:
        sentences[one[0].sentence].append(one)
    for group in sentences.values():
        for place, verdict, found in group:
            if verdict == "differs" and found and _another_event(found, group):
                yield place, "unsupported", None
            else:
                yield place, verdict, found


class Exchanged:
    """Figures of a sentence that stand each for what a source says of the other."""

    def __init__(self, segments: Segments, figures: Iterable[Figure], dossier: Dossier) -> None:
        self._segments = segments
        self._found: set[Span] = set()
        self._ids = {id(source.doc): source.id for source in dossier.sources}
        self._by: defaultdict[tuple[tuple[Decimal, ...], str | None], dict[tuple[int, Span], Figure]] = defaultdict(dict)
        for figure in figures:
            if id(figure.doc) in self._ids:
                self._by[figure.mention.value, figure.mention.unit].setdefault((id(figure.doc), figure.sentence), figure)

    def has(self, place: Figure) -> bool:
        """Whether the figure is one of those that were told."""
        return place.mention.span in self._found

    def told(self, verdicts: Iterable[Judged]) -> Iterator[Judged]:
        """The verdicts, with those figures as differing."""
        for _, group in groupby(verdicts, key=lambda one: one[0].sentence):
            row = list(group)
            same = [at for at, (_, verdict, _) in enumerate(row) if verdict == "same"]
            for at, then in pairwise(same):
                here = row[at][0], row[then][0]
                if there := self._crossed(here):
                    for place, other, which in ((here[0], there[1], at), (here[1], there[0], then)):
                        self._found.add(place.mention.span)
                        row[which] = place, "differs", Candidate(other, DIFFERS, False, self._ids[id(other.doc)], 1.0)
            yield from row

    def _crossed(self, here: tuple[Figure, Figure]) -> tuple[Figure, Figure] | None:
        """Where a source has the two the other way round, and none as here."""
        one, two = (figure.mention for figure in here)
        if one.value == two.value or one.kind != two.kind or one.unit != two.unit:
            return None
        first, second = self._by[one.value, one.unit], self._by[two.value, two.unit]
        pairs = [(first[at], second[at]) for at in islice((at for at in first if at in second), SENTENCES)]
        crossed = [(self._segments.exchanged(here, pair), pair) for pair in pairs]
        if any(verdict is False for verdict, _ in crossed):
            return None
        return next((pair for verdict, pair in crossed if verdict), None)


def _another_event(rival: Candidate[Quantity], group: Sequence[Judged]) -> bool:
    """Whether two figures of a sentence or more are not in that of the rival, and none but small counts is."""
    there = rival.source, rival.place.sentence
    met = [
        (place.mention, verdict, found.place.mention)
        for place, verdict, found in group
        if found and there == (found.source, found.place.sentence)
    ]
    if any(verdict == "same" and not few(one) for one, verdict, _ in met):
        return False
    told = [(one, other) for one, verdict, other in met if verdict == "differs"]
    nowhere = sum(verdict == "unsupported" and not few(place.mention) for place, verdict, _ in group)
    swapped = sorted(one.value for one, _ in told) == sorted(other.value for _, other in told)
    return len(told) + nowhere > 1 and not swapped and not all(one.fate and one.fate == other.fate for one, other in told)


def few(figure: Quantity) -> bool:
    return figure.unit is None and abs(figure.value[0]) < FEW
