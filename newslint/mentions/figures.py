"""Times and quantities."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from newslint.kept.regexes import compiled
from newslint.mentions.layout import Mention
from newslint.spans import Span

DateType = Literal["DATE", "TIME", "DURATION", "SET"]

_CALENDAR = compiled(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?!\d)")
"""The TIMEX3 values that name a year, a month or a day."""

Grain = Literal["time", "day", "week", "month", "season", "quarter", "half", "year", "decade", "century", "vague"]


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """A time expression (TIMEX3).

    ``value`` is the likeliest reading, ``earliest`` and ``latest`` bound the days it may mean,
    both included; None where the time frame needed is not known. Where the words leave more than
    one reading open ("February 20" of which year, "last Monday" of this week or the one before),
    the bounds hold them all, so that a comparison can tell what is settled. "Early 1990" has the
    value of the year and the bounds of its first half. ``relative`` is true where the words alone
    do not fix the time ("Friday", "last year", "in June"), so that a publication date is needed.
    ``weekday`` is the printed weekday, 0 for Monday. ``fault`` says why no such date or
    time exists ("June has 30 days"); such a mention has an empty value.
    """

    type: DateType
    value: str
    grain: Grain
    earliest: dt.date | None = None
    latest: dt.date | None = None
    relative: bool = False
    weekday: int | None = None
    fault: str = ""

    @property
    def anchored(self) -> bool:
        return self.earliest is not None

    @property
    def year(self) -> int | None:
        """The year that its value names; None for a length, a decade or an open year."""
        return self._part("year")

    @property
    def month(self) -> int | None:
        return self._part("month")

    @property
    def day(self) -> int | None:
        """The day of the month that its value names; the first of a range of days."""
        return self._part("day")

    def _part(self, name: str) -> int | None:
        found = _CALENDAR.match(self.value)
        return int(found[name]) if found and found[name] and found[name].isdigit() else None


@dataclass(frozen=True, slots=True)
class Written(Mention):
    """The words of a dateline, or of a dated line at the top, that say on what day the text was written."""

    day: dt.date


Tense = Literal["perfect", "past", "future"]


@dataclass(frozen=True, slots=True)
class Timing(Mention):
    """A time expression in the writer's own words, with the way its sentence looks from it: back (-1), ahead (1) or not said (0).

    ``verb`` are the words of a verb that plainly takes the time ("has revealed Friday", "will meet the mayor on
    12 May"), None where it is not plain which does; ``span`` then runs from the verb to the time. ``bare`` is true where
    nothing stands between verb and time, ``far`` where more than a short object does ("has passed the bill, 71-26, on
    18 March"): the time may then be that of the object. ``happening`` is where words between name what has times of its own: as
    the ``object`` ("discuss the attack on Monday") or ``behind`` a preposition ("images of the attack on Monday").
    """

    date: DateMention
    lean: Literal[-1, 0, 1] = 0
    verb: Span | None = None
    tense: Tense | None = None
    bare: bool = False
    far: bool = False
    happening: Literal["", "object", "behind"] = ""


QuantityKind = Literal["count", "money", "percent", "ratio", "measure", "temperature", "age", "ordinal", "score"]

Approximation = Literal["about", "more-than", "at-least", "less-than", "at-most", "nearly"]

Fate = Literal["killed", "hurt", "missing", "held"]


@dataclass(frozen=True, slots=True)
class Scale:
    """How a unit is converted: ``value * factor + offset`` is in the base unit of its ``dimension``.

    Two quantities of one dimension can be compared; a currency is a dimension of its own.
    """

    dimension: str
    factor: Decimal
    offset: Decimal = Decimal(0)

    def base(self, value: Decimal) -> Decimal:
        """The value in the base unit."""
        return value * self.factor + self.offset


@dataclass(frozen=True, slots=True)
class Quantity(Mention):
    """A figure in words or digits, with what it counts.

    ``span`` runs from the approximator to the unit ("over ten thousand", "$26 to $31
    million"); ``figure`` is the number alone. ``value`` holds the figure as stated, two
    for a range. ``low`` and ``high`` bound what the wording allows, None where open
    (intervals as news copy uses them: "over 10,000" is not written for 15,000).
    ``unit`` is canonical (USD, %, km), ``scale`` how it is converted, ``noun`` the lemma of
    what is counted and ``noun_span`` the words counted ("North Korean troops"). ``per`` is
    what a rate is reckoned for ("$70 a barrel"). ``unit_spans`` are the sign and words of
    unit and rate ("$", "a barrel"), or the words counted where there is no unit. ``fate``
    is what befell those counted: "39 dead" and "39 people were killed" count the same.
    """

    figure: Span
    value: tuple[Decimal, ...]
    low: Decimal | None
    high: Decimal | None
    kind: QuantityKind
    unit: str | None = None
    noun: str | None = None
    noun_span: Span | None = None
    approximation: Approximation | None = None
    scale: Scale | None = None
    per: str | None = None
    unit_spans: tuple[Span, ...] = ()
    fate: Fate | None = None

    def moved(self, by: int) -> Quantity:
        """The same, so much further on in a text."""
        noun_span = self.noun_span.moved(by) if self.noun_span is not None else None
        unit_spans = tuple(span.moved(by) for span in self.unit_spans)
        return replace(self, span=self.span.moved(by), figure=self.figure.moved(by), noun_span=noun_span, unit_spans=unit_spans)

    def unit_text(self, text: str) -> str | None:
        """The unit, or what is counted, in the words of the text: "$ a barrel", "North Korean troops"."""
        return " ".join(" ".join(span.of(text).split()) for span in self.unit_spans) or None
