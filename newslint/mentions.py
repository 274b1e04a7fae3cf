"""What the layers of a document hold: plain values, each with its span.

Annotators make them, checks read them; neither needs to know the other. Names follow
the field: TIMEX3 (TimeML), attribution source, cue and content (PARC, PolNeAR).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from newslint import urls
from newslint.spans import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Something found in a text."""

    span: Span

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end


BlockKind = Literal[
    "front-matter",
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "paragraph",
    "quote-block",
    "list-item",
    "caption",
    "boilerplate",
    "code",
]


@dataclass(frozen=True, slots=True)
class Block(Mention):
    """A paragraph-sized piece of layout."""

    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Ignore(Mention):
    """A wish to silence findings, written into the text itself.

    ``codes`` are codes, prefixes of codes or rule ids, each with the words it is limited
    to (empty for any). ``reach`` is what it silences: its own line, the next block or the
    whole file.
    """

    codes: tuple[tuple[str, str], ...]
    reason: str
    reach: Literal["line", "block", "file"]


@dataclass(frozen=True, slots=True)
class Sentence(Mention):
    """A sentence, without the white space around it; it never crosses a block."""

    block: Block


@dataclass(frozen=True, slots=True)
class Token(Mention):
    """A word as the model sees it; ``head`` is the index of its head in the layer, itself for a root."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


NameLabel = Literal["PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"]


@dataclass(frozen=True, slots=True)
class Spelling(Mention):
    """One to four capitalised words in a row, which may be a name; no model needed.

    Two with the same ``key`` are one name but for hyphens, spaces, accents, apostrophes and
    capitals. ``printed`` is the name as it stands, dots and the shape of apostrophes left
    out. ``alone`` is true where no capitalised word stands beside it, ``opening`` where it
    opens a sentence, so that its capital may mean nothing.
    """

    key: str
    printed: str
    alone: bool
    opening: bool


@dataclass(frozen=True, slots=True)
class Variant(Mention):
    """Two spellings that may be one name: the places of the usual one, and of the rarer or else later one.

    They differ in ``shape`` (hyphens, accents ...) or in ``letters``, then in those of one word.
    """

    usual: tuple[Spelling, ...]
    rarer: tuple[Spelling, ...]
    by: Literal["shape", "letters"]

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """What is surer comes first: another shape before other letters, the more frequent, the longer."""
        return self.by == "letters", -len(self.usual) - len(self.rarer), -len(self.usual[0].key), self.start


@dataclass(frozen=True, slots=True)
class Entity(Mention):
    """What the model takes for a name, before the names around it are looked at."""

    label: NameLabel


@dataclass(frozen=True, slots=True)
class Name(Mention):
    """A proper name. ``id`` is the fullest form of the bearer's name and groups its mentions.

    ``role`` and ``age`` are what the text says beside this mention of a person.
    """

    label: NameLabel
    id: str
    role: str = ""
    age: int | None = None


DateType = Literal["DATE", "TIME", "DURATION", "SET"]
_CALENDAR = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?!\d)")
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


QuantityKind = Literal["count", "money", "percent", "ratio", "measure", "temperature", "age", "ordinal", "score"]
Approximation = Literal["about", "more-than", "at-least", "less-than", "at-most", "nearly"]


@dataclass(frozen=True, slots=True)
class Written(Mention):
    """The words of a dateline, or of a dated line at the top, that say on what day the text was written."""

    day: dt.date


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

    def unit_text(self, text: str) -> str | None:
        """The unit, or what is counted, in the words of the text: "$ a barrel", "North Korean troops"."""
        return " ".join(" ".join(span.of(text).split()) for span in self.unit_spans) or None


QuoteKind = Literal["speech", "partial", "scrap", "title"]


@dataclass(frozen=True, slots=True)
class Quote(Mention):
    """Words in quotation marks; ``span`` is without the marks, ``outer`` with them.

    ``speaker`` are the words of the text ("he", "the minister"), ``speaker_name`` the full
    name behind them, where the text makes it plain. ``continued`` is true where a
    paragraph opens with a mark that the paragraph before left open, as in a quotation of
    several paragraphs.
    """

    outer: Span
    kind: QuoteKind
    speaker: Span | None = None
    speaker_name: str = ""
    cue: Span | None = None
    continued: bool = False


AttributionKind = Literal["named", "body", "document", "anonymous", "vague", "agentless"]


@dataclass(frozen=True, slots=True)
class Attribution(Mention):
    """Who says what: ``span`` covers source, cue and content, ``source_name`` is the full name behind the source's words.

    ``carried`` are the sentences after it, in the same paragraph, for which the source answers
    too, since each goes on with its pronoun or with the same document ("He ...", "The report ...").
    """

    cue: Span
    kind: AttributionKind
    source: Span | None = None
    source_name: str = ""
    content: Span | None = None
    carried: Span | None = None


ClauseKind = Literal["main", "subordinate", "relative", "participle", "attribution"]


@dataclass(frozen=True, slots=True)
class Clause(Mention):
    """One statement of a sentence; ``parts`` are its own words, where another clause interrupts it.

    "The firm, which employs 200 people, made $3m" is two: a main clause of two parts, and a relative
    clause. Who says it ("police said", "according to the report") is a clause of kind attribution.
    ``attributions`` answer for the clause: it lies in what they say, or in what is carried over.
    """

    sentence: Span
    kind: ClauseKind
    parts: tuple[Span, ...]
    attributions: tuple[Attribution, ...] = ()

    def words(self, text: str) -> str:
        """Its own words alone, on one line."""
        return " ".join(" ".join(part.of(text) for part in self.parts).split())


LinkKind = Literal["link", "bare", "footnote"]


@dataclass(frozen=True, slots=True)
class Link(Mention):
    """A source that a draft credits by its address: words that lead there, the address written out, or a footnote.

    ``url`` is as the draft has it, empty for a footnote without one; ``title`` are the words that name the source,
    those of the link or of the note.
    """

    url: str
    title: str
    kind: LinkKind

    @property
    def address(self) -> str:
        """The address in the one form in which two can be compared (``urls.address``)."""
        return urls.address(self.url)

    @property
    def page(self) -> bool:
        """Whether it leads to a page on the web that may hold a story."""
        return urls.is_page(self.url)

    @property
    def file(self) -> str:
        """The path of a file beside the draft that it leads to; empty for any other."""
        return urls.file(self.url)


CreditKind = Literal["agency", "outlet", "state-media"]
CreditForm = Literal["reported", "said", "according", "via", "cited", "carried", "told", "tag"]


@dataclass(frozen=True, slots=True)
class Credit(Mention):
    """A place where a text leans on an outlet or an agency; ``span`` are the words that name it ("the Guardian", "It").

    ``name`` is the name in the tables of facts ("The Guardian"), or the words of the text for one that is not there
    ("North Korean state media"). ``root`` is what two credits share that are one voice in the end: the name,
    or the country for the media of a state. ``form`` is how it is credited: it "reported" something or merely
    "said" so, "according" to it, "via" it, "cited" as what another leans on, "carried" in it, "told" something, or
    named in a byline or credit line ("tag"). ``phrase`` covers the crediting words, up to those whom it cites, and
    ``cites`` are their roots.
    """

    name: str
    kind: CreditKind
    root: str
    form: CreditForm
    phrase: Span
    cites: tuple[str, ...] = ()


HedgeKind = Literal["evidential", "legal", "epistemic", "modal", "approximator", "attribution", "booster"]


@dataclass(frozen=True, slots=True)
class Hedge(Mention):
    """Words that soften (or, as a booster, harden) a statement; ``scope`` is the clause or phrase that they soften.

    The scope of "allegedly stole the car" is "stole the car", of "a possible attack" is
    "attack"; where a verb takes the clause's subject with it ("he is said to be ill"), the
    whole clause.
    """

    kind: HedgeKind
    scope: Span


@dataclass(frozen=True, slots=True)
class Softener(Mention):
    """A hedge with its ``level`` on the scale of ``Certainty``, and what it softens."""

    level: float
    scope: Span


@dataclass(frozen=True, slots=True)
class Certainty(Mention):
    """How sure a clause is of what it states, from 1 to 4; there is one for every clause that is not an attribution.

    4 is stated as fact or as what will be, 3.5 set, 3 expected or planned, 2.5 likely, 2 possible, 1 alleged or
    reported. ``hedges`` are the words that say so, the weightiest first; none where it is plainly stated.
    ``negated`` says that the clause denies, ``doubted`` that who tells it only claims, believes or supposes it.
    """

    clause: Clause
    hedges: tuple[Softener, ...] = ()
    negated: bool = False
    doubted: bool = False

    @property
    def level(self) -> float:
        return self.hedges[0].level if self.hedges else 4

    @property
    def cue(self) -> Span | None:
        return self.hedges[0].span if self.hedges else None

    @property
    def scope(self) -> Span | None:
        return self.hedges[0].scope if self.hedges else None


ClaimKind = Literal["figure", "date", "event", "accusation", "cause", "superlative", "forecast"]


@dataclass(frozen=True, slots=True)
class Claim(Mention):
    """A sentence worth checking; ``score`` from 0 to 1, after ClaimBuster's features.

    ``attributed`` is true where a source answers for it, ``kinds`` are what it claims.
    """

    score: float
    attributed: bool
    kinds: tuple[ClaimKind, ...] = ()


LegalStage = Literal["arrested", "charged", "on-trial", "not-guilty-plea", "guilty-plea", "acquitted", "convicted", "sentenced"]


@dataclass(frozen=True, slots=True)
class LegalStatus(Mention):
    """A statement that the law has got so far with a person ("was charged with"); ``span`` are the words that say so.

    ``person`` are the words for whom it befell and ``key`` groups those of one person: the folded
    surname, or a noun ("man") where ``named`` is false.
    """

    stage: LegalStage
    person: Span
    key: str
    named: bool


@dataclass(frozen=True, slots=True)
class Abbreviation(Mention):
    """An abbreviation in capitals; ``expansion`` is where the text spells it out, if it does."""

    letters: str
    expansion: Span | None = None
    descriptor: bool = False
