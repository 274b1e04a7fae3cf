"""Every figure of the draft and the figure of a source that stands in its place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from newslint.align.counterparts import Counterparts
from newslint.align.events import conflict
from newslint.align.idioms import idioms
from newslint.align.judging import Candidate, judged
from newslint.align.numerals import Numerals
from newslint.align.places import Place, places
from newslint.align.slots import Likeness
from newslint.align.sums import Sums
from newslint.align.values import agree, allows, arithmetic, firmer, same_kind, same_noun, vague
from newslint.comparisons import Ground, QuantityMatch, Verdict
from newslint.document import Document, Dossier, Source
from newslint.facts.nouns import Nouns
from newslint.mentions import Quantity
from newslint.spans import Span

Figure = Place[Quantity]

DIFFERS = 0.6
"""Likeness of two slots from which a figure that disagrees is another figure for the same thing."""

ODDS, ODDS_FEW = 100.0, 5.0
"""How many times likelier the slot of what disagrees must be than the slot of what agrees; the second
where what agrees is a small count ("three"), which stands in any text for something else.
"""

FEW = 13

TELLS, LIKELY = 0.55, 0.45
"""How near a sentence is that tells the very same, and the likeness of slots that is enough there, if what agrees is far."""

NEAR = 0.15
"""How near the sentence of a figure that disagrees must be, unless it has all that is said of those
counted; one that agrees may stand anywhere.
"""

ALIKE = 0.5
"""Likeness of two slots from which a figure that lost its "about" is one and the same."""

ELSEWHERE, ENOUGH = 0.04, 6
"""Likeness below which a figure that agrees stands for something else, where so many words say what it is here."""

CERTAIN = 0.8
"""Likeness of two slots from which a figure that disagrees is excused by no sum but its own: 27 for 21 and 6."""

FAR = 10
"""How many times greater a figure may be than the one it is held against."""


_TENS = re.compile(r"\b(?:twen|thir|for|fif|six|seven|eigh|nine)ty[ -]$", re.IGNORECASE)
_TENS_REACH = 10
_NAMED = re.compile(r"[ -](?:[A-Z]|century\b)")
"""Behind an ordinal, they make it a name: "42nd Street", "the 3rd Division"."""


def quantity_matches(dossier: Dossier) -> tuple[QuantityMatch, ...]:
    """One match for every figure of the draft in the writer's own words that can be looked up."""
    likeness = Likeness(dossier)
    numerals = Numerals(dossier, likeness)
    return tuple(sorted((*_matches(dossier, likeness, numerals), *numerals.matches()), key=lambda match: match.span))


def _matches(dossier: Dossier, likeness: Likeness, numerals: Numerals) -> Iterator[QuantityMatch]:
    speech = idioms(dossier.draft)
    looked_up = (place for place in places(dossier.draft, Quantity) if _looked_up(place.mention, dossier.draft))
    wanted = (place for place in looked_up if not speech.touches(place.mention.span))
    said, sums, printed = _Said(dossier.draft), Sums(dossier, likeness.nouns), _Printed(dossier.sources)
    figures = (figure for doc in (dossier.draft, *(source.doc for source in dossier.sources)) for figure in places(doc, Quantity))
    counterparts = Counterparts(likeness.nouns, figures)

    def compared(place: Figure, other: Figure, aligned: float) -> Candidate[Quantity] | None:
        found = _compared(place, other, aligned, likeness)
        rival = found and not found.agrees and found.score >= LIKELY
        return None if rival and not counterparts.may_be(place, other) else found

    for place, verdict, found in _settled(judged(dossier, wanted, Quantity, compared, _outweighs)):
        quantity = place.mention
        sure = found.place.mention if found and verdict == "differs" and found.score >= CERTAIN else None
        if found is None and printed.ends(quantity):
            continue
        if verdict != "same" and (sums.give(quantity, sure) or (sure is None and numerals.stray(quantity))):
            continue
        if found:
            other = found.place.mention
            grounds = (*likeness.grounds(place, found.place, found.aligned), Ground(arithmetic(place.mention, other), None))
            alike = verdict == "same" and found.score >= ALIKE
            drifted = alike and firmer(quantity, other) and not printed.bare(quantity) and not said.whole(place, other)
            elsewhere = verdict == "same" and _elsewhere(place, found.score, likeness)
            yield QuantityMatch(
                quantity.span,
                verdict,
                found.score,
                found.source,
                other.span,
                quantity,
                other,
                drifted,
                elsewhere,
                grounds=grounds,
            )
        else:
            yield QuantityMatch(quantity.span, verdict, 0.0, None, None, quantity)


Judged = tuple[Figure, Verdict, Candidate[Quantity] | None]


def _settled(verdicts: Iterable[Judged]) -> Iterator[Judged]:
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


def _another_event(rival: Candidate[Quantity], group: Sequence[Judged]) -> bool:
    """Whether two figures of a sentence or more are not in that of the rival, and none but small counts is."""
    there = rival.source, rival.place.sentence
    met = [
        (place.mention, verdict, found.place.mention)
        for place, verdict, found in group
        if found and there == (found.source, found.place.sentence)
    ]
    if any(verdict == "same" and not _few(one) for one, verdict, _ in met):
        return False
    told = [(one, other) for one, verdict, other in met if verdict == "differs"]
    nowhere = sum(verdict == "unsupported" and not _few(place.mention) for place, verdict, _ in group)
    swapped = sorted(one.value for one, _ in told) == sorted(other.value for _, other in told)
    return len(told) + nowhere > 1 and not swapped and not all(one.fate and one.fate == other.fate for one, other in told)


def _looked_up(quantity: Quantity, draft: Document) -> bool:
    part = _TENS.search(draft.body, max(0, quantity.start - _TENS_REACH), quantity.start)  # of "twenty 3 years"
    named = quantity.kind == "ordinal" and _NAMED.match(draft.body, quantity.figure.end)
    return bool(quantity.value) and not part and not named and not draft.quoted(quantity.span)


def _compared(place: Figure, other: Figure, aligned: float, likeness: Likeness) -> Candidate[Quantity] | None:
    """Figures that agree; or of the same kind, about the same, and saying something else."""
    one, two = place.mention, other.mention
    if not same_kind(one, two):
        return None
    if one.fate and two.fate and one.fate != two.fate:  # 14 killed are not 14 hurt
        return None
    agrees = agree(one, two)
    if not agrees and not (_rivals(place, other, likeness.nouns) and (aligned >= NEAR or likeness.told(place, other))):
        return None
    return Candidate(other, likeness.of(place, other, aligned), agrees)


def _rivals(place: Figure, other: Figure, nouns: Nouns) -> bool:
    one, two = place.mention, other.mention
    if same_noun(one, two, nouns) is False or not same_kind(one, two, strict=True) or conflict(place.events, other.events):
        return False
    return not _far_apart(one, two) and not (vague(two) and allows(two, one))


def _outweighs(rival: Candidate[Quantity], agreeing: Candidate[Quantity] | None) -> bool:
    far = agreeing is None or (agreeing.aligned < rival.aligned / 2 and _odds(rival) >= ODDS_FEW * _odds(agreeing))
    if far and rival.aligned >= TELLS and rival.score >= LIKELY:  # its sentence tells the very same
        return True
    if rival.score < DIFFERS or agreeing is None:
        return rival.score >= DIFFERS
    return _odds(rival) >= (ODDS_FEW if _few(agreeing.place.mention) else ODDS) * _odds(agreeing)


def _elsewhere(place: Figure, score: float, likeness: Likeness) -> bool:
    """Whether nothing that is said of the figure is said of its like in the sources; an age is anybody's who is named."""
    return score < ELSEWHERE and place.mention.kind != "age" and likeness.words(place) >= ENOUGH


def _few(figure: Quantity) -> bool:
    return figure.unit is None and abs(figure.value[0]) < FEW


def _odds(candidate: Candidate[Quantity]) -> float:
    return candidate.score / (1.0 - candidate.score)


class _Printed:
    """The figures that the sources give without an approximator, so that the draft may too."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._bare = {
            (one.value[0], one.unit)
            for source in sources
            for one in source.doc.all(Quantity)
            if one.approximation is None and len(one.value) == 1
        }

    def ends(self, quantity: Quantity) -> bool:
        """Whether it is a range whose two ends are figures there, each of its own: "from 5 to 10"."""
        return len(quantity.value) == 2 and all((value, quantity.unit) in self._bare for value in quantity.value)

    def bare(self, quantity: Quantity) -> bool:
        return (quantity.value[0], quantity.unit) in self._bare


class _Said:
    """The figures of the draft, by sentence."""

    def __init__(self, draft: Document) -> None:
        self._values: defaultdict[Span, set[Decimal]] = defaultdict(set)
        for place in places(draft, Quantity):
            self._values[place.sentence].update(place.mention.value)

    def whole(self, place: Figure, other: Quantity) -> bool:
        """Whether the sentence has both ends of a range, each as a figure of its own: "from 5 to 10"."""
        return len(other.value) > 1 and self._values[place.sentence].issuperset(other.value)


def _far_apart(one: Quantity, two: Quantity) -> bool:
    """Whether two figures are too unlike in size for one to be a slip for the other; a slip of zeros keeps the digits."""
    a, b = abs(one.value[0]), abs(two.value[0])
    return a.normalize().as_tuple().digits != b.normalize().as_tuple().digits and max(a, b) > FAR * min(a, b)
