"""What is said, by whom, and how surely: quotations, attributions, clauses, hedges, claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newslint.mentions.layout import Mention
from newslint.spans import Span

QuoteKind = Literal["speech", "partial", "scrap", "title"]


@dataclass(frozen=True, slots=True)
class Quoted(Mention):
    """Where something is quoted, before anybody has asked who says it, which takes reading the sentences around.

    As in ``Quote``; ``speaker`` is the one whom the layout credits, below a block quotation.
    """

    outer: Span
    kind: QuoteKind
    speaker: Span | None = None
    continued: bool = False


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


StackForm = Literal["beside", "under", "said", "before", "again"]


@dataclass(frozen=True, slots=True)
class Stack(Mention):
    """Two cues that may soften the same statement; whether they do is for the words to say.

    ``form`` tells how they stand: two hedges ``beside`` one another in a sentence, a hedge ``under`` a word of accusing
    ("accused of allegedly"), one in what a source has ``said`` ("police say he allegedly"), a hedge ``before`` another word
    ("potentially ready"), one ``again`` in the sentence after an attribution to nobody in particular. ``apart`` are the
    words between; ``kinds`` what the hedges are; ``vague`` says that a vague figure stands between, ``source`` who said it.
    """

    form: StackForm
    first: Span
    second: Span
    apart: int = 0
    kinds: frozenset[HedgeKind] = frozenset()
    vague: bool = False
    source: Span | None = None


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
