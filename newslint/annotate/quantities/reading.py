"""One quantity read from a row of pieces: approximator, figures, unit and noun put together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newslint.annotate.quantities import money
from newslint.annotate.quantities.approximators import approximator_after, approximator_before, interval
from newslint.annotate.quantities.figures import ONE, ORDINALS, Figure, ordinal
from newslint.annotate.quantities.labels import in_a_code, labels
from newslint.annotate.quantities.nouns import Counted, noun_after, noun_of, word_after
from newslint.annotate.quantities.operands import Operand, Pair, governor, operand, pair
from newslint.annotate.quantities.parts import STARTS, one_in
from newslint.annotate.quantities.pieces import Pieces, at, is_dash, is_hyphen, joined
from newslint.annotate.quantities.units import TIME, unit_after
from newslint.mentions import Quantity, QuantityKind
from newslint.spans import Span
from newslint.words import word_set

_WORDS = STARTS | frozenset(ORDINALS) | {"minus"}
_SIGNS = money.STARTS | {"-", "−", "–"}
_AGED = word_set("age aged ages")
_AGED_PHRASES = frozenset({"age of", "aged between", "aged about", "aged around", "ages of"})
_IS = frozenset(f"{who} {be}" for who in ("he", "she", "i", "who") for be in ("was", "is", "am", "turned", "turns"))
_AFTER_AN_AGE = word_set("and at but by in now on or then when while")
_OLDEST = 125
_OF_A_PART = word_set("of more less fewer higher lower bigger smaller larger off cheaper faster")
_OF_A_HALF = word_set("the its their his her our my your all these those a an")
_NOT_A_PART = word_set("first second third fourth last this each either latter former better other next final opening every")
_SOMEDAY = word_set("day night time second minute moment")
_BEFORE_ORDINAL = word_set("the a an his her its their our my your this that every on")


@dataclass(frozen=True, slots=True)
class _Found:
    """What is known of a quantity before its approximator, noun and interval: ``row[first:after]``."""

    first: int
    after: int
    figure: Figure
    kind: QuantityKind
    unit: str | None = None
    exact: bool = False


def may_start(row: Pieces, i: int) -> bool:
    piece = row[i]
    return piece.kind == "number" or piece.lower in _WORDS or piece.text in _SIGNS


def read(row: Pieces, i: int, *, sterling: bool) -> tuple[Quantity | None, int]:
    """The quantity that starts at this piece, if one does, and where to read on."""
    chain = _chain(row, i)
    if chain > i:
        return None, chain
    share = one_in(row, i)
    if share and not _is_a_time(row, share):
        return _made(row, _Found(i, share.after, share, "ratio")), share.after
    order = ordinal(row, i)
    if order:
        found = _Found(i, order.after, order, "ordinal", exact=True)
        return (_made(row, found) if _is_ordinal(row, order) else None), order.after
    low = operand(row, i, sterling=sterling)
    if low is None or (low.first == low.figure.first and in_a_code(row, low.figure)):
        return None, i + 1
    both = pair(row, low, before=governor(row, i), sterling=sterling)
    if both and both.kind == "change":
        return _like(_single(row, both.low), _single(row, both.high)), low.after
    if both and low.unit is None and labels(row, low.figure):  # a year: "1914-18", but "60% in 2018 to 3.9 million"
        return None, low.after if both.high.figure.scale > ONE else both.high.after
    if both:
        return _double(row, both), both.high.after
    return _single(row, low), low.after


def _single(row: Pieces, one: Operand) -> Quantity | None:
    if one.figure.kind == "fraction" and one.unit is None and not _is_part(row, one):
        return None
    if one.figure.value < 0 and (one.unit is None or one.unit.kind == "measure"):
        return None
    if one.figure.kind == "plural" and row[one.first].lower == "scores" and at(row, one.figure.after).lower != "of":
        return None
    age = _age(row, one.first, one)
    if age:
        return _made(row, _Found(one.first, age[1], one.figure, "age", age[0], exact=True))
    if one.unit is None and (labels(row, one.figure) or _is_pronoun(row, one)):
        return None
    if one.unit and one.unit.name in TIME and _is_someday(row, one):
        return None
    kind: QuantityKind = one.unit.kind if one.unit else "ratio" if one.figure.kind == "fraction" else "count"
    return _made(row, _Found(one.first, one.after, one.figure, kind, one.unit.name if one.unit else None))


def _like(one: Quantity | None, other: Quantity | None) -> Quantity | None:
    """The first end of a change counts what the second says: "from 40 to 50 people"."""
    if one is None or other is None or one.noun:
        return one
    return replace(one, noun=other.noun, noun_span=other.noun_span)


def _double(row: Pieces, both: Pair) -> Quantity | None:
    low, high = both.low, both.high
    if low.unit is None and row[high.figure.first].text.startswith("0") and len(row[high.figure.first].text) > 1:
        return None
    figure = Figure(
        low.figure.first, high.figure.after, (low.figure.value, high.figure.value), high.figure.step, scale=high.figure.scale
    )
    if both.kind == "score":
        return _made(row, _Found(low.first, high.after, figure, "score", exact=True))
    age = _age(row, low.first, high)
    if age:
        return _made(row, _Found(low.first, age[1], figure, "age", age[0], exact=True))
    unit = high.unit
    return _made(row, _Found(low.first, high.after, figure, unit.kind if unit else "count", unit.name if unit else None))


def _made(row: Pieces, found: _Found) -> Quantity:
    values = found.figure.values
    before, first = approximator_before(row, found.first, value=values[-1], unit=found.unit)
    behind, after = (None, found.after) if found.kind == "score" else approximator_after(row, found.after)
    approximation = before or behind or ("about" if found.figure.kind == "plural" else None)
    low, high = interval(values, found.figure.step, kind=found.kind, exact=found.exact, approximation=approximation)
    counted = _counted(row, found, after)
    return Quantity(
        span=Span(row[first].start, row[after - 1].end),
        figure=Span(row[found.figure.first].start, row[found.figure.after - 1].end),
        value=values,
        low=low,
        high=high,
        kind=found.kind,
        unit=found.unit,
        noun=counted.noun if counted else None,
        noun_span=Span(row[counted.first].start, row[counted.after - 1].end) if counted else None,
        approximation=approximation,
    )


def _counted(row: Pieces, found: _Found, after: int) -> Counted | None:
    if found.kind in ("score", "money", "temperature") or (found.unit in TIME and found.kind == "measure"):
        return None
    if found.kind == "ordinal":
        return word_after(row, after)
    one = found.kind == "age" or (found.figure.values == (ONE,) and found.kind == "count")
    if found.unit is None or found.kind == "age":
        counted = noun_after(row, after, one=one)
        if counted:
            return counted
    return noun_of(row, after, mass=found.unit is not None or found.kind == "ratio")


def _age(row: Pieces, first: int, last: Operand) -> tuple[str, int] | None:
    """The unit of an age and where it ends: "9-year-old", "aged 43", "he was 86", "Ana Ruiz, 43,"."""
    before, follows = at(row, first - 1), at(row, last.after)
    aged = before.lower in _AGED or joined(row, first - 2, first) in _AGED_PHRASES
    if last.unit and last.unit.name in TIME:
        place = last.after + 1 if is_hyphen(follows) else last.after
        if at(row, place).lower in ("old", "olds"):
            return last.unit.name, place + 1
        return (last.unit.name, last.after) if aged else None
    value = last.figure.value
    if last.unit or not 0 < value < _OLDEST or last.figure.kind != "number":
        return None
    ends = follows.kind in ("sign", "skip") or follows.lower in _AFTER_AN_AGE
    if aged or (ends and joined(row, first - 2, first) in _IS) or _beside_name(row, first, last):
        return "year", last.after
    return None


def _beside_name(row: Pieces, first: int, last: Operand) -> bool:
    before, follows, name = at(row, first - 1), at(row, last.after), at(row, first - 2)
    if name.kind != "word" or not name.text[0].isupper() or row[last.figure.first].kind != "number" or last.figure.value < 3:
        return False
    if before.text == "(":
        return follows.text == ")" and last.figure.value >= 13
    return before.text == "," and (follows.text in (",", ".", ";", ")") or follows.lower == "and")


def _is_part(row: Pieces, one: Operand) -> bool:
    """Whether a fraction is one: "a third of voters", not "a third man" or "the first half"."""
    last, follows = row[one.figure.after - 1], at(row, one.figure.after)
    if not last.text.isalpha() or last.lower.endswith("s"):
        return True
    before = at(row, one.first - 1).lower
    if before in _NOT_A_PART or is_hyphen(follows):
        return False
    if follows.lower in _OF_A_PART or (last.lower == "half" and follows.lower in _OF_A_HALF):
        return True
    return before == "by" or approximator_before(row, one.first, value=one.figure.value, unit="%")[0] is not None


def _is_pronoun(row: Pieces, one: Operand) -> bool:
    """Such as "One" that counts nothing: "one of the", "one said"."""
    return row[one.first].lower == "one" and one.figure.value == ONE and noun_after(row, one.after, one=True) is None


def _is_someday(row: Pieces, one: Operand) -> bool:
    return row[one.first].lower == "one" and one.figure.value == ONE and row[one.after - 1].lower in _SOMEDAY


def _is_a_time(row: Pieces, share: Figure) -> bool:
    """Such as "Two in 10 days", "one in 2010"."""
    last = row[share.after - 1]
    return unit_after(row, share.after) is not None or (last.kind == "number" and len(last.text) == 4 and last.text.isdecimal())


def _is_ordinal(row: Pieces, order: Figure) -> bool:
    word, before, follows = row[order.first].lower, at(row, order.first - 1).lower, at(row, order.after)
    if row[order.first].kind == "number":
        return not in_a_code(row, order)
    if word == "first" or follows.lower in ("of", "half") or (order.first > 0 and row[order.first].text[0].isupper()):
        return False
    return before in _BEFORE_ORDINAL and (follows.kind == "word" or is_hyphen(follows))


def _chain(row: Pieces, i: int) -> int:
    """The end of three or more figures joined by dashes: a phone number, a record of wins, a date."""
    after, count = i, 0
    while at(row, after).kind == "number":
        count += 1
        if not (is_dash(at(row, after + 1)) and at(row, after + 1).glued and at(row, after + 2).glued):
            after += 1
            break
        after += 2
    return after if count > 2 else i
