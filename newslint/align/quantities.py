"""Every figure of the draft and the figure of a source that stands in its place."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.align.events import conflict
from newslint.align.judging import Candidate, judged
from newslint.align.places import Place, keys, places, share
from newslint.align.sums import Sums
from newslint.align.values import agree, same_kind, same_noun
from newslint.comparisons import QuantityMatch
from newslint.document import Document, Dossier
from newslint.mentions import Quantity

Figure = Place[Quantity]

OTHER_NOUN = 0.6
"""What is left of the likeness of two places where the same figure counts other things."""

FAR = 50
"""How many times greater a figure may be than the one it is held against."""


def quantity_matches(dossier: Dossier) -> tuple[QuantityMatch, ...]:
    """One match for every figure of the draft in the writer's own words that can be looked up."""
    return tuple(_matches(dossier))


def _matches(dossier: Dossier) -> Iterator[QuantityMatch]:
    wanted = (place for place in places(dossier.draft, Quantity) if _looked_up(place.mention, dossier.draft))
    sums = Sums(dossier.sources)
    for place, verdict, found in judged(dossier, wanted, Quantity, _compared):
        quantity = place.mention
        if found:
            other = found.place.mention
            yield QuantityMatch(quantity.span, verdict, found.score, found.source, other.span, quantity, other)
        elif not sums.give(quantity):
            yield QuantityMatch(quantity.span, verdict, 0.0, None, None, quantity)


def _looked_up(quantity: Quantity, draft: Document) -> bool:
    return quantity.kind != "ordinal" and bool(quantity.value) and not draft.quoted(quantity.span)


def _compared(place: Figure, other: Figure, aligned: float) -> Candidate[Quantity] | None:
    """Figures that agree; or of the same kind, about the same, and saying something else."""
    one, two = place.mention, other.mention
    if not same_kind(one, two):
        return None
    score = 0.55 * aligned + 0.45 * share(place.context, other.context)
    noun = same_noun(one, two)
    if agree(one, two):
        if noun is False:
            score *= OTHER_NOUN
        return Candidate(other, score, agrees=True) if score > 0 or _telling(one) else None
    if noun is False or not same_kind(one, two, strict=True) or _far_apart(one, two) or conflict(place.events, other.events):
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


def _telling(quantity: Quantity) -> bool:
    """Whether a figure is rare enough that finding it anywhere in a source is support."""
    return abs(quantity.value[0]) >= 10 or quantity.unit is not None
