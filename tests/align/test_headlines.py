from __future__ import annotations

import pytest

from newslint.comparisons import Retold
from tests.conftest import Read

BODY = {
    "mill": "A fire at the old mill killed 13 people on Monday, the fire service said.\n\nThe mill had stood empty for many years.",
    "prices": "House prices in Kelso fell sharply last month, the biggest bank said.\n\nIt blamed dear money and little else.",
    "drug": "A new drug may halt the spread of liver cancer, a small study found.\n\nThe study looked at 30 patients in two towns.",
    "profits": "Profits at the maker of pumps rose to £2m in May, while its sales fell by a tenth.\n\nThe firm did not say why.",
}


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Fire at the old mill kills 19", "mill", [("figure", "19", "13")]),
        ("House prices in Kelso rise sharply", "prices", [("direction", "rise", "fell")]),
        (
            "New drug halts the spread of liver cancer",
            "drug",
            [("certainty", "New drug halts the spread of liver cancer", "may")],
        ),
        ("Fire at the old mill costs £3.2m", "mill", [("missing", "£3.2m", "")]),
        ("Fire at the old mill: 340 workers out of a job", "mill", [("missing", "340", "")]),
        ("Maker of pumps earns £20m", "profits", [("figure", "£20m", "£2m")]),  # said once
        ("Fire at the old mill after three years", "mill", []),
        ("Fire at the old mill kills 13", "mill", []),
        ("Fire at the old mill kills more than a dozen", "mill", []),
        ("House prices in Kelso fall sharply", "prices", []),
        ("Prices of boats in Kelso rise", "prices", []),  # other prices
        ("New drug may halt the spread of liver cancer", "drug", []),
        ("Does a new drug halt the spread of liver cancer?", "drug", []),
        ("Profits rise at maker of pumps as sales fall", "profits", []),
    ],
)
def test_headline_and_body(headline: str, body: str, found: list[tuple[str, str, str]], read: Read) -> None:
    doc = read(f"{headline}\n\n{BODY[body]}")
    having = [(one.what, one.span.of(doc.text), one.other.of(doc.text) if one.other else "") for one in doc.all(Retold)]
    assert having == found


def test_offsets_are_into_the_whole_draft(read: Read) -> None:
    doc = read(f"Fire at the old mill kills 19\n\n{BODY['mill']}")
    (one,) = doc.all(Retold)
    assert one.other is not None
    assert (one.span.of(doc.text), one.other.of(doc.text)) == ("19", "13")
    assert one.other.start > doc.text.index("\n\n")


def test_nothing_to_say_without_a_headline(read: Read) -> None:
    assert read(BODY["mill"]).all(Retold) == ()
