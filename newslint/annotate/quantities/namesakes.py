"""Figures that are part of a name or a manner of speaking: "S&P 500", "787 Dreamliner", "100 per cent sure"."""

from __future__ import annotations

from newslint.annotate.quantities.figures import Figure
from newslint.annotate.quantities.pieces import Pieces, at, joined
from newslint.words import plural, word_set

# Share indices and lists of firms, and how many they hold; the words as pieces with single spaces.
_NAMES = """
    aex | asx | bel | cac | csi | dax | dow | euro stoxx | forbes | fortune | ftse | hang seng | ibex | kospi | mdax | nifty |
    nikkei | omx | russell | s & p | s . & p . | s&p | s p | s & p / asx | smi | sp | standard & poor's | standard & poor’s |
    standard & poors | standard and poor's | standard and poor’s | standard and poors | stoxx | topix | tsx | wilshire
"""
_INDICES = frozenset(" ".join(name.split()) for name in _NAMES.split("|"))
_LONGEST = 5
_SIZES = word_set("20 25 30 35 40 50 60 70 80 100 120 125 150 200 225 250 300 350 400 500 600 1,000 1000 2,000 2000 3000 5000")

_AIRLINERS = word_set("707 717 727 737 747 757 767 777 787")
_FLYING = word_set(
    """
    airbus aircraft airline airliner airliners airlines boeing cargo crash crashed dreamliner dreamliners flight flights jet
    jets jumbo jumbos max plane planes
    """
)
_AROUND = 30

# Behind "100 per cent": how sure someone is, not how much of anything.
_SURE = word_set(
    """
    aware behind certain clear comfortable committed confident convinced dedicated fit focused focussed happy honest innocent
    ready right sure true wrong
    """
)
_WHOLE = (100, 110, 200, 1000)


def in_a_name(row: Pieces, found: Figure) -> bool:
    """Whether a bare figure is part of the name of a share index or of an aeroplane."""
    return row[found.first].kind == "number" and (_index(row, found) or airliner(row, found))


def _index(row: Pieces, found: Figure) -> bool:
    first = found.first
    return row[first].text in _SIZES and any(joined(row, first - n, first) in _INDICES for n in range(1, _LONGEST + 1))


def airliner(row: Pieces, found: Figure) -> bool:
    """Whether a figure names a Boeing, where the words around speak of flying."""
    if row[found.first].text not in _AIRLINERS:
        return False
    behind = at(row, found.after)
    if behind.text.islower() and plural(behind.text) and behind.lower not in _FLYING:
        return False
    around = row[max(0, found.first - _AROUND) : found.after + _AROUND]
    return any(piece.lower in _FLYING for piece in around)


def is_wholly(row: Pieces, found: Figure, after: int) -> bool:
    """Whether a percentage that ends before ``row[after]`` only says "wholly": "100 per cent certain"."""
    return found.value in _WHOLE and at(row, after).lower in _SURE
