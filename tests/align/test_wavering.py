"""What a draft states as fact in one place, and only reports in another."""

from __future__ import annotations

import pytest

from newslint.comparisons import Wavering
from tests.conftest import Read

MIDDLE = "\n\nThe town has two bridges.\n\nIt was founded in 1211.\n\n"


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        ("The mayor took bribes from two builders.", "The mayor allegedly took bribes from two builders."),
        ("A ferry with tourists sank off the coast.", "The ferry with tourists is said to have sunk off the coast."),
        ("Hackers stole patient files from the clinic.", "Hackers reportedly stole patient files from the clinic last week."),
    ],
)
def test_found_both_ways(read: Read, lead: str, body: str) -> None:
    (found,) = read(lead + MIDDLE + body).reading.all(Wavering)
    assert found.lead
    (found,) = read(body + MIDDLE + lead).reading.all(Wavering)
    assert not found.lead


@pytest.mark.parametrize(
    ("flat", "hedged"),
    [
        ("Prosecutors say the mayor took bribes from two builders.", "The mayor allegedly took bribes from two builders."),
        ("The mayor did not take bribes from two builders.", "The mayor allegedly took bribes from two builders."),
        ("The mayor met two builders in May.", "The mayor allegedly took bribes from two builders."),
        ("The mayor took $40 from two builders.", "The mayor allegedly took $90 from two builders."),
        ("The mayor was charged with taking bribes from two builders.", "The mayor allegedly took bribes from two builders."),
        ("Troops closed the northern border near Lund.", "Troops reportedly crossed the northern border near Lund."),
        ("The thief lived in a flat by the mill.", "The alleged thief lived in a flat by the mill."),
    ],
)
def test_not_found(read: Read, flat: str, hedged: str) -> None:
    assert read(flat + MIDDLE + hedged).reading.all(Wavering) == ()


def test_a_hedge_beside_no_word_of_its_own(read: Read) -> None:
    text = (
        "Profits rose by 5% but were said to have been affected by the strike." + MIDDLE + "The strike affected the whole town."
    )
    assert read(text).reading.all(Wavering) == ()
