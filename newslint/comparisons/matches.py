"""Figures, dates, quotations, names and stages of the law, each held against the sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newslint.comparisons.base import Comparison
from newslint.mentions import DateMention, LegalStatus, Quantity, Quote
from newslint.spans import Span, one_line

QuoteChange = Literal["none", "trivial", "altered", "reworded", "negated"]

Speakers = Literal["same", "different", "unknown"]


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words of a quotation of the draft (``span``) and those that a source has in their place (``other``);
    one of the two is empty where words were left out or put in."""

    span: Span
    other: Span


@dataclass(frozen=True, slots=True)
class Cut:
    """Something put into a quotation or taken out of it that may turn its sense.

    ``insertion``: a bracket of the writer's, of so many ``words``; ``gap`` and ``replaced``: an ellipsis or a bracket
    (``span``) for words of the source, of which ``other`` turned the sense; ``before`` and ``after``:
    a negation or a condition (``other``) at the edge of the quoted words.
    """

    kind: Literal["insertion", "gap", "replaced", "before", "after"]
    span: Span
    other: Span | None
    words: int


@dataclass(frozen=True, slots=True)
class QuoteMatch(Comparison):
    """A quotation of the draft; ``original`` are the words the source has, ``theirs`` its quotation round them.

    ``change`` is ``reworded`` where words stand in the place of others, as they would in a second
    translation, ``altered`` where words are left out or put in, ``negated`` where one side says no and
    the other does not, ``trivial`` where a careful desk would let it pass: the verdict is "same" then.
    ``stretch`` is where a long one differs, with a few words round it.
    ``pointed_at`` are the word it opens with ("this") and the sentence of the source which that
    stood for, where the draft has not told it.
    """

    quote: Quote
    original: str = ""
    change: QuoteChange = "none"
    changes: tuple[WordChange, ...] = ()
    stretch: WordChange | None = None
    theirs: Quote | None = None
    speakers: Speakers = "unknown"
    cuts: tuple[Cut, ...] = ()
    pointed_at: tuple[Span, Span] | None = None

    def wordings(self, draft: str, source: str) -> tuple[str, str]:
        """The words of the draft in their marks and those of the source, or of both the stretch that differs."""
        if self.stretch is None:
            return one_line(self.quote.outer.of(draft)), one_line(self.original)
        return f"“{one_line(self.stretch.span.of(draft))}”", one_line(self.stretch.other.of(source))


@dataclass(frozen=True, slots=True)
class QuantityMatch(Comparison):
    """A quantity of the draft; ``other`` is the source's, where one aligns.

    ``drifted`` where it is the same figure without the words that left it open in every source ("about"),
    ``elsewhere`` where the sources have the same figure for something else alone.
    """

    quantity: Quantity
    other: Quantity | None = None
    drifted: bool = False
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class DateMatch(Comparison):
    """A date of the draft; ``other`` is the source's, where one aligns.

    An unsupported date may have an ``other`` too: ``how`` is then "finer" where the draft says it
    more exactly than the source, "elsewhere" where the source has this date for something else.
    """

    date: DateMention
    other: DateMention | None = None
    how: Literal["", "finer", "elsewhere"] = ""

    @property
    def meant(self) -> str:
        """What the draft's words were taken for, where they alone do not say: " (Friday, 15 August 2025)"."""
        return _meant(self.date)

    @property
    def other_meant(self) -> str:
        """What the source's words were taken for."""
        return _meant(self.other) if self.other else ""


NameDifference = Literal["swapped", "letters", "exchanged", "sound", "given", "office", "other", "kin"]


@dataclass(frozen=True, slots=True)
class NameMatch(Comparison):
    """A name of the draft that no source has as it stands; where one has it otherwise, ``by`` says how the two differ.

    Two ``letters`` are ``swapped``, left out or put in (``letters``) or ``exchanged`` for others, or the
    two ``sound`` alike; or another ``given`` name or ``office`` stands beside the same surname; or one name stands
    in the place of an ``other`` where all else is the same, or each is the name of somebody's ``kin`` (a wife).
    ``beside`` is the word next to both that is the same, or the office that the draft gives; ``office``
    is the one that the source gives. ``again`` are the places where the draft has it as the source does.
    """

    by: NameDifference | None = None
    beside: str = ""
    office: str = ""
    again: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class UnnamedMatch(Comparison):
    """The first mention of somebody or something that no source names; of a ``part`` of a place the source has the whole.

    ``score`` is the share of its sentence that the nearest passage of a source has; ``role`` is what
    the draft says of a person.
    """

    kind: Literal["person", "place", "body", "part"]
    role: str = ""


@dataclass(frozen=True, slots=True)
class StatusMatch(Comparison):
    """How far the law has got with a person, by the draft (``status``) and by a source (``other``)."""

    status: LegalStatus
    other: LegalStatus


def _meant(date: DateMention) -> str:
    """The day, month or year that a relative time was taken for, in brackets; nothing where it is open."""
    first, last = date.earliest, date.latest
    if not date.relative or first is None or last is None:
        return ""
    if first == last:
        return f" ({first.day} {first:%B %Y})" if date.weekday is not None else f" ({first:%A}, {first.day} {first:%B %Y})"
    if (first.year, first.month) == (last.year, last.month) and date.grain == "month":
        return f" ({first:%B %Y})"
    return f" ({first.year})" if first.year == last.year and date.grain == "year" else ""
