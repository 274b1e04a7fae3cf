"""A figure with its currency, scale and unit, and the pairs that two of them make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from newslint.annotate.quantities.figures import CARDINALS, ONE, ZERO, Figure
from newslint.annotate.quantities.money import coin_after, currency_before, nation_after
from newslint.annotate.quantities.parts import figure
from newslint.annotate.quantities.pieces import Pieces, at, is_dash, is_hyphen, joined
from newslint.annotate.quantities.units import SMALLER, TIME, Unit, means_metres, unit_after
from newslint.words import plural, word_set

# Only after digits: "4.5m", "$5 bn", "£30k".
_SHORT_SCALES = {
    "k": 3, "K": 3, "m": 6, "M": 6, "mn": 6, "mln": 6, "mil": 6, "b": 9, "B": 9, "bn": 9, "Bn": 9, "BN": 9, "t": 12, "T": 12,
    "tn": 12, "trn": 12, "MM": 6,
}  # fmt: skip
_ALWAYS_SCALES = word_set("bn Bn BN tn trn mn mln mil")
_SCREENS = (2, 4, 8)  # 4K video
_MANY = 10**6
_SMALL_SCORE, _LARGEST_SCORE = 20, 999
_SCORE_WORDS = word_set(
    """
    aggregate ahead beat beaten beating beats deadlock decision defeat defeated defeats down draw draws drawn drew edge
    edged home lead leading leads led lose loses losing loss lost majority margin record ruled ruling rout score scoreline
    set thrashed thrashing tie tied trail trailed trailing up victory vote voted votes voting win winning wins won
    """
)

_CHANGES = word_set(
    """
    added adding advanced advancing boosted by climb climbed climbing cut decline declined declining decreased decreasing dipped
    down dropped dropping eased edged edging fall fallen falling fell gain gained gaining grew growing increased increasing jump
    jumped jumping lost lower plunged plunging raised raising reduced reducing rise risen rising rose sank shed slid slipped
    slipping slumped soared surged tumbled up
    """
)


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure with what belongs to it: ``row[first:after]``."""

    first: int
    after: int
    figure: Figure
    unit: Unit | None = None

    @property
    def values(self) -> tuple[Decimal, ...]:
        return self.figure.values


@dataclass(frozen=True, slots=True)
class Pair:
    """Two operands joined: a range, a score, or the two ends of a change."""

    kind: Literal["range", "score", "change"]
    low: Operand
    high: Operand


def operand(row: Pieces, i: int, *, sterling: bool) -> Operand | None:
    """The figure at this piece with its currency or unit."""
    if whole := _and_a_half(row, i):
        return whole
    start, negative = i, False
    if past := _past_minus(row, i):
        start, negative = past, True
    if start >= len(row):
        return None
    currency = currency_before(row, start)
    if currency and currency[1] >= len(row):
        return None
    found = figure(row, currency[1] if currency else start)
    if found is None:
        return None
    if negative:
        found = found._replace(values=tuple(-value for value in found.values))
    found = _short_scale(row, found, money=currency is not None)
    if currency:
        code = nation_after(row, found.after) if row[start].text == "$" else ""
        return Operand(i, found.after + bool(code), found, Unit(code or currency[0], "money", start, currency[1]))
    unit, found = _unit(row, found, sterling=sterling)
    if unit is None:
        return Operand(i, found.after, found)
    return _compound(row, Operand(i, unit.after, found, unit))


def _and_a_half(row: Pieces, i: int) -> Operand | None:
    """Such as "a year and a half"."""
    unit = unit_after(row, i + 1) if row[i].lower in ("a", "an") else None
    if unit is None or unit.name not in TIME or joined(row, unit.after, unit.after + 3) != "and a half":
        return None
    return Operand(i, unit.after + 3, Figure(i, unit.after + 3, (Decimal("1.5"),), ZERO), unit)


def _past_minus(row: Pieces, i: int) -> int:
    """Where the figure after a minus sign or word starts; 0 where there is none."""
    piece, second = row[i], at(row, i + 1)
    if piece.lower in ("minus", "negative"):
        start = i + 2 if is_hyphen(second) else i + 1
        return start if at(row, start).kind == "number" or at(row, start).lower in CARDINALS else 0
    opens = not piece.glued or at(row, i - 1).text in ("(", "[")
    return i + 1 if piece.text in ("-", "−", "–") and opens and second.glued and second.kind == "number" else 0


def _short_scale(row: Pieces, found: Figure, *, money: bool) -> Figure:
    letter = at(row, found.after)
    power = _SHORT_SCALES.get(letter.text)
    if power is None or row[found.after - 1].kind != "number" or found.kind != "number":
        return found
    if not letter.glued and letter.text not in _ALWAYS_SCALES and not (money and letter.text in ("m", "M")):
        return found
    coined = coin_after(row, found.after + 1, many=False, sterling=False) is not None  # 368m kroner
    counts = letter.text in "kKmM" and (coined or not means_metres(row, found.after + 1, small=letter.text == "m"))
    if letter.text == "K" and found.value in _SCREENS:
        counts = plural(at(row, found.after + 1).text)
    if money or counts or letter.text in _ALWAYS_SCALES:
        return found.times(Decimal(10) ** power, found.after + 1)
    return found


def _unit(row: Pieces, found: Figure, *, sterling: bool) -> tuple[Unit | None, Figure]:
    """The unit after a figure; "half an hour" is half of one hour."""
    many = found.scale >= _MANY or found.value >= _MANY or (found.kind == "plural" and at(row, found.after + 2).lower != "of")
    unit = unit_after(row, found.after) or coin_after(row, found.after, many=many, sterling=sterling)
    if unit or found.kind == "number":
        return unit, found
    place = found.after + 1 if at(row, found.after).lower == "of" else found.after
    if found.kind == "fraction" and at(row, place).lower in ("a", "an"):
        unit = unit_after(row, place + 1)
        return unit, found._replace(kind="number") if unit else found
    if place > found.after:  # "thousands of dollars"
        unit = unit_after(row, place) or coin_after(row, place, many=many, sterling=sterling)
        return (unit if found.kind == "plural" else None), found
    return None, found


def _compound(row: Pieces, whole: Operand) -> Operand:
    """Such as "6ft 2in", "6-foot-2", "two hours and 15 minutes": one measure in the smaller unit."""
    place = whole.after
    if at(row, place).lower == "and" or (is_hyphen(at(row, place)) and at(row, place).glued):
        place += 1
    part = figure(row, place) if place < len(row) else None
    if part is None or whole.unit is None or len(part.values) + len(whole.values) != 2:
        return whole
    small = unit_after(row, part.after) or _inches(row, part.after)
    name = small.name if small else "inch" if whole.unit.name == "foot" and is_hyphen(at(row, place - 1)) else ""
    times = SMALLER.get((whole.unit.name, name))
    if not times or part.value >= times:
        return whole
    after = small.after if small else part.after
    figures = whole.figure._replace(after=part.after, values=(whole.figure.value * times + part.value,), step=ONE)
    return replace(whole, after=after, figure=figures, unit=Unit(name, "measure", small.first if small else after, after))


def _inches(row: Pieces, i: int) -> Unit | None:
    """An "in" that is no preposition: glued to its digits, as in 6ft 2in."""
    return Unit("inch", "measure", i, i + 1) if at(row, i).lower == "in" and row[i].glued else None


def pair(row: Pieces, low: Operand, *, before: str, sterling: bool) -> Pair | None:
    """The range, score or change that this operand opens; ``before`` is the word before it."""
    joint, start = _joint(row, low, before)
    if not start or start >= len(row) or low.figure.kind != "number":
        return None
    high = operand(row, start, sterling=sterling)
    if high is None or high.figure.kind != "number":
        return None
    if joint == "apart" and not (low.unit and high.unit):
        return None
    step = high.unit is None or low.unit is not None  # "rose by 1 to 1.5 degrees" is a range
    low, high = _shared(low, high)
    if (low.unit and low.unit.name) != (high.unit and high.unit.name):
        return None
    if joint == "from":
        return Pair("change", low, high)
    ascending = low.figure.value < high.figure.value
    if joint in ("-", "to") and low.unit is None and _is_score(row, low, high, joint=joint, ascending=ascending):
        return Pair("score", low, high)
    if joint == "to" and step and _is_change(row, low.first):
        return None
    if joint == "or" and not low.figure.value < high.figure.value <= 2 * low.figure.value:
        return None
    return Pair("range", low, high) if ascending or (low.unit and low.unit.kind == "temperature") else None


def _is_change(row: Pieces, first: int) -> bool:
    """Whether "0.1% to 4.7%" follows a word like "rose": a step and where it led."""
    before = [piece.lower for piece in row[max(0, first - 3) : first]]
    return "from" not in before and any(word in _CHANGES for word in before)


def _joint(row: Pieces, low: Operand, before: str) -> tuple[str, int]:
    """How a second figure is joined on, and where it starts: "5-10", "5 to 10", "between 5 and 10", "five or six"."""
    piece, following = at(row, low.after), at(row, low.after + 1)
    if is_dash(piece) and piece.glued and following.glued:
        to = following.lower == "to" and is_hyphen(at(row, low.after + 2))
        return ("to", low.after + 3) if to else ("-", low.after + 1)
    if is_dash(piece) and low.unit:  # £10 – £15
        return "apart", low.after + 1
    if piece.lower == "to":
        return ("from" if before == "from" else "to"), low.after + 1
    if (piece.lower == "and" and before == "between") or (piece.lower == "or" and (low.unit is None)):
        return piece.lower, low.after + 1
    return "", 0


def _shared(low: Operand, high: Operand) -> tuple[Operand, Operand]:
    """The first of two takes the unit and magnitude that only the second states, and the reverse for currency."""
    if high.unit is None and low.unit and low.unit.kind == "money":
        high = replace(high, unit=low.unit)
    bare = low.figure.scale == ONE and low.figure.value < 1000
    if bare and high.figure.scale > ONE and low.figure.value < high.figure.value / high.figure.scale:
        low = replace(low, figure=low.figure.times(high.figure.scale, low.figure.after))
    if low.unit is None and high.unit:
        low = replace(low, unit=high.unit)
    return low, high


def _is_score(row: Pieces, low: Operand, high: Operand, *, joint: str, ascending: bool) -> bool:
    whole = all(each.figure.scale == ONE and each.figure.value == each.figure.value.to_integral_value() for each in (low, high))
    if not whole or low.figure.value < 0 or high.figure.value > _LARGEST_SCORE:
        return False
    around = {piece.lower for piece in row[max(0, low.first - 3) : low.first]} | {
        piece.lower for piece in row[high.after : high.after + 2]
    }
    if around & _SCORE_WORDS:
        return True
    if joint == "to":
        return not ascending
    if not ascending:
        return True
    after = at(row, high.after)
    between = after.kind != "word" or (after.text[0].isupper() and at(row, low.first - 1).text[:1].isupper())
    return high.figure.value <= _SMALL_SCORE and between and row[low.first].kind == "number"


def governor(row: Pieces, first: int) -> str:
    """The word that governs a pair: "from" of a change, "between"; a "from" after "ranging" opens a range."""
    word, before = at(row, first - 1).lower, at(row, first - 2).lower
    if word == "from" and before in ("anywhere", "range", "ranged", "ranges", "ranging", "varied", "varies", "vary", "varying"):
        return ""
    return word if word in ("from", "between") else ""
