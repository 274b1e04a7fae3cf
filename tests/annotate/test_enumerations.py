"""Lists announced with a number: what is counted as an item."""

from __future__ import annotations

import pytest

from newslint.reckonings import Enumeration
from tests.conftest import Read


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("The mayor gave three reasons: cost, time and staff.", (3, 3)),
        ("The mayor gave three reasons: cost, time, and staff.", (3, 3)),
        ("The mayor gave three reasons: law and order, time and staff.", (3, 4)),
        ("The mayor gave two reasons: the town is poor and small; and it rains.", (2, 3)),
        ("Three libraries, in Kelso, Hawick and Melrose, will close.", (3, 3)),
        ("Two of the four schools, Eastgate and Westgate, will close.", (2, 2)),
        ("He has two brothers, Tom, Dick and Harry.", (3, 3)),
        ("The plan has two stages: fees will rise by June 17, 2026, grants must end, and loans must end later.", (3, 3)),
        ("Our four aims are health, schools and peace.", (3, 3)),
        ("They played in three countries: France, Italy and Spain.", (3, 3)),
        ("The board has two aims:\n\n- more beds\n- less noise\n- a garden", (3, 3)),
        ("The mayor gave two reasons. First, it rained. Second, it snowed.", (2, 20)),
        ("Five things to know\n\n1. The roll\n\nIt is long.\n\n2. The hours\n\nThey are short.", (2, 2)),
        ("Five things to know\n\n2. The roll\n\nIt is long.\n\n1. The hours\n\nThey are short.", (2, 2)),  # counted down
    ],
)
def test_items(text: str, items: tuple[int, int], read: Read) -> None:
    (found,) = read(text).all(Enumeration)
    assert (found.least, found.most) == items


@pytest.mark.parametrize(
    "text",
    [
        "The mayor gave three reasons: cost, time.",                    # it may go on
        "The mayor gave three reasons, including cost and time.",
        "Five towns, Kelso, Hawick and Selkirk among them, want it.",
        "There are two towns: Kelso, the larger, and Hawick.",
        "He has two sons: Tom, who is 12, and Sam, who is ten.",
        "The three towns are poor and small.",
        "The two parts are to be mended and painted.",
        "About three reasons were given: cost and time.",
        "The mayor gave three reasons: “cost, time and staff”.",
        "Five things to know\n\n1. The roll\n\nIt is long.\n\n3. The hours\n\nThey are short.",
    ],
)  # fmt: skip
def test_no_list_to_count(text: str, read: Read) -> None:
    assert read(text).all(Enumeration) == ()
