"""Every date of the draft and the date that a source gives the same event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from newslint.align.events import conflict
from newslint.align.judging import Candidate, judged
from newslint.align.places import Place, places, share
from newslint.comparisons import DateMatch
from newslint.document import Document, Dossier, Source
from newslint.mentions import Block, DateMention, Grain, Written
from newslint.spans import Cover

Day = Place[DateMention]

LOOKED_UP = frozenset({"day", "month", "year", "season", "quarter"})
LONGEST = {"day": dt.timedelta(days=7), "month": dt.timedelta(days=31)}
"""How long a settled day (or a run of days), and a settled month, may be."""


def date_matches(dossier: Dossier) -> tuple[DateMatch, ...]:
    """One match for every day, month, season or year that the draft names in its own words."""
    return tuple(_matches(dossier))


def _matches(dossier: Dossier) -> Iterator[DateMatch]:
    draft = dossier.draft
    dating = Cover([*(one.span for one in draft.all(Written)), *(b.span for b in draft.all(Block) if b.kind == "dateline")])
    stated = (place for place in places(draft, DateMention) if not dating.touches(place.mention.span))
    wanted = (place for place in stated if _looked_up(place.mention, draft))
    for place, verdict, found in judged(dossier, wanted, DateMention, _compared):
        date = place.mention
        if found:
            other = found.place.mention
            yield DateMatch(date.span, verdict, found.score, found.source, other.span, date, other)
        elif date.anchored and not _published(place, dossier.sources):
            yield DateMatch(date.span, verdict, 0.0, None, None, date)


def _looked_up(date: DateMention, draft: Document) -> bool:
    """Days, months and years that say which; not "this year" or "last summer", which few sources
    repeat, and not what is left open, such as "the end of the month" in a draft without a date.
    """
    if not _readable(date) or _grain(date) not in LOOKED_UP or draft.quoted(date.span) or not (date.anchored or _said(date)):
        return False
    near_today = date.relative and _grain(date) not in ("day", "month")
    if near_today and date.earliest and draft.published:
        near_today = abs(date.earliest.year - draft.published.year) <= 1
    return not near_today


def _readable(date: DateMention) -> bool:
    return date.type in ("DATE", "TIME") and bool(date.value) and not date.fault


def _compared(place: Day, other: Day, aligned: float) -> Candidate[DateMention] | None:
    """Dates that agree; or of the same grain, about the same event, and saying something else."""
    one, two = place.mention, other.mention
    if not _readable(two):
        return None
    score = 0.6 * aligned + 0.4 * share(place.context, other.context)
    if agree(one, two) or _same_words(place, other):
        return Candidate(other, score, agrees=True)
    comparable = _grain(one) == _grain(two) and _said(one).keys() & _said(two).keys() and not conflict(place.events, other.events)
    return Candidate(other, score, agrees=False) if comparable else None


def _grain(date: DateMention) -> Grain:
    """Its grain; an hour of a named day is looked up as that day."""
    return "day" if date.grain == "time" and date.anchored else date.grain


def _same_words(place: Day, other: Day) -> bool:
    """Both say "last month", and nobody knows when one of them was written."""
    if place.mention.anchored and other.mention.anchored:
        return False
    return place.mention.span.of(place.doc.text).lower() == other.mention.span.of(other.doc.text).lower()


def agree(draft: DateMention, source: DateMention) -> bool:
    """Whether the source's time bears out the draft's: by their intervals where both are resolved,
    else by what both say. "Last year" does not bear out "June 2024".
    """
    if draft.earliest and draft.latest and source.earliest and source.latest and not (_unsettled(draft) or _unsettled(source)):
        as_exact = source.latest - source.earliest <= 2 * (draft.latest - draft.earliest)
        return as_exact and draft.earliest <= source.latest and source.earliest <= draft.latest
    one, other = _said(draft), _said(source)
    common = one.keys() & other.keys()
    return bool(common) and all(one[part] == other[part] for part in common)


def _unsettled(date: DateMention) -> bool:
    """Whether the year is open: "October 25" may be the last one or the next."""
    if not (date.relative and date.earliest and date.latest):
        return False
    return date.latest - date.earliest > LONGEST.get(_grain(date), dt.timedelta.max)


def _said(date: DateMention) -> dict[str, int]:
    """The parts of a date that its words give, or that its resolution settles: year, month, day, weekday."""
    parts = {"weekday": date.weekday} if date.weekday is not None else {}
    parts |= {name: part for name in ("year", "month", "day") if (part := getattr(date, name)) is not None}
    if _unsettled(date):
        parts.pop("year", None)
    elif date.weekday is None and date.earliest and date.earliest == date.latest:
        parts["weekday"] = date.earliest.weekday()
    return parts


def _published(place: Day, sources: tuple[Source, ...]) -> bool:
    """Whether the draft names the day on which it, or one of its sources, appeared."""
    days = {place.doc.published, *(source.doc.published for source in sources)} - {None}
    date = place.mention
    return any(day and date.earliest and date.latest and date.earliest <= day <= date.latest for day in days)
