"""Every figure of the draft and the figure of a source that stands in its place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from newslint.align.events import conflict
from newslint.align.judging import Candidate, judged
from newslint.align.places import Place, keys, places, share
from newslint.align.values import agree, rounds_to
from newslint.comparisons import QuantityMatch
from newslint.document import Document, Dossier
from newslint.mentions import Quantity
from newslint.words import word_set

Figure = Place[Quantity]

SAME_THING = tuple(
    word_set(row)
    for row in (
        "soldier troop serviceman servicemember personnel fighter combatant",
        "person victim civilian resident passenger people casualty fatality death",
        "job position post worker employee staff",
        "home house household property building",
        "student pupil child schoolchild",
        "officer policeman police",
        "vehicle car",
        "case infection",
        "country nation state",
    )
)
"""Nouns that news copy uses for one another."""

OTHER_NOUN = 0.6
"""What is left of the likeness of two places where the same figure counts other things."""

FAR = 50
"""How many times greater a figure may be than the one it is held against."""

NEIGHBOURS = 300
"""How far apart two figures may stand, in characters, that a writer adds up."""


def quantity_matches(dossier: Dossier) -> tuple[QuantityMatch, ...]:
    """One match for every figure of the draft in the writer's own words that can be looked up."""
    return tuple(_matches(dossier))


def _matches(dossier: Dossier) -> Iterator[QuantityMatch]:
    wanted = (place for place in places(dossier.draft, Quantity) if _looked_up(place.mention, dossier.draft))
    for place, verdict, found in judged(dossier, wanted, Quantity, _compared):
        quantity = place.mention
        if found:
            other = found.place.mention
            yield QuantityMatch(quantity.span, verdict, found.score, found.source, other.span, quantity, other)
        elif not _worked_out(quantity, dossier):
            yield QuantityMatch(quantity.span, verdict, 0.0, None, None, quantity)


def _looked_up(quantity: Quantity, draft: Document) -> bool:
    return quantity.kind != "ordinal" and bool(quantity.value) and not draft.quoted(quantity.span)


def _compared(place: Figure, other: Figure, aligned: float) -> Candidate[Quantity] | None:
    """Figures that agree; or of the same kind, about the same, and saying something else."""
    one, two = place.mention, other.mention
    if not _same_kind(one, two):
        return None
    score = 0.55 * aligned + 0.45 * share(place.context, other.context)
    noun = _same_noun(one, two)
    if agree(one, two):
        if noun is False:
            score *= OTHER_NOUN
        return Candidate(other, score, agrees=True) if score > 0 or _telling(one) else None
    if noun is False or not _same_kind(one, two, strict=True) or _far_apart(one, two) or conflict(place.events, other.events):
        return None
    named = noun is True and (_spoken_of(place, other) or _spoken_of(other, place))
    return Candidate(other, score + (0.15 if noun else 0.0) + (0.25 if named else 0.0), agrees=False)


def _far_apart(one: Quantity, two: Quantity) -> bool:
    """Whether two figures are too unlike in size for one to be a slip for the other; a slip of zeros keeps the digits."""
    a, b = abs(one.value[0]), abs(two.value[0])
    return a.normalize().as_tuple().digits != b.normalize().as_tuple().digits and max(a, b) > FAR * min(a, b)


def _spoken_of(place: Figure, other: Figure) -> bool:
    """Whether all that the one says of what it counts ("North Korean troops") stands round the other."""
    span = place.mention.noun_span
    said = keys(span.of(place.doc.body)) if span else frozenset()
    return len(said) > 1 and said - keys(place.mention.noun or "") <= other.context


def _same_noun(one: Quantity, other: Quantity) -> bool | None:
    """Whether both count the same; None where one does not say what it counts. "39 dead" are 39 people killed."""
    if one.fate and one.fate == other.fate:
        return True
    if one.noun is None or other.noun is None:
        return None if one.unit is None and other.unit is None else one.unit == other.unit
    return one.noun == other.noun or any(one.noun in group and other.noun in group for group in SAME_THING)


def _same_kind(one: Quantity, other: Quantity, *, strict: bool = False) -> bool:
    """Whether the figures may be held against each other: the same unit, or the same sort of thing."""
    if {one.kind, other.kind} == {"ratio", "percent"}:
        return True
    kinds = {one.kind, other.kind}
    if one.scale and other.scale and one.unit != other.unit:
        return one.scale.dimension == other.scale.dimension and (not strict or one.per == other.per)
    if one.unit != other.unit:
        allowed = {"count", "measure"} if one.noun or other.noun else {"count", "measure", "age"}
        return not strict and None in (one.unit, other.unit) and kinds <= allowed
    return len(kinds) == 1 or (not strict and kinds <= {"count", "measure", "age", "ordinal", "ratio"})


def _telling(quantity: Quantity) -> bool:
    """Whether a figure is rare enough that finding it anywhere in a source is support."""
    return abs(quantity.value[0]) >= 10 or quantity.unit is not None


def _worked_out(quantity: Quantity, dossier: Dossier) -> bool:
    """Whether the figure is the sum or the difference of two neighbouring figures of the same kind
    in a source, or the rest of a hundred per cent.
    """
    figure = quantity.value[0]
    rest = {100 - one.value[0] for source in dossier.sources for one in source.doc.all(Quantity) if one.kind == "percent"}
    if quantity.kind == "percent" and figure in rest:
        return True
    for source in dossier.sources:
        alike = [one for one in source.doc.all(Quantity) if _same_kind(quantity, one, strict=True) and len(one.value) == 1]
        for one, two in combinations(alike, 2):
            near = two.start - one.end <= NEIGHBOURS
            a, b = one.value[0], two.value[0]
            if near and _same_noun(one, two) and (rounds_to(a + b, figure) or rounds_to(abs(a - b), figure)):
                return True
    return False
