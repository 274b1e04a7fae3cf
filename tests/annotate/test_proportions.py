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
        ("It has 1.4 million members, down 7% from 1.5 million.", ("change", "1.4 million", "1.5 million", "7")),
        ("It made £42m in the year to March, up 5% on the £40m of 2023.", ("change", "42m", "40m", "5")),
        ("It made £42m, 5% more than the £40m it made in 2023.", ("change", "42m", "40m", "5")),
        ("It made £42m, compared with £40m a year before, a rise of 5%.", ("change", "42m", "40m", "5")),
        ("The school had 500 pupils in 2015 and has 400 today, a fall of 20%.", ("change", "400", "500", "20")),
        ("Sales, the yard said, rose 5% in the three months to May to £42m, against £40m.", ("change", "42m", "40m", "5")),
        ("The crew fell, the owner said, by 20%, to 40 men from 50.", ("change", "40", "50", "20")),
        ("The shares rose $3, or 7.5%, on Monday to close at $43.", ("step", "3", "43", "7.5")),
        ("The shares closed 12p lower at 288p, down 4%.", ("step", "12", "288", "4")),
        ("It will cut 300 jobs, or 10% of its workforce of 3,000.", ("share", "300", "3,000", "10")),
        ("It was 47%: of 6,450 people on the roll, 3,032 voted.", ("share", "3,032", "6,450", "47")),
        ("Of the 6,450 on the roll, 3,032 voted, a turnout of 47%.", ("share", "3,032", "6,450", "47")),
        ("The tax is 5%, up one percentage point from 4%.", ("points", "5", "4", "one")),
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
        "Sales were £48m, up 7% in a year, from 40 shops.",
        "It made £5m, or £8 a share, as costs fell 5% to £3m.",
        "It lost 200 jobs, 20% of them in the yard of 300.",
        "It found 61 cases, compared with 38 in May, and a rise of 20% is likely.",
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
