"""Figures: numbers in digits and in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from newslint.annotate.quantities.pieces import Pieces, at, is_hyphen

ZERO, ONE = Decimal(0), Decimal(1)
_LONGEST = 20
_LARGEST = 10**15


def _numbered(words: str, start: int, step: int) -> dict[str, int]:
    return {word: start + step * place for place, word in enumerate(words.split())}


_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_FIRSTS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
    seventeenth eighteenth nineteenth
"""
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
CARDINALS = _numbered(_ONES, 1, 1) | _numbered(_TENS, 20, 10)
ORDINALS = _numbered(_FIRSTS, 1, 1) | _numbered(_TENTHS, 20, 10) | {"hundredth": 100, "thousandth": 1000}
SCALES = {
    "thousand": Decimal(10**3), "million": Decimal(10**6), "billion": Decimal(10**9), "trillion": Decimal(10**12),
    "lakh": Decimal(10**5), "lakhs": Decimal(10**5), "crore": Decimal(10**7), "crores": Decimal(10**7),
}  # fmt: skip
# "hundred" leaves room for ninety-nine after it, "dozen" for nothing.
_GROUPS = {"hundred": (100, 100), "dozen": (12, 0)}
MULTIPLIERS = SCALES | {word: Decimal(number) for word, (number, _) in _GROUPS.items()}
_AFTER_A = frozenset(MULTIPLIERS)


class Figure(NamedTuple):
    """A number read from ``row[first:after]``.

    ``step`` is what its last significant digit counts, 0 where it is exact. ``scale`` is what the
    word after the digits multiplies by. A "plural" ("dozens") has two values that bound it.
    """

    first: int
    after: int
    values: tuple[Decimal, ...]
    step: Decimal
    kind: Literal["number", "fraction", "plural"] = "number"
    scale: Decimal = ONE

    @property
    def value(self) -> Decimal:
        return self.values[-1]

    def times(self, scale: Decimal, after: int) -> Figure:
        values = tuple(value * scale for value in self.values)
        return self._replace(after=after, values=values, step=self.step * scale, scale=self.scale * scale)

    def plus(self, part: Decimal, after: int) -> Figure:
        return self._replace(after=after, values=(self.value + part,), step=ZERO)


def last_digit(value: Decimal) -> Decimal:
    """What the last significant digit counts.

    Zeros at the end of a whole number are taken for rounding as long as half a step stays
    within a twentieth: 15,000 is good to 1,000, 600 to 10, 40 to 1.
    """
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < 0:
        return ONE.scaleb(exponent)
    step = ONE
    while value and value % (step * 10) == 0 and step * 100 <= abs(value):
        step *= 10
    return step


def digits(row: Pieces, i: int) -> Figure | None:
    """Such as "15,000", "1.2 million", "2 1/2", "two and a half" in figures."""
    piece = row[i]
    if piece.kind != "number" or len(piece.text) > _LONGEST:
        return None
    value = Decimal("".join(c for c in piece.text if c.isdecimal() or c == "."))
    return scaled(row, Figure(i, i + 1, (value,), last_digit(value)))


def worded(row: Pieces, i: int) -> Figure | None:
    """A cardinal in words: "two hundred and fifty-three thousand", "a million"."""
    place = start = i + 1 if row[i].lower in ("a", "an") else i
    bare = start > i or (row[i].lower == "hundred" and at(row, i + 1).lower in SCALES)
    if start > i and at(row, start).lower not in _AFTER_A:
        return None
    total, group, step, scale = ZERO, ZERO, ONE, ONE
    room = 100  # what is smaller than this may still be added
    after = start
    while word := at(row, place).lower:
        if CARDINALS.get(word, room) < room:
            number = CARDINALS[word]
            group, room, scale = group + number, 10 if number >= 20 else 0, ONE
            step = last_digit(group)
        elif word in _GROUPS and (group or (bare and place == start)) and group < 100:
            number, room = _GROUPS[word]
            group = max(ONE, group) * number
            step, scale = last_digit(group), Decimal(number)
        elif word in SCALES and (group or (bare and place == start)) and total < _LARGEST:
            scale, room = SCALES[word], 1000
            total, step, group = total + max(ONE, group) * scale, last_digit(max(ONE, group)) * scale, ZERO
        else:
            break
        after = place + 1
        place = _past_joint(row, after, room)
    if after == start:
        return None
    return Figure(i, after, (total + group,), step, scale=scale)


def _past_joint(row: Pieces, i: int, room: int) -> int:
    """Past the hyphen of "twenty-one" and the "and" of "two hundred and six"."""
    joint, following = at(row, i), at(row, i + 1).lower
    if is_hyphen(joint) and joint.glued and at(row, i + 1).glued:
        return i + 1 if following in MULTIPLIERS or CARDINALS.get(following, room) < room else i
    if joint.lower != "and" or room < 100 or following not in CARDINALS:
        return i
    end = i + 2
    if is_hyphen(at(row, end)) and at(row, end + 1).lower in CARDINALS:
        end += 2
    # "one thousand and two hundred" is more often two numbers, as after "between".
    ends_here = at(row, end).lower not in MULTIPLIERS or (room == 100 and at(row, end).lower in SCALES)
    return i + 1 if ends_here else i


def scaled(row: Pieces, found: Figure) -> Figure:
    """With "million", "hundred" and the like after it, a hyphen or not: "$5-million"."""
    while True:
        place = found.after
        if is_hyphen(at(row, place)) and at(row, place).glued:
            place += 1
        scale = MULTIPLIERS.get(at(row, place).lower)
        if scale is None or found.value > _LARGEST:
            return found
        found = found.times(scale, place + 1)
