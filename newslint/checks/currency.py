"""Sums of money converted to another currency."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import ClassVar

from newslint.finding import Evidence
from newslint.mentions import Quote
from newslint.reckonings import Exchange
from newslint.rule import Check, Match, RuleContext
from newslint.spans import Span, one_line

_Pair = tuple[str, str]
_Interval = tuple[Decimal, Decimal]
_Bands = Mapping[_Pair, _Interval]

_ONE, _THOUSAND = Decimal(1), Decimal(1000)


@dataclass(frozen=True)
class Currency(Check):
    """A sum and what it is converted to must lie at a rate that there has been, and at one rate in all the draft.

    ``band`` gives the lowest and highest rate of a pair: "USD/GBP" is how many pounds a dollar buys; a pair
    that is not there is reckoned through the dollar. Sums that the words date to another time are left alone.
    ``rates`` are rates of the day ``rates_day``, which hold for drafts within ``rates_days`` of it, to
    ``tolerance``. ``drift`` is how far two conversions of a draft may be apart.
    """

    name: ClassVar[str] = "currency"
    needs: ClassVar[tuple[type, ...]] = (Exchange, Quote)
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
        draft = ctx.draft
        bands = {_codes(pair): (ends[0], ends[1]) for pair, ends in self.band.items()}
        fresh = self._fresh(draft.published)
        off: set[Span] = set()
        amiss: dict[tuple[str, _Pair], Match] = {}
        sound: list[Exchange] = []
        for found in draft.all(Exchange):
            if draft.quoted(found.span) or {found.stated.span, found.converted.span} & off:
                continue
            exact, band = _widest(fresh, found.pairs), _widest(bands, found.pairs)
            if exact and _ratio(found, exact) > _ONE + self.tolerance:
                _note(amiss, found, "rate", _at_rate(draft.body, found, exact, self.rates_day))
            elif band and not found.past and _ratio(found, band) > _ONE:
                _note(amiss, found, _case(found, band), _slots(draft.body, found) | _ends(band))
            else:
                sound.append(found)
                continue
            off.add(found.converted.span)
        yield from amiss.values()
        yield from self._drifting(draft.body, sound)

    def _fresh(self, published: dt.date | None) -> _Bands:
        """The rates of the day, if the draft is of those days."""
        if self.rates_day is None or published is None or abs((published - self.rates_day).days) > self.rates_days:
            return {}
        return {_codes(pair): (rate, rate) for pair, rate in self.rates.items()}

    def _drifting(self, text: str, sound: Sequence[Exchange]) -> Iterator[Match]:
        """Conversions at another rate than most of the same pair; of two the second."""
        for pair in dict.fromkeys(found.pair for found in sound):
            same = [found for found in sound if found.pair == pair and not found.past]
            if len(same) < 2:
                continue
            usual = same[0] if len(same) == 2 else sorted(same, key=lambda found: found.rate)[(len(same) - 1) // 2]
            for found in same:
                if _ratio(found, (usual.low, usual.high)) > _ONE + self.drift:
                    slots = _slots(text, found) | {"other": _short(usual.rate)}
                    evidence = (Evidence(None, usual.span, f"at {_short(usual.rate)}"),)
                    yield Match(found.converted.span, slots, "drift", confidence="medium", evidence=evidence)


def _note(amiss: dict[tuple[str, _Pair], Match], found: Exchange, case: str, slots: Mapping[str, object]) -> None:
    """One finding for all conversions of a pair that are off in one way; the others are its evidence."""
    span, key = found.converted.span, (case, found.pair)
    first = amiss.setdefault(key, Match(span, slots, case))
    if first.span != span:
        amiss[key] = replace(first, evidence=(*first.evidence, Evidence(None, span)))


def _codes(pair: str) -> _Pair:
    one, _, other = pair.upper().partition("/")
    return one.strip(), other.strip()


def _band(bands: _Bands, pair: _Pair) -> _Interval | None:
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


def _widest(bands: _Bands, pairs: Sequence[_Pair]) -> _Interval | None:
    """What covers the bands of all these pairs; None where one has none."""
    found = [band for pair in pairs if (band := _band(bands, pair))]
    return (min(band[0] for band in found), max(band[1] for band in found)) if len(found) == len(pairs) else None


def _ratio(found: Exchange, band: _Interval) -> Decimal:
    """How many times too high or low a rate is; at most 1 where it lies in the band."""
    return max(found.low / band[1], band[0] / found.high)


def _case(found: Exchange, band: _Interval) -> str:
    low, high = band
    if _ONE / found.high <= high and low <= _ONE / found.low:
        return "reversed"
    if any(found.low * by <= high and low <= found.high * by for by in (_THOUSAND, _ONE / _THOUSAND)):
        return "thousandfold"
    return "default"


def _slots(text: str, found: Exchange) -> dict[str, object]:
    stated, converted = (one_line(quantity.span.of(text)) for quantity in (found.stated, found.converted))
    return {"stated": stated, "converted": converted, "rate": _short(found.rate), "pair": f"{found.pair[1]} to 1 {found.pair[0]}"}


def _ends(band: _Interval) -> dict[str, object]:
    return {"low": _short(band[0]), "high": _short(band[1])}


def _at_rate(text: str, found: Exchange, exact: _Interval, day: dt.date | None) -> dict[str, object]:
    value, scale = found.stated.value[0], found.stated.scale
    right = (scale.base(value) if scale else value) * exact[0]
    said = f"{day.day} {day:%B %Y}" if day else ""
    return _slots(text, found) | {"right": f"{found.pair[1]} {_rounded(right)}", "day": said}


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
