"""What align/ makes: a mention of the draft held against the sources."""

from __future__ import annotations

from newslint.comparisons.base import Alignment, Comparison, Ground, Verdict
from newslint.comparisons.matches import (
    Cut,
    DateMatch,
    NameDifference,
    NameMatch,
    QuantityMatch,
    QuoteChange,
    QuoteMatch,
    Recount,
    Retold,
    Speakers,
    StatusMatch,
    UnnamedMatch,
    Wavering,
    WordChange,
)
from newslint.comparisons.reliance import Copy, Origin, Piece, PieceKind, Support, SupportVerdict, Use
from newslint.comparisons.statements import ClauseMatch, FirmnessMatch, SenseMatch, TellerChange, TellerMatch

__all__ = [
    "Alignment",
    "ClauseMatch",
    "Comparison",
    "Copy",
    "Cut",
    "DateMatch",
    "FirmnessMatch",
    "Ground",
    "NameDifference",
    "NameMatch",
    "Origin",
    "Piece",
    "PieceKind",
    "QuantityMatch",
    "QuoteChange",
    "QuoteMatch",
    "Recount",
    "Retold",
    "SenseMatch",
    "Speakers",
    "StatusMatch",
    "Support",
    "SupportVerdict",
    "TellerChange",
    "TellerMatch",
    "UnnamedMatch",
    "Use",
    "Verdict",
    "Wavering",
    "WordChange",
]
