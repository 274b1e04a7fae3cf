"""Every figure of the draft and the figure of a source that stands in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from newslint.align.events import conflict
from newslint.align.places import Near, Place, by_sentence, keys, nearness, places, share
from newslint.align.values import agree, rounds_to
from newslint.document import Document, Dossier
from newslint.mentions import Quantity, QuantityMatch
from newslint.spans import Span
from newslint.words import word_set

Figure = Place[Quantity]
Having = Mapping[str, list[Figure]]

DIFFERS = 0.5
"""Likeness of two places from which figures that disagree are reported as different."""

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


def quantity_matches(dossier: Dossier) -> tuple[QuantityMatch, ...]:
    """One match for every figure of the draft in the writer's own words that can be looked up."""
    near = nearness(dossier)
    having = {source.id: list(places(source.doc, Quantity)) for source in dossier.sources}
    draft = (place for place in places(dossier.draft, Quantity) if _comparable(place.mention, dossier.draft))
    return tuple(match for sentence, group in by_sentence(draft).items() for match in _sentence(group, near[sentence], having))


def _comparable(quantity: Quantity, draft: Document) -> bool:
    return quantity.kind != "ordinal" and bool(quantity.value) and not draft.quoted(quantity.span)


def _sentence(group: list[Figure], near: Near, having: Having) -> Iterator[QuantityMatch]:
    """Figures of one sentence: those that agree first, so that what is left over faces what is left over."""
    taken: set[tuple[str, Span]] = set()
    left = []
    for place in group:
        if found := _supported(place, near, having):
            source, other, score = found
            taken.add((source, other.mention.span))
            yield QuantityMatch(place.mention.span, "same", score, source, other.mention.span, place.mention, other.mention)
        else:
            left.append(place)
    for place in left:
        rivals = sorted(_rivals(place, near, having, taken), key=lambda rival: (-rival[0], rival[2].mention.start))
        if rivals and rivals[0][0] >= DIFFERS:
            score, source, other = rivals[0]
            yield QuantityMatch(place.mention.span, "differs", score, source, other.mention.span, place.mention, other.mention)
        elif not _worked_out(place, near, having):
            yield QuantityMatch(place.mention.span, "unsupported", 0.0, None, None, place.mention)


def _supported(place: Figure, near: Near, having: Having) -> tuple[str, Figure, float] | None:
    """The source figure that agrees, in the passage most like this one; a small number must stand in a like passage."""
    best: tuple[float, str, Figure] | None = None
    for source, others in having.items():
        for other in others:
            if not _same_kind(place.mention, other.mention) or not agree(place.mention, other.mention):
                continue
            score = near.get((source, other.sentence), 0.0) + 0.5 * share(place.context, other.context)
            score += 0.3 * (_same_noun(place.mention, other.mention) is True)
            if (score > 0 or _telling(place.mention)) and (best is None or score > best[0]):
                best = (score, source, other)
    return (best[1], best[2], min(1.0, best[0])) if best else None


def _rivals(place: Figure, near: Near, having: Having, taken: set[tuple[str, Span]]) -> Iterator[tuple[float, str, Figure]]:
    """Figures that stand where this one stands, and say something else."""
    for source, others in having.items():
        for other in others:
            if (source, other.mention.span) in taken or not _same_kind(place.mention, other.mention, strict=True):
                continue
            score = _likeness(place, other, near.get((source, other.sentence), 0.0))
            if score > 0 and not conflict(place.events, other.events):
                yield score, source, other


def _likeness(place: Figure, other: Figure, aligned: float) -> float:
    """How surely two figures stand in the same place, from 0 to 1."""
    noun = _same_noun(place.mention, other.mention)
    if noun is False:
        return 0.0
    local = share(place.context, other.context)
    named = noun is True and (_spoken_of(place, other) or _spoken_of(other, place))
    return 0.55 * aligned + 0.45 * local + (0.15 if noun else 0.0) + (0.25 if named else 0.0)


def _spoken_of(place: Figure, other: Figure) -> bool:
    """Whether all that the one says of what it counts ("North Korean troops") stands round the other."""
    span = place.mention.noun_span
    said = keys(span.of(place.doc.body)) if span else frozenset()
    head = keys(place.mention.noun or "")
    return len(said) > 1 and said - head <= other.context


def _same_noun(one: Quantity, other: Quantity) -> bool | None:
    """Whether both count the same; None where one does not say what it counts."""
    if one.noun is None or other.noun is None:
        return None if one.unit is None and other.unit is None else one.unit == other.unit
    return one.noun == other.noun or any(one.noun in group and other.noun in group for group in SAME_THING)


def _same_kind(one: Quantity, other: Quantity, *, strict: bool = False) -> bool:
    """Whether the figures may be held against each other: the same unit, or the same sort of thing."""
    if one.unit != other.unit:
        return not strict and None in (one.unit, other.unit) and {one.kind, other.kind} <= {"count", "measure", "age"}
    kinds = {one.kind, other.kind}
    return len(kinds) == 1 or (not strict and kinds <= {"count", "measure", "age", "ordinal", "ratio"})


def _telling(quantity: Quantity) -> bool:
    """Whether a figure is rare enough that finding it anywhere in a source is support."""
    return abs(quantity.value[0]) >= 10 or quantity.unit is not None


def _worked_out(place: Figure, near: Near, having: Having) -> bool:
    """Whether the figure is the sum or the difference of two figures of one source about the same."""
    figure = place.mention.value[0]
    for source, others in having.items():
        alike = [other for other in others if _same_kind(place.mention, other.mention) and len(other.mention.value) == 1]
        close = [other for other in alike if near.get((source, other.sentence), 0.0) > 0][:12]
        for one, two in combinations(close, 2):
            a, b = one.mention.value[0], two.mention.value[0]
            if rounds_to(a + b, figure) or rounds_to(abs(a - b), figure):
                return True
    return False
