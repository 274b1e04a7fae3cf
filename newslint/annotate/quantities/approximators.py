"""Approximators before and after a figure, and the interval that the wording allows."""

from __future__ import annotations

from decimal import Decimal

from newslint.annotate.quantities.pieces import Pieces, at, is_hyphen, joined
from newslint.annotate.quantities.units import TIME
from newslint.mentions import Approximation, QuantityKind
from newslint.words import word_set

# Phrases before a figure, words and signs parted by single spaces.
_PHRASES: dict[Approximation, str] = {
    "about": """
        about | around | approximately | approx | approx . | roughly | some | circa | ca . | c . | ~ | an estimated |
        estimated | in the region of | of the order of | on the order of | in the order of | somewhere around | somewhere
        near | more or less | just about | an approximate
    """,
    "more-than": """
        more than | over | above | upwards of | upward of | exceeding | in excess of | north of | greater than | well over
        | well above | just over | just above | just more than | slightly more than | slightly over | a little over | a
        little more than | far more than | > | higher than | longer than | larger than | bigger than | older than
    """,
    "at-least": """
        > = | at least | no fewer than | no less than | not less than | a minimum of | minimum of | as few as | as little as | ≥
    """,
    "nearly": """
        nearly | almost | close to | just under | just below | just short of | just shy of | shy of | approaching | not
        quite | a little under | a little less than | slightly less than | slightly under | just less than | nearing |
        virtually
    """,
    "less-than": """
        less than | fewer than | under | below | well under | well below | < | lower than | shorter than | south of |
        younger than
    """,
    "at-most": """
        up to | as many as | as much as | as high as | as long as | no more than | not more than | a maximum of | maximum
        of | at most | ≤ | < =
    """,
}
_BEFORE: dict[str, Approximation] = {
    phrase.strip(): meaning for meaning, phrases in _PHRASES.items() for phrase in " ".join(phrases.split()).split("|")
}
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in _BEFORE)
_AFTER: dict[str, Approximation] = {
    "or so": "about", "or thereabouts": "about", "- odd": "about", "odd": "about", "or more": "at-least", "or over": "at-least",
    "or older": "at-least", "and over": "at-least", "and above": "at-least", "or above": "at-least", "or higher": "at-least",
    "- plus": "at-least", "plus": "at-least", "+": "at-least", "or less": "at-most", "or fewer": "at-most", "or under": "at-most",
    "or below": "at-most", "or lower": "at-most", "or younger": "at-most", "at most": "at-most", "at least": "at-least",
    "or greater": "at-least",
}  # fmt: skip
_LONGEST = 4

# "Over" and its like are also plain prepositions: a row over three words, split over two years.
_PLACES = word_set("over under above below around about close")
_OVER_TIME = word_set(
    """
    after ago and at been for from in is just last lasted lasting lasts of or spanning spent take taken takes than took was well
    with within
    """
)
_TALK = word_set(
    """
    argue argued ask asked asking book complain complained complaints concern concerned concerns film how information know
    knew knowledge learn learned nothing out question questions read something speak speaking spoke story stories talk
    talked talking talks think thinking thought what worried worry
    """
)


def approximator_before(row: Pieces, i: int, *, value: Decimal, unit: str | None) -> tuple[Approximation | None, int]:
    """What the words before a figure make of it, and where they start."""
    meaning: Approximation | None = None
    while at(row, i - 1).lower in _LAST_WORDS:
        found = next(
            (
                (_BEFORE[key], i - length)
                for length in range(min(_LONGEST, i), 0, -1)
                if (key := joined(row, i - length, i)) in _BEFORE
            ),
            None,
        )
        if not found or (meaning and found[0] == meaning) or _is_preposition(row, found[1], i, value=value, unit=unit):
            return meaning, i
        meaning = found[0] if meaning in (None, "about") else meaning
        i = found[1]
    return meaning, i


def _is_preposition(row: Pieces, first: int, after: int, *, value: Decimal, unit: str | None) -> bool:
    word, before = row[first].lower, at(row, first - 1).lower
    if after - first > 1 or word not in _PLACES:
        return word == "close" and unit is None and value < 10
    if word == "about":
        return before in _TALK
    if word == "over" and unit in TIME:
        return first > 0 and before not in _OVER_TIME
    return word in ("over", "under", "above", "below") and unit is None and value < 10


def approximator_after(row: Pieces, i: int) -> tuple[Approximation | None, int]:
    """What the words after a figure make of it, and where they end: "or so", "-plus"."""
    for length in (2, 1):
        key = joined(row, i, i + length)
        meaning = _AFTER.get(key)
        if meaning and (length == 2 or at(row, i).glued or key in ("odd", "plus")):
            if key == "plus" and at(row, i + 1).kind == "number":
                continue
            if (is_hyphen(at(row, i)) and not at(row, i).glued) or at(row, i + length).lower == "than":  # 5 or more than 6
                continue
            return meaning, i + length
    return None, i


ABOUT = Decimal("0.1")
SLACK = Decimal("0.2")


def interval(
    values: tuple[Decimal, ...],
    step: Decimal,
    *,
    kind: QuantityKind,
    exact: bool = False,
    approximation: Approximation | None = None,
) -> tuple[Decimal | None, Decimal | None]:
    """What a figure may stand for as news copy uses the words; None where it is open.

    "About" is a tenth either way, or half the last digit where that is more. "Over" and
    "nearly" reach a fifth of the figure: nobody writes "over 10,000" for 15,000. A plain
    figure is good to half its last significant digit: 15,000 is 14,500 to 15,499.
    """
    low, high = min(values), max(values)
    if approximation == "at-least":
        return low, None
    if approximation in ("at-most", "less-than"):
        return (Decimal(0) if high >= 0 else None), high
    if approximation == "more-than":
        is_part = not step and high < 1  # "more than half" is true of three-quarters
        return low, None if is_part else high + SLACK * abs(high)
    if approximation == "nearly":
        return low - SLACK * abs(low), high
    if approximation == "about" and len(values) == 1:
        reach = max(ABOUT * abs(low), step if kind == "count" and step == 1 else step / 2)
        return low - reach, high + reach
    if exact or len(values) > 1:
        return low, high
    if not step:  # a fraction
        return low - ABOUT * abs(low), high + ABOUT * abs(high)
    if kind == "count" and low == low.to_integral_value():
        return (low, low) if step <= 1 else (low - step / 2, low + step / 2 - 1)
    return low - step / 2, low + step / 2
