"""Conversions, exchanges, multiples, tallies and sums: which figures the words relate, and how."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newslint.reckonings import Conversion, Exchange, Multiple, Sum, Tally
from tests.conftest import Read


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("It is 20 miles (32km) away.", [("20 miles", "32km")]),
        ("It is 20 miles, or 32 kilometres, away.", [("20 miles", "32 kilometres")]),
        ("A 30-foot-tall (nine-metre) statue.", [("30-foot", "nine-metre")]),
        ("It cost £5m ($9m).", [("£5m", "$9m")]),
        ("It cost £5m ($9m; 7m euros).", [("£5m", "$9m"), ("£5m", "7m euros"), ("$9m", "7m euros")]),
        ("The 6ft 2in (1.88m) keeper.", [("6ft 2in", "1.88m")]),
        ("The 12st 4lb (78kg) prop.", [("12st 4lb", "78kg")]),
        ("The peak is 12,500 ft (3,810 m) high.", [("12,500 ft", "3,810 m")]),
        ("It ran 20 miles (32km on roads).", []),
        ("It cost £5m ($9m more than planned).", []),
        ("It is 20 miles away and 32km long.", []),
        ("It cost £5m (£3m in 2001).", []),
        ("It weighs 2 tonnes, or as much as 20 pigs of 100kg.", []),
    ],
)
def test_conversions(text: str, pairs: list[tuple[str, str]], read: Read) -> None:
    doc = read(text)
    assert [(found.stated.span.of(text), found.converted.span.of(text)) for found in doc.all(Conversion)] == pairs


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("It rose by 2C (3.6F).", True),
        ("A 2C (3.6F) rise is likely.", True),
        ("A swing of 20F (11C) in a day.", True),
        ("It is 2C (3.6F) warmer.", True),
        ("It rose to 30C (86F).", False),
        ("It was 30C (86F) at noon.", False),
        ("It was up at 30C (86F).", False),
    ],
)
def test_changes_in_temperature(text: str, change: bool, read: Read) -> None:
    (found,) = read(text).all(Conversion)
    assert found.change is change


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("It cost £5m ($9m).", [("GBP", "USD")]),
        ("In Sydney it cost £5m ($9m).", [("GBP", "USD"), ("GBP", "AUD")]),
        ("In Sydney it cost £5m (US$9m).", [("GBP", "USD")]),
        ("Shares were up 40 pence (72 cents).", [("GBP", "USD")]),
    ],
)
def test_currencies_that_may_be_meant(text: str, pairs: list[tuple[str, str]], read: Read) -> None:
    (found,) = read(text).all(Exchange)
    assert list(found.pairs) == pairs


@pytest.mark.parametrize(
    "text",
    [
        "It cost 5bn pesos ($9m).",
        "In Lahore, Pakistan, it cost 5bn rupees ($9m).",
        "In Cairo, Egypt, it cost 5 million pounds ($9m).",
    ],
)
def test_coins_that_may_be_anybody_s(text: str, read: Read) -> None:
    assert read(text).all(Exchange) == ()


def test_an_exchange_of_another_time(read: Read) -> None:
    now, then = read("It cost £5m ($9m) and, in 1967, £1m ($2.8m at the time).").all(Exchange)
    assert (now.past, then.past) == (True, True)  # too near to tell
    assert now.rate == Decimal("1.8")


@pytest.mark.parametrize(
    ("text", "multiple"),
    [
        ("Sales doubled from 20 to 41 a month.", ("2", "20", "41")),
        ("Sales doubled to 41 a month, from 20.", ("2", "20", "41")),
        ("A threefold rise in cases, from 20 to 60.", ("3", "20", "60")),
        ("Debt was cut in half, from £60m to £30m.", ("0.5", "£60m", "£30m")),
        ("Crime rose fivefold, from 20 cases in 1990 to 100 in 2000.", ("5", "20", "100")),
        ("Visits rose from 20 to 41, more than doubling.", ("2", "20", "41")),
        ("It earned £41m, twice the £20m of last year.", ("2", "£20m", "£41m")),
        ("It earned £60m, or 3p a share, three times the £20m of last year.", ("3", "£20m", "£60m")),
        ("The fare trebled from 50p to £1.50.", ("3", "50p", "£1.50")),
        ("Sales doubled to £41m in the three months that ended May 3, from £20m.", ("2", "£20m", "£41m")),
        ("It sold 41 cars, compared with 20 in May, more than double.", ("2", "20", "41")),
        ("The fare doubled to £42 from an estimate of £20.", ("2", "£20", "£42")),
        ("The fare has halved since May 2024, from 412 kroner to 206.", ("0.5", "412 kroner", "206")),
        ("The share is 11%, a fourfold fall from 45%.", ("0.25", "45%", "11%")),
    ],
)
def test_multiples(text: str, multiple: tuple[str, str, str], read: Read) -> None:
    (found,) = read(text).all(Multiple)
    assert (str(found.times), found.old.span.of(text), found.new.span.of(text)) == multiple


@pytest.mark.parametrize(
    "text",
    [
        "Sales doubled and prices rose from 20 to 30.",
        "Sales doubled as prices rose from £20 to £30.",
        "The doubles final went from 2 to 3 sets.",
        "It doubled the price of 20 books to £30.",
        "She has twice the 50 caps that he won in 30 years.",
    ],
)
def test_no_multiples(text: str, read: Read) -> None:
    assert not [found for found in read(text).all(Multiple) if found.new.value != (Decimal(50),)]


@pytest.mark.parametrize(
    ("text", "tallies"),
    [
        ("They won by 12 points, 30-17.", [("margin", "30-17", "12 points")]),
        ("It was carried by 205 votes to 198, a majority of seven.", [("margin", "205 votes to 198", "seven")]),
        ("She leads by 10 points, 49% to 39%.", [("margin", "49% to 39%", "10 points")]),
        ("The nine justices ruled 6-3.", [("members", "6-3", "nine")]),
        ("They won the series 4-2 in game six.", [("games", "4-2", "six")]),
        ("They won the best-of-five series 3-1.", [("best-of", "3-1", "best-of-five")]),
        ("They won 30-17, and lead by 12 points.", []),
        ("They won 6-4, 6-2 by 12 games.", []),
        ("The council voted 6-3. The nine members of the choir sang.", []),
        ("The 100-member chamber voted 52-48 on what the 435-member house had passed.", []),
    ],
)
def test_tallies(text: str, tallies: list[tuple[str, str, str]], read: Read) -> None:
    assert [(found.kind, found.tally.of(text), found.stated.of(text)) for found in read(text).all(Tally)] == tallies


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("It cost £3m and £2m, a total of £5m.", [("all", "£3m £2m", "£5m")]),
        ("It has 12 buses and nine trams, 21 in all.", [("all", "12 nine", "21")]),
        ("Twelve people were hurt: five in Leeds and seven in Hull.", [("all", "five seven", "Twelve")]),
        ("The 20 ships comprise 12 ferries and eight tugs.", [("all", "12 eight", "20")]),
        ("It played 10 matches, winning six, drawing two and losing two.", [("all", "six two two", "10")]),
        ("It cost £5m, of which £3m was for the roof and £1m for a wall.", [("some", "£3m £1m", "£5m")]),
        ("Three more people died, bringing the toll to 12 from nine.", [("added", "Three nine", "12")]),
        ("They sold 300 scarves at £4 each, raising £1,200.", [("each", "300 £4", "£1,200")]),
        ("He paid $120 for the four seats, or $30 each.", [("each", "four $30", "$120")]),
        ("Of those asked 52% said yes, 38% no and 10% did not know.", [("shares", "52% 38% 10%", "52%")]),
        ("Lee won 52% of the vote, Roe 38% and Poe 10%.", [("shares", "52% 38% 10%", "52%")]),
        ("Here Smith voted. Of the £9m, Hull pays £4m, York £3m and Leeds £2m.", [("some", "£4m £3m £2m", "£9m")]),
        ("Of the £9m, Hull pays £4m and York the remaining £5m.", [("rest", "£4m £5m", "£9m")]),
        ("It needs £9m. Hull will find £4m of that and York the other £5m.", [("rest", "£4m £5m", "£9m")]),
        ("It needs £9m. Of this, £4m has come from Hull and £3m from York.", [("some", "£4m £3m", "£9m")]),
        ("Two of the five cars were mended. The other three were sold.", [("rest", "Two three", "five")]),
        ("Some 25 of the 27 states voted in favour and two against.", [("some", "Some 25 two", "27")]),
        ("It won 20, drew nine and lost seven of its 36 games.", [("all", "20 nine seven", "36")]),
        ("A poll put 52% for Lee, 38% for Roe and 10% undecided.", [("shares", "52% 38% 10%", "52%")]),
        ("Of the £9m, Hull pays £4m, up from £3m, and York £5m.", []),
        ("Two of the five cars were mended. The other three ships were sold.", []),
        ("Two of the five cars were mended, one was lost and the other three sold.", []),
        ("It needs £9m. It spent £4m in May and £3m in June.", []),
        ("It cost £3m in May and £2m in June, and a total of £9m since.", []),
        ("Twelve people were hurt: five in Leeds and some in Hull.", []),
        ("Twelve people were hurt: five in Leeds and seven of them badly.", []),
        ("Some 60% of men and 45% of women agreed.", []),
        ("Some 52% backed the war and 60% opposed the tax.", []),
        ("Lee won 52% of the vote, compared with 60% last time.", []),
    ],
)
def test_sums(text: str, sums: list[tuple[str, str, str]], read: Read) -> None:
    found = read(text).all(Sum)
    assert [(each.kind, " ".join(part.span.of(text) for part in each.parts), each.total.span.of(text)) for each in found] == sums


def test_tables_of_figures_do_not_multiply(read: Read) -> None:
    text = "Of 40 people " + ", ".join(f"{n} in Leeds" for n in range(1, 400)) + " came."
    assert len(read(text).all(Sum)) < 5
