"""People of whom a text never says who they are."""

from __future__ import annotations

import pytest

from newslint.mentions import Stranger
from tests.conftest import Read

AFTER = " Nothing was heard of Halvorsen for a week. Then Halvorsen wrote back."


@pytest.mark.parametrize(
    "text",
    [
        "The letter went to Ingrid Halvorsen on Monday.",
        "The letter went to Ingrid Halvorsen, according to reports.",
        "Emmanuel Macron wrote to Ingrid Halvorsen. Then the French president wrote again.",
    ],
)
def test_found(read: Read, text: str) -> None:
    assert [stranger.id for stranger in read(text + AFTER).all(Stranger)] == ["Ingrid Halvorsen"]


@pytest.mark.parametrize(
    "text",
    [
        "The letter went to mayor Ingrid Halvorsen on Monday.",
        "The letter went to criminalist Ingrid Halvorsen on Monday.",
        "The letter went to Reuters’ Ingrid Halvorsen on Monday.",
        "The letter went to Ingrid Halvorsen, 34, on Monday.",
        "The letter went to Ingrid Halvorsen, who owns the yard, on Monday.",
        "The letter went to Ingrid Halvorsen of the harbour board on Monday.",
        "The letter went to Ingrid Halvorsen on Monday. The mayor was away.",
        "Every candidate wrote to Ingrid Halvorsen on Monday.",
    ],
)
def test_not_found(read: Read, text: str) -> None:
    assert read(text + AFTER).all(Stranger) == ()
