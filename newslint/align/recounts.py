"""Figures that count again what the draft has counted before, and say otherwise."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from newslint.align.counterparts import Counterparts
from newslint.align.figures import (
    ATTRIBUTIVE,
    BEFORE_ONE,
    COMPOUND,
    COST,
    NEAR,
    REPEATED,
    TELLING,
    Figure,
    again,
    elsewhere,
    moved,
    named_after,
    near,
    other_place,
    others,
    overlap,
    refers_back,
    room,
    stems,
    told_apart,
    words_before,
    words_behind,
    zeros_apart,
)
from newslint.align.places import places
from newslint.align.values import agree, allows
from newslint.comparisons import Recount
from newslint.document import Document
from newslint.facts import Facts
from newslint.mentions import Attribution, DateMention, Quantity
from newslint.spans import Span

MOST = 8
"""Figures for the same from which on the draft keeps a tally, and none is told again."""

FEW = 5
"""Counts below this stand in any text for something else."""

GREAT = Decimal(10**5)
"""From which size on a figure may have lost three zeros, or have three too many."""


def recounts(doc: Document) -> tuple[Recount, ...]:
    """Every figure in the writer's own words that an earlier one for the same contradicts, in text order."""
    figures = [one for one in places(doc, Quantity) if len(one.mention.value) == 1 and not doc.quoted(one.mention.span)]
    same, great = _grouped(figures, _keys), _grouped(figures, _great)
    if not same and not great:
        return ()
    telling = _Telling(doc, Counterparts(next(iter(doc.all(Facts)), Facts()).nouns, figures))
    found: dict[Span, Recount] = {}
    for groups, told in ((great, telling.zeros), (same, telling.differs)):
        for group in groups:
            for at, other in enumerate(group):
                recount = _first(group[:at], other, told)
                if recount and recount.span not in found:
                    found[recount.span] = recount
    return tuple(sorted(found.values(), key=lambda one: one.span))


def _first(earlier: Sequence[Figure], other: Figure, told: Callable[[Figure, Figure], Recount | None]) -> Recount | None:
    """The first of the earlier figures that contradicts this one, where none of them says the same."""
    if any(one.mention.value == other.mention.value for one in earlier):
        return None
    return next((recount for one in earlier if (recount := told(one, other))), None)


def _grouped(figures: Sequence[Figure], keys: Callable[[Figure], Iterator[Hashable]]) -> list[list[Figure]]:
    """Figures that may be for the same: those that have a key in common, unless the draft keeps a tally of it."""
    groups: defaultdict[Hashable, list[Figure]] = defaultdict(list)
    for figure in figures:
        for key in keys(figure):
            groups[key].append(figure)
    return [group for group in groups.values() if 1 < len(group) <= MOST]


def _keys(figure: Figure) -> Iterator[Hashable]:
    """What the figure is for: those who met a fate, what is counted in so many words, "the £3m scheme"."""
    quantity, text = figure.mention, figure.doc.body
    if quantity.kind == "count" and quantity.unit is None and quantity.noun_span and quantity.value[0] > 1:
        if quantity.fate in ("killed", "hurt", "missing"):
            yield quantity.fate, quantity.noun
        counted = stems(figure)
        if len(counted) >= TELLING:
            yield counted, quantity.fate
        yield quantity.noun
        if len(said := words_behind(figure)) >= REPEATED:
            yield quantity.noun, said[:REPEATED]
        if whole := COMPOUND.match(text, quantity.end):  # "the 340-seat theatre"
            yield quantity.noun, whole["noun"]
    if quantity.kind in ("percent", "money") and (before := words_before(figure)):
        yield quantity.unit, before
    article = BEFORE_ONE.search(text, max(0, quantity.start - NEAR), quantity.start)
    behind = ATTRIBUTIVE.match(text, quantity.end)
    if article and behind and quantity.kind in ("money", "measure") and quantity.per is None:
        yield quantity.unit, behind["noun"]
    elif quantity.kind == "money" and quantity.per is None:
        yield from ((quantity.unit, word) for word in COST.findall(figure.around(NEAR, 0).lower()))


def _great(figure: Figure) -> Iterator[Hashable]:
    """A great figure that may have lost three zeros, or have three too many, by its first digit."""
    quantity = figure.mention
    if quantity.kind in ("money", "count", "measure") and quantity.per is None and abs(quantity.value[0]) >= GREAT:
        yield quantity.unit or quantity.noun, quantity.value[0].as_tuple().digits[0]
        yield "moved", figure.sentence  # "7.31 billion cases, down from 7.37 million"


@dataclass(frozen=True)
class _Telling:
    """What the words round two figures say of whether both are meant for the same."""

    doc: Document
    counterparts: Counterparts

    def zeros(self, one: Figure, other: Figure) -> Recount | None:
        """The same digits for the same, a thousand or a million times apart."""
        a, b = one.mention, other.mention
        telling = any(len(quantity.value[0].normalize().as_tuple().digits) > 1 for quantity in (a, b))
        if moved(one, other):
            return Recount(b.span, b, a, "zeros")
        if one.sentence == other.sentence or not zeros_apart(a, b):
            return None
        if named_after(one, other):
            return Recount(b.span, b, a, "zeros")
        if len(one.context & other.context) < (1 if telling else TELLING):
            return None
        return None if self._other_time(one, other, told=True) else Recount(b.span, b, a, "zeros")

    def differs(self, one: Figure, other: Figure) -> Recount | None:
        """Another figure for the same, of which no word says that it is of another time, place or part."""
        a, b = one.mention, other.mention
        if not near(a, b):
            return None
        if again(one, other):
            return None if self._other_time(one, other, told=True) or room(a, b) else Recount(b.span, b, a, "differs")
        if one.sentence == other.sentence or agree(a, b) or agree(b, a) or allows(a, b):
            return None
        if a.kind == "percent" or (a.kind == "money" and not refers_back(other)):
            return self._repeated(one, other)
        if not (a.fate and a.fate == b.fate) and not (refers_back(other, one) and max(a.value[0], b.value[0]) >= FEW):
            return None
        if any(elsewhere(figure) for figure in (one, other)) or others(one, other) or told_apart(one, other):
            return None
        if not self.counterparts.may_be(one, other) or other_place(one, other):
            return None
        if self._other_time(one, other) and not COMPOUND.match(other.doc.body, b.end) and not (b.unit and refers_back(other)):
            return None
        return Recount(b.span, b, a, "differs", self._tellers(one, other))

    def _repeated(self, one: Figure, other: Figure) -> Recount | None:
        """Another rate or sum behind the same words: "the average two-year loan costs"."""
        words = words_before(one)
        if not words or words != words_before(other) or other_place(one, other) or self._other_time(one, other, told=True):
            return None
        a, b = one.mention, other.mention
        return Recount(b.span, b, a, "differs", self._tellers(one, other))

    def _other_time(self, one: Figure, other: Figure, *, told: bool = False) -> bool:
        """Whether the two are of different times; with ``told``, only where each has one of its own."""
        here, there = self._times(one), self._times(other)
        if here and there:
            return not any(overlap(a, b) for a in here for b in there)
        return not told and any(time.grain not in ("day", "time") for time in (*here, *there))

    def _times(self, figure: Figure) -> list[DateMention]:
        times = self.doc.all(DateMention)
        first = bisect_left(times, figure.sentence.start, key=lambda time: time.start)
        last = bisect_left(times, figure.sentence.end, key=lambda time: time.start)
        return [time for time in times[first:last] if time.type in ("DATE", "TIME") and time.value != "PRESENT_REF"]

    def _tellers(self, one: Figure, other: Figure) -> tuple[Span, Span] | None:
        """Who tells each of the two, where it is not the same."""
        here, there = self._teller(one), self._teller(other)
        if not here or not there or here.of(self.doc.text).lower() == there.of(self.doc.text).lower():
            return None
        return here, there

    def _teller(self, figure: Figure) -> Span | None:
        told = (
            one for one in self.doc.all(Attribution) if one.content and one.source and one.content.covers(figure.mention.span)
        )
        return next((one.source for one in told), None)
