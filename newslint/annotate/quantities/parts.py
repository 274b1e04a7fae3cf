"""Parts of a whole and round plurals: "two-thirds", "half a million", "one in five", "dozens"."""

from __future__ import annotations

from decimal import Decimal

from newslint.annotate.quantities.figures import (
    CARDINALS,
    MULTIPLIERS,
    ONE,
    ORDINALS,
    ZERO,
    Figure,
    digits,
    last_digit,
    scaled,
    worded,
)
from newslint.annotate.quantities.pieces import Pieces, at, is_hyphen, joined
from newslint.annotate.quantities.units import TIME

_SIGNS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}
_DENOMINATORS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    form: number for word, number in ORDINALS.items() if number > 2 for form in (word, f"{word}s")
}
_WRITTEN_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 40, 64, 100})  # 9/11 is none
# What a round plural is read as when it stands alone.
_PLURALS = {
    "dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999), "thousands": (2000, 9999),
    "millions": (2 * 10**6, 10**7 - 1), "billions": (2 * 10**9, 10**10 - 1), "trillions": (2 * 10**12, 10**13 - 1),
}  # fmt: skip
_PLURALS_OF = {"hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9}
_FACTORS = {"dozens": 12, "scores": 20, "tens": 10, "hundreds": 100, "thousands": 1000}
_SEVERAL = {"several": (3, 9), "few": (2, 9), "couple": (2, 3)}

_NOUGHT = frozenset({"nought", "zero"})
_DIGITS = dict.fromkeys(_NOUGHT, 0) | {word: number for word, number in CARDINALS.items() if number < 10}
_FOLDS = {f"{word}fold": number for word, number in CARDINALS.items()}
STARTS = frozenset(
    {*_SIGNS, *_PLURALS, *_SEVERAL, *CARDINALS, *_FOLDS, *_NOUGHT, "tens", "hundred", "half", "quarter", "a", "an"}
)
# What makes a figure of "a" and "an"; of a unit of time, "a year and a half".
BEHIND_AN_ARTICLE = frozenset({*MULTIPLIERS, *_DENOMINATORS, *_SEVERAL, *TIME, "hr", "yr"})


def figure(row: Pieces, i: int) -> Figure | None:
    """The figure that starts at this piece, if one does."""
    if row[i].kind != "number" and row[i].lower not in STARTS:
        return None
    found = _plural(row, i) or _fraction(row, i) or digits(row, i) or _spelled(row, i)
    return _and_a_half(row, found) if found and found.kind == "number" else found


def one_in(row: Pieces, i: int) -> Figure | None:
    """Such as "One in five", "four out of 10", "three in every hundred"."""
    over = worded(row, i) or digits(row, i)
    if not over:
        return None
    place = over.after
    if joined(row, place, place + 2) == "out of":
        place += 2
    elif at(row, place).lower == "in":
        place += 1
    else:
        return None
    if at(row, place).lower == "every":
        place += 1
    under = (worded(row, place) or digits(row, place)) if place < len(row) else None
    if not under or not 0 < over.value < under.value:
        return None
    return Figure(i, under.after, (over.value / under.value,), ZERO, "fraction")


def fold(row: Pieces, i: int) -> Figure | None:
    """Such as "sixfold", "six-fold", "12-fold": so many times."""
    piece = row[i]
    if piece.lower in _FOLDS:
        return Figure(i, i + 1, (Decimal(_FOLDS[piece.lower]),), ONE)
    found = digits(row, i) or worded(row, i)
    if found and is_hyphen(at(row, found.after)) and row[found.after].glued and at(row, found.after + 1).lower == "fold":
        return found._replace(after=found.after + 2)
    return None


def _spelled(row: Pieces, i: int) -> Figure | None:
    """In words, also with its decimals: "three point five million", "nought point two"."""
    nought = Figure(i, i + 1, (ZERO,), ONE) if row[i].lower in _NOUGHT else None
    found = nought or worded(row, i)
    if found is None or at(row, found.after).lower != "point" or at(row, i - 1).lower == "at":  # at one point two men
        return None if nought else found
    decimals, place = "", found.after + 1
    while at(row, place).lower in _DIGITS:
        decimals += str(_DIGITS[at(row, place).lower])
        place += 1
    if not decimals:
        return None if nought else found
    value = found.value + Decimal(f"0.{decimals}")
    return scaled(row, Figure(i, place, (value,), last_digit(value)))


def _and_a_half(row: Pieces, found: Figure) -> Figure:
    """Such as "Two and a half", "2½", "2 1/2", "one and three-quarters of a million"."""
    sign = at(row, found.after)
    if sign.text in _SIGNS:
        over, under = _SIGNS[sign.text]
        return scaled(row, found.plus(Decimal(over) / under, found.after + 1))
    place = found.after + 1 if sign.lower == "and" else found.after
    part = _fraction(row, place) if place < len(row) else None
    if part is None or part.value >= 1 or (place == found.after and row[place].kind != "number"):
        return found
    return scaled(row, found.plus(part.value, part.after))


def _fraction(row: Pieces, i: int) -> Figure | None:
    piece, second = row[i], at(row, i + 1)
    if piece.text in _SIGNS:
        over, under = _SIGNS[piece.text]
        return _part(row, i, i + 1, over, under)
    if piece.kind == "number":
        return _slashed(row, i)
    if piece.lower == "half" or (piece.lower == "quarter" and second.lower in MULTIPLIERS):
        return _part(row, i, i + 1, 1, _DENOMINATORS[piece.lower])
    over = 1 if piece.lower in ("a", "an") else CARDINALS.get(piece.lower, 0)
    place = i + 2 if is_hyphen(second) and second.glued else i + 1
    word = at(row, place).lower
    under = _DENOMINATORS.get(word, 0)
    if not 0 < over < under or (over > 1) != word.endswith("s"):
        return None
    return _part(row, i, place + 1, over, under)


def _slashed(row: Pieces, i: int) -> Figure | None:
    if at(row, i + 1).text not in ("/", "⁄") or at(row, i + 2).kind != "number" or not (row[i + 1].glued and row[i + 2].glued):
        return None
    if not (row[i].text.isdecimal() and row[i + 2].text.isdecimal()) or at(row, i + 3).text in ("/", "⁄"):
        return None
    over, under = int(row[i].text), int(row[i + 2].text)
    written = under in _WRITTEN_DENOMINATORS or row[i + 1].text == "⁄"
    return _part(row, i, i + 3, over, under) if 0 < over < under and written else None


def _part(row: Pieces, first: int, after: int, over: int, under: int) -> Figure:
    """A part of a whole; but "half a million" and "a quarter of a million" are numbers."""
    part = Figure(first, after, (Decimal(over) / under,), ZERO, "fraction")
    place = after + 1 if at(row, after).lower == "of" else after
    if is_hyphen(at(row, place)) or at(row, place).lower in ("a", "an"):
        place += 1
    scale = MULTIPLIERS.get(at(row, place).lower)
    if scale is None or (place == after and (scale < 1000 or at(row, first - 1).lower == "and")):  # "half million"
        return part
    value = part.value * scale
    return scaled(row, Figure(first, place + 1, (value,), ZERO if scale < 100 else scale / 10))


def _plural(row: Pieces, i: int) -> Figure | None:
    """Such as "Dozens", "tens of thousands", "a few hundred"; the two values bound it."""
    word = row[i].lower
    place = i + 1 if word == "a" else i
    if several := _SEVERAL.get(at(row, place).lower):
        place += 2 if at(row, place + 1).lower == "of" else 1
        bounds = Figure(i, place, (Decimal(several[0]), Decimal(several[1])), ZERO, "plural")
        found = scaled(row, bounds)
        return found if found.after > place else None
    under = _PLURALS_OF.get(at(row, i + 2).lower)
    if word in _FACTORS and under and at(row, i + 1).lower == "of":
        low = 2 * _FACTORS[word] * under
        return Figure(i, i + 3, (Decimal(low), Decimal(5 * low - 1)), ZERO, "plural", ONE)
    if word in _PLURALS:
        low, high = _PLURALS[word]
        return Figure(i, i + 1, (Decimal(low), Decimal(high)), ZERO, "plural")
    return None
