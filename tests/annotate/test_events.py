"""Events of the tables in a text, and the dates it gives them."""

from __future__ import annotations

import pytest

from newslint.reckonings import EventMention
from tests.conftest import Read


@pytest.mark.parametrize(
    ("text", "event", "dates"),
    [
        ("The Berlin Wall fell in 1991.", "berlin-wall-fell", ["1991"]),
        ("It was in 1990 when the Berlin Wall fell.", "berlin-wall-fell", ["1990"]),
        ("Princess Diana died in Paris in August 1998.", "diana", ["August 1998"]),
        ("The first moon landing was watched by millions.", "moon-landing", []),
        ("The attacks of September 11, 2002 changed the city.", "september-11", ["September 11, 2002"]),
        ("Michael Jackson died aged 50 in 2010.", "jackson", ["2010"]),
        ("Red Army units helped to liberate Korea from Japanese rule.", "korea-liberated", []),
    ],
)
def test_found(read: Read, text: str, event: str, dates: list[str]) -> None:
    doc = read(text)
    (mention,) = doc.all(EventMention)
    assert (mention.event, [date.span.of(text) for date in mention.dates]) == (event, dates)


@pytest.mark.parametrize(
    "text",
    [
        "Cynthia Nixon resigned in 2018.",  # another's surname
        "“The Berlin Wall fell in 1991,” he said.",
        "India's first moon landing in 2023 was watched by millions.",
        "On Sept. 11, 2011, the memorial opened.",
        "The Kent State-trained engineer left.",
    ],
)
def test_not_found(read: Read, text: str) -> None:
    assert read(text).all(EventMention) == ()


def test_a_date_that_is_not_the_events(read: Read) -> None:
    (mention,) = read("The Berlin Wall fell, and in 1995 he moved to Leipzig.").all(EventMention)
    assert mention.dates == ()
