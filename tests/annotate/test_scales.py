"""How units are converted: every factor is that of pint, a library of units that is kept by others."""

from __future__ import annotations

from decimal import Decimal

import pint
import pytest

from newslint.annotate.quantities.scales import scale_of
from newslint.annotate.quantities.units import canonical

# What pint calls our units where that is not the name itself. Years and months are the calendar's on average, not
# Julian; an acre is 43,560 international square feet (NIST SP 811), where pint's is that of American surveyors.
NAMES = {
    "acre": "43560 * foot ** 2", "barrel": "oil_barrel", "cubic foot": "foot ** 3", "cubic metre": "meter ** 3",
    "carat": "carat", "century": "36524.25 * day", "decade": "3652.425 * day", "Hz": "hertz", "km/h": "kilometer / hour",
    "light year": "light_year", "month": "365.2425 / 12 * day", "mph": "mile / hour", "nautical mile": "nautical_mile",
    "sq ft": "foot ** 2", "sq km": "kilometer ** 2", "sq m": "meter ** 2", "sq mile": "mile ** 2", "ton": "short_ton",
    "tonne": "metric_ton", "year": "365.2425 * day",
}  # fmt: skip
BASES = {
    "length": "meter", "area": "meter ** 2", "volume": "liter", "mass": "gram", "time": "second", "speed": "kilometer / hour",
    "power": "watt", "energy": "kilowatt_hour", "frequency": "hertz", "data": "megabyte",
}  # fmt: skip
MEASURES = sorted(name for name in canonical() if (scale := scale_of(name, "measure")) and scale.dimension in BASES)


@pytest.fixture(scope="module")
def units():  # type: ignore[no-untyped-def]
    return pint.UnitRegistry(non_int_type=Decimal)


def test_the_table_is_not_empty() -> None:
    assert len(MEASURES) > 50


@pytest.mark.parametrize("name", MEASURES)
def test_factors(name: str, units) -> None:  # type: ignore[no-untyped-def]
    scale = scale_of(name, "measure")
    assert scale is not None
    theirs = units.Quantity(Decimal(1), NAMES.get(name, name)) if name not in NAMES else units(NAMES[name])
    factor = Decimal(theirs.to(BASES[scale.dimension]).magnitude)
    assert abs(factor / scale.factor - 1) < Decimal("1e-9")


@pytest.mark.parametrize(
    ("unit", "value", "kelvin"),
    [("degree Celsius", 0, 273.15), ("degree Fahrenheit", 32, 273.15), ("degree Fahrenheit", -40, 233.15)],
)
def test_temperatures(unit: str, value: int, kelvin: float, units) -> None:  # type: ignore[no-untyped-def]
    scale = scale_of(unit, "temperature")
    assert scale is not None
    theirs = units.Quantity(Decimal(value), unit.replace("degree ", "degree_")).to("kelvin").magnitude
    assert float(theirs) == pytest.approx(kelvin)
    assert float(scale.base(Decimal(value))) == pytest.approx(float(theirs) - 273.15)
