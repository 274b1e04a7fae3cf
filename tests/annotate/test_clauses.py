"""Clauses: what a sentence states, piece by piece, and who says it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.mentions import Clause, Sentence
from tests.conftest import Read


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("The mill burned.", ["The mill burned"]),
        # conjunctions
        ("Fourteen people were killed and three hurt.", ["Fourteen people were killed", "and three hurt"]),
        ("He was arrested and charged with theft.", ["He was arrested", "and charged with theft"]),
        ("Men and women marched in Leeds and York.", ["Men and women marched in Leeds and York"]),
        ("The firm cut 200 jobs, but the bank grew.", ["The firm cut 200 jobs", "but the bank grew"]),
        ("Rain fell, trees fell, roads closed.", ["Rain fell", "trees fell", "roads closed"]),
        # what opens with "after" and the like, with a verb and without
        ("She left after the match.", ["She left after the match"]),
        ("She left after the match was stopped.", ["She left", "after the match was stopped"]),
        ("The two have since signed a treaty.", ["The two have since signed a treaty"]),
        ("He works as a nurse.", ["He works as a nurse"]),
        (
            "It was built when the council and the church ran the town.",
            ["It was built", "when the council and the church ran the town"],
        ),
        # relative clauses and participles, inside and at the end
        ("The firm, which employs 200 people, made $3m.", ["The firm / made $3m", "which employs 200 people"]),
        ("The firm, founded in 1990, made $3m.", ["The firm / made $3m", "founded in 1990"]),
        ("The chair of the council, Ann Roe, carried the letter.", ["The chair of the council, Ann Roe, carried the letter"]),
        ("A wall fell, killing two men.", ["A wall fell", "killing two men"]),
        ("Police met the men who ran the mill.", ["Police met the men", "who ran the mill"]),
        ("On Monday, the road was closed.", ["On Monday, the road was closed"]),
        # marks
        ("He fled; police followed.", ["He fled", "police followed"]),
        ("The plan – twice as dear – was dropped.", ["The plan – twice as dear – was dropped"]),
        ("The talks end at 10:30 today.", ["The talks end at 10:30 today"]),
        # who says it
        ("Police said that two men were held.", ["[Police said]", "that two men were held"]),
        ("Police said on Monday two men were held.", ["[Police said on Monday]", "two men were held"]),
        ("Two men were held, according to police.", ["Two men were held", "[according to police]"]),
        ("The minister, police said, was held.", ["The minister / was held", "[police said]"]),
        ("It is understood that the mill was sold.", ["[It is understood that]", "the mill was sold"]),
        ("Roe thanked them, adding that the work was done.", ["Roe thanked them", "[adding]", "that the work was done"]),
        ("He said they come as a reminder.", ["[He said]", "they come as a reminder"]),
        ("The man was held, police told reporters.", ["The man was held", "[police told reporters]"]),
        ("Out of 23 arrested men, 12 are from Leeds.", ["Out of 23 arrested men, 12 are from Leeds"]),
        ("The mayor praised the men.", ["The mayor praised the men"]),
        ("The mayor announced a deal.", ["The mayor announced a deal"]),
        ("“The mill is old, and it is sold,” Roe said.", ["“The mill is old, and it is sold,”", "[Roe said]"]),
    ],
)
def test_a_sentence_comes_apart(read: Read, text: str, clauses: list[str]) -> None:
    doc = read(text)
    said = [" / ".join(part.of(text) for part in clause.parts) for clause in doc.all(Clause)]
    shown = [f"[{words}]" if clause.kind == "attribution" else words for words, clause in zip(said, doc.all(Clause), strict=True)]
    assert shown == clauses


@pytest.mark.parametrize(
    ("text", "attributed"),
    [
        ("Police said that a man was shot and a boy hurt.", [True, True]),
        ("A man was shot, according to police, and the road is closed.", [True, False]),
        ("A man was shot.", [False]),
        ("The mayor praised the men who built the mill.", [False, False]),
        ("The man, police said, was shot.", [True]),
        ("Ann Roe said the mill was sold. She will leave in May.", [True, True]),
        ("Ann Roe said the mill was sold. The road is closed.", [True, False]),
    ],
)
def test_who_answers_for_it(read: Read, text: str, attributed: list[bool]) -> None:
    found = [bool(clause.attributions) for clause in read(text).all(Clause) if clause.kind != "attribution"]
    assert found == attributed


def test_the_words_of_an_interrupted_clause(read: Read) -> None:
    text = "The firm, which employs  200 people, made  $3m."
    assert read(text).all(Clause)[0].words(text) == "The firm made $3m"


WORDS = [
    "the",
    "mill",
    "and",
    ",",
    "was",
    "sold",
    "who",
    ";",
    "said",
    "Roe",
    "that",
    "“",
    "”",
    "–",
    "after",
    "hurt",
    ".",
    "\n\n",
    "It",
]


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_clauses_lie_in_their_sentences_and_never_share_a_word(read: Read, words: list[str]) -> None:
    doc = read(" ".join(words))
    sentences = {sentence.span for sentence in doc.all(Sentence)}
    parts = sorted(part for clause in doc.all(Clause) for part in clause.parts)
    assert all(clause.sentence in sentences and clause.sentence.covers(clause.span) for clause in doc.all(Clause))
    assert all(one.end <= two.start for one, two in pairwise(parts))
