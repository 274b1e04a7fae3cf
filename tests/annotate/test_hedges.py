"""Hedges: their kinds, what they soften, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.annotate.attributions import attributions
from newslint.annotate.blocks import blocks
from newslint.annotate.hedges import hedges
from newslint.annotate.hedges.vocabulary import ROWS
from newslint.annotate.ignores import ignores
from newslint.annotate.quoted import quoted
from newslint.annotate.quotes import quotes
from newslint.annotate.sentences import sentences
from newslint.document import Document
from newslint.mentions import Attribution, Block, Hedge, Ignore, Quote, Quoted, Sentence

MAKERS = {
    Attribution: attributions,
    Block: blocks,
    Hedge: hedges,
    Ignore: ignores,
    Quote: quotes,
    Quoted: quoted,
    Sentence: sentences,
}


def read(text: str) -> tuple[Hedge, ...]:
    return Document("draft", text, makers=MAKERS).all(Hedge)


@pytest.mark.parametrize(
    ("text", "hedge", "kind"),
    [
        ("He reportedly fled.", "reportedly", "evidential"),
        ("Reportedly, he fled.", "Reportedly", "evidential"),
        ("He is said to be ill.", "is said to", "evidential"),
        ("He is widely believed to be ill.", "is widely believed to", "evidential"),
        ("He appears to be ill.", "appears to", "evidential"),
        ("The mill is often considered a wonder.", "is often considered", "evidential"),
        ("The plan was considered by many to be dead.", "was considered", "evidential"),
        ("It is claimed that the mill burned.", "It is claimed", "evidential"),
        ("Legend has it that he drowned.", "Legend has it", "evidential"),
        ("He allegedly stole it.", "allegedly", "legal"),
        ("The alleged thief fled.", "alleged", "legal"),
        ("He was held on suspicion of theft.", "on suspicion of", "legal"),
        ("He will possibly go.", "possibly", "epistemic"),
        ("Rain is likely on Monday.", "likely", "epistemic"),
        ("It is unclear why.", "unclear", "epistemic"),
        ("The cause is unknown.", "unknown", "epistemic"),
        ("Police ruled out a possible attack.", "possible", "epistemic"),
        ("The board will decide whether to sell.", "whether", "epistemic"),
        ("He may go.", "may", "modal"),
        ("He might go.", "might", "modal"),
        ("It could rain.", "could", "modal"),
        ("The firm would open a plant in Orlo.", "would", "modal"),
        ("The bank plans to cut jobs.", "plans to", "modal"),
        ("He is expected to go.", "is expected", "modal"),
        ("The trial is due to begin on Monday.", "due to", "modal"),
        ("The bank is in talks to buy the mill.", "in talks to", "modal"),
        ("If the vote fails, he will go.", "If", "modal"),
        ("The proposed merger was dropped.", "proposed", "modal"),
        ("It cost about $20.", "about", "approximator"),
        ("It lasted nearly ten years.", "nearly", "approximator"),
        ("A year or so later it fell.", "or so", "approximator"),
        ("Some farmers left.", "Some", "approximator"),
        ("Many newly built hillside homes burned.", "Many", "approximator"),
        ("Most voters stayed at home.", "Most", "approximator"),
        ("A number of shops closed.", "A number of", "approximator"),
        ("It is one of the country's most feared gangs.", "one of the country's most", "approximator"),
        ("The figures suggest a fall.", "suggest", "attribution"),
        ("The army believes it will win.", "believes", "attribution"),
        ("Shares fell on worries about debt.", "worries about", "attribution"),
        ("Critics say the mill is unsafe.", "say", "attribution"),
        ("It was clearly wrong.", "clearly", "booster"),
        ("She is a well-known singer.", "well-known", "booster"),
    ],
)
def test_kinds(text: str, hedge: str, kind: str):
    assert (hedge, kind) in [(found.span.of(text), found.kind) for found in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "He left in May 2020, and on 4 May he came back.",
        "In May the army left.",
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
        "The flood was due to heavy rain.",
        "The fault was reported to the council.",
        "It was described by Mayor Ann Lee as a wonder.",
        "He would later become mayor.",
        "The most votes went to her.",
        "He came as soon as possible.",
        "He asked the clerk if the shop was open.",
        "It ended two years some time ago.",
        "There were as many as before.",
        "Ten stayed and two others left.",
        "She assumed office on Monday.",
        "The mayor of the unknown soldier's town spoke.",
    ],
)
def test_no_hedge(text: str):
    assert not read(text)


@pytest.mark.parametrize(
    ("text", "hedge", "scope"),
    [
        ("He allegedly stole the car on Monday.", "allegedly", "stole the car on Monday"),
        ("He allegedly stole the car, police said.", "allegedly", "stole the car"),
        ("He allegedly stole the car, but the court freed him.", "allegedly", "stole the car"),
        ("Reportedly, he fled to Orlo.", "Reportedly", "he fled to Orlo"),
        ("He fled to Orlo, reportedly.", "reportedly", "He fled to Orlo"),
        ("They feared a possible attack on the base.", "possible", "attack"),
        ("The alleged ring leader fled.", "alleged", "ring leader"),
        ("It killed about 20 people in Orlo.", "about", "20 people"),
        ("Some of the injured were minors.", "Some of", "the injured"),
        ("On Monday the mayor left, and the clerk is said to be ill.", "is said to", "the clerk is said to be ill"),
        ("The bank plans to cut jobs; the union is angry.", "plans to", "cut jobs"),
        ("The army left on Monday, but the mayor may stay; nobody knows.", "may", "stay"),
    ],
)
def test_what_is_softened(text: str, hedge: str, scope: str):
    assert [found.scope.of(text) for found in read(text) if found.span.of(text) == hedge] == [scope]


def test_a_word_has_one_sense():
    heads = [(row.kind, head, row.rest, row.unless) for row in ROWS for head in row.heads.split()]
    assert len(heads) == len(set(heads))
    assert all(head == head.lower() and head.isalpha() for _, head, _, _ in heads)


@given(
    st.lists(st.sampled_from(["may", "possibly", ",", "but", ";", ".", "about", "10", "“", "”", "is said to", "\n"]), max_size=30)
)
def test_a_hedge_and_its_scope_lie_in_a_sentence(words: list[str]):
    text = " ".join(words)
    doc = Document("draft", text, makers=MAKERS)
    for hedge in doc.all(Hedge):
        assert any(one.span.covers(hedge.span) and one.span.covers(hedge.scope) for one in doc.all(Sentence))
        assert hedge.start < hedge.end
        assert hedge.scope.of(text).strip() == hedge.scope.of(text) != ""


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str):
    found = read(text)
    assert list(found) == sorted(found, key=lambda hedge: hedge.span)
