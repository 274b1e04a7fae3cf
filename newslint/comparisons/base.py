"""What every comparison has: a verdict, a likeness and its grounds; and the sentences that are aligned first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from newslint.mentions import Mention
from newslint.spans import Span

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
