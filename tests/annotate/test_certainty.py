"""Certainty: how sure each clause is of what it states."""

from __future__ import annotations

import pytest

from newslint.mentions import Certainty
from tests.conftest import Read


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("The mill was sold.", [4]),
        ("The mill will be sold.", [4]),
        ("The mill is set to be sold.", [3.5]),
        ("The mill is expected to be sold.", [3]),
        ("The owners plan to sell the mill.", [3]),
        ("The mill will probably be sold.", [2.5]),
        ("The mill may be sold.", [2]),
        ("The mill was possibly sold.", [2]),
        ("The mill was reportedly sold.", [1]),
        ("The alleged thief sold the mill.", [1]),
        ("He is said to be ill.", [1]),
        ("The mill was sold in May.", [4]),
        ("About 40 people were clearly hurt.", [4]),  # approximators and boosters are another matter
        ("The mill may be sold, but the road was closed.", [2, 4]),
        ("The mill, which may be sold, was closed.", [4, 2]),
        ("The mayor reportedly said the mill was sold.", [1]),  # in the words of who says it, it is about what is said
        ("The mill may reportedly be sold.", [1]),
    ],
)
def test_how_sure_a_clause_is(read: Read, text: str, levels: list[float]) -> None:
    assert [certainty.level for certainty in read(text).all(Certainty)] == levels


def test_every_hedge_is_kept_the_weightiest_first(read: Read) -> None:
    text = "The mill may reportedly be sold."
    (certainty,) = read(text).all(Certainty)
    assert [hedge.span.of(text) for hedge in certainty.hedges] == ["reportedly", "may"]
    assert certainty.cue is not None
    assert certainty.cue.of(text) == "reportedly"


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The mill was sold.", False),
        ("The mill was not sold.", True),
        ("The mill wasn’t sold.", True),
        ("The owners denied the sale of the mill.", True),
        ("The mill was sold at noon.", False),
        ("The owner said “no” twice.", False),  # what somebody else says
    ],
)
def test_what_is_denied(read: Read, text: str, negated: bool) -> None:
    assert any(certainty.negated for certainty in read(text).all(Certainty)) == negated


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Police said the mill was sold.", False),
        ("The rebels claimed the mill was sold.", True),
        ("Experts said the mill was sold.", True),
        ("The mill was sold.", False),
    ],
)
def test_who_only_claims(read: Read, text: str, doubted: bool) -> None:
    assert any(certainty.doubted for certainty in read(text).all(Certainty)) == doubted
