"""What align/ makes: a mention of the draft held against the sources."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from newslint.comparisons.base import Alignment, Comparison, Ground, Verdict

if TYPE_CHECKING:
    from newslint.comparisons.matches import (
        Cut,
        DateMatch,
        NameDifference,
        NameMatch,
        QuantityMatch,
        QuoteChange,
        QuoteMatch,
        Speakers,
        StatusMatch,
        UnnamedMatch,
        WordChange,
    )
    from newslint.comparisons.reliance import Copy, Origin, Piece, PieceKind, Support, SupportVerdict, Use
    from newslint.comparisons.statements import ClauseMatch, FirmnessMatch, SenseMatch, TellerChange, TellerMatch
    from newslint.comparisons.within import Recount, Retold, Wavering

_MODULES = {
    "matches": "Cut DateMatch NameDifference NameMatch QuantityMatch QuoteChange QuoteMatch Speakers StatusMatch UnnamedMatch "
    "WordChange",
    "reliance": "Copy Origin Piece PieceKind Support SupportVerdict Use",
    "statements": "ClauseMatch FirmnessMatch SenseMatch TellerChange TellerMatch",
    "within": "Recount Retold Wavering",
}
"""Where the other types live; a module is imported when the first of its types is asked for."""


def __getattr__(name: str) -> Any:
    for module, types in _MODULES.items():
        if name in types.split():
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


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
