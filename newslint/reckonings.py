"""What a text reckons up: figures that must fit each other, each kept with its place.

Layers like those of ``mentions``, made of quantities instead of words.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from newslint.mentions import DateMention, Mention, Quantity
from newslint.spans import Span

ElapsedForm = Literal["range", "since", "later", "age", "open"]


@dataclass(frozen=True, slots=True)
class Elapsed(Mention):
    """A length of time with the dates it must run between: "from 2003 to 2011, nine years", "since 1998, 20 years ago".

    ``length`` are the words of the length, ``least`` and ``most`` the days that its wording allows. ``since`` and ``until``
    are in order; an ``until`` of None is the day of writing. The ``form`` says how the three are tied: as a ``range``, by
    "since" or "ago", by "later" or "after", as the ``age`` of a thing, or not at all: an ``open`` length has one date alone
    ("his first visit in 24 years").
    """

    length: Span
    least: Decimal
    most: Decimal
    unit: Literal["year", "month", "week", "day"]
    since: DateMention
    until: DateMention | None
    form: ElapsedForm


LifeFactKind = Literal["born", "died", "age", "did"]


@dataclass(frozen=True, slots=True)
class LifeFact(Mention):
    """Something told of one person's life: when he was ``born`` or ``died``, of what ``age`` he is, what he ``did``.

    ``person`` is the fullest form of the name and groups the facts of one life. ``date`` is when it was; for an age, the
    date at which it holds, None for the day of writing. ``ages`` are the least and the most years of an age; ``deed`` are
    the words of what was done ("graduated").
    """

    kind: LifeFactKind
    person: str
    date: DateMention | None = None
    ages: tuple[int, int] | None = None
    deed: str = ""


ProportionKind = Literal["amount", "share", "change", "points", "step"]


@dataclass(frozen=True, slots=True)
class Proportion(Mention):
    """A percentage and the two figures it must fit; ``stated`` follows from the two ``given``.

    ========== ============== ========== ================================================
    ``kind``   ``given``      ``stated`` as in
    ========== ============== ========== ================================================
    ``amount`` rate, whole    part       "1% of the $21.1bn sale, or $211m"
    ``share``  part, whole    rate       "37 of 120 schools, or 31%"
    ``change`` new, old       rate       "rose from £40 to £50, or 25%"
    ``points`` new, old       rate       "rose two percentage points to 6% from 4%"
    ``step``   step, new      rate       "fell 1%, or 105 points, to 10,234"
    ========== ============== ========== ================================================

    A rate is in per cent, also where the words give a fraction ("half"); of ``points`` all three are
    rates, and the one stated may be in percentage points. ``tied`` is false
    where a comma alone holds the three together, ``fell`` true where the words before say
    that something went down. ``sentences`` is how many the three run over.
    """

    kind: ProportionKind
    given: tuple[Quantity, Quantity]
    stated: Quantity
    tied: bool
    fell: bool
    sentences: int


@dataclass(frozen=True, slots=True)
class Part(Mention):
    """One way to read a thing counted behind a total: "five men dead" are five men, or five dead.

    ``names`` are words that may say what is counted, the likeliest first. ``behind`` is the
    rest of the sentence if the list may end here, empty where it surely does, None where it
    goes on. ``fate`` is true where the words behind say what befell it ("hurt").
    """

    names: tuple[str, ...]
    value: Decimal
    low: Decimal
    high: Decimal | None
    behind: Span | None
    fate: bool


@dataclass(frozen=True, slots=True)
class Listing(Mention):
    """Things counted in a row, each in all its readings; the row goes on behind the last of them.

    ``link`` is how it is tied to the total: in words or by a colon that make it ``all`` of
    it, by a ``comma``, or as ``some`` of it ("including").
    """

    link: Literal["all", "comma", "some"]
    parts: tuple[tuple[Part, ...], ...]


@dataclass(frozen=True, slots=True)
class Breakdown(Mention):
    """A total and the lists behind it, of which the first that names its parts breaks it down.

    ``name`` is the total with the words for what it counts.
    """

    total: Quantity
    name: Span
    lists: tuple[Listing, ...]


@dataclass(frozen=True, slots=True)
class Conversion(Mention):
    """A figure said again in another unit or currency: "20 miles (32km)", "£5m ($9m; 7m euros)".

    ``one`` and ``other`` are what the two may be before they were rounded, each in its own
    unit. ``change`` is true where a temperature is how much warmer or colder, not how warm.
    """

    stated: Quantity
    converted: Quantity
    one: tuple[Decimal, Decimal]
    other: tuple[Decimal, Decimal]
    change: bool


@dataclass(frozen=True, slots=True)
class Multiple(Mention):
    """Words for a multiple and the two figures it must lead from and to: "doubled from £20 to £50".

    ``words`` are the multiple with its approximator, ``times`` what it stands for, ``low`` and
    ``high`` what the wording allows, None where open.
    """

    words: Span
    times: Decimal
    low: Decimal
    high: Decimal | None
    old: Quantity
    new: Quantity


TallyKind = Literal["margin", "members", "games", "best-of"]


@dataclass(frozen=True, slots=True)
class Tally(Mention):
    """A vote or score, and a figure that follows from it: "30-17, by 13 points".

    ``sides`` are the two counts, each from low to high; ``stated`` is the figure: the lead,
    the members who voted, the game in which a series stands so, or the games it has at most.
    ``every`` is true where the words say that all of the members voted.
    """

    kind: TallyKind
    sides: tuple[tuple[Decimal, Decimal], tuple[Decimal, Decimal]]
    tally: Span
    stated: Span
    figure: tuple[Decimal, Decimal]
    every: bool = False


@dataclass(frozen=True, slots=True)
class EventMention(Mention):
    """Words that speak of an event of the facts tables; ``event`` is its id, ``earliest`` and ``latest`` when it was.

    ``dates`` are those that the text gives to it, right or wrong.
    """

    event: str
    earliest: dt.date
    latest: dt.date
    dates: tuple[DateMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Enumeration(Mention):
    """A count with what it counts ("three reasons"), and the list that it announces.

    ``least`` and ``most`` are how many items there may be: "law and order" is one, or two. ``items`` is
    where they stand; ``closed`` is false where more may follow.
    """

    count: Quantity
    least: int
    most: int
    items: Span
    closed: bool


SumKind = Literal["all", "some", "rest", "added", "each", "shares"]


@dataclass(frozen=True, slots=True)
class Sum(Mention):
    """Figures and what the words make of them: "£3m on roads and £2m on rail, a total of £5m".

    ========== =====================================================================================
    ``all``    ``parts`` are all of the ``total``
    ``some``   ``parts`` are some of it: "£5m, of which £3m is for roads and £1m for rail"
    ``rest``   ``parts`` are all of it, and the last is what the others leave: "35,000 of the 80,000, the other 45,000"
    ``added``  two parts, what came on top and what there was: "nine more, bringing the toll to 12 from three"
    ``each``   two parts, how many and how much for each: "20 people paid $5 each, $100 in all"
    ``shares`` ``parts`` are percentages of one whole, and ``total`` is the first of them
    ========== =====================================================================================
    """

    kind: SumKind
    parts: tuple[Quantity, ...]
    total: Quantity


@dataclass(frozen=True, slots=True)
class OfficeMention(Mention):
    """A title before the full name of somebody whose offices the facts tables know.

    ``people`` is what stands before the title ("French"), ``past`` true where the words say that it is over, or not yet:
    "former", "then".
    """

    person: str
    title: str
    people: str
    past: bool


@dataclass(frozen=True, slots=True)
class Described(Mention):
    """A name with an age, or with a title that goes with no other of its ``kind`` ("police", "firm").

    ``person`` is the first name and surname, ``title`` the usual words for the title; ``kin`` is true where the words around
    may tell of two people of one name: "her daughter, Ana Ruiz, 34".
    """

    person: str
    title: str
    kind: str
    age: int | None
    kin: bool


@dataclass(frozen=True, slots=True)
class SurnameUse(Mention):
    """The surname of somebody named in full, by itself or with the ``honorific`` before it: "Mr"."""

    surname: str
    honorific: str


@dataclass(frozen=True, slots=True)
class Exchange(Mention):
    """A sum of money converted to another currency, and the rate at which it is.

    ``pair`` are the two currencies, ``pairs`` all that may be meant: a dollar in a story from Sydney may be the Australian one.
    ``rate`` is how many of the second a unit of the first buys, from ``low`` to ``high`` as the sums may be rounded. ``past``
    is true where the words around speak of another time.
    """

    stated: Quantity
    converted: Quantity
    pairs: tuple[tuple[str, str], ...]
    rate: Decimal
    low: Decimal
    high: Decimal
    past: bool

    @property
    def pair(self) -> tuple[str, str]:
        return self.pairs[0]
