"""Attributions: source, cue, content and kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.annotate.attributions import attributions
from newslint.annotate.blocks import blocks
from newslint.annotate.ignores import ignores
from newslint.annotate.quotes import quotes
from newslint.annotate.sentences import sentences
from newslint.document import Document
from newslint.mentions import Attribution, Block, Ignore, Quote, Sentence

MAKERS = {Attribution: attributions, Block: blocks, Ignore: ignores, Quote: quotes, Sentence: sentences}


def read(text: str) -> tuple[Attribution, ...]:
    return Document("draft", text, makers=MAKERS).all(Attribution)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said the town was safe.", "The mayor", "said", "the town was safe"),
        ("The town was safe, the mayor said.", "the mayor", "said", "The town was safe"),
        ("The town was safe, said the mayor.", "the mayor", "said", "The town was safe"),
        ("The town is safe, Leeds has said.", "Leeds", "said", "The town is safe"),
        ("The mayor, who was born in Leeds, said in June that it was safe.", "The mayor, who was born in Leeds", "said",
         "in June that it was safe"),
        ("Jane Roe, a professor at Yale, told AFP that it was safe.", "Jane Roe, a professor at Yale", "told",
         "AFP that it was safe"),
        ("On Monday, police in Leeds warned of floods.", "police in Leeds", "warned", "of floods"),
        ("According to Jane Roe, the town was safe.", "Jane Roe", "according to", "the town was safe"),
        ("The town was safe, according to the ministry.", "the ministry", "according to", "The town was safe"),
        ("The mayor was praised by the king.", "the king", "praised", "The mayor"),
        ("He was quoted as saying he would go.", "He", "quoted", "as saying he would go"),
        ("The army left, Reuters reported on Monday, citing aides.", "Reuters", "reported", "The army left"),
        ("Roe has since confirmed that he will go.", "Roe", "confirmed", "that he will go"),
        ("Officials claim the bridge is safe.", "Officials", "claim", "the bridge is safe"),
        ("As the Guardian reported, the bridge is safe.", "the Guardian", "reported", "the bridge is safe"),
        ("“It is safe,” Roe added.", "Roe", "added", "“It is safe,”"),
        ("Roe pointed out that it was safe.", "Roe", "pointed", "out that it was safe"),
        ("A study found that it was safe.", "A study", "found", "that it was safe"),
        ("So says Jane Roe.", "Jane Roe", "says", "So"),
        ("As Roe put it, the bridge is safe.", "Roe", "put", "the bridge is safe"),
        ("In an interview on “Good Morning Leeds,” Roe denied that it was safe.", "Roe", "denied", "that it was safe"),
        ("As head of the council, Roe spoke of a new bridge.", "Roe", "spoke", "of a new bridge"),
        ("The bridge is safe, Roe said of the crossing.", "Roe", "said", "The bridge is safe"),
        ("His claim that it was safe was wrong.", "His", "claim", "that it was safe was wrong"),
        ("The mayor's warning that it would fall came late.", "The mayor", "warning", "that it would fall came late"),
        ("She made the argument that it was safe.", "She", "argument", "that it was safe"),
        ("In the mayor’s view, the bridge is safe.", "the mayor", "view", "the bridge is safe"),
        ("The bridge, in her words, is safe.", "her", "words", "The bridge"),
        ("Roe rejected the plan.", "Roe", "rejected", "the plan"),
        ("Roe weighed in on the plan.", "Roe", "weighed", "in on the plan"),
        ("“It is safe.” Roe said.", "Roe", "said", "“It is safe.”"),
        ("Roe said this:\n\n“It is safe.”", "Roe", "said", "“It is safe.”"),
    ],
)  # fmt: skip
def test_source_cue_and_content(text: str, source: str, cue: str, content: str):
    first = next(a for a in read(text) if a.cue.of(text).lower() == cue)
    assert first.source is not None
    assert first.content is not None
    assert (first.source.of(text), first.content.of(text)) == (source, content)
    assert first.span.covers(first.cue)
    assert first.span.covers(first.content)


@pytest.mark.parametrize(
    "text",
    [
        "His claims were false.",
        "The report was long.",
        "They published the reported figures.",
        "She has a new post at the bank.",
        "The United States and other states met.",
        "He found himself in Leeds.",
        "Pledged money has not come.",
        "They walked like kings.",
        "“He said he would go.”",
        "He wants to say nothing.",
        "The state of the bridge is poor.",
        "The Washington Post lost readers yesterday.",
        "The bill that passed was long.",
        "Her plan was good.",
        "He lost the will to go on to the end.",
        "The race to the top and the contest for the seat went on.",
    ],
)
def test_not_an_attribution(text: str):
    assert not read(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jane Roe said it was safe.", "named"),
        ("She said it was safe.", "named"),
        ("The mayor said it was safe.", "named"),
        ("Police said it was safe.", "body"),
        ("The ministry said it was safe.", "body"),
        ("NASA said it was safe.", "body"),
        ("It was safe, the company said.", "body"),
        ("A report by the council says it is safe.", "document"),
        ("It was safe, according to a new study.", "document"),
        ("A senior official said it was safe.", "anonymous"),
        ("People familiar with the talks say it is safe.", "anonymous"),
        ("It was safe, two government sources said.", "anonymous"),
        ("Reports say it is safe.", "vague"),
        ("It is safe, according to local media reports.", "vague"),
        ("Experts warn that it is not safe.", "vague"),
        ("Some experts warn that it is not safe.", "vague"),
        ("It is safe, many think.", "vague"),
        ("Chinese analysts say it is safe.", "vague"),
        ("Goldman analysts say it is safe.", "named"),
        ("The experts say it is safe.", "named"),
        ("Experts at Leeds University say it is safe.", "named"),
        ("It is believed that he fled.", "agentless"),
        ("He is said to be in Leeds.", "agentless"),
        ("They mourned the soldiers said to have died.", "agentless"),
        ("No details were given of the talks.", "agentless"),
        ("He was accused of theft.", "agentless"),
        ("He was asked whether he would go.", "agentless"),
        ("Asked if he would go, he left.", "agentless"),
        ("He is expected to go.", "agentless"),
        ("It was alleged that he fled.", "agentless"),
        ("The claim that it is safe is old.", "agentless"),
        ("There were calls for a new bridge.", "agentless"),
    ],
)
def test_kinds(text: str, kind: str):
    assert kind in [attribution.kind for attribution in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "He was told to go.",
        "The theft was reported to the police.",
        "It was not thought to be a danger.",
        "No details were given by the army.",
        "He said to be careful.",
    ],
)
def test_nothing_hidden(text: str):
    assert all(attribution.kind != "agentless" for attribution in read(text))


def test_the_cue_of_what_is_hidden_is_the_whole_phrase():
    text = "It is widely believed that he fled. He was last month reported to be ill."
    assert next(a.cue.of(text) for a in read(text)) == "It is widely believed that"


WORDS = ["he", "Jane", "said", "the", "report", ",", "according", "to", "who", "that", "and", ".", "“", "”", "is", "by", "(", ")",
         "told", "saying", "believed", ":", "Reports", "claim", "-", "as", "no", "details", "were", "given"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_spans_are_what_they_say(text: str):
    last = -1
    for attribution in read(text):
        assert attribution.span.start >= last
        last = attribution.span.start
        assert 0 <= attribution.span.start <= attribution.span.end <= len(text)
        if attribution.source:
            assert attribution.source_name
        for part in (attribution.cue, attribution.source, attribution.content):
            assert part is None or (len(part) and attribution.span.covers(part))


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str):
    read(text)
