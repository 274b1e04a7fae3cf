"""Every date of the draft and the date that a source gives the same event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newslint.align.events import conflict
from newslint.align.places import Near, Place, by_sentence, nearness, places, share
from newslint.document import Document, Dossier, Source
from newslint.mentions import DateMatch, DateMention
from newslint.spans import Span

Day = Place[DateMention]
Having = Mapping[str, list[Day]]

DIFFERS = 0.5
"""Likeness of two passages from which dates that disagree are reported as different."""

LOOKED_UP = frozenset({"day", "month", "year", "season", "quarter"})
_VALUE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?")


def date_matches(dossier: Dossier) -> tuple[DateMatch, ...]:
    """One match for every day, month, season or year that the draft names in its own words."""
    near = nearness(dossier)
    having = {
        source.id: [place for place in places(source.doc, DateMention) if _readable(place.mention)] for source in dossier.sources
    }
    draft = (
        place
        for place in places(dossier.draft, DateMention)
        if _readable(place.mention) and _looked_up(place.mention, dossier.draft)
    )
    return tuple(
        match
        for sentence, group in by_sentence(draft).items()
        for match in _sentence(group, near[sentence], having, dossier.sources)
    )


def _readable(date: DateMention) -> bool:
    return date.type in ("DATE", "TIME") and bool(date.value) and not date.fault


def _looked_up(date: DateMention, draft: Document) -> bool:
    """Days, months and years; but not "this year" and "last summer", which few sources repeat,
    nor the day of publication itself."""
    if date.grain not in LOOKED_UP or (date.relative and date.grain not in ("day", "month")):
        return False
    today = draft.published and date.earliest == date.latest == draft.published
    return not today and not draft.quoted(date.span)


def _sentence(group: list[Day], near: Near, having: Having, sources: tuple[Source, ...]) -> Iterator[DateMatch]:
    taken: set[tuple[str, Span]] = set()
    left = []
    for place in group:
        agreeing = [
            (near.get((source, other.sentence), 0.0) + 0.5 * share(place.context, other.context), source, other)
            for source, others in having.items()
            for other in others
            if agree(place.mention, other.mention)
        ]
        if agreeing:
            score, source, other = max(agreeing, key=lambda found: (found[0], -found[2].mention.start))
            taken.add((source, other.mention.span))
            yield DateMatch(place.mention.span, "same", min(1.0, score), source, other.mention.span, place.mention, other.mention)
        elif not any(_published(place.mention, source) for source in sources):
            left.append(place)
    for place in left:
        rivals = sorted(_rivals(place, near, having, taken), key=lambda rival: (-rival[0], rival[2].mention.start))
        if rivals and rivals[0][0] >= DIFFERS:
            score, source, other = rivals[0]
            yield DateMatch(place.mention.span, "differs", score, source, other.mention.span, place.mention, other.mention)
        else:
            yield DateMatch(place.mention.span, "unsupported", 0.0, None, None, place.mention)


def _rivals(place: Day, near: Near, having: Having, taken: set[tuple[str, Span]]) -> Iterator[tuple[float, str, Day]]:
    """Dates of the same grain, in a passage about the same event, that say something else."""
    for source, others in having.items():
        for other in others:
            same_grain = place.mention.grain == other.mention.grain
            if same_grain and (source, other.mention.span) not in taken and not conflict(place.events, other.events):
                yield 0.6 * near.get((source, other.sentence), 0.0) + 0.4 * share(place.context, other.context), source, other


def agree(draft: DateMention, source: DateMention) -> bool:
    """Whether the source's time bears out the draft's: by their intervals where both are resolved,
    else by what both say. "Last year" does not bear out "June 2024".
    """
    if draft.earliest and draft.latest and source.earliest and source.latest:
        as_exact = source.latest - source.earliest <= 2 * (draft.latest - draft.earliest)
        return as_exact and draft.earliest <= source.latest and source.earliest <= draft.latest
    one, other = _said(draft), _said(source)
    common = one.keys() & other.keys()
    return bool(common) and all(one[part] == other[part] for part in common)


def _said(date: DateMention) -> dict[str, int]:
    """The parts of a date that its words give: year, month, day, weekday."""
    parts = {"weekday": date.weekday} if date.weekday is not None else {}
    if found := _VALUE.match(date.value):
        parts |= {name: int(digits) for name, digits in found.groupdict().items() if digits and digits.isdigit()}
    if date.weekday is None and date.earliest and date.earliest == date.latest:
        parts["weekday"] = date.earliest.weekday()
    return parts


def _published(date: DateMention, source: Source) -> bool:
    """Whether the draft names the day on which the source appeared."""
    day = source.doc.published
    return bool(day and date.earliest and date.latest and date.earliest <= day <= date.latest)
