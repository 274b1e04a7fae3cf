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
        "1.2bn; $200MM; 35 MM; £4.5m-£5m; $26 to $31 million",
        [
            "1.2bn = 1200000000",
            "$200MM = 200000000 USD",
            "35 MM = 35 mm",
            "£4.5m-£5m = 4500000..5000000 GBP",
            "$26 to $31 million = 26000000..31000000 USD",
        ],
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
        ["half = 0.5 voter", "two-thirds = 0.6666666666666666666666666667 person", "39 = 39 person", "nearly half = 0.5 seat"],
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
        ["hundreds = 200..999 person", "tens of thousands = 20000..99999", "dozens = 24..99 person"],
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
    ("39 dead, 12 injured, three others, 50 staff", ["39 = 39 person", "12 = 12 person", "three = 3 other", "50 = 50 staff"]),
    ("five sports stars in five US states", ["five = 5 star", "five = 5 state"]),
    ("three of Smith’s friends", ["three = 3 friend"]),
    ("In Syria 40 people died", ["40 = 40 person"]),
    ("one man and two women", ["one = 1 man", "two = 2 woman"]),
    (
        "20-odd boats, 10 or more people, 500-plus jobs, 12 or so",
        ["20-odd = 20 boat", "10 or more = 10 person", "500-plus = 500 job", "12 or so = 12"],
    ),
    ("the past two years", ["two years = 2 year"]),
    ("I'm 83 and she's 51.", ["83 = 83 year", "51 = 51 year"]),
    ("the bench is ten years of age", ["ten years of age = 10 year"]),
    ("a kit of 1140 parts; at least 2012 people", ["1140 = 1140 part", "at least 2012 = 2012 person"]),
    ("Wasps 18-12 Hornets, and Rovers 2-3 Albion", ["18-12 = 18..12", "2-3 = 2..3"]),
    (
        "a sixfold rise, a five-fold one and 12-fold",
        ["sixfold = 6 time", "five-fold = 5 time", "12-fold = 12 time"],
    ),
    (
        "half million homes, quarter million dollars, hundred thousand tonnes",
        ["half million = 500000 home", "quarter million dollars = 250000 USD", "hundred thousand tonnes = 100000 tonne"],
    ),
    (
        "three point five million pupils, nought point two per cent",
        ["three point five million = 3500000 pupil", "nought point two per cent = 0.2 %"],
    ),
    ("minus five degrees, a minus-1.4 degree tilt", ["minus five degrees = -5 degree", "minus-1.4 degree = -1.4 degree"]),
    (
        "his twenty-fifth win and the two hundred and fiftieth anniversary; she came fifth",
        ["twenty-fifth = 25 win", "two hundred and fiftieth = 250 anniversary", "fifth = 5"],
    ),
    ("one fifth of voters and one hundredth of a second", ["one fifth = 0.2 voter", "one hundredth of a second = 0.01 second"]),
    ("£10 – £15, but £10 – 15 minutes away", ["£10 – £15 = 10..15 GBP", "£10 = 10 GBP", "15 minutes = 15 minute"]),
    ("the bank's 2-3% target, in the range 2-4", ["2-3% = 2..3 %", "2-4 = 2..4"]),
    ("$76 US a barrel, $50 Cdn and 1,200€", ["$76 US = 76 USD", "$50 Cdn = 50 CAD", "1,200€ = 1200 EUR"]),
    ("a $5bn US deal worth 7.5 million Danish crowns", ["$5bn = 5000000000 USD", "7.5 million Danish crowns = 7500000 DKK"]),
    ("7 nm chips, a 5t lorry, 25″, 10km/hr", ["7 nm = 7 nanometre", "5t = 5 tonne", "25″ = 25 inch", "10km/hr = 10 km/h"]),
    (
        "an 11 member panel (15.3 ppg) and digital and physical sales",
        ["11 = 11 member", "15.3 = 15.3 ppg"],
    ),
    ("4.3m digital and physical sales", ["4.3m = 4300000 sale"]),
    ("30 Airbus A320 planes, two new 737 Max jets", ["30 = 30 plane", "two = 2 jet"]),
    ("two- and three-bedroom flats", ["two = 2 bedroom", "three = 3 bedroom"]),
    ("a 60-strong team; the 40 available", ["60 = 60", "40 = 40"]),
    ("5 or more than 6 boats", ["5 = 5", "more than 6 = 6 boat"]),
    ("it fell in just one small area, but one said", ["one = 1 area"]),
    ("it rose by 3 to 5 per cent; it rose 0.1% to 4.7%", ["3 to 5 per cent = 3..5 %", "0.1% = 0.1 %", "4.7% = 4.7 %"]),
    ("cut from the £89 to £93 billion planned", ["£89 to £93 billion = 89000000000..93000000000 GBP"]),
    ("a third of the population lives here", ["a third = 0.3333333333333333333333333333 population"]),
    ("a month of 33 Earth days, two more years", ["33 Earth days = 33 day", "two more years = 2 year"]),
    ("five business days", ["five = 5 day"]),
    ("almost S $1mil, or C $5 for A $2m", ["almost S $1mil = 1000000 SGD", "C $5 = 5 CAD", "A $2m = 2000000 AUD"]),
    ("A $2m deal in the US' $5m plan", ["$2m = 2000000 USD", "$5m = 5000000 USD"]),
    ("up 3 p at 1112 p, not 40p", ["3 p = 3 penny", "1112 p = 1112 penny", "40p = 40 penny"]),
    ("mended dozens of Kia and Hyundai cars", ["dozens = 24..99 car"]),
    ("ranging from $200 to $4 million", ["$200 to $4 million = 200..4000000 USD"]),
    ("She will be 35 by then; it will be 35 then", ["35 = 35 year", "35 = 35"]),
    ("110 per cent of the plan, 100 per cent cotton", ["110 per cent = 110 % plan", "100 per cent = 100 %"]),
    ("Leeds (4,000) and a shop (4)", ["4,000 = 4000", "4 = 4"]),
    ("70 euro cents, or 12 US cents", ["70 euro cents = 70 euro cent", "12 US cents = 12 cent"]),
    ("2.9% of GDP next year, 3% of output last month", ["2.9% = 2.9 % gdp", "3% = 3 % output"]),
    ("588,300 of Acme's 1,774,326 shares", ["588,300 = 588300 share", "1,774,326 = 1774326 share"]),
    ("45% of all natural gas imported, 1% of the thin Martian air", ["45% = 45 % gas", "1% = 1 % air"]),
    ("Her brother, 22, and his dog, 22, left", ["22 = 22 year", "22 = 22"]),
    ("911 new cases; the 2 [sic] men", ["911 = 911 case", "2 = 2"]),
    ("his third Harry Potter film, the second Turkish plan", ["third = 3 film", "second = 2 plan"]),
    ("five of the last six years, 49 Next shops", ["five = 5 year", "six years = 6 year", "49 = 49 shop"]),
    ("the seventh Congressional District announced it", ["seventh = 7"]),
    ("its big four banks", ["four = 4 bank"]),
    ("an A$5 fee, a year and a half", ["A$5 = 5 AUD", "a year and a half = 1.5 year"]),
    ("at 707 schools by plane", ["707 = 707 school"]),
]

# text, then the noun, or else the unit, of each figure
LEFT_OUT = [
    ("435 homes by lot and 187 by tender", ["home", "home"]),
    ("435 homes by lot and 187 in the spring", ["home", None]),
    ("435 homes by lot, but rain fell. Then 187 by tender", ["home", None]),
    ("40 people in Leeds and 12 flats in York", ["person", "flat"]),
    ("3.9 million cars, up from 2.4 million", ["car", "car"]),
    ("some 460 cars were stolen compared with 63 last year", ["car", "car"]),
    ("460 cars, up from 63 boats", ["car", "boat"]),
    ("460 cars; the port is up from 63 for the year", ["car", None]),
    ("it rose 12.5 points to 7,465.95", ["point", "point"]),
    ("it closed at 4,577.10 points for 2.1", ["point", None]),
    ("it rose to 7,465.95", [None]),
    ("from 21 mpg to 23", ["mpg", "mpg"]),
    ("from 21 km to 3 villages", ["km", "village"]),
    ("it grew 21 km to 3", ["km", None]),
]

NOT_FOUND = [
    "one of the best, no one, one said so, the one",
    "the two leaders met and their two houses",
    "No. 10 and No 7, number 12",
    "10 Downing Street and 1600 Pennsylvania Avenue",
    "call 020 7946 0018 or 555-123-4567 or +44 20 7946 0018",
    "Boeing 737, an iPhone 12 and Apollo 11, Channel 4, Section 427, Highway 61",
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
    "a Boeing 747-400 met ISO 3888-2 rules",
    "9 East 71st Street and 22 Avenue Foch",
    "the party's 2019 losses, the 2016 games, and 2012 elections",
    "Fifth Avenue, a third man, zero tolerance",
    "The Standard & Poor's 500, S&P 500 funds, the s p 500, FTSE 100 firms and the Hang Seng 50",
    "a Category 5 storm and a category one hurricane",
    "the 787 Dreamliner, 787 Dreamliners",
    "at one point and at one stage",
    "I am 100 percent certain and 110 per cent committed",
    "goals by Ruiz (4) and by Silva (2)",
    "the cheapest of the big four",
    "a man, an apple and a year",
    "a list of the rest[3] and a map.[12]",
    "a 911 call, 999 operators; she phoned 112",
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_found(text: str, expected: Sequence[str]) -> None:
    assert brief(text) == list(expected)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert brief(text) == []


@pytest.mark.parametrize(("text", "expected"), LEFT_OUT)
def test_what_is_left_out_is_taken_from_the_figure_before(text: str, expected: Sequence[str | None]) -> None:
    assert [quantity.unit or quantity.noun for quantity in found(text)] == list(expected)


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
            nought point sixfold fold hundredth quarter minus Danish crowns dollars per day year killed toll just "
            S A C p cents euro each [ ] points S&P 500 787 big more Earth be will sure compared with up by in brother
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


@pytest.mark.parametrize("figure", ["1/" + "9" * 4400, "9" * 4301 + "th", "9" * 5000, "1." + "9" * 5000])
def test_what_nobody_counts_is_no_figure(figure: str) -> None:
    assert [quantity.value for quantity in found(f"The plan, {figure} of it, costs £5.")] == [(5,)]
