"""What a draft rests on: its sentences on passages, its wording on a source, its sources on one another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from newslint.comparisons.base import Alignment, Ground, Verdict
from newslint.mentions import Mention
from newslint.spans import Span

SupportVerdict = Literal["supported", "partly", "differs", "unsupported"]

PieceKind = Literal["figure", "date", "name", "quotation", "words"]


@dataclass(frozen=True, slots=True)
class Piece(Mention):
    """One thing that a sentence of the draft says, and where a source says it; ``words`` are the rest, in no source."""

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
