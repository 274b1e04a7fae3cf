from __future__ import annotations

import pytest

from newslint.align.values import agree
from newslint.mentions import Quantity
from tests.conftest import Read


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("15,000 people", "fifteen thousand people"),
        ("15,000 people", "15,213 people"),  # rounded
        ("about 15,000 people", "14,210 people"),
        ("around 15,000 people", "15,000 people"),
        ("more than 10,000 people", "11,900 people"),
        ("at least 30 people", "39 people"),
        ("nearly 100 people", "96 people"),
        ("up to 40 people", "35 people"),
        ("dozens of people", "48 people"),
        ("5 to 10 people", "between five and 10 people"),
        ("$1.1bn", "$1.13bn"),
        ("$1.2 billion", "$1,200 million"),
        ("two-thirds", "66%"),
        ("over 10,000 people", "over 10,000 people"),
        ("about 15,000 people", "about 14,900 people"),
        ("86,000 people", "86,804 people"),  # cut off, by less than a hundredth
        ("$1.7bn", "$1.65bn"),
        ("10 people", "between five and 10 people"),  # one end: no other figure, but firmer
        ("40 people", "up to 40 people"),
    ],
)
def test_the_same_figure(draft: str, source: str, read: Read) -> None:
    assert agree(quantity(draft, read), quantity(source, read))


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("over ten thousand people", "around 15,000 people"),  # nobody writes "over 10,000" for 15,000
        ("13 people", "19 people"),
        ("12 people", "10 people"),
        ("20 people", "21 people"),  # the dead are counted, not rounded
        ("100 people", "104 people"),
        ("15,213 people", "15,000 people"),  # more exact than the source
        ("at least 12 people", "at least 39 people"),
        ("45 people", "at least 31 people"),
        ("$4.5m", "$5.4m"),
        ("$3bn", "$3m"),
        ("dozens of people", "300 people"),
        ("over 60 people", "more than 50 people"),
        ("13 people", "at least 12 people"),
        ("over 9%", "10%"),  # the figure said is the rounder
        ("$1.6bn", "$1.65bn"),
        ("$1.30 to $1.45", "$1.30 to $1.40"),
        ("some 105 people", "an estimated 100 people"),
        ("up to 40 people", "more than 40 people"),
    ],
)
def test_another_figure(draft: str, source: str, read: Read) -> None:
    assert not agree(quantity(draft, read), quantity(source, read))


def quantity(words: str, read: Read) -> Quantity:
    (found,) = read(f"They counted {words} there.").all(Quantity)
    return found
