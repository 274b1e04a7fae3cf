"""The few stories of an index that are nearest to a draft, or that have some words."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING, Any, TypeVar

from newslint.archive.file import about
from newslint.archive.stories import Kept, Story, day_of, unpacked
from newslint.archive.terms import LONGEST

if TYPE_CHECKING:
    import sqlite3

T = TypeVar("T")

POSTINGS = 20_000
"""Entries of the index that are looked at for one draft: those of its rarest terms, which tell the most."""

RAREST = 80
"""Terms of a draft that the index is asked for."""

SHORTLIST = 600
"""Stories with most of these terms, that are then weighed by their length and day."""

CANDIDATES = 60
"""Stories that are then weighed by all of their terms."""

FLOOR = 0.2
"""Likeness that a story must have: two stories of one event mostly have it, two of one subject mostly have not."""

SHARE = 0.3
"""Share of the weight of the draft's terms that does, too: of a summary a long story has nearly all."""

SAME = 0.85
"""Share of the words of both from which a story is the draft once more, or of the same pattern, and no evidence for it."""

FADES = 90
"""Days in which a story loses half of what its nearness in time gives it."""

_NEAR = 0.3
"""How much of a score is nearness in time."""

_CHUNK = 500
"""Values of one statement; SQLite was once built for 999 at most."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: the terms of a draft, its day, the keys that are the draft itself, and its headline."""

    terms: Sequence[str]
    published: dt.date | None = None
    without: frozenset[str] = frozenset()
    headline: str = ""

    def is_version(self, key: str, day: dt.date | None, headline: str) -> bool:
        """Whether a story that has nearly all of the draft's words, or its name, is an earlier version of it: what is made after
        the same pattern every day has another day, or headline."""
        return key in self.without or bool(day and day == self.published and headline and headline == self.headline)


def nearest(db: sqlite3.Connection, sought: Sought) -> Iterator[Kept]:
    """The stories about what the draft is about, the nearest first, and earlier versions of it; none that appeared later."""
    total = int(about(db, "stories") or 0)
    counts = _counts(db, sought.terms)
    weights = {term: _weight(counts.get(term, 0), total) for term in sought.terms}
    whole = math.fsum(weights.values())
    found = []
    for id_, key, published, headline, terms in _candidates(db, sought, counts, weights):
        theirs = unpacked(terms).split()
        share = math.fsum(weights[term] for term in weights.keys() & theirs) / whole
        alike = _likeness(share, sought.terms, len(theirs))
        if alike >= FLOOR or share >= SHARE:
            day = day_of(published)
            near = _nearness(day.toordinal() if day else None, sought.published)
            found.append((-alike * near, key, id_, headline, day, alike, theirs))
    for _, key, id_, headline, day, alike, theirs in sorted(found, key=lambda row: row[:2]):
        alone = key not in sought.without and not _same(sought.terms, theirs)
        if alone or sought.is_version(key, day, headline):
            yield Kept(_story(db, id_), headline, round(min(alike, 1.0), 3), tuple(theirs), version=not alone)


def _likeness(share: float, ours: Sequence[str], theirs: int) -> float:
    """How alike a draft and a story are, of which the story has this share of the draft's weight: the mean (geometric) of this
    and of the story's share, so that a long story is not near to everything; from the numbers of their terms."""
    return share * math.sqrt(len(ours) / theirs) if theirs else 0.0


def spelling(db: sqlite3.Connection, names: Iterable[str], without: Iterable[str] = ()) -> dict[str, int]:
    """How many stories have each of these names, folded; stories of the keys ``without`` do not count."""
    counts = _counts(db, sorted(f"n{name[:LONGEST]}" for name in names))
    for key in sorted(without):
        for (terms,) in db.execute("SELECT terms FROM stories WHERE key = ?", (key,)):
            for term in counts.keys() & unpacked(terms).split():
                counts[term] -= 1
    return {term[1:]: number for term, number in counts.items()}


def _same(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether two stories have nearly all of their words in common, whatever days and names they give."""
    mine, others = ({term for term in terms if term[0] == "w"} for terms in (ours, theirs))
    return len(mine & others) >= SAME * max(len(mine), len(others), 1)


def having(db: sqlite3.Connection, terms: Iterable[str], most: int) -> Iterator[Kept]:
    """The stories that have all of these terms, the youngest first."""
    terms = [*terms]
    if not terms:
        return
    asked = " AND ".join(f'"{term}"' for term in terms)
    ids = [row[0] for row in db.execute("SELECT rowid FROM found WHERE found MATCH ?", (asked,))]
    rows = [
        row
        for chunk in _chunks(ids)
        for row in db.execute(f"SELECT id, key, published, headline FROM stories {_of(chunk)}", chunk)
    ]
    rows.sort(key=lambda row: row[1])
    rows.sort(key=lambda row: row[2] or "", reverse=True)
    for id_, _, _, headline in rows[:most]:
        yield Kept(_story(db, id_), headline)


def _counts(db: sqlite3.Connection, terms: Sequence[str]) -> dict[str, int]:
    """How many stories have each of the terms that any has."""
    counts: dict[str, int] = {}
    for chunk in _chunks(terms):
        marks = ",".join("?" * len(chunk))
        counts.update(db.execute(f"SELECT term, stories FROM terms WHERE term IN ({marks})", chunk).fetchall())
    return {term: counts[term] for term in terms if term in counts}


def _weight(stories: int, total: int) -> float:
    """How much a term tells: the rarer in the archive, the more."""
    return math.log(1 + total / (1 + stories))


def _candidates(
    db: sqlite3.Connection, sought: Sought, counts: Mapping[str, int], weights: Mapping[str, float]
) -> Iterator[tuple[Any, ...]]:
    """The stories that are likely to be nearest by the draft's rarest terms, each with all that it takes to weigh it."""
    shared: dict[int, float] = defaultdict(float)
    left = POSTINGS
    for term in sorted(counts, key=lambda term: (counts[term], term))[:RAREST]:
        left -= counts[term]
        if left < 0 and shared:
            break
        weight = weights[term]
        for (id_,) in db.execute("SELECT rowid FROM found WHERE found MATCH ?", (f'"{term}"',)):
            shared[id_] += weight
    short = nlargest(SHORTLIST, shared, key=shared.__getitem__)
    last = sought.published.toordinal() if sought.published else dt.date.max.toordinal()
    likely = {
        id_: _likeness(shared[id_], sought.terms, size) * _nearness(day, sought.published)
        for chunk in _chunks(short)
        for id_, size, day in db.execute(f"SELECT id, size, day FROM briefs {_of(chunk)}", chunk)
        if day is None or day <= last
    }
    ids = nlargest(CANDIDATES, likely, key=likely.__getitem__)
    for chunk in _chunks(ids):
        yield from db.execute(f"SELECT id, key, published, headline, terms FROM stories {_of(chunk)}", chunk)


def _of(chunk: Sequence[object]) -> str:
    return f"WHERE id IN ({','.join('?' * len(chunk))})"


def _chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    return (values[at : at + _CHUNK] for at in range(0, len(values), _CHUNK))


def _nearness(day: int | None, published: dt.date | None) -> float:
    """From 1, for the same day, down to what is left of a score where the two lie far apart; half-way where nobody knows."""
    near = 0.5 ** (abs(published.toordinal() - day) / FADES) if day and published else 0.5
    return 1 - _NEAR * (1 - near)


def _story(db: sqlite3.Connection, id_: int) -> Story:
    row = db.execute("SELECT key, text, format, published, outlet, place FROM stories WHERE id = ?", (id_,)).fetchone()
    key, text, format_, published, outlet, place = row
    return Story(key, unpacked(text), format_, day_of(published), outlet, place)
