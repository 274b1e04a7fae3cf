"""Proportions: which figures the words relate, and how."""

from __future__ import annotations

import pytest

from newslint.reckonings import Proportion
from tests.conftest import Read


def told(text: str, read: Read) -> list[tuple[str, ...]]:
    return [
        (found.kind, *(quantity.figure.of(text) for quantity in (*found.given, found.stated)))
        for found in read(text).all(Proportion)
    ]


@pytest.mark.parametrize(
    ("text", "proportion"),
    [
        ("It kept 5% of the $40m prize, or $2m.", ("amount", "5", "40m", "2m")),
        ("Only 37 of 120 schools, or 31%, replied.", ("share", "37", "120", "31")),
        ("Some 65 per cent, or 18 of 24, agreed.", ("share", "18", "24", "65")),
        ("The rent rose from £40 to £50, or 25%, in a year.", ("change", "50", "40", "25")),
        ("Sales rose 12% to 3.2 million cars from 2.5 million.", ("change", "3.2 million", "2.5 million", "12")),
        ("Net profit fell 26% to $123m (£65m), or $1.02 a share, from $145m.", ("change", "123m", "145m", "26")),
        ("The index fell 1%, or 105 points, to 10,234.", ("step", "105", "10,234", "1")),
        ("The rent rose 25%, from £40 to £50.", ("change", "50", "40", "25")),
        ("A 25% rise in rents, from an average of £400 a month to £500.", ("change", "500", "400", "25")),
        ("Rents grew 30% between 2010 and 2015, from £400 to £520.", ("change", "520", "400", "30")),
        ("Crime fell by a quarter, from 800 offences in 2003 to 600 in 2004.", ("change", "600", "800", "a quarter")),
        ("Some 400, or 40%, of the 1,000 pupils stayed away.", ("share", "400", "1,000", "40")),
        ("Of the 120 schools, 37 (31%) replied.", ("share", "37", "120", "31")),
        ("It will cut 300 jobs, 10% of the firm’s 3,000.", ("share", "300", "3,000", "10")),
        ("The tax rose from 4% to 5%, a 1% rise.", ("points", "5", "4", "1")),
        ("The tax rose one percentage point to 5% from 4%.", ("points", "5", "4", "one")),
    ],
)
def test_found(text: str, proportion: tuple[str, ...], read: Read) -> None:
    assert told(text, read) == [proportion]


@pytest.mark.parametrize(
    "text",
    [
        "It kept 5% of the $40m prize, or £1.6m.",
        "Of 24 judges 18 agreed, and 65% of voters.",
        "Sales rose 6% like for like, from £3bn to £4bn.",
        "The fund grew 10% a year, from £100m to £200m.",
        "Prices rose 3% as output grew from 400 to 600 cars.",
        "Of the 120 schools, 37 (25% of them rural) replied.",
        "Visits rose from 2,000 to 3,000, 40% of them by train.",
        "The tax rose from 4% to 5%, and pay by 1%.",
    ],
)
def test_left_alone(text: str, read: Read) -> None:
    assert told(text, read) == []


def test_a_fraction_is_told_in_per_cent(read: Read) -> None:
    (found,) = read("Half of the 120 jobs, or 60, will go.").all(Proportion)
    assert found.given[0].value == (50,)


def test_what_the_words_tell(read: Read) -> None:
    (comma,) = read("It took 1% of the $21bn sale, just over $200m.").all(Proportion)
    assert not comma.tied
    (step,) = read("The shares fell 8.5p, or 7%, to 113.5p.").all(Proportion)
    assert step.tied
    assert step.fell
    (two,) = read("It rejected 12 of the 48 bids. That is 25%.").all(Proportion)
    assert two.sentences == 2
