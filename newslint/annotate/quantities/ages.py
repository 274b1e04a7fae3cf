"""Ages: "a 9-year-old", "aged 43", "he was 86", "I'm 83", "Ana Ruiz, 43,"."""

from __future__ import annotations

from newslint.annotate.quantities.operands import Operand
from newslint.annotate.quantities.pieces import Pieces, at, is_hyphen, joined
from newslint.annotate.quantities.units import TIME, Unit
from newslint.words import word_set

_AGED = word_set("age aged ages")
_AGED_PHRASES = frozenset({"age of", "aged between", "aged about", "aged around", "aged just", "ages of"})
_WHO = word_set("he she i who")
_IS = word_set("was is am turned turns turning")
_IS_SHORT = word_set("i'm i’m he's he’s she's she’s who's who’s")
_RELATIVES = word_set(
    """
    aunt boy boyfriend brother child cousin daughter father fiance fiancee friend girl girlfriend grandfather grandmother grandson
    granddaughter husband man mother nephew niece partner sister son teenager twin uncle wife woman
    """
)
_SHALL = word_set("will would must")
_AFTER_AN_AGE = word_set("and at but by in now on or then when while")
_OLDEST = 125
_ADULT = 13


def age(row: Pieces, first: int, last: Operand) -> Unit | None:
    """The unit of an age; it names no pieces where the text writes none. ``last`` ends the figure or range."""
    if last.unit and last.unit.name in TIME:
        after = _old(row, last.after)
        aged = after > last.after or _follows_aged(row, first)
        return Unit(last.unit.name, "age", last.unit.first, after) if aged else None
    value = last.figure.value
    if last.unit or not 0 < value < _OLDEST or last.figure.kind != "number":
        return None
    told = _follows_aged(row, first) or _said_of(row, first, last.after) or _beside_name(row, first, last)
    return Unit("year", "age", last.after, last.after) if told else None


def _old(row: Pieces, i: int) -> int:
    """The end of "old" or "of age" after a unit of time, or where it would start."""
    place = i + 1 if is_hyphen(at(row, i)) else i
    if at(row, place).lower in ("old", "olds"):
        return place + 1
    return i + 2 if joined(row, i, i + 2) == "of age" else i


def _follows_aged(row: Pieces, first: int) -> bool:
    return at(row, first - 1).lower in _AGED or joined(row, first - 2, first) in _AGED_PHRASES


def _said_of(row: Pieces, first: int, after: int) -> bool:
    """Such as "She was 86.", "I'm 83 and"."""
    follows = at(row, after)
    if follows.kind not in ("sign", "skip") and follows.lower not in _AFTER_AN_AGE:
        return False
    before = at(row, first - 1).lower
    if before == "be":  # she will be 35
        return at(row, first - 2).lower in _SHALL and at(row, first - 3).lower in _WHO
    return before in _IS_SHORT or (before in _IS and at(row, first - 2).lower in _WHO)


def _beside_name(row: Pieces, first: int, last: Operand) -> bool:
    """Such as "Ana Ruiz, 43,", "her brother, 22,", "Ruiz (43)"."""
    before, follows, name = at(row, first - 1), at(row, last.after), at(row, first - 2)
    person = name.kind == "word" and (name.text[0].isupper() or name.lower in _RELATIVES)
    if not person or row[last.figure.first].kind != "number" or last.figure.value < 3:
        return False
    if before.text == "(":
        return follows.text == ")" and last.figure.value >= _ADULT
    return before.text == "," and (follows.text in (",", ".", ";", ")") or follows.lower == "and")
