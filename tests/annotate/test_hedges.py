"""Hedges: their kinds, their clauses, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.annotate.blocks import blocks
from newslint.annotate.hedges import hedges
from newslint.annotate.ignores import ignores
from newslint.annotate.quotes import quotes
from newslint.annotate.sentences import sentences
from newslint.document import Document
from newslint.mentions import Block, Hedge, Ignore, Quote, Sentence


def read(text: str) -> tuple[Hedge, ...]:
    makers = {Block: blocks, Hedge: hedges, Ignore: ignores, Quote: quotes, Sentence: sentences}
    return Document("draft", text, makers=makers).all(Hedge)


@pytest.mark.parametrize(
    ("text", "hedge", "kind"),
    [
        ("He reportedly fled.", "reportedly", "evidential"),
        ("Reportedly, he fled.", "Reportedly", "evidential"),
        ("He is said to be ill.", "is said to", "evidential"),
        ("He appears to be ill.", "appears to", "evidential"),
        ("He allegedly stole it.", "allegedly", "legal"),
        ("The alleged thief fled.", "alleged", "legal"),
        ("He will possibly go.", "possibly", "epistemic"),
        ("Rain is likely on Monday.", "likely", "epistemic"),
        ("It is unclear why.", "unclear", "epistemic"),
        ("He may go.", "may", "modal"),
        ("He might go.", "might", "modal"),
        ("It could rain.", "could", "modal"),
        ("The bank plans to cut jobs.", "plans to", "modal"),
        ("He is expected to go.", "is expected", "modal"),
        ("It cost about $20.", "about", "approximator"),
        ("It lasted nearly ten years.", "nearly", "approximator"),
        ("A year or so later it fell.", "or so", "approximator"),
        ("Some farmers left.", "Some", "approximator"),
        ("The figures suggest a fall.", "suggest", "attribution"),
        ("The army believes it will win.", "believes", "attribution"),
        ("It was clearly wrong.", "clearly", "booster"),
    ],
)
def test_kinds(text: str, hedge: str, kind: str):
    assert (hedge, kind) in [(found.span.of(text), found.kind) for found in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "He left in May 2020, and on 4 May he came back.",
        "May was cold.",
        "They feared the might of the army.",
        "Military might of this sort is rare.",
        "She could not swim, and he could hear her.",
        "It is about time.",
        "They walked around the town.",
        "He believes in ghosts.",
        "A think tank wrote it.",
        "“It may rain,” he said.",
        "The report is out.",
    ],
)
def test_no_hedge(text: str):
    assert not read(text)


def test_the_scope_is_the_clause():
    text = "The army left on Monday, but the mayor may stay; nobody knows."
    (hedge,) = read(text)
    assert hedge.scope.of(text) == "the mayor may stay"


@given(
    st.lists(st.sampled_from(["may", "possibly", ",", "but", ";", ".", "about", "10", "“", "”", "is said to", "\n"]), max_size=30)
)
def test_a_hedge_lies_in_its_scope_and_the_scope_in_a_sentence(words: list[str]):
    text = " ".join(words)
    for hedge in read(text):
        assert hedge.scope.covers(hedge.span) or hedge.scope.overlaps(hedge.span)
        assert 0 <= hedge.start < hedge.end <= len(text)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str):
    read(text)
