"""Every figure of the draft and the figure of a source that stands in its place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from newslint.align.coins import as_money_of
from newslint.align.counterparts import Counterparts
from newslint.align.derived import Derived
from newslint.align.events import BEFELL, conflict
from newslint.align.idioms import idioms
from newslint.align.judging import Candidate, Compare, Having, Near, judged
from newslint.align.lately import Lately
from newslint.align.numerals import Numerals
from newslint.align.places import Place, places
from newslint.align.segments import Segments
from newslint.align.settling import DIFFERS, Exchanged, few, settled
from newslint.align.shorthand import Shorthand
from newslint.align.slots import LEAD_REACH, Likeness
from newslint.align.sums import Sums
from newslint.align.values import agree, allows, arithmetic, firmer, same_kind, same_noun, vague
from newslint.comparisons import Ground, QuantityMatch, Verdict
from newslint.document import Document, Dossier, Source
from newslint.facts.nouns import Nouns
from newslint.kept.regexes import compiled
from newslint.mentions import Quantity
from newslint.spans import Span

Figure = Place[Quantity]

ODDS, ODDS_FEW = 100.0, 5.0
"""How many times likelier the slot of what disagrees must be than the slot of what agrees; the second
where what agrees is a small count ("three"), which stands in any text for something else.
"""

TELLS, LIKELY = 0.55, 0.45
"""How near a sentence is that tells the very same, and the likeness of slots that is enough there, if what agrees is far."""

NEAR = 0.15
"""How near the sentence of a figure that disagrees must be, unless it has all that is said of those
counted; one that agrees may stand anywhere.
"""

ALIKE = 0.5
"""Likeness of two slots from which a figure that lost its "about" is one and the same."""

ELSEWHERE, ENOUGH, SOME = 0.04, 6, 4
"""Likeness below which a figure that agrees stands for something else, where so many words say what it is here, and there."""

TELLING_DIGITS = 3
"""From so many digits on a figure is no round one, and whatever comes near it is likely to be it."""

CERTAIN = 0.8
"""Likeness of two slots from which a figure that disagrees is excused by no sum but its own: 27 for 21 and 6."""

FAR = 10
"""How many times greater a figure may be than the one it is held against."""


_TENS = compiled(r"\b(?:twen|thir|for|fif|six|seven|eigh|nine)ty[ -]$", re.IGNORECASE)
_TENS_REACH = 10
_NAMED = compiled(r"[ -](?:[A-Z]|century\b)")
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
    said, printed, lately = _Said(dossier.draft), dossier.together(_Printed), dossier.together(_Known)
    figures = (figure for doc in (dossier.draft, *(source.doc for source in dossier.sources)) for figure in places(doc, Quantity))
    known = tuple(figures)
    counterparts, segments = Counterparts(likeness.nouns, known), Segments(known)

    def compared(place: Figure, other: Figure, aligned: float) -> Candidate[Quantity] | None:
        candidate = _compared(place, other, aligned, likeness)  # first: most are of another kind
        apart = candidate and (segments.apart(place, other) or _fates_apart(place, other, segments))
        return None if apart else candidate

    def find(place: Figure, near: Near) -> Sequence[Candidate[Quantity]]:
        found = lately.candidates(place, near, compared, segments)
        return [one for one in found if one.agrees or one.score < LIKELY or counterparts.may_be(place, one.place)]

    exchanged, shorthand = Exchanged(segments, known, dossier), Shorthand(dossier)
    borne = _BorneOut(Derived(dossier), Sums(dossier, likeness.nouns), printed, numerals)
    for place, verdict, found in exchanged.told(settled(judged(dossier, wanted, find, _outweighs))):
        if not exchanged.has(place) and borne.out(place, verdict, found):
            continue
        slip = shorthand.slip(place) if verdict == "unsupported" else None
        drifts = found and not printed.bare(place.mention) and not said.whole(place, found.place.mention)
        yield slip or _match(place, verdict, found, likeness, drifts=bool(drifts))


def _match(
    place: Figure, verdict: Verdict, found: Candidate[Quantity] | None, likeness: Likeness, *, drifts: bool
) -> QuantityMatch:
    quantity = place.mention
    if found is None:
        return QuantityMatch(quantity.span, verdict, 0.0, None, None, quantity)
    other = found.place.mention
    grounds = (*likeness.grounds(place, found.place, found.aligned), Ground(arithmetic(quantity, other), None))
    same = verdict == "same"
    drifted = same and found.score >= ALIKE and drifts and firmer(quantity, other)
    elsewhere = same and _elsewhere(place, found, likeness)
    told = quantity.span, verdict, found.score, found.source, other.span
    return QuantityMatch(*told, quantity, other, drifted, elsewhere, grounds=grounds)


class _Known:
    """The figures of the sources, and what those of drafts were lately found to be held against."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._having = Having(sources, Quantity)
        self._lately = Lately[list[Candidate[Quantity]]]()

    def candidates(
        self, place: Figure, near: Near, compare: Compare[Quantity], segments: Segments
    ) -> Sequence[Candidate[Quantity]]:
        """What a figure may be held against, as far as its own sentence and a few words before it say."""
        told = self._told(place, segments)
        return self._lately.of(told, lambda: list(self._having.candidates(place, near, compare)))

    def _told(self, place: Figure, segments: Segments) -> Hashable:
        """All that this rests on."""
        sentence, text = place.sentence, place.doc.body
        before = text[max(0, sentence.start - LEAD_REACH) : sentence.start]
        mention = place.mention.moved(-sentence.start)
        return before, sentence.of(text), mention, *(span.moved(-sentence.start) for span in segments.spans(place))


@dataclass(frozen=True)
class _BorneOut:
    """What the sources bear out though none of their figures does."""

    derived: Derived
    sums: Sums
    printed: _Printed
    numerals: Numerals

    def out(self, place: Figure, verdict: Verdict, found: Candidate[Quantity] | None) -> bool:
        """Whether the figure may be passed over: it is worked out, or stands there where none was read."""
        if verdict == "same":
            return False
        if found is None and (self.printed.ends(place.mention) or self.derived.give(place)):
            return True
        sure = found.place.mention if found and found.score >= CERTAIN else None
        return self.sums.give(place.mention, sure) or (sure is None and self.numerals.stray(place.mention))


def _looked_up(quantity: Quantity, draft: Document) -> bool:
    part = _TENS.search(draft.body, max(0, quantity.start - _TENS_REACH), quantity.start)  # of "twenty 3 years"
    named = quantity.kind == "ordinal" and _NAMED.match(draft.body, quantity.figure.end)
    return bool(quantity.value) and not part and not named and not draft.quoted(quantity.span)


def _compared(place: Figure, other: Figure, aligned: float, likeness: Likeness) -> Candidate[Quantity] | None:
    """Figures that agree; or of the same kind, about the same, and saying something else."""
    one, two = as_money_of(place, other), as_money_of(other, place)
    if not same_kind(one, two):
        return None
    agrees = agree(one, two)
    if not agrees and not (_rivals(place, other, likeness.nouns) and (aligned >= NEAR or likeness.told(place, other))):
        return None
    return Candidate(other, likeness.of(place, other, aligned), agrees)


def _fates_apart(place: Figure, other: Figure, segments: Segments) -> bool:
    """Whether those counted met with something else: 14 killed are not 14 hurt."""
    one, two = place.mention.fate, other.mention.fate
    if not one and not two:
        return False
    if one and two:
        return one != two
    told = segments.events(other if one else place) & BEFELL
    return bool(told) and (one or two) in BEFELL and (one or two) not in told


def _rivals(place: Figure, other: Figure, nouns: Nouns) -> bool:
    one, two = as_money_of(place, other), as_money_of(other, place)
    if same_noun(one, two, nouns) is False or not same_kind(one, two, strict=True) or conflict(place.events, other.events):
        return False
    return not _far_apart(one, two) and not (vague(two) and allows(two, one))


def _outweighs(rival: Candidate[Quantity], agreeing: Candidate[Quantity] | None) -> bool:
    far = agreeing is None or (agreeing.aligned < rival.aligned / 2 and _odds(rival) >= ODDS_FEW * _odds(agreeing))
    if far and rival.aligned >= TELLS and rival.score >= LIKELY:  # its sentence tells the very same
        return True
    if rival.score < DIFFERS or agreeing is None:
        return rival.score >= DIFFERS
    return _odds(rival) >= (ODDS_FEW if few(agreeing.place.mention) else ODDS) * _odds(agreeing)


def _elsewhere(place: Figure, found: Candidate[Quantity], likeness: Likeness) -> bool:
    """Whether nothing that is said of the figure is said of its like in the sources; an age is anybody's who is named,
    and so is what a few words tell of somebody ("He was 95"). A figure that rounds a telling one is that one.
    """
    if found.score >= ELSEWHERE or place.mention.kind == "age" or _rounds(place.mention, found.place.mention):
        return False
    return likeness.words(place) >= ENOUGH and likeness.words(found.place) >= SOME


def _rounds(one: Quantity, other: Quantity) -> bool:
    """Whether the source's figure is no round one, and the draft's comes near it: "more than 8,000" for 8,160."""
    exact = len(other.value[0].normalize().as_tuple().digits) >= TELLING_DIGITS
    return exact and one.value != other.value and abs(one.value[0] - other.value[0]) * 20 <= abs(other.value[0])


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
