"""Claims: which sentences ask to be checked, and who answers for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.annotate.attributions import attributions
from newslint.annotate.blocks import blocks
from newslint.annotate.claims import LEAST, claims
from newslint.annotate.dates import dates
from newslint.annotate.ignores import ignores
from newslint.annotate.quantities import quantities
from newslint.annotate.quoted import quoted
from newslint.annotate.quotes import quotes
from newslint.annotate.sentences import sentences
from newslint.document import Document
from newslint.mentions import Attribution, Block, Claim, DateMention, Ignore, Quantity, Quote, Quoted, Sentence

MAKERS = {
    Attribution: attributions,
    Block: blocks,
    Claim: claims,
    DateMention: dates,
    Ignore: ignores,
    Quantity: quantities,
    Quote: quotes,
    Quoted: quoted,
    Sentence: sentences,
}


def all_of(text: str) -> tuple[Claim, ...]:
    return Document("draft", text, makers=MAKERS).all(Claim)


def read(text: str) -> list[tuple[str, bool]]:
    return [(claim.span.of(text), claim.attributed) for claim in all_of(text)]


def score(text: str) -> float:
    return max((claim.score for claim in all_of(text)), default=0)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The firm closed 14 shops in Orlo.", {"figure", "event"}),
        ("Orlo joined the league on 4 May 2019.", {"date", "event"}),
        ("The mayor of Orlo was charged with fraud.", {"accusation", "event"}),
        ("The delay in Orlo was due to a burst dam in 2019.", {"cause", "date"}),
        ("Orlo is the oldest town in Harland.", {"superlative"}),
        ("Ann Lee will open the bridge in March.", {"forecast", "date"}),
    ],
)
def test_kinds(text: str, kinds: set[str]):
    (claim,) = all_of(text)
    assert set(claim.kinds) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Did the firm close 14 shops in Orlo?",
        "I think we should visit Orlo.",
        "Let us hope that Orlo wins.",
        "Perhaps he should leave.",
        "“The firm closed 14 shops in Orlo on 4 May,” he said.",
        "Cheese is a kind of food.",
        "It would be nice.",
    ],
)
def test_no_claim(text: str):
    assert not all_of(text)


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("Two hundred people were killed in Orlo on Monday.", "The people of the town met on the green."),
        ("Sales rose 12% to a record $4m in March.", "Sales were discussed at the meeting in Orlo in March."),
        ("He was arrested and charged with fraud in Leeds.", "He should perhaps think about it again in Leeds."),
        ("Two floods were caused by a burst dam.", "Two floods may have been."),
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
def test_a_claim_has_a_score_and_a_kind(text: str):
    assert all(LEAST <= claim.score <= 1 and claim.kinds for claim in all_of(text))
