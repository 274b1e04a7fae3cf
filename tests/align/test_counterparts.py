"""What keeps a figure of a source from being the one that the draft's was meant to be."""

from __future__ import annotations

import pytest

from newslint.align.counterparts import Counterparts
from newslint.align.places import places
from newslint.facts.nouns import NounGroup, Nouns
from newslint.mentions import Quantity
from tests.conftest import Read

NOUNS = Nouns([NounGroup(("gun", "rifle")), NounGroup(("person", "other"), broad=True)])


def may_be(draft: str, source: str, read: Read) -> bool:
    """Of the first figure of the draft and the last of the source."""
    one, other = (list(places(read(text), Quantity)) for text in (draft, source))
    return Counterparts(NOUNS, [*one, *other]).may_be(one[0], other[-1])


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("The club won 13 games.", "The club won 14 games."),
        ("The club won its last 13 games.", "The club won its final 14 games."),
        ("Another 13 people were hurt.", "Another 14 people were hurt."),
        ("Thirteen others were hurt.", "Fourteen others were hurt."),
        ("The flood came eight days ago.", "The flood came nine days earlier."),
        ("The police seized 9 guns.", "The police seized 3 radios and 8 rifles."),
        ("He died at the age of 91.", "He died on Thursday at the age of 95."),
        ("The man, 27, was found in the shed.", "The man, 29, was jailed."),
    ],
)
def test_a_counterpart(draft: str, source: str, read: Read) -> None:
    assert may_be(draft, source, read)


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("The club won its remaining 20 games.", "The club won 14 games."),
        ("The club won 14 games.", "The club lost its first 20 games."),
        ("Three more people were hurt.", "Fourteen people were hurt."),
        ("The flood came eight days ago.", "The flood lasted five days."),
        ("The police seized 9 guns.", "The police seized 3 rifles and 8 in a box."),
        ("They were 12 from the north and 11 from the south.", "They were 23."),
        ("They held 23.", "They were 11 from the south and 12 from the north."),
        ("At the age of 91 he told the story.", "He died on Thursday at the age of 95."),
    ],
)
def test_no_counterpart(draft: str, source: str, read: Read) -> None:
    assert not may_be(draft, source, read)
