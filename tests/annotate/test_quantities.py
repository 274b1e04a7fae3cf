"""Quantities: what is found, with value, unit and noun; what is none; what must always hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.annotate.quantities import quantities
from newslint.document import Document
from newslint.mentions import Block, DateMention, Ignore, Quantity, Sentence
from newslint.spans import Span
from newslint.words import word_set


def _sentences(doc: Document) -> tuple[Sentence, ...]:
    whole = Span(0, len(doc.text))
    return (Sentence(whole, Block(whole, "paragraph")),)


def _none(doc: Document) -> tuple[()]:
    return ()


def document(text: str, times: Callable[[Document], tuple[DateMention, ...]] = _none) -> Document:
    return Document("t", text, makers={Block: _none, Ignore: _none, DateMention: times, Sentence: _sentences})


def found(text: str) -> tuple[Quantity, ...]:
    return quantities(document(text))


def brief(text: str) -> list[str]:
    """Each quantity as "words = value unit noun"."""
    rows = []
    for quantity in found(text):
        values = "..".join(f"{value.normalize():f}" for value in quantity.value)
        rows.append(" ".join(part for part in (quantity.span.of(text), "=", values, quantity.unit, quantity.noun) if part))
    return rows


# text, then what is found in it: words = value [unit] [noun]
FOUND = [
    ("About 600 North Korean soldiers have been killed", ["About 600 = 600 soldier"]),
    ("Over ten thousand North Korean troops are there", ["Over ten thousand = 10000 troop"]),
    ("They sent around 15,000 troops to fight", ["around 15,000 = 15000 troop"]),
    ("Two hundred and fifty-three thousand people left", ["Two hundred and fifty-three thousand = 253000 person"]),
    ("between one hundred and two hundred boats", ["one hundred and two hundred = 100..200 boat"]),
    ("a million homes and half a million flats", ["a million = 1000000 home", "half a million = 500000 flat"]),
    (
        "a quarter of a million and one and a half million",
        ["a quarter of a million = 250000", "one and a half million = 1500000"],
    ),
    ("twelve hundred cows, 2.5 hundred", ["twelve hundred = 1200 cow", "2.5 hundred = 250"]),
    ("two dozen eggs and half a dozen rolls", ["two dozen = 24 egg", "half a dozen = 6 roll"]),
    ("twenty-one years and six months", ["twenty-one years and six months = 258 month"]),
    (
        "1.2bn; £4.5m-£5m; $26 to $31 million",
        ["1.2bn = 1200000000", "£4.5m-£5m = 4500000..5000000 GBP", "$26 to $31 million = 26000000..31000000 USD"],
    ),
    (
        "US$ 40 billion, C$5.5m, $US7, Rs 200 crore",
        ["US$ 40 billion = 40000000000 USD", "C$5.5m = 5500000 CAD", "$US7 = 7 USD", "Rs 200 crore = 2000000000 INR"],
    ),
    (
        "7.5 million Danish crowns, 5 million won and 20p",
        ["7.5 million Danish crowns = 7500000 DKK", "5 million won = 5000000 KRW", "20p = 20 penny"],
    ),
    ("five million pounds", ["five million pounds = 5000000 GBP"]),
    ("200 pounds of copper", ["200 pounds = 200 pound copper"]),
    ("76% of registered voters", ["76% = 76 % voter"]),
    ("20 per cent, or 3.2 percentage points", ["20 per cent = 20 %", "3.2 percentage points = 3.2 percentage point"]),
    ("half a percentage point", ["half a percentage point = 0.5 percentage point"]),
    ("unemployment edged up 0.1% to 4.7%", ["0.1% = 0.1 %", "4.7% = 4.7 %"]),
    ("it rose from 40 to 50 boats", ["40 = 40 boat", "50 = 50 boat"]),
    ("it fell from 40% to 20%", ["40% = 40 %", "20% = 20 %"]),
    ("rooms ranging from 5 to 10 metres", ["5 to 10 metres = 5..10 m"]),
    ("sales rose 60% in 2018 to 3.9 million cars", ["60% = 60 %", "3.9 million = 3900000 car"]),
    (
        "between 5 and 10 people; 10-15 buses; two or three days",
        ["5 and 10 = 5..10 person", "10-15 = 10..15 bus", "two or three days = 2..3 day"],
    ),
    (
        "half of voters, two-thirds of the 39 dead, nearly half the seats",
        ["half = 0.5 voter", "two-thirds = 0.6666666666666666666666666667 dead", "39 = 39 dead", "nearly half = 0.5 seat"],
    ),
    (
        "one in five voters, four out of 10, 3 in every 100",
        ["one in five = 0.2 voter", "four out of 10 = 0.4", "3 in every 100 = 0.03"],
    ),
    (
        "it grew by a third and 2½ hours, 2 1/2 miles",
        ["a third = 0.3333333333333333333333333333", "2½ hours = 2.5 hour", "2 1/2 miles = 2.5 mile"],
    ),
    (
        "hundreds of people, tens of thousands, dozens more hurt",
        ["hundreds = 200..999 person", "tens of thousands = 20000..99999", "dozens = 24..99"],
    ),
    ("a few hundred boats and thousands of dollars", ["a few hundred = 200..900 boat", "thousands of dollars = 2000..9999 USD"]),
    (
        "-2C, minus 5C, 25 degrees Celsius, 77F, 30°C",
        [
            "-2C = -2 degree Celsius",
            "minus 5C = -5 degree Celsius",
            "25 degrees Celsius = 25 degree Celsius",
            "77F = 77 degree Fahrenheit",
            "30°C = 30 degree Celsius",
        ],
    ),
    ("6ft 2in, 6-foot-2, 5 feet 11 inches", ["6ft 2in = 74 inch", "6-foot-2 = 74 inch", "5 feet 11 inches = 71 inch"]),
    ("two hours and 15 minutes", ["two hours and 15 minutes = 135 minute"]),
    (
        "5 square miles, 60 miles per hour, 80 km/h, 9.58s",
        ["5 square miles = 5 sq mile", "60 miles per hour = 60 mph", "80 km/h = 80 km/h", "9.58s = 9.58 second"],
    ),
    (
        "the 100m final, 4.5m people, 35m of its buses, 300m away",
        ["100m = 100 m", "4.5m = 4500000 person", "35m = 35000000 bus", "300m = 300 m"],
    ),
    ("a 9-year-old boy and an 18-month-old", ["9-year-old = 9 year boy", "18-month-old = 18 month"]),
    ("Ana Ruiz, 43, aged 43, at the age of 7; He was 86.", ["43 = 43 year", "43 = 43 year", "7 = 7 year", "86 = 86 year"]),
    ("the 80th anniversary and his third term", ["80th = 80 anniversary", "third = 3 term"]),
    ("they won 5-0 and lost 1-2; voted 52 to 48", ["5-0 = 5..0", "1-2 = 1..2", "52 to 48 = 52..48"]),
    ("a 12-page report on six-party talks", ["12 = 12 page", "six = 6 party"]),
    ("39 dead, 12 injured, three others, 50 staff", ["39 = 39 dead", "12 = 12 injured", "three = 3 other", "50 = 50 staff"]),
    ("five sports stars in five US states", ["five = 5 star", "five = 5 state"]),
    ("three of Smith’s friends", ["three = 3 friend"]),
    ("In Syria 40 people died", ["40 = 40 person"]),
    ("one man and two women", ["one = 1 man", "two = 2 woman"]),
    (
        "20-odd boats, 10 or more people, 500-plus jobs, 12 or so",
        ["20-odd = 20 boat", "10 or more = 10 person", "500-plus = 500 job", "12 or so = 12"],
    ),
    ("the past two years", ["two years = 2 year"]),
]

NOT_FOUND = [
    "one of the best, no one, one said so, the one",
    "the two leaders met and their two houses",
    "No. 10 and No 7, number 12",
    "10 Downing Street and 1600 Pennsylvania Avenue",
    "call 020 7946 0018 or 555-123-4567 or +44 20 7946 0018",
    "Boeing 737 and Apollo 11, Channel 4, Section 427, Highway 61",
    "the Boeing 737-800 and a 747 jet",
    "9/11, 24/7, the 7/7 attacks",
    "the Group of Seven, G7, G-20, Covid-19, H5N1, F-16, A380",
    "5G, 4K, 3D and the 1990s",
    "after World War Two the Big Four firms came back and left again",
    "at 10:30, at 2pm, 11 p.m.",
    "in 2019 and the 2016 elections, 1914-18",
    "version 1.2.3 at 192.168.1.1",
    "the first time, first half, a second, one day",
    "the top 40 singles",
    "two-way trade, two-handed, a 3-for-1 split",
    "7. How police work",
    "https://example.org/2/300 #100days @4you",
    "Smith scores again",
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_found(text: str, expected: Sequence[str]) -> None:
    assert brief(text) == list(expected)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert brief(text) == []


# words, then what they allow
INTERVALS = [
    ("15,000 boats", "14500", "15499"),
    ("15,213 boats", "15213", "15213"),
    ("12 boats", "12", "12"),
    ("600 boats", "595", "604"),
    ("3.2%", "3.15", "3.25"),
    ("$1.2bn", "1150000000", "1250000000"),
    ("about 15,000 boats", "13500", "16500"),
    ("more than 10,000 boats", "10000", "12000"),
    ("at least 40 boats", "40", None),
    ("nearly 100 boats", "80", "100"),
    ("up to 40 boats", "0", "40"),
    ("fewer than 40 boats", "0", "40"),
    ("5 to 10 boats", "5", "10"),
    ("dozens of boats", "24", "99"),
    ("half of voters", "0.45", "0.55"),
    ("a man aged 43", "43", "43"),
]


@pytest.mark.parametrize(("text", "low", "high"), INTERVALS)
def test_interval(text: str, low: str, high: str | None) -> None:
    (quantity,) = found(text)
    assert quantity.low == Decimal(low)
    assert quantity.high == (None if high is None else Decimal(high))


APPROXIMATIONS = [
    ("an estimated 500 boats", "about"),
    ("just over 500 boats", "more-than"),
    ("no fewer than 500 boats", "at-least"),
    ("just under 500 boats", "nearly"),
    ("up to about 500 boats", "at-most"),
    ("a row over 500 boats", "more-than"),
    ("a row over three boats", None),
    ("it fell over two years", None),
    ("it lasted for over two years", "more-than"),
    ("they talked about three boats", None),
]


@pytest.mark.parametrize(("text", "approximation"), APPROXIMATIONS)
def test_approximation(text: str, approximation: str | None) -> None:
    (quantity,) = found(text)
    assert quantity.approximation == approximation


def test_noun_span_and_figure() -> None:
    text = "They sent about 15,000 North Korean troops."
    (quantity,) = found(text)
    assert quantity.figure.of(text) == "15,000"
    assert quantity.noun_span is not None
    assert quantity.noun_span.of(text) == "North Korean troops"


def test_calendar_dates_are_left_out_but_lengths_of_time_stay() -> None:
    text = "It opened on 12 May, nine days later."

    def times(doc: Document) -> tuple[DateMention, ...]:
        return (
            DateMention(Span(13, 19), "DATE", "2025-05-12", "day"),
            DateMention(Span(21, 36), "DATE", "2025-05-21", "day"),
        )

    assert [quantity.span.of(text) for quantity in quantities(document(text, times))] == ["nine days"]


WORDS = st.sampled_from(
    sorted(
        word_set(
            """
            one two a half third quarter of in 5 10 1,000 2.5 -3 $ £ % m bn million hundred dozen and to - – / . , : ( ) years
            old feet between from about over at least or so up people troops US 2019 No. th nd ° C out every thousands several few
            """
        )
    )
)
PARTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", "", "\n"])), max_size=14)


@given(st.one_of(st.text(max_size=80), PARTS.map(lambda parts: "".join(word + space for word, space in parts))))
def test_always(text: str) -> None:
    """Never raises; spans lie inside one another and in text order; bounds hold the value."""
    last = 0
    for quantity in found(text):
        assert last <= quantity.figure.start
        assert quantity.span.covers(quantity.figure)
        assert 0 <= quantity.start < quantity.end <= len(text)
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
        if quantity.noun_span is not None:
            assert quantity.noun
            assert quantity.noun_span.of(text).strip()
        last = quantity.figure.end
