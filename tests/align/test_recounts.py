"""Figures that a draft gives twice: which are the same, and which are meant to differ."""

from __future__ import annotations

import pytest

from newslint.comparisons import Recount
from tests.conftest import Read
from tests.growth import calls


@pytest.mark.parametrize(
    ("first", "then", "how"),
    [
        ("A bomb killed 12 people in Kelso.", "The 15 people killed were all shoppers.", "differs"),
        ("The crash injured 23 people on Monday.", "Many of the 32 people injured are children.", "differs"),
        ("A train crash near Kelso left 12 dead.", "Police named the 14 dead on Friday.", "differs"),
        ("Twelve miners died in the blast at Kelso.", "The 14 miners were brought up at dawn.", "differs"),
        ("Kelso will lose 340 jobs.", "All 430 jobs are in the paint shop.", "differs"),
        ("The £4.5m bridge opens in May.", "The council said the £5.4m bridge was needed.", "differs"),
        ("The 340-seat theatre opens in May.", "The 430-seat theatre was a cinema.", "differs"),
        ("The bank lost $4.2bn on ships.", "It lost the $4.2m on ships that sank.", "zeros"),
        ("The bank lost $4.23bn on ships.", "It lost the $4,229,000 on ships that sank.", "zeros"),
    ],
)
def test_told_otherwise(first: str, then: str, how: str, read: Read) -> None:
    doc = read(f"{first}\n\n{then}")
    (found,) = doc.all(Recount)
    assert found.how == how
    assert found.other.start < len(first) < found.start


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("A bomb killed 12 people in Kelso.", "The 12 people killed were all shoppers."),
        ("A bomb killed at least 12 people in Kelso.", "The 15 people killed were all shoppers."),
        ("A bomb killed about 15 people in Kelso.", "The 16 people killed were all shoppers."),
        ("A bomb killed dozens of people in Kelso.", "The 45 people killed were all shoppers."),
        ("A bomb killed 12 people in Kelso.", "Another bomb killed 15 people."),
        ("A bomb killed 12 people in Kelso.", "The toll rose to 15 people killed."),
        ("A bomb killed 12 people in Kelso.", "In Hawick 15 people were killed."),
        ("A bomb killed 12 people in Kelso.", "In 1998 a bomb killed 15 people."),
        ("A bomb killed 12 people in Kelso.", "Three of those killed were children."),
        ("The inspectors saw three weapons sites.", "They did not see the eight presidential sites."),
        ("Kelso will lose 340 jobs.", "Last year 430 jobs went."),
        ("The bank lost $4.2bn on ships.", "Its chief was paid $4.2m."),
        ("The bank lost $4bn on ships.", "Its sale of ships made $4m."),
        ("The bank lost $4.2bn on ships in 2024.", "It lost $4.2m on ships in 2023."),
        ("A bomb killed 12 people, including three children.", "The three children killed were sisters."),
        ("The army killed 12 rebels in the north.", "The rebels killed 15 soldiers."),
        ("The museum has 4,000 paintings.", "The 400 paintings on show were cleaned."),
        ("The club signed three players.", "The four players who left were young."),
        ("Profits rose by 3% to £40m.", "Costs were £35m."),
        ("“It killed 12 people,” she said.", "The 15 people killed were all shoppers."),
    ],
)
def test_left_alone(first: str, then: str, read: Read) -> None:
    assert read(f"{first}\n\n{then}").all(Recount) == ()


def test_of_three_that_differ_none_is_told_twice(read: Read) -> None:
    doc = read("A bomb killed 12 people.\n\nThe 15 people killed were shoppers.\n\nThe 12 people killed lived there.")
    assert [found.quantity.value[0] for found in doc.all(Recount)] == [15]


def test_who_tells_each(read: Read) -> None:
    doc = read("The blast hurt 12 people, according to the police.\n\nThe mayor said 15 people were hurt.")
    (found,) = doc.all(Recount)
    assert found.tellers is not None
    assert [teller.of(doc.text) for teller in found.tellers] == ["the police", "The mayor"]


def test_work_grows_with_the_text(read: Read) -> None:
    def work(paragraphs: int) -> int:
        text = "\n\n".join(
            f"In Kelso {place + 20} people were killed and {place + 90} boats sank." for place in range(paragraphs)
        )
        doc = read(text)
        return sum(calls(lambda: doc.all(Recount)).values())

    assert work(200) < 2.5 * work(100)
