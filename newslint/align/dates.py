"""Every date of the draft and the date that a source gives the same event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from newslint.align.occasions import Occasion, Occasions, occasions
from newslint.align.times import FAR, LEVELS, Standing, standing
from newslint.comparisons import DateMatch, Ground, Verdict
from newslint.document import Document, Dossier, Source
from newslint.mentions import Block, DateMention, Written
from newslint.spans import Cover, Span, one_line

SAME_EVENT = 0.35
"""Likeness of two occasions from which they are one event, so that another date there is a difference."""

SAME_SENTENCE = 0.7
"""Likeness from which the draft's sentence is the source's, so that its clauses need not be looked at."""

CLEARER = 0.2
"""How much more alike the place that disagrees must be than any that agrees."""

OTHER_EVENT = 0.08
"""Likeness below which a source that has the same date has it for something else."""

TELLING = 4
"""Words round a date that say enough of what it is about to tell that a source speaks of something else."""

FEW = 400
"""Dates in the sources that are all held against each of the draft's; of more only those that share a word or the value."""

SHOWN = 5
"""How many of the words that both have are named as grounds."""


How = Literal["", "finer", "elsewhere"]


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


def date_matches(dossier: Dossier) -> tuple[DateMatch, ...]:
    """One match for every day, month, season or year that the draft names in its own words."""
    return tuple(_matches(dossier))


def _matches(dossier: Dossier) -> Iterator[DateMatch]:
    having = Occasions(dossier.sources)
    by_value = _by_value(having)
    for _, group in groupby(_wanted(dossier), key=lambda one: one.sentence):
        found = [(one, _candidates(one, having, by_value)) for one in group]
        settled = _settled([candidates for _, candidates in found])
        for one, candidates in found:
            if match := _judged(one, candidates, settled, having, dossier.sources):
                yield match


def _wanted(dossier: Dossier) -> Iterator[Occasion]:
    """What the draft dates in its own words; not the line that says when it was written, nor "recently"."""
    draft = dossier.draft
    dating = Cover([*(one.span for one in draft.all(Written)), *(b.span for b in draft.all(Block) if b.kind == "dateline")])
    for one in occasions(draft):
        if _readable(one) and one.grain in LEVELS and not (dating.touches(one.mention.span) or draft.quoted(one.mention.span)):
            yield one


def _readable(one: Occasion) -> bool:
    date = one.mention
    return date.type in ("DATE", "TIME") and bool(date.value) and not (date.fault or one.back or one.posted)


def _by_value(having: Occasions) -> Mapping[str, list[int]]:
    by: dict[str, list[int]] = {}
    for at, (_, one) in enumerate(having.all):
        by.setdefault(one.mention.value, []).append(at)
    return by


def _candidates(one: Occasion, having: Occasions, by_value: Mapping[str, list[int]]) -> list[Candidate]:
    """The dates of the sources that it can be held against."""
    likeness = having.likeness(one)
    some: Iterable[int] = range(len(having.all))
    if len(having.all) > FEW:
        some = sorted({*likeness, *by_value.get(one.mention.value, ())})
    found = []
    for at in some:
        source, other = having.all[at]
        if _readable(other):
            found.append(Candidate(at, source, other, likeness.get(at, 0.0), standing(one, other)))
    return found


def _best(candidates: Iterable[Candidate], *standings: Standing) -> Candidate | None:
    """The most alike of those that stand so to the draft's date, the first of several."""
    fit = (one for one in candidates if one.standing in standings)
    return max(fit, key=lambda one: (one.likeness, -one.at), default=None)


def _settled(found: Iterable[list[Candidate]]) -> Settled:
    """What the dates of one sentence of the draft agree with."""
    same = [other for candidates in found for other in candidates if other.standing == "same"]
    best = [other for candidates in found if (other := _best(candidates, "same", "vaguer"))]
    return Settled(
        frozenset(other.at for other in best),
        frozenset(other.at for other in same),
        frozenset((other.source, other.occasion.sentence) for other in same),
    )


def _judged(
    one: Occasion, candidates: list[Candidate], settled: Settled, having: Occasions, sources: tuple[Source, ...]
) -> DateMatch | None:
    """What the sources say of a date; None where nothing can be said."""
    agreeing = _best(candidates, "same", "vaguer")
    known = agreeing.likeness if agreeing else 0.0
    likest = [other for other in candidates if other.likeness >= max(SAME_EVENT, known + CLEARER)]
    free = (other for other in likest if other.standing == "apart" and settled.leaves(other, known) and _one_event(one, other))
    if rival := _best(free, "apart"):
        return _match(one, rival, having, "differs")
    if agreeing and not _elsewhere(one, agreeing):
        return _match(one, agreeing, having, "same")
    if not _looked_up(one, sources) or _open(candidates):
        return None
    if agreeing:
        return _match(one, agreeing, having, "unsupported", "elsewhere")
    finer = _best(candidates, "finer")
    if finer and finer.likeness >= SAME_EVENT:
        return _match(one, finer, having, "unsupported", "finer")
    return DateMatch(one.mention.span, "unsupported", 0.0, None, None, one.mention)


def _one_event(one: Occasion, other: Candidate) -> bool:
    """Whether the very clauses of both dates have a word in common, unless the sentences are all but the same, and
    neither is the day of the telling where the other is that of the event.
    """
    if other.likeness >= SAME_SENTENCE:
        return True
    far = abs(LEVELS.get(one.grain, 0) - LEVELS.get(other.occasion.grain, 0)) > FAR
    if one.edition != other.occasion.edition or (far and other.likeness < SAME_EVENT + CLEARER):
        return False
    return one.told == other.occasion.told and bool(one.stated & other.occasion.stated)


def _elsewhere(one: Occasion, agreeing: Candidate) -> bool:
    """Whether the source says this date of something else. A day is too often the day of all that a story tells."""
    telling = LEVELS[one.grain] >= LEVELS["month"] and one.shift is None and len(one.stems) >= TELLING
    return telling and agreeing.standing == "same" and agreeing.likeness < OTHER_EVENT


def _open(candidates: list[Candidate]) -> bool:
    """Whether a source dates the event by words that only its own, unknown, day of publication would explain."""
    best = _best(candidates, "open")
    return (
        best is not None and best.likeness >= SAME_EVENT and best.occasion.mention.relative and not best.occasion.mention.anchored
    )


def _looked_up(one: Occasion, sources: tuple[Source, ...]) -> bool:
    """Whether no source having it is worth a question: it says which day, month or year it means, not
    "last summer", which few sources repeat, nor the day on which the draft or a source appeared.
    """
    date, written = one.mention, _written(one.doc)
    if date.earliest is None or date.latest is None or LEVELS[one.grain] == LEVELS["week"]:
        return False
    if any(_on(day, one) for doc in (one.doc, *(source.doc for source in sources)) for day in _written(doc)):
        return False
    if date.relative and one.grain not in ("day", "month") and written:
        return abs(date.earliest.year - min(written).year) > 1
    return True


def _written(doc: Document) -> set[dt.date]:
    """The days on which a text appeared or says that it was written."""
    return {doc.published, *(line.day for line in doc.all(Written))} - {None}  # type: ignore[return-value]


def _on(day: dt.date, one: Occasion) -> bool:
    """Whether a day is, or lies in, what a time names; in whatever year where it names none."""
    parts = {"year": day.year, "month": day.month, "day": day.day, "weekday": day.weekday()}
    return bool(one.parts) and all(parts.get(part) == value for part, value in one.parts.items())


def _match(one: Occasion, other: Candidate, having: Occasions, verdict: Verdict, how: How = "") -> DateMatch:
    return DateMatch(
        one.mention.span,
        verdict,
        min(1.0, other.likeness),
        other.source,
        other.occasion.mention.span,
        one.mention,
        other.occasion.mention,
        how,
        grounds=tuple(_grounds(one, other, having)),
    )


def _grounds(one: Occasion, other: Candidate, having: Occasions) -> Iterator[Ground]:
    """The words that both have round the date, and the days that each may mean."""
    stems = one.places.keys() & other.occasion.reach.keys()
    telling = sorted(stems, key=lambda stem: (-having.rarity(stem) * one.stems[stem], one.places[stem]))[:SHOWN]
    if telling:
        words = (one_line(one.places[stem].of(one.doc.text)) for stem in sorted(telling, key=lambda stem: one.places[stem]))
        yield Ground(f"both dates stand by {', '.join(words)}", round(min(1.0, other.likeness), 2))
    for whose, date in (("the draft", one), ("the source", other.occasion)):
        if date.mention.earliest and date.mention.latest:
            yield Ground(f"“{one_line(date.words)}” in {whose} is {_days(date.mention)}")


def _days(date: DateMention) -> str:
    """The days that a time may mean: "Friday 15 August 2025", "1 June 2024 to 30 June 2024"."""
    first, last = (f"{day.day} {day:%B %Y}" for day in (date.earliest, date.latest) if day)
    return f"{date.earliest:%A} {first}" if first == last else f"{first} to {last}"
