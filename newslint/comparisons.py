"""What align/ makes: a mention of the draft held against the sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from newslint.mentions import Attribution, Clause, DateMention, LegalStatus, Mention, Quantity, Quote
from newslint.spans import Span, one_line

Verdict = Literal["same", "differs", "unsupported"]


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that spoke for (or against) a comparison: ``what``, in plain words, and what it weighed.

    ``weight`` is its share of the score, from -1 to 1; None for arithmetic, which is not weighed but
    decides ("over 10,000 allows 10,001 to 12,000").
    """

    what: str
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Alignment(Mention):
    """A sentence of the draft (``span``) and a sentence of a source that may speak of the same.

    ``score`` is the share, from 0 to 1, of the draft sentence's content that the other has.
    """

    source: str
    source_span: Span
    score: float
    grounds: tuple[Ground, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class Comparison(Mention):
    """A mention of the draft (``span``) and what the sources have of it.

    ``source`` is the id of the source and ``source_span`` the place in it, None where no
    passage was found. ``score`` from 0 to 1 says how well the two passages align, and
    ``grounds`` why: ``--explain`` prints them.
    """

    verdict: Verdict
    score: float
    source: str | None
    source_span: Span | None
    grounds: tuple[Ground, ...] = field(default=(), kw_only=True)


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
class StatusMatch(Comparison):
    """How far the law has got with a person, by the draft (``status``) and by a source (``other``)."""

    status: LegalStatus
    other: LegalStatus


@dataclass(frozen=True, slots=True)
class Retold(Mention):
    """Words of the headline, standfirst or a caption (``span``) that the body of the same draft has otherwise (``other``)."""

    what: Literal["figure", "date", "direction", "certainty", "status"]
    other: Span
    score: float
    grounds: tuple[Ground, ...] = ()


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


SupportVerdict = Literal["supported", "partly", "differs", "unsupported"]
PieceKind = Literal["figure", "date", "name", "quotation", "words"]


@dataclass(frozen=True, slots=True)
class Piece(Mention):
    """One thing that a sentence of the draft says, and where a source says it; ``words`` are the rest, where no source has them."""

    kind: PieceKind
    verdict: Verdict
    source: str | None = None
    source_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Support(Mention):
    """A sentence of the draft (``span``) and what is behind it.

    ``score``, from 0 to 1, is the share of the sentence that its ``passages`` carry together, the
    best of them first. ``pieces`` are, in text order, the figures, dates, names and quotations, and
    the words that none of the passages has.
    """

    verdict: SupportVerdict
    score: float
    passages: tuple[Alignment, ...]
    pieces: tuple[Piece, ...]
    grounds: tuple[Ground, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class ClauseMatch(Comparison):
    """A clause of the draft, in its writer's own words, and a clause of a source that speaks of the same.

    Each clause of the draft has up to three matches, the likest first, all with verdict "same": what the two make of
    it (who says so, how sure, in what words) is for the checks to compare, and one source that says it as the draft
    does is enough to clear the draft. ``score`` is the likeness from 0 to 1: about 0.5 for the same event,
    from 0.7 for the same statement. ``opposed`` says that one of the two denies what the other states.
    A clause with nothing like it has one match, "unsupported", without ``other``.
    """

    clause: Clause
    other: Clause | None = None
    opposed: bool = False


@dataclass(frozen=True, slots=True)
class SenseMatch(Comparison):
    """A clause of the draft that says the reverse of one of a source; ``ours`` and ``theirs`` are the words that do.

    One is ``denied`` ("has not resigned"), or the two are ``opposite`` ("rose", "fell"), or the same figures or
    actors stand in one another's place (``exchanged``: "from 5 to 3", "from 3 to 5").
    """

    how: Literal["denied", "opposite", "exchanged"]
    ours: Span
    theirs: Span


TellerChange = Literal["dropped", "vaguer", "firmer", "moved", "speaker"]


@dataclass(frozen=True, slots=True)
class TellerMatch(Comparison):
    """Who tells a statement in the draft (``span``) and, otherwise, in a source (``source_span``, ``told``); ``clause`` is the
    draft's.

    ``how``: nobody tells it (``dropped``), or nobody in particular (``vaguer``), the same source vouches for it (``firmer``),
    another body (``moved``) or person (``speaker``) does. ``counted`` where the two clauses only count the same.
    """

    clause: Clause
    how: TellerChange
    told: Attribution
    counted: bool = False


@dataclass(frozen=True, slots=True)
class FirmnessMatch(Comparison):
    """A clause of the draft (``span``, ``clause``) that is ``step`` steps firmer or weaker than ``other``, a clause of a source,
    and than every other source clause as like it; ``source_span`` is the hedge of the source, or the clause that has none.
    """

    clause: Clause
    other: Clause
    change: Literal["dropped", "added"]
    step: float


@dataclass(frozen=True, slots=True)
class Copy(Mention):
    """A passage of the draft that a source has in the same words, or in the same words put in another order (``reordered``).

    ``words`` is how many of them, outside quotation marks, ``share`` how much of the passage that is, and ``part`` how
    much of all that the draft says in its own words.
    """

    source: str
    source_span: Span
    words: int
    share: float
    part: float
    reordered: bool = False


@dataclass(frozen=True, slots=True)
class Use:
    """How near the draft comes to a source at all.

    ``score`` is the likeness of the two sentences that are likest, ``shared`` how much of the content of the
    shorter text the other has, ``content`` how many words that are; ``span`` and ``source_span`` are
    the two sentences, None where no two have anything in common.
    """

    source: str
    score: float
    shared: float
    content: int
    span: Span | None = None
    source_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """What one voice rests on in the end: a given source (``source`` is its id) or an outlet that the draft credits.

    ``voice`` is what to call it, ``roots`` the names of those at the end of every chain, itself among them
    where it has news of its own; ``places`` are the passages that say so, each with the id of
    its text (None for the draft). ``alike`` is the id of a source that has the same text.
    """

    voice: str
    source: str | None
    roots: tuple[str, ...]
    places: tuple[tuple[str | None, Span], ...] = ()
    alike: str = ""

    @property
    def own(self) -> bool:
        """Whether it answers for itself alone."""
        return self.roots == (self.voice,)


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
