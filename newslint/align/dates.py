"""Every date of the draft and the date that a source gives the same event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import groupby
from typing import Literal

from newslint.align.lately import Lately
from newslint.align.occasions import Occasion, Occasions, occasions, written_on
from newslint.align.rivals import CLEARER, SAME_EVENT, Candidate, Events, Settled, best, settled
from newslint.align.times import LEVELS
from newslint.comparisons import DateMatch, Ground, Verdict
from newslint.document import Document, Dossier, Source
from newslint.mentions import Block, DateMention, Written
from newslint.spans import Cover, one_line

OTHER_EVENT = 0.08
"""Likeness below which a source that has the same date has it for something else."""

TELLING = 4
"""Words round a date that say enough of what it is about to tell that a source speaks of something else."""

FEW = 400
"""Dates in the sources that are all held against each of the draft's; of more only so many that share most words with it,
and the likest that has its value."""

SHOWN = 5
"""How many of the words that both have are named as grounds."""


How = Literal["", "finer", "elsewhere"]


def date_matches(dossier: Dossier) -> tuple[DateMatch, ...]:
    """One match for every day, month, season or year that the draft names in its own words."""
    return tuple(_matches(dossier))


def _matches(dossier: Dossier) -> Iterator[DateMatch]:
    dates = dossier.together(_Dates)
    having = dates.having
    own = occasions(dossier.draft)
    events = Events.of((*own, *(one for _, one in having.all)))
    for _, group in groupby(_wanted(dossier.draft, own), key=lambda one: one.sentence):
        found = [(one, dates.candidates(one)) for one in group]
        agreed = settled([candidates for _, candidates in found])
        for one, candidates in found:
            if match := _judged(one, candidates, agreed, having, events):
                yield match


def _wanted(draft: Document, own: Iterable[Occasion]) -> Iterator[Occasion]:
    """What the draft dates in its own words; not the line that says when it was written, nor "recently"."""
    dating = Cover([*(one.span for one in draft.all(Written)), *(b.span for b in draft.all(Block) if b.kind == "dateline")])
    for one in own:
        if not one.readable or one.listed or one.grain not in LEVELS:
            continue
        if not (dating.touches(one.mention.span) or draft.quoted(one.mention.span)):
            yield one


class _Dates:
    """The dates of the sources, and which of them those of the draft can be held against."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.having = Occasions(sources)
        self._first: dict[str, tuple[int]] = {}
        """Every value, and where the sources first have it."""
        for at, (_, one) in enumerate(self.having.all):
            if one.readable:
                self._first.setdefault(one.mention.value, (at,))
        self._lately = Lately[list[Candidate]]()

    def candidates(self, one: Occasion) -> list[Candidate]:
        """Those that it can be held against; the same for a date that says the same, of which the same is said."""
        return self._lately.of((one.said, *one.about.items()), lambda: self._candidates(one))

    def _candidates(self, one: Occasion) -> list[Candidate]:
        likeness, having = self.having.likeness(one), self.having.all

        def rank(at: int) -> tuple[float, int]:
            return -likeness.get(at, 0.0), at

        some: Iterable[int] = range(len(having))
        if len(having) > FEW:
            same = [at for at in likeness if having[at][1].mention.value == one.mention.value]
            first = self._first.get(one.mention.value, ())
            some = sorted({*nsmallest(FEW, likeness, key=rank), *nsmallest(1, same or first, key=rank)})
        found = ((at, *having[at]) for at in some)
        return [
            Candidate(at, source, other, likeness.get(at, 0.0), self.having.standing(one, at))
            for at, source, other in found
            if other.readable
        ]


def _judged(one: Occasion, candidates: list[Candidate], agreed: Settled, having: Occasions, events: Events) -> DateMatch | None:
    """What the sources say of a date; None where nothing can be said."""
    agreeing = best(candidates, "same", "vaguer")
    known = agreeing.likeness if agreeing else 0.0
    likest = [other for other in candidates if other.likeness >= max(SAME_EVENT, known + CLEARER)]
    free = (other for other in likest if other.standing == "apart" and agreed.leaves(other, known) and events.one(one, other))
    if rival := best(free, "apart"):
        return _match(one, rival, having, "differs")
    if agreeing and not _elsewhere(one, agreeing):
        return _match(one, agreeing, having, "same")
    if not _looked_up(one, having) or _open(candidates):
        return None
    if agreeing:
        return _match(one, agreeing, having, "unsupported", "elsewhere")
    finer = best(candidates, "finer")
    if finer and finer.likeness >= SAME_EVENT:
        return _match(one, finer, having, "unsupported", "finer")
    return DateMatch(one.mention.span, "unsupported", 0.0, None, None, one.mention)


def _elsewhere(one: Occasion, agreeing: Candidate) -> bool:
    """Whether the source says this date of something else. A day is too often the day of all that a story tells."""
    telling = LEVELS[one.grain] >= LEVELS["month"] and one.shift is None and len(one.stems) >= TELLING
    return telling and agreeing.standing == "same" and agreeing.likeness < OTHER_EVENT


def _open(candidates: list[Candidate]) -> bool:
    """Whether a source dates the event by words that only its own, unknown, day of publication would explain."""
    likest = best(candidates, "open")
    if likest is None or likest.likeness < SAME_EVENT:
        return False
    return likest.occasion.mention.relative and not likest.occasion.mention.anchored


def _looked_up(one: Occasion, having: Occasions) -> bool:
    """Whether no source having it is worth a question: it says which day, month or year it means, not
    "last summer", which few sources repeat, nor the day on which the draft or a source appeared.
    """
    date, written = one.mention, written_on(one.doc)
    if date.earliest is None or date.latest is None or LEVELS[one.grain] == LEVELS["week"]:
        return False
    if any(_on(day, one) for day in written | having.written):
        return False
    if date.relative and one.grain not in ("day", "month") and written:
        return abs(date.earliest.year - min(written).year) > 1
    return True


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
    telling = sorted(stems, key=lambda stem: (-having.rarity(stem, other.source) * one.stems[stem], one.places[stem]))[:SHOWN]
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
