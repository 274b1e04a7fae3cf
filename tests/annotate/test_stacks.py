"""Cues that stand near enough to soften the same statement, and what parts them."""

from __future__ import annotations

import pytest

from newslint.mentions import Stack
from tests.conftest import Read
from tests.growth import calls


@pytest.mark.parametrize(
    ("text", "form", "pair"),
    [
        ("Troops are reportedly in the towns and possibly in the hills.", "beside", ("reportedly", "possibly")),
        ("The talks could potentially begin.", "beside", ("could", "potentially")),
        ("He is accused of allegedly taking bribes.", "under", ("accused", "allegedly")),
        ("Neighbours say he allegedly fled.", "said", ("say", "allegedly")),
        ("The army is potentially ready.", "before", ("potentially", "ready")),
        ("He fled, according to reports. He reportedly took a train.", "again", ("according to reports", "reportedly")),
    ],
)
def test_found(read: Read, text: str, form: str, pair: tuple[str, str]) -> None:
    doc = read(text).reading
    assert (form, *pair) in {(one.form, one.first.of(text), one.second.of(text)) for one in doc.all(Stack)}


@pytest.mark.parametrize(
    "text",
    [
        "Troops are reportedly in the towns, but they may leave.",
        "Voters believe he could win.",
        "Police say the man who allegedly set fire to the barn has fled.",
        "I believe it could rain.",
        "He may go. She might stay.",
        "Nobody came.",
    ],
)
def test_parted(read: Read, text: str) -> None:
    assert not [one for one in read(text).reading.all(Stack) if one.form in ("beside", "said", "under")]


def test_a_vague_figure_between_is_seen(read: Read) -> None:
    text = "Surveys suggest over ten thousand soldiers are there, and possibly more."
    found = {(one.first.of(text), one.second.of(text)): one.vague for one in read(text).reading.all(Stack)}
    assert found["suggest", "possibly"]


def test_the_work_grows_with_the_text(read: Read) -> None:
    sentence = "It may possibly rain, and it could perhaps snow. "
    docs = [read(sentence * times).reading for times in (40, 80)]
    short, long = (sum(calls(lambda doc=doc: doc.all(Stack)).values()) for doc in docs)
    assert long < 2.5 * short
