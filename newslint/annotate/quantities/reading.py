"""One quantity read from a row of pieces: approximator, figures, unit and noun put together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newslint.annotate.quantities import money
from newslint.annotate.quantities.ages import age
from newslint.annotate.quantities.approximators import approximator_after, approximator_before, interval
from newslint.annotate.quantities.fates import fate
from newslint.annotate.quantities.figures import CARDINALS, ONE, ORDINALS, Figure
from newslint.annotate.quantities.labels import in_a_code, labels, labels_score
from newslint.annotate.quantities.namesakes import is_wholly
from newslint.annotate.quantities.nouns import Counted, noun_after, noun_of, word_after
from newslint.annotate.quantities.operands import Operand, Pair, governor, operand, pair
from newslint.annotate.quantities.ordinals import counts, ordinal
from newslint.annotate.quantities.parts import BEHIND_AN_ARTICLE, STARTS, fold, one_in
from newslint.annotate.quantities.pieces import Pieces, at, is_dash, is_hyphen
from newslint.annotate.quantities.rates import Rate, rate_after
from newslint.annotate.quantities.scales import scale_of
from newslint.annotate.quantities.units import TIME, Unit, unit_after
from newslint.mentions import Quantity, QuantityKind
from newslint.spans import Span
from newslint.words import word_set

_WORDS = STARTS | frozenset(ORDINALS) | {"minus", "negative"}
_SIGNS = money.STARTS | {"-", "−", "–"}
_OF_A_PART = word_set("of more less fewer higher lower bigger smaller larger off cheaper faster")
_OF_A_HALF = word_set("the its their his her our my your all these those a an")
_NOT_A_PART = word_set("first second third fourth last this each either latter former better other next final opening every")
_SOMEDAY = word_set("day night time second minute moment")


@dataclass(frozen=True, slots=True)
class _Found:
    """What is known of a quantity before its approximator, noun and interval: ``row[first:after]``."""

    first: int
    after: int
    figure: Figure
    kind: QuantityKind
    unit: Unit | None = None
    exact: bool = False


def may_start(row: Pieces, i: int) -> bool:
    piece = row[i]
    if piece.lower in ("a", "an"):
        behind = at(row, i + 1)
        return behind.lower in BEHIND_AN_ARTICLE or behind.text == "$" or is_hyphen(behind)
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
    if order and counts(row, order):
        return _made(row, _Found(i, order.after, order, "ordinal", exact=True)), order.after
    if order and row[i].lower not in CARDINALS:  # "one hundredth of a second" is read on
        return None, order.after
    if times := fold(row, i):
        return _made(row, _Found(i, times.after, times, "count")), times.after
    low = operand(row, i, sterling=sterling)
    if low is None or (low.first == low.figure.first and in_a_code(row, low.figure)):
        return None, i + 1
    if _is_a_year(row, low):
        return None, low.after
    both = pair(row, low, before=governor(row, i), sterling=sterling)
    if both and both.kind == "change":
        return _like(_single(row, both.low), _single(row, both.high)), low.after
    if both and both.kind == "score":
        return (None if labels_score(row, low.figure) else _double(row, both)), both.high.after
    if both and both.low.unit is None and labels(row, low.figure):  # a year: "1914-18", but "60% in 2018 to 3.9 million"
        return None, low.after if both.high.figure.scale > ONE else both.high.after
    if both:
        return _double(row, both), both.high.after
    return _single(row, low), low.after


def _single(row: Pieces, one: Operand) -> Quantity | None:
    if one.figure.kind == "fraction" and one.unit is None and not _is_part(row, one):
        return None
    if _is_dashed(row, one):
        return None
    if one.figure.kind == "plural" and row[one.first].lower == "scores" and at(row, one.figure.after).lower != "of":
        return None
    if years := age(row, one.first, one):
        return _made(row, _Found(one.first, years.after, one.figure, "age", years, exact=True))
    if one.unit is None and (labels(row, one.figure) or _is_pronoun(row, one)):
        return None
    if one.unit and one.unit.name in TIME and _is_someday(row, one):
        return None
    if one.unit and one.unit.name == "%" and is_wholly(row, one.figure, one.after):
        return None
    kind: QuantityKind = one.unit.kind if one.unit else "ratio" if one.figure.kind == "fraction" else "count"
    return _made(row, _Found(one.first, one.after, one.figure, kind, one.unit))


def _is_a_year(row: Pieces, low: Operand) -> bool:
    """Whether the first of two figures is a year and the other a level: "40 in 2018 to 60", "$3m in 2018 to $4m"."""
    before, follows = at(row, low.first - 1).lower, at(row, low.after + 1)
    if before not in ("by", "in", "since") or at(row, low.after).lower != "to" or follows.lower in ("early", "late", "mid"):
        return False
    year = row[low.first].text
    return len(year) == 4 and year.isdecimal() and not (len(follows.text) == 4 and follows.text.isdecimal())


def _like(one: Quantity | None, other: Quantity | None) -> Quantity | None:
    """The first end of a change counts what the second says: "from 40 to 50 people"."""
    if one is None or other is None or one.noun:
        return one
    return replace(one, noun=other.noun, noun_span=other.noun_span, unit_spans=one.unit_spans or other.unit_spans)


def _double(row: Pieces, both: Pair) -> Quantity | None:
    low, high = both.low, both.high
    if low.unit is None and row[high.figure.first].text.startswith("0") and len(row[high.figure.first].text) > 1:
        return None
    figure = Figure(
        low.figure.first, high.figure.after, (low.figure.value, high.figure.value), high.figure.step, scale=high.figure.scale
    )
    if both.kind == "score":
        return _made(row, _Found(low.first, high.after, figure, "score", exact=True))
    if years := age(row, low.first, high):
        return _made(row, _Found(low.first, years.after, figure, "age", years, exact=True))
    return _made(row, _Found(low.first, high.after, figure, high.unit.kind if high.unit else "count", high.unit))


def _made(row: Pieces, found: _Found) -> Quantity:
    values, unit = found.figure.values, found.unit.name if found.unit else None
    before, first = approximator_before(row, found.first, value=values[-1], unit=unit)
    behind, after = (None, found.after) if found.kind == "score" else approximator_after(row, found.after)
    approximation = before or behind or ("about" if found.figure.kind == "plural" else None)
    low, high = interval(values, found.figure.step, kind=found.kind, exact=found.exact, approximation=approximation)
    counted = _counted(row, found, after)
    rate = rate_after(row, counted.after if counted and found.unit is None else after)
    return Quantity(
        span=_span(row, first, after),
        figure=_span(row, found.figure.first, found.figure.after),
        value=values,
        low=low,
        high=high,
        kind=found.kind,
        unit=unit,
        noun=counted.noun if counted else None,
        noun_span=_span(row, counted.first, counted.after) if counted else None,
        approximation=approximation,
        scale=scale_of(unit, found.kind),
        per=rate.per if rate else None,
        unit_spans=_unit_spans(row, found.unit or counted, rate),
        fate=fate(row, first, counted.after if counted else after) if found.kind == "count" else None,
    )


def _span(row: Pieces, first: int, after: int) -> Span:
    return Span(row[first].start, row[after - 1].end)


def _unit_spans(row: Pieces, unit: Unit | Counted | None, rate: Rate | None) -> tuple[Span, ...]:
    """Where unit and rate are written; one span where nothing stands between them."""
    if unit and rate and unit.after == rate.first:
        return (_span(row, unit.first, rate.after),)
    return tuple(_span(row, part.first, part.after) for part in (unit, rate) if part and part.first < part.after)


def _counted(row: Pieces, found: _Found, after: int) -> Counted | None:
    if found.kind in ("score", "money", "temperature") or (found.unit and found.unit.name in TIME and found.kind == "measure"):
        return None
    if found.kind == "ordinal":
        return word_after(row, after)
    if row[found.figure.after - 1].lower.endswith("fold"):
        return Counted("time", found.figure.after - 1, found.figure.after)
    one = found.kind == "age" or (found.figure.values == (ONE,) and found.kind == "count")
    if found.unit is None or found.kind == "age":
        counted = noun_after(row, after, one=one)
        if counted:
            return counted
    return noun_of(row, after, mass=found.unit is not None or found.kind == "ratio")


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


def _is_dashed(row: Pieces, one: Operand) -> bool:
    """Whether the sign before is more likely a dash: things and lengths are not counted below nought."""
    if one.figure.value >= 0 or row[one.first].kind != "sign":
        return False
    return one.unit is None or (one.unit.kind == "measure" and one.unit.name != "degree")


def _is_someday(row: Pieces, one: Operand) -> bool:
    return row[one.first].lower == "one" and one.figure.value == ONE and row[one.after - 1].lower in _SOMEDAY


def _is_a_time(row: Pieces, share: Figure) -> bool:
    """Such as "Two in 10 days", "one in 2010"."""
    last = row[share.after - 1]
    return unit_after(row, share.after) is not None or (last.kind == "number" and len(last.text) == 4 and last.text.isdecimal())


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
