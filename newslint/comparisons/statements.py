"""Clauses held against the sources: what they state, who says it, and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newslint.comparisons.base import Comparison
from newslint.mentions import Attribution, Clause
from newslint.spans import Span


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
