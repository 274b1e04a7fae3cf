"""Dates as a house writes them."""

from __future__ import annotations

import datetime as dt

import pytest

from newslint.checks.date_style import DateStyle
from newslint.document import Dossier
from newslint.rule import RuleContext
from tests.conftest import Read

WIRE = DateStyle(order="month-day", months="short")
DAILY = DateStyle(order="day-month", names=("September 11",))


def written(check: DateStyle, text: str, read: Read) -> list[tuple[str, object, bool]]:
    draft = read(text, published="2025-08-20")
    found = check.find(RuleContext(Dossier(draft), dt.date(2025, 8, 20)))
    return [(match.span.of(text), match.slots["use"], bool(match.fix and match.fix.safe)) for match in found]


CASES = [
    (WIRE, "It was sold on 15 August 2025 for $5.", [("15 August 2025", "Aug. 15, 2025,", True)]),
    (WIRE, "It was sold on 15 August 2025.", [("15 August 2025", "Aug. 15, 2025", True)]),
    (WIRE, "It was sold on August 15.", [("August 15", "Aug. 15", True)]),
    (WIRE, "It was sold in Aug. 1907 and in March 1908.", [("Aug. 1907", "August 1907", True)]),
    (WIRE, "It is open 3-5 September only.", [("3-5 September", "Sept. 3-5", True)]),
    (WIRE, "It was sold on 15 August President Roe said.", [("15 August", "Aug. 15", False)]),
    (WIRE, "“It was sold on 15 August,” she said.", []),
    (WIRE, "It is open on 3, 5 and 7 September.", []),
    (WIRE, "It was sold on Friday, and in 1907, and last May.", []),
    (DAILY, "It was sold on Aug. 15.", [("Aug. 15", "15 August", True)]),
    (DAILY, "It was sold on Friday, August 15th, 2025.", [("Friday, August 15th, 2025", "Friday 15 August 2025", True)]),
    (DAILY, "On August 15, 2025, it was sold.", [("August 15, 2025", "15 August 2025", True)]),
    (DAILY, "It was sold, on August 15, by the bank.", [("August 15", "15 August", False)]),
    (DAILY, "The September 11 attacks changed it.", []),
    (DAILY, "It was sold at the 15th August fair.", []),
    (DAILY, "It was sold on 15 August 2025.", []),
]  # fmt: skip


@pytest.mark.parametrize(("check", "text", "expected"), CASES)
def test_dates(check: DateStyle, text: str, expected: list[tuple[str, object, bool]], read: Read) -> None:
    assert written(check, text, read) == expected
