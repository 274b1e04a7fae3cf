"""Offices, and who held them from when to when."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from newslint.facts.events import When
from newslint.words import folded


@dataclass(frozen=True)
class Term:
    """One person's time in an office: ``until`` is empty for somebody still in it.

    ``also`` are other ways to print the name. A person with two times in one office has two entries.
    """

    name: str
    since: str
    until: str = ""
    also: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        first, last = When.of(self.since), When.of(self.until) if self.until else None
        if last and last.latest < first.earliest:
            raise ValueError(f"the term of {self.name!r} ends before it starts")

    @cached_property
    def first(self) -> dt.date:
        """The first day on which the term may have begun."""
        return When.of(self.since).earliest

    @cached_property
    def last(self) -> dt.date:
        """The last day of the term; far ahead for one that goes on."""
        return When.of(self.until).latest if self.until else dt.date.max

    def held(self, earliest: dt.date, latest: dt.date, slack: dt.timedelta = dt.timedelta(0)) -> bool:
        """Whether any of these days lies within it, or within ``slack`` of it."""
        return earliest <= _later(self.last, slack) and self.first - slack <= latest

    @property
    def names(self) -> tuple[str, ...]:
        return self.name, *self.also


def _later(day: dt.date, slack: dt.timedelta) -> dt.date:
    return day if day == dt.date.max else day + slack


@dataclass(frozen=True)
class Office:
    """An office: ``titles`` are how copy writes it before a name ("President", "Prime Minister"), ``of`` the country or
    body and ``people`` its adjectives ("French"). A ``sole`` office has one holder at a time.

    The table knows nothing of the days before its first holder, or after the day on which it was ``checked``.
    """

    id: str
    titles: tuple[str, ...]
    of: str
    source: str
    people: tuple[str, ...] = ()
    checked: str = ""
    sole: bool = True
    holders: tuple[Term, ...] = ()
    line: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        if not self.titles or not self.holders:
            raise ValueError(f"the office {self.id!r} needs 'titles' and 'holders'")
        if self.checked:
            When.of(self.checked)

    def knows(self, day: dt.date) -> bool:
        """Whether the table tells who held it on this day."""
        return self._first <= day and (not self.checked or day <= When.of(self.checked).latest)

    @cached_property
    def _first(self) -> dt.date:
        return min(term.first for term in self.holders)

    def terms(self, person: str) -> list[Term]:
        """Every term of the person of this name."""
        key = folded(person)
        return [term for term in self.holders if any(folded(name) == key for name in term.names)]


class Offices:
    """All of them, to be looked up by their holders."""

    def __init__(self, offices: Iterable[Office] = ()) -> None:
        self.all = tuple(offices)
        self._by_person: defaultdict[str, list[Office]] = defaultdict(list)
        for office in self.all:
            for key in dict.fromkeys(folded(name) for term in office.holders for name in term.names):
                self._by_person[key].append(office)

    def held_by(self, person: str) -> Sequence[Office]:
        """The offices that a person of this name has held."""
        return self._by_person.get(folded(person), ())

    def of(self, country: str) -> Sequence[Office]:
        """The offices of a country, by its name or one of its adjectives."""
        return [office for office in self.all if country == office.of or country in office.people]
