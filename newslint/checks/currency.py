"""Sums of money converted to another currency."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import ClassVar, NamedTuple

from newslint.finding import Evidence
from newslint.mentions import Quantity, Quote
from newslint.reckonings import Conversion
from newslint.rule import Check, Match, RuleContext
from newslint.spans import one_line

_Interval = tuple[Decimal, Decimal]
_Bands = Mapping[tuple[str, str], _Interval]

_ONE, _THOUSAND = Decimal(1), Decimal(1000)
# Coins of several countries, told apart only by an adjective before them or by a code.
_SHARED = re.compile(
    r"(?P<nation>\w+\s+)?\b(?:crowns?|dinars?|dirhams?|francs?|kron[aeou]r?|lir[ae]|marks?|pesos?|pounds?|reais|rials?|riyals?|shillings?)\b",
    re.IGNORECASE,
)
_RUPEES = re.compile(r"\brupees?\b|\bRs\b", re.IGNORECASE)
_OTHER_RUPEES = re.compile(r"\b(?:Pakistan|Sri\s+Lanka|Nepal|Mauriti|Seychell)")
# Where a bare dollar may be another than the American: the words of a text that say so.
_DOLLARS = {
    "AUD": re.compile(r"\bA\$|\b(?:Australia|Brisbane|Canberra|Melbourne|Perth|Queensland|Sydney|Tasmania)"),
    "CAD": re.compile(r"\bC\$|\b(?:Alberta|Calgary|Canad|Montreal|Ontario|Ottawa|Quebec|Toronto|Vancouver|Winnipeg)"),
    "NZD": re.compile(r"\bNZ\$|\b(?:Auckland|Christchurch|New\s+Zealand)"),
    "SGD": re.compile(r"\bS\$|\bSingapore"),
    "HKD": re.compile(r"\bHK\$|\bHong\s+Kong"),
    "TWD": re.compile(r"\bNT\$|\b(?:Taipei|Taiwan)"),
}
_BARE = re.compile(r"(?<![A-Za-z.])\$|\bdollars?\b", re.IGNORECASE)
_AMERICAN = re.compile(r"\bu\.?s\b|american", re.IGNORECASE)
_THEN = re.compile(r"\b(?:at\s+the\s+time|at\s+that\s+time|in\s+today|today['’]s|then\s+worth|(?:18|19)\d\d)\b", re.IGNORECASE)
_NEAR = 60


class _Rate(NamedTuple):
    """How many units of one currency a unit of the other buys, by a conversion of the draft.

    ``pairs`` are the pairs that may be meant, ``pair`` the likeliest.
    """

    found: Conversion
    pair: tuple[str, str]
    pairs: tuple[tuple[str, str], ...]
    low: Decimal
    high: Decimal

    @property
    def middle(self) -> Decimal:
        one, other = self.found.stated, self.found.converted
        return _middle(other) / _middle(one)


@dataclass(frozen=True)
class Currency(Check):
    """A sum and what it is converted to must lie at a rate that there has been, and at one rate in all the draft.

    ``band`` gives the lowest and highest rate of a pair: "USD/GBP" is how many pounds a dollar buys; a pair
    that is not there is reckoned through the dollar. ``rates`` are rates of the day ``rates_day``, which hold
    for drafts within ``rates_days`` of it, to ``tolerance``. ``drift`` is how far two conversions of
    a draft may be apart.
    """

    name: ClassVar[str] = "currency"
    needs: ClassVar[tuple[type, ...]] = (Conversion, Quote)
    cases: ClassVar[Mapping[str, frozenset[str]]] = {
        "default": frozenset({"stated", "converted", "rate", "pair", "low", "high"}),
        "reversed": frozenset({"stated", "converted", "rate", "pair", "low", "high"}),
        "thousandfold": frozenset({"stated", "converted", "rate", "pair", "low", "high"}),
        "rate": frozenset({"stated", "converted", "right", "day"}),
        "drift": frozenset({"stated", "converted", "rate", "pair", "other"}),
    }

    band: Mapping[str, tuple[Decimal, ...]] = field(default_factory=dict)
    rates: Mapping[str, Decimal] = field(default_factory=dict)
    rates_day: dt.date | None = None
    rates_days: int = 60
    tolerance: Decimal = Decimal("0.05")
    drift: Decimal = Decimal("0.2")

    def __post_init__(self) -> None:
        for pair, ends in self.band.items():
            if len(ends) != 2 or not 0 < ends[0] <= ends[1]:
                raise ValueError(f"the band of {pair!r} is not a lowest and a highest rate, such as [0.46, 0.96]")

    def find(self, ctx: RuleContext) -> Iterator[Match]:
        text = ctx.draft.body
        rates = [rate for found in ctx.draft.all(Conversion) if not ctx.draft.quoted(found.span) and (rate := _rate(text, found))]
        bands = {_codes(pair): (ends[0], ends[1]) for pair, ends in self.band.items()}
        fresh = self._fresh(ctx.draft.published)
        sound: list[_Rate] = []
        amiss: dict[tuple[str, tuple[str, str]], Match] = {}
        for rate in rates:
            exact, band = _widest(fresh, rate.pairs), _widest(bands, rate.pairs)
            if exact and _ratio(rate, exact) > _ONE + self.tolerance:
                _note(amiss, rate, "rate", _at_rate(text, rate, exact, self.rates_day))
            elif band and _ratio(rate, band) > _ONE:
                _note(amiss, rate, _case(rate, band), _slots(text, rate) | _ends(band))
            else:
                sound.append(rate)
        yield from amiss.values()
        yield from self._drifting(text, sound)

    def _fresh(self, published: dt.date | None) -> _Bands:
        """The rates of the day, if the draft is of those days."""
        if self.rates_day is None or published is None or abs((published - self.rates_day).days) > self.rates_days:
            return {}
        return {_codes(pair): (rate, rate) for pair, rate in self.rates.items()}

    def _drifting(self, text: str, rates: Sequence[_Rate]) -> Iterator[Match]:
        """Conversions at another rate than most of the same pair."""
        for pair in dict.fromkeys(rate.pair for rate in rates):
            same = [rate for rate in rates if rate.pair == pair]
            usual = sorted(same, key=lambda rate: rate.middle)[(len(same) - 1) // 2]
            usual = same[0] if len(same) == 2 else usual
            for rate in same:
                if (
                    _ratio(rate, (usual.low, usual.high)) > _ONE + self.drift
                    and not _is_past(text, rate)
                    and not _is_past(text, usual)
                ):
                    evidence = (Evidence(None, usual.found.span, f"at {_short(usual.middle)}"),)
                    slots = _slots(text, rate) | {"other": _short(usual.middle)}
                    yield Match(rate.found.converted.span, slots, "drift", confidence="medium", evidence=evidence)


def _note(amiss: dict[tuple[str, tuple[str, str]], Match], rate: _Rate, case: str, slots: Mapping[str, object]) -> None:
    """One finding for all conversions of a pair that are off in one way; the others are its evidence."""
    span, key = rate.found.converted.span, (case, rate.pair)
    first = amiss.setdefault(key, Match(span, slots, case))
    if first.span != span:
        amiss[key] = replace(first, evidence=(*first.evidence, Evidence(None, span)))


def _rate(text: str, found: Conversion) -> _Rate | None:
    one, other = found.stated, found.converted
    if not one.kind == other.kind == "money" or found.one[0] <= 0 or found.other[0] <= 0:
        return None
    pairs = tuple((a, b) for a in _currencies(text, one) for b in _currencies(text, other) if a != b)
    if not pairs or _currencies(text, one)[0] == _currencies(text, other)[0]:
        return None
    low, high = _base(other, found.other[0]) / _base(one, found.one[1]), _base(other, found.other[1]) / _base(one, found.one[0])
    return _Rate(found, pairs[0], pairs, low, high)


def _base(quantity: Quantity, value: Decimal) -> Decimal:
    return quantity.scale.base(value) if quantity.scale else value


def _middle(quantity: Quantity) -> Decimal:
    return _base(quantity, sum(quantity.value, Decimal(0)) / len(quantity.value))


def _currencies(text: str, quantity: Quantity) -> list[str]:
    """The currencies that its words may mean in this text, the likeliest first; none where it is anybody's guess."""
    words, code = one_line(quantity.span.of(text)), quantity.scale.dimension if quantity.scale else ""
    shared = _SHARED.search(words)
    if (shared and not (shared["nation"] or "a")[0].isupper()) or (_RUPEES.search(words) and _OTHER_RUPEES.search(text)):
        return []
    if code == "USD" and _BARE.search(words) and not _AMERICAN.search(words):
        return [code, *(other for other, hint in _DOLLARS.items() if hint.search(text))]
    return [code]


def _codes(pair: str) -> tuple[str, str]:
    one, _, other = pair.upper().partition("/")
    return one.strip(), other.strip()


def _band(bands: _Bands, pair: tuple[str, str]) -> _Interval | None:
    """The band of a pair: as given, turned round, or through the dollar."""
    one, other = pair
    if found := bands.get(pair):
        return found
    if found := bands.get((other, one)):
        return _ONE / found[1], _ONE / found[0]
    if "USD" in pair:
        return None
    first, second = _band(bands, (one, "USD")), _band(bands, ("USD", other))
    return (first[0] * second[0], first[1] * second[1]) if first and second else None


def _widest(bands: _Bands, pairs: Sequence[tuple[str, str]]) -> _Interval | None:
    """What covers the bands of all these pairs; None where one has none."""
    found = [band for pair in pairs if (band := _band(bands, pair))]
    return (min(band[0] for band in found), max(band[1] for band in found)) if len(found) == len(pairs) else None


def _ratio(rate: _Rate, band: _Interval) -> Decimal:
    """How many times too high or low a rate is; at most 1 where it lies in the band."""
    return max(rate.low / band[1], band[0] / rate.high)


def _case(rate: _Rate, band: _Interval) -> str:
    low, high = band
    if _ONE / rate.high <= high and low <= _ONE / rate.low:
        return "reversed"
    if any(rate.low * by <= high and low <= rate.high * by for by in (_THOUSAND, _ONE / _THOUSAND)):
        return "thousandfold"
    return "default"


def _is_past(text: str, rate: _Rate) -> bool:
    """Whether the words around speak of another time."""
    span = rate.found.span
    return _THEN.search(text, max(0, span.start - _NEAR), span.end + _NEAR) is not None


def _slots(text: str, rate: _Rate) -> dict[str, object]:
    stated, converted = (one_line(quantity.span.of(text)) for quantity in (rate.found.stated, rate.found.converted))
    return {"stated": stated, "converted": converted, "rate": _short(rate.middle), "pair": f"{rate.pair[1]} to 1 {rate.pair[0]}"}


def _ends(band: _Interval) -> dict[str, object]:
    return {"low": _short(band[0]), "high": _short(band[1])}


def _at_rate(text: str, rate: _Rate, exact: _Interval, day: dt.date | None) -> dict[str, object]:
    one = rate.found.stated
    right = _middle(one) * exact[0]
    said = f"{day.day} {day:%B %Y}" if day else ""
    return _slots(text, rate) | {"right": f"{rate.pair[1]} {_rounded(right)}", "day": said}


def _rounded(value: Decimal) -> str:
    """A sum in three digits: "9.62 million"."""
    for scale, word in ((Decimal(10**9), " billion"), (Decimal(10**6), " million")):
        if value >= scale:
            return _short(value / scale) + word
    return _short(value)


def _short(value: Decimal) -> str:
    places = max(0, 2 - value.adjusted()) if value else 0
    words = f"{value:,.{places}f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
