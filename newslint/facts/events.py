"""Events whose dates are beyond doubt, and the phrases that speak of them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from math import prod
from typing import Literal

from newslint.kept.regexes import compiled

_LETTERS = compiled(r"[^\W_]+")
_FEW = 8
"""Days that a date may span to be told by the day."""

_WHEN = compiled(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class When:
    """The days from ``earliest`` to ``latest``, and how to say them: "on 24 February 2022"."""

    earliest: dt.date
    latest: dt.date
    words: str

    def slack(self, days: int) -> dt.timedelta:
        """That many days for a day or a few, none for a month or a year: 1948 is not 1947 on another continent."""
        return dt.timedelta(days if (self.latest - self.earliest).days <= _FEW else 0)

    @classmethod
    def of(cls, text: str) -> When:
        """The days of "2022-02-24", "2014-03", "1969" or "2003-03-20/2003-04-09"; raises ValueError for anything else."""
        first, slash, last = text.partition("/")
        if slash:
            one, two = cls.of(first), cls.of(last)
            if two.latest < one.earliest:
                raise ValueError(f"{text!r} ends before it starts")
            one_said, two_said = (when.words.partition(" ")[2] for when in (one, two))
            near = one.earliest == one.latest and (one.earliest.year, one.earliest.month) == (two.latest.year, two.latest.month)
            words = f"on {one.earliest.day}-{two_said}" if near else f"from {one_said} to {two_said}"
            return cls(one.earliest, two.latest, words)
        parts = _WHEN.fullmatch(text)
        if not parts:
            raise ValueError(f"{text!r} is no date such as 2022-02-24, 2014-03, 1969 or 2003-03-20/2003-04-09")
        year, month, day = (int(part) if part else 0 for part in parts.groups())
        earliest = dt.date(year, month or 1, day or 1)
        if day:
            return cls(earliest, earliest, f"on {day} {calendar.month_name[month]} {year}")
        latest = dt.date(year, month or 12, calendar.monthrange(year, month or 12)[1])
        return cls(earliest, latest, f"in {calendar.month_name[month]} {year}" if month else f"in {year}")


PhraseKind = Literal["called", "told", "dated"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that speak of an event, in small letters; ``longest`` is the one to look for first."""

    words: str
    longest: str
    kind: PhraseKind


MOST_SPELT_OUT = 500
"""Phrases that one with alternatives may stand for."""


@dataclass(frozen=True)
class Event:
    """An event whose date is beyond doubt.

    ``called`` are phrases that name it ("invasion of Ukraine"), ``told`` phrases that tell it
    ("Russia invaded Ukraine"), ``dated`` phrases that follow its day and month ("terrorist
    attacks" after 11 September). "|" parts words that may stand for each other; small letters
    and capitals are one. ``also`` are other dates that the same words may rightly have.
    ``tolerance`` is in days, for events that fell on another day elsewhere. ``source`` says
    where the date can be looked up.
    """

    id: str
    name: str
    date: str
    source: str
    verb: str = "was"
    called: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    dated: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    tolerance: int = 1
    line: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        if not (self.called or self.told):
            raise ValueError(f"the event {self.id!r} has no phrase to know it by: give 'called' or 'told'")
        for text in (self.date, *self.also):
            When.of(text)
        for phrase in (*self.called, *self.told, *self.dated):
            if prod(word.count("|") + 1 for word in phrase.split()) > MOST_SPELT_OUT:
                raise ValueError(f"the phrase {phrase[:60]!r} stands for more than {MOST_SPELT_OUT} phrases: write several")
            if any(not _LETTERS.search(spelt) for spelt in _spelt_out(phrase)):
                raise ValueError(f"the phrase {phrase!r} may come out empty")

    @cached_property
    def when(self) -> When:
        return When.of(self.date)

    def fits(self, earliest: dt.date, latest: dt.date) -> bool:
        """Whether the event, or something else of that name, fell within these days."""
        return any(
            earliest <= when.latest + when.slack(self.tolerance) and when.earliest - when.slack(self.tolerance) <= latest
            for when in map(When.of, (self.date, *self.also))
        )

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Every phrase in small letters, its alternatives spelt out."""
        given: list[tuple[str, PhraseKind]] = [(phrase, "called") for phrase in self.called]
        given += [(phrase, "told") for phrase in self.told]
        given += [(phrase, "dated") for phrase in self.dated]
        return tuple(
            Phrase(spelt, max(_LETTERS.findall(spelt), key=len), kind) for words, kind in given for spelt in _spelt_out(words)
        )


def _spelt_out(phrase: str) -> Iterator[str]:
    """What "Russia|Putin invaded" stands for: "russia invaded" and "putin invaded"; "_" is a space in an alternative."""
    choices = [word.split("|") for word in phrase.lower().split()]
    return (" ".join(word.replace("_", " ") for word in words if word) for words in product(*choices))
