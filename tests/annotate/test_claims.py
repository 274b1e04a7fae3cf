"""Claims: which sentences ask to be checked, and who answers for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.annotate.attributions import attributions
from newslint.annotate.blocks import blocks
from newslint.annotate.claims import LEAST, claims, score
from newslint.annotate.ignores import ignores
from newslint.annotate.quotes import quotes
from newslint.annotate.sentences import sentences
from newslint.document import Document
from newslint.mentions import Attribution, Block, Claim, Ignore, Quote, Sentence

MAKERS = {Attribution: attributions, Block: blocks, Claim: claims, Ignore: ignores, Quote: quotes, Sentence: sentences}


def read(text: str) -> list[tuple[str, bool]]:
    return [(claim.span.of(text), claim.attributed) for claim in Document("draft", text, makers=MAKERS).all(Claim)]


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("Two hundred people were killed in Orlo on Monday.", "The people of the town met on the green."),
        ("Sales rose 12% to a record $4m in March.", "Sales were discussed at the meeting."),
        ("He was arrested and charged with fraud in Leeds.", "He should perhaps think about it again."),
        ("Two floods were caused by a burst dam.", "Were two floods caused by a burst dam?"),
    ],
)
def test_what_can_be_checked_scores_higher(more: str, less: str):
    assert score(more) > score(less)
    assert score(more) >= LEAST


def test_a_source_answers_for_its_sentence_and_for_the_pronoun_that_follows():
    text = "The mayor said 20 people were killed in Orlo. He put the dead of last year at 12. In Leeds 14 people were killed."
    assert [said for _, said in read(text)] == [True, True, False]


def test_a_source_does_not_answer_for_the_next_paragraph():
    text = "The mayor said 20 people were killed in Orlo.\n\nHe was then killed himself by a bomb in 2019."
    assert [said for _, said in read(text)] == [True, False]


def test_nobody_in_particular_answers_for_nothing():
    assert read("Reports say 20 people were killed in Orlo.") == [("Reports say 20 people were killed in Orlo.", False)]


@given(st.text(max_size=200))
def test_scores_lie_between_nought_and_one(text: str):
    assert 0 <= score(text) <= 1
    read(text)
