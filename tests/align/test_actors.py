"""Whether two passages speak of different people or bodies."""

from __future__ import annotations

import pytest

from newslint.align.actors import Actors
from newslint.align.places import Place, places
from newslint.document import Document
from newslint.mentions import Quantity
from tests.conftest import Read

SEASON = (
    "Ann Jones missed the final with a bad knee. The club had hoped that she would play. "
    "The captain, Ruth Smith, scored 33 goals for the club. She made 12 saves too. The ground at Kirkby was full."
)


def place(doc: Document, figure: str) -> Place[Quantity]:
    return next(one for one in places(doc, Quantity) if one.mention.figure.of(doc.text) == figure)


@pytest.mark.parametrize(
    ("draft", "figure", "other", "apart"),
    [
        ("Ann Jones scored 31 goals for the club. Ruth Smith was ill.", "31", "33", True),
        ("Ann Jones scored 31 goals for the club.", "31", "33", True),  # the source knows her, and tells of her elsewhere
        ("Ann Jones made 11 saves.", "11", "12", True),  # "She" is the last named before
        ("Ruth Smith scored 31 goals for the club.", "31", "33", False),
        ("Smith, the captain, scored 31 goals.", "31", "33", False),
        ("Ruth Smith made 11 saves.", "11", "12", False),
        ("Ruth Smith beat Ann Jones by 31 goals.", "31", "33", False),  # one of them is there
        ("She scored 31 goals for the club.", "31", "33", False),  # she may be anybody
        ("Tom Brown scored 31 goals for the club.", "31", "33", False),  # the source may call him "the captain"
        ("The club scored 31 goals at Kirkby.", "31", "33", False),  # a place is nobody
        ("The Australian captain scored 31 goals on Monday.", "31", "33", False),
    ],
)
def test_apart(draft: str, figure: str, other: str, apart: bool, read: Read) -> None:
    here, there = place(read(draft), figure), place(read(SEASON), other)
    actors = Actors()
    assert actors.apart(here, there) is apart
    assert actors.apart(there, here) is apart


def test_a_text_is_never_apart_from_itself(read: Read) -> None:
    one, other = read(SEASON), read(SEASON)
    pairs = zip(places(one, Quantity), places(other, Quantity), strict=True)
    assert not any(Actors().apart(*pair) for pair in pairs)
