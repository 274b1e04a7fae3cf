"""Ordinals: "80th", "third", "twenty-first", "two hundred and fiftieth"."""

from __future__ import annotations

from decimal import Decimal

from newslint.annotate.quantities.figures import CARDINALS, ORDINALS, ZERO, Figure, worded
from newslint.annotate.quantities.labels import in_a_code, names_street
from newslint.annotate.quantities.pieces import Pieces, at, is_hyphen
from newslint.words import word_set

_BEFORE = word_set("the a an his her its their our my your this that every on")
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_SURE = 4  # "first", "second" and "third" are adverbs and fractions too


def ordinal(row: Pieces, i: int) -> Figure | None:
    """The ordinal that starts at this piece, whether or not it counts anything."""
    piece, second = row[i], at(row, i + 1)
    if piece.kind == "number":
        whole = piece.text.replace(",", "")
        is_one = second.glued and second.lower in _ENDINGS and whole.isdecimal() and not _is_stone(whole, second.text)
        return Figure(i, i + 2, (Decimal(whole),), ZERO) if is_one else None
    if piece.lower in ORDINALS:
        return Figure(i, i + 1, (Decimal(ORDINALS[piece.lower]),), ZERO)
    return _compound(row, i) if piece.lower in CARDINALS else None


def _is_stone(figure: str, ending: str) -> bool:
    """Whether "st" after these digits is a weight: "12st 4lb", but "21st"."""
    return ending == "st" and (not figure.endswith("1") or figure.endswith("11"))


def _compound(row: Pieces, i: int) -> Figure | None:
    """A cardinal with an ordinal after it; "one fifth" is none."""
    found = worded(row, i)
    if found is None:
        return None
    place = found.after + 1 if is_hyphen(at(row, found.after)) or at(row, found.after).lower == "and" else found.after
    last = ORDINALS.get(at(row, place).lower, 0)
    if not last:
        return None
    whole = found.value
    if last >= 100 and 1 < whole < 100:
        return Figure(i, place + 1, (whole * last,), ZERO)
    fits = whole >= 20 and whole % 10 == 0 and last < (100 if whole % 100 == 0 else 10)
    return Figure(i, place + 1, (whole + last,), ZERO) if fits else None


def counts(row: Pieces, order: Figure) -> bool:
    """Whether an ordinal is one: "his third term", "came fifth", not "a third of", "the second", "Fifth Avenue"."""
    word, before, follows = row[order.first], at(row, order.first - 1).lower, at(row, order.after)
    if word.kind == "number":
        return not in_a_code(row, order) and not names_street(row, order.after)
    if word.lower == "first" or follows.lower in ("of", "half") or (order.first > 0 and word.text[0].isupper()):
        return False
    if order.value >= _SURE and word.text.islower():
        return before not in CARDINALS
    return before in _BEFORE and (follows.kind == "word" or is_hyphen(follows))
