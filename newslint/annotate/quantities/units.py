"""Units of measure: percent, temperature, length, weight, time and the like, by their spellings."""

from __future__ import annotations

from typing import NamedTuple

from newslint.annotate.quantities.pieces import Pieces, at, is_hyphen, joined
from newslint.mentions import QuantityKind
from newslint.words import STOP_WORDS, plural, word_set


class Unit(NamedTuple):
    """A canonical unit and the pieces ``row[first:after]`` that name it."""

    name: str
    kind: QuantityKind
    first: int
    after: int


# Canonical name, then its spellings; a plural -s is understood.
_MEASURES = """
km: kilometre | kilometer | km
m: metre | meter
cm: centimetre | centimeter | cm
mm: millimetre | millimeter | mm
micrometre: micrometre | micrometer | micron
nanometre: nanometre | nanometer | nm
mile: mile | mi
nautical mile: nautical mile
yard: yard | yd
foot: foot | feet | ft | ′
inch: inch | inches | ″
light year: light year | light - year
kg: kilogram | kilogramme | kilo | kg
g: gram | gramme
mg: milligram | mg
tonne: tonne | metric ton | metric tonne
ton: ton
pound: lb
ounce: ounce | oz
stone: stone
litre: litre | liter
ml: millilitre | milliliter | ml
gallon: gallon
pint: pint
barrel: barrel
bushel: bushel
hectare: hectare | ha
acre: acre
sq km: km squared | square kilometre | square kilometer | sq km
sq mile: square mile | sq mile
sq m: m squared | square metre | square meter | sq m | sqm
sq ft: square foot | square feet | sq ft | sqft
cubic metre: cubic metre | cubic meter
cubic foot: cubic foot | cubic feet
km/h: km / hr | kmph | kilometre per hour | kilometer per hour | kilometre an hour | kilometer an hour | km / h | kph | kmh
mph: mile per hour | mile an hour | mph
mpg: mpg
kHz: kilohertz | khz
knot: knot
watt: watt
kW: kilowatt | kw
MW: megawatt | mw
GW: gigawatt | gw
kWh: kilowatt hour | kilowatt - hour | kwh
MWh: megawatt hour | megawatt - hour | mwh
GWh: gigawatt hour | gigawatt - hour | gwh
horsepower: horsepower | hp | bhp
volt: volt
Hz: hertz | hz
MHz: megahertz | mhz
GHz: gigahertz | ghz
MB: megabyte | mb
GB: gigabyte | gb
TB: terabyte | tb
decibel: decibel | db
carat: carat
calorie: calorie
millisecond: millisecond
kiloton: kiloton | kilotonne
second: second | sec
minute: minute | min
hour: hour | hr
day: day
week: week
fortnight: fortnight
month: month
year: year | yr
decade: decade
century: century | centuries
"""
TIME = word_set("second minute hour day week fortnight month year decade century")
_GLUED = {"g": "g", "m": "m", "l": "litre", "s": "second", "h": "hour", "t": "tonne", "st": "stone"}
_PERCENT = {
    "percentage point": "percentage point",
    "percentage points": "percentage point",
    "percentage - point": "percentage point",
    "percent points": "percentage point",
    "% points": "percentage point",
    "basis point": "basis point",
    "basis points": "basis point",
    "per cent": "%",
    "per - cent": "%",
    "percent": "%",
    "pct": "%",
    "pc": "%",
    "%": "%",
}
_PERCENT_STARTS = frozenset(spelling.split()[0] for spelling in _PERCENT)
_SCALES = {"celsius": "degree Celsius", "centigrade": "degree Celsius", "c": "degree Celsius"} | {
    "fahrenheit": "degree Fahrenheit",
    "f": "degree Fahrenheit",
}
_DEGREES = {"degc": "degree Celsius", "degf": "degree Fahrenheit"}
# The next smaller unit of a compound measure, and how many make one: 6ft 2in, two hours and 15 minutes.
SMALLER = {
    ("foot", "inch"): 12, ("hour", "minute"): 60, ("minute", "second"): 60, ("stone", "pound"): 14, ("pound", "ounce"): 16,
    ("year", "month"): 12,
}  # fmt: skip
# May stand between a figure and a unit of time: "33 Earth days", "two more years".
_BETWEEN = word_set("additional calendar consecutive earth extra full further lunar martian more solid straight successive whole")
_THEIRS = word_set("its the their them these those his her our")
# After these a glued m is metres: "the 100m final", "2m tall".
_METRES_BEFORE = word_set(
    """
    away backstroke breaststroke butterfly champion deep final freestyle from gold heats high hurdles individual long
    medley off pool race record relay sprint swim tall time title track tsunami wave waves wide world
    """
)


_WORDS_AHEAD = 4
_WITHIN = word_set("and or more other further")
_SHORT_WITH_S = word_set("day hr kg km lb min sec ton yr")


def _table(rows: str) -> dict[str, str]:
    out = {}
    for row in rows.strip().splitlines():
        name, spellings = row.split(": ")
        for spelling in spellings.split(" | "):
            first, _, rest = spelling.partition(" ")
            out[spelling] = name
            if len(spelling) > 3 or spelling in _SHORT_WITH_S:
                out[f"{first}s {rest}" if rest[:3] in ("per", "an ") else f"{spelling}s"] = name
    return out


_MEASURE = _table(_MEASURES)
_MEASURE_STARTS = frozenset(spelling.split()[0] for spelling in _MEASURE)
_LONGEST = 3


def canonical() -> frozenset[str]:
    """The names of the units of measure."""
    return frozenset(_MEASURE.values())


def unit_after(row: Pieces, i: int) -> Unit | None:
    """The unit of measure right after a figure, with or without a hyphen between."""
    if is_hyphen(at(row, i)) and at(row, i).glued and at(row, i + 1).glued:
        i += 1
    return _percent(row, i) or _degrees(row, i) or _measure(row, i) or _further(row, i)


def _percent(row: Pieces, i: int) -> Unit | None:
    if at(row, i).lower not in _PERCENT_STARTS:
        return None
    for length in (3, 2, 1):
        name = _PERCENT.get(joined(row, i, i + length))
        if name:
            return Unit(name, "percent", i, i + length)
    return None


def _degrees(row: Pieces, i: int) -> Unit | None:
    """Such as "C", "°C", "degrees Celsius", "degrees"."""
    piece = at(row, i)
    named = piece.text == "°" or piece.lower in ("degree", "degrees", "deg")
    place = i + 1 if named else i
    if named and is_hyphen(at(row, place)):
        place += 1
    letter = at(row, place)
    if piece.lower in _DEGREES:
        return Unit(_DEGREES[piece.lower], "temperature", i, i + 1)
    scale = _SCALES.get(letter.lower)
    if scale and (len(letter.text) > 1 or (letter.text.isupper() and (named or letter.glued or _converted(row, place)))):
        return Unit(scale, "temperature", i, place + 1)
    return Unit("degree", "measure", i, i + 1) if named else None


def _converted(row: Pieces, i: int) -> bool:
    """Whether a letter apart from its figure is a degree, as the same is said in the other beside it: "14 C (57 F)"."""
    other = {"C": "F", "F": "C"}.get(row[i].text)
    near = (at(row, i + 1), at(row, i + 2), at(row, i + 3)), (at(row, i - 2), at(row, i - 1), at(row, i - 3))
    return any(bracket.text == "(" and figure.kind == "number" and letter.text == other for bracket, figure, letter in near)


def _further(row: Pieces, i: int) -> Unit | None:
    """Such as "more years" in "two more years"."""
    unit = _measure(row, i + 1) if at(row, i).lower in _BETWEEN else None
    return unit if unit and unit.name in TIME else None


def _measure(row: Pieces, i: int) -> Unit | None:
    for length in range(_LONGEST if at(row, i).lower in _MEASURE_STARTS else 0, 0, -1):
        name = _MEASURE.get(joined(row, i, i + length))
        if name and at(row, i).text != "Stone":
            end = at(row, i + length)
            squared = end.text in ("²", "2") and end.glued and name in ("km", "m")
            return Unit(f"sq {name}", "measure", i, i + length + 1) if squared else Unit(name, "measure", i, i + length)
    piece = at(row, i)
    alone = at(row, i + 1).text == ")" and at(row, i - 2).text == "("  # (3,810 m)
    if piece.text == "m" and (alone or at(row, i + 1).lower in _METRES_BEFORE):  # the 400 m hurdles
        return Unit("m", "measure", i, i + 1)
    if piece.text not in _GLUED or not piece.glued or at(row, i - 1).kind != "number":
        return None
    return (
        None if piece.text == "s" and "." not in row[i - 1].text else Unit(_GLUED[piece.text], "measure", i, i + 1)
    )  # 9.58s, not 1970s


def means_metres(row: Pieces, i: int, *, small: bool) -> bool:
    """Whether an m after digits, which ends before ``row[i]``, is metres rather than millions; ``small`` for a small letter."""
    word = at(row, i).lower
    if word in _METRES_BEFORE:
        return True
    return small and not _plural_ahead(row, i) and not (word == "of" and at(row, i + 1).lower in _THEIRS)


def _plural_ahead(row: Pieces, i: int) -> bool:
    """Whether a plural ends the words from here: "new homes", "digital and physical sales"."""
    for piece in row[i : i + _WORDS_AHEAD]:
        if piece.kind != "word" or (piece.lower in STOP_WORDS and piece.lower not in _WITHIN):
            return False
        if plural(piece.lower):
            return True
    return False
