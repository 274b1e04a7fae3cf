"""The arithmetic of a draft: what the options do, and that what is right, however rounded, is left alone."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_EVEN, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.checks.conversion import Conversions
from newslint.checks.currency import Currency
from newslint.checks.multiple import Multiples
from newslint.checks.parts_total import PartsTotal
from newslint.checks.percent import Percent
from newslint.checks.points import Points
from newslint.checks.rate import Rates
from newslint.checks.tally import Tallies
from newslint.document import Dossier
from newslint.rule import Check, Match, RuleContext
from tests.conftest import Read

FAST = settings(max_examples=40, deadline=None)
BAND = {"USD/GBP": (Decimal("0.46"), Decimal("0.96")), "USD/EUR": (Decimal("0.61"), Decimal("1.23"))}


def found(check: Check, text: str, read: Read, published: dt.date | None = None) -> list[Match]:
    draft = read(text).named("draft", published)
    return list(check.find(RuleContext(Dossier(draft), dt.date(2025, 8, 15))))


def cases(check: Check, text: str, read: Read, published: dt.date | None = None) -> list[str]:
    return [match.case for match in found(check, text, read, published)]


def rounded(value: Decimal, digits: int) -> Decimal:
    """A value to so many significant digits."""
    return value.quantize(Decimal(1).scaleb(value.adjusted() - digits + 1), ROUND_HALF_EVEN)


@FAST
@given(miles=st.integers(2, 5000), digits=st.integers(2, 4))
def test_a_right_conversion_is_left_alone_however_it_is_rounded(read: Read, miles: int, digits: int) -> None:
    km = rounded(miles * Decimal("1.609344"), digits)
    assert found(Conversions(), f"It is {miles:,} miles ({km:,f}km) away.", read) == []
    assert found(Conversions(), f"It is {km:,f}km ({miles:,} miles) away.", read) == []


@FAST
@given(miles=st.integers(12, 5000), times=st.sampled_from([Decimal("0.5"), Decimal(2), Decimal(10)]))
def test_a_conversion_far_off_is_found(read: Read, miles: int, times: Decimal) -> None:
    km = rounded(miles * Decimal("1.609344") * times, 3)
    assert len(found(Conversions(), f"It is {miles:,} miles ({km:,f}km) away.", read)) == 1


@FAST
@given(celsius=st.integers(-40, 60))
def test_temperatures_are_converted_as_such_and_as_changes(read: Read, celsius: int) -> None:
    warm, warmer = round(celsius * 9 / 5 + 32), round(abs(celsius) * 9 / 5)
    assert found(Conversions(), f"It was {celsius}C ({warm}F) at noon.", read) == []
    assert found(Conversions(changes=True), f"It rose by {abs(celsius)}C ({warmer}F).", read) == []
    assert len(found(Conversions(changes=True), f"It rose by {abs(celsius)}C ({warmer + 32}F).", read)) == 1


def test_the_tolerance_of_conversions(read: Read) -> None:
    text = "It weighs 11.3kg (27lb)."
    assert len(found(Conversions(), text, read)) == 1
    assert found(Conversions(tolerance=Decimal("0.1")), text, read) == []


def test_dimensions_left_alone(read: Read) -> None:
    text = "It took 24 months (three years) in all."
    assert found(Conversions(), text, read) == []
    assert len(found(Conversions(leave=frozenset()), text, read)) == 1


@FAST
@given(pounds=st.integers(1, 900), rate=st.decimals("1.1", "2.1", places=2))
def test_a_rate_within_its_band_is_left_alone(read: Read, pounds: int, rate: Decimal) -> None:
    assert found(Currency(band=BAND), f"It cost £{pounds}m (${pounds * rate}m).", read) == []


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("It cost $10m (£18m).", "reversed"),
        ("It cost $10m (£6bn).", "thousandfold"),
        ("It cost $10m (£3m).", "default"),
        ("It cost £10m (35m euros).", "default"),              # reckoned through the dollar
        ("It cost $10m (£5m), then $20m (£10m), then $40m (£32m).", "drift"),
    ],
)  # fmt: skip
def test_the_cases_of_a_rate(text: str, case: str, read: Read) -> None:
    assert cases(Currency(band=BAND), text, read) == [case]


def test_conversions_off_in_one_way_are_told_once(read: Read) -> None:
    (match,) = found(Currency(band=BAND), "It cost $10m (£18m), and $20m (£36m) more.", read)
    assert len(match.evidence) == 1


def test_rates_of_the_day_hold_for_the_drafts_of_those_weeks(read: Read) -> None:
    check = Currency(band=BAND, rates={"USD/GBP": Decimal("0.74")}, rates_day=dt.date(2025, 8, 1))
    text = "It cost $10m (£6m)."
    (match,) = found(check, text, read, dt.date(2025, 8, 15))
    assert match.case == "rate"
    assert match.slots["right"] == "GBP 7.4 million"
    assert match.slots["day"] == "1 August 2025"
    assert found(check, "It cost $10m (£7.4m).", read, dt.date(2025, 8, 15)) == []
    assert found(check, text, read, dt.date(2024, 8, 15)) == []
    assert found(check, text, read) == []


def test_a_band_has_two_ends() -> None:
    with pytest.raises(ValueError, match="lowest and a highest"):
        Currency(band={"USD/GBP": (Decimal(1),)})


@FAST
@given(old=st.integers(11, 9999), times=st.integers(2, 4))
def test_a_right_multiple_is_left_alone(read: Read, old: int, times: int) -> None:
    word = {2: "doubled", 3: "tripled", 4: "quadrupled"}[times]
    assert found(Multiples(), f"Sales {word} to {old * times:,} from {old:,}.", read) == []
    assert len(found(Multiples(), f"Sales {word} to {old * (times + 2):,} from {old:,}.", read)) == 1


def test_times_more_may_be_left(read: Read) -> None:
    text = "It is three times less busy, and five times bigger than the old one."
    assert cases(Multiples(), text, read) == ["less", "more"]
    assert cases(Multiples(times_more="off"), text, read) == []


@FAST
@given(old=st.integers(20, 400), step=st.integers(11, 300))
def test_points_and_per_cent(read: Read, old: int, step: int) -> None:
    one, other, points = Decimal(old) / 10, Decimal(old + step) / 10, Decimal(step) / 10
    percent = rounded(points / one * 100, 3)
    ends = f"to {other}% from {one}%"
    assert cases(Points(), f"The rate rose {percent:f}% {ends}.", read) == []
    assert cases(Points(), f"The rate rose {points} percentage points {ends}.", read) == []
    assert cases(Points(), f"The rate rose {points}% {ends}.", read) == ["default"]


@FAST
@given(many=st.integers(3, 60))
def test_one_in_so_many(read: Read, many: int) -> None:
    percent = rounded(Decimal(100) / many, 2)
    assert found(Rates(), f"One in {many} people, or {percent:f}%, agreed.", read) == []
    assert len(found(Rates(), f"One in {many} people, or {percent * 2:f}%, agreed.", read)) == 1


@FAST
@given(more=st.integers(20, 90), less=st.integers(0, 19), off=st.integers(1, 9))
def test_leads(read: Read, more: int, less: int, off: int) -> None:
    assert found(Tallies(), f"They won by {more - less} points, {more}-{less}.", read) == ([])
    assert len(found(Tallies(), f"They won by {more - less + off} points, {more}-{less}.", read)) == 1


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Sales rose 19% to $2.18bn from $2bn.", True),  # as good as one digit less than its fellow
        ("Sales rose 12% to $2.18bn from $2bn.", False),
        ("Sales rose 25% to $1.2bn from $1bn.", False),
        ("The queue grew 42%, from 41,000 to just over 50,000.", True),
        ("The queue grew 42%, from 41,000 to more than 50,000.", False),
    ],
)
def test_a_round_figure_beside_another(read: Read, text: str, wrong: bool) -> None:
    assert bool(found(Percent(), text, read)) is wrong


@FAST
@given(parts=st.lists(st.decimals(Decimal("1"), Decimal("40"), places=2), min_size=2, max_size=4))
def test_parts_each_rounded_are_left_alone(read: Read, parts: list[Decimal]) -> None:
    shown = [part.quantize(Decimal(1), ROUND_HALF_EVEN) for part in parts]
    total = sum(parts, Decimal(0)).quantize(Decimal(1), ROUND_HALF_EVEN)
    likely = abs(sum(shown, Decimal(0)) - total) <= 1
    listed = ", ".join(f"{place} £{part}m" for place, part in zip(("Hull pays", "York", "Leeds", "Kelso"), shown, strict=False))
    assert not likely or found(PartsTotal(), f"Of the £{total}m, {listed}.", read) == []
