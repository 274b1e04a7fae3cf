"""Units as the text writes them, how they are converted, rates, and what befell those counted."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newslint.annotate.quantities.scales import scale_of
from newslint.annotate.quantities.units import canonical
from newslint.mentions import Quantity
from tests.annotate.test_quantities import found


def one(text: str) -> Quantity:
    (quantity,) = found(text)
    return quantity


WORDS = [
    ("about 15,000 North Korean troops", "North Korean troops", None),
    ("20 per cent of voters", "per cent", None),
    ("a third of registered voters", "registered voters", None),
    ("$26 to $31 million", "$", None),
    ("five hundred dollars", "dollars", None),
    ("6ft tall", "ft", None),
    ("a 9-year-old", "year-old", None),
    ("aged 43", None, None),
    ("won 5-0", None, None),
    ("$70 a barrel", "$ a barrel", "barrel"),
    ("£9 million per year", "£ per year", "year"),
    ("210 boats a week earlier", "boats", None),
    ("40 crowns a month", "crowns a month", "month"),
    ("12 deaths per 100 people", "deaths", None),
    ("12 deaths per household", "deaths per household", "household"),
    ("a 52,000 barrel-a-day refinery", "barrel-a-day", "day"),
    ("$40 a minister said", "$", None),
    ("21 cents for each dollar", "cents for each dollar", "dollar"),
    ("$76 for each Acme share", "$ for each Acme share", "share"),
    ("$5 each week", "$ each week", "week"),
    ("12 people each minister knows", "people", None),
    ("$5.15 (about £4) an hour", "$ an hour", "hour"),
    ("$5.15 (about £4) a year ago", "$", None),
    ("2 moles per cubic metre of water", "moles per cubic metre", "cubic metre"),
]


@pytest.mark.parametrize(("text", "words", "per"), WORDS)
def test_words_of_the_unit(text: str, words: str | None, per: str | None) -> None:
    quantity = found(text)[0]
    assert quantity.unit_text(text) == words
    assert quantity.per == per


SAME = [
    ("$0.98", "98 cents"),
    ("€0.98", "98 euro cents"),
    ("two decades", "20 years"),
    ("18 months", "a year and a half"),
    ("36 months", "three years"),
    ("1.5 tonnes", "1,500kg"),
    ("6ft 2in", "74 inches"),
    ("half of voters", "50% of voters"),
    ("40 basis points", "0.4 percentage points"),
    ("212F", "100C"),
    ("1.5GW", "1,500 megawatts"),
]


@pytest.mark.parametrize(("text", "other"), SAME)
def test_same_on_one_scale(text: str, other: str) -> None:
    left, right = found(text)[0], found(other)[0]
    assert left.scale is not None
    assert right.scale is not None
    assert left.scale.dimension == right.scale.dimension
    assert left.scale.base(left.value[0]) == pytest.approx(right.scale.base(right.value[0]))


CENTS = [
    ("It cost 20 cents", "USD"),
    ("It cost €5 and 20 cents", "EUR"),
    ("It rose by 20 cents to $1.50, or €1.20", "USD"),
    ("It cost €5, or A$9, and 20 cents", None),
]


@pytest.mark.parametrize(("text", "currency"), CENTS)
def test_cents_are_those_of_the_one_currency_of_the_text(text: str, currency: str | None) -> None:
    (cents,) = (quantity for quantity in found(text) if quantity.unit == "cent")
    assert (cents.scale and cents.scale.dimension) == currency


@pytest.mark.parametrize("text", ["$5", "5 km", "5kg", "5 days", "5%", "5 percentage points", "5C"])
def test_dimensions_are_not_mixed(text: str) -> None:
    others = [one(other) for other in ("£5", "5 litres", "5 acres", "5 mph", "5 GB")]
    scale = one(text).scale
    assert scale is not None
    assert scale.dimension not in {other.scale.dimension for other in others if other.scale}


def test_every_unit_of_measure_is_converted_but_those_that_stand_alone() -> None:
    alone = {"mpg", "volt", "decibel", "calorie", "kiloton", "bushel", "light year"}
    assert {unit for unit in canonical() if scale_of(unit, "measure") is None} <= alone


FATES = [
    ("39 dead", "killed"),
    ("39 people have been killed", "killed"),
    ("it killed at least 39 people", "killed"),
    ("39 people who died", "killed"),
    ("39 deaths", "killed"),
    ("the death toll stands at 39", "killed"),
    ("the death toll from the slide rose to 39", "killed"),
    ("the number of people injured has risen to 39", "hurt"),
    ("the number of dead stands at 39", "killed"),
    ("the number of boats rose to 39", None),
    ("at least 39 people, all of them miners, died", "killed"),
    ("39 people, all of them miners, met", None),
    ("39 people were taken to hospital", "hurt"),
    ("39 people were taken to court", None),
    ("39 people wounded", "hurt"),
    ("thousands more wounded", "hurt"),
    ("injuring 39", "hurt"),
    ("39 others are still missing", "missing"),
    ("39 people were arrested", "held"),
    ("39 people", None),
    ("39 people met the families of the dead", None),
    ("39 boats", None),
]


@pytest.mark.parametrize(("text", "fate"), FATES)
def test_what_befell_those_counted(text: str, fate: str | None) -> None:
    assert one(text).fate == fate


def test_a_rate_and_a_sum_are_told_apart() -> None:
    assert one("$20 per share").value == (Decimal(20),)
    assert one("$20 per share").per != one("$20 of shares").per
