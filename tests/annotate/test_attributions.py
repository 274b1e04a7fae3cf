"""Attributions: source, cue, content and kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.annotate.attributions import attributions
from newslint.annotate.blocks import blocks
from newslint.annotate.ignores import ignores
from newslint.annotate.quoted import quoted
from newslint.annotate.quotes import quotes
from newslint.annotate.sentences import sentences
from newslint.document import Document
from newslint.mentions import Attribution, Block, Ignore, Quote, Quoted, Sentence
from tests.growth import calls

MAKERS = {Attribution: attributions, Block: blocks, Ignore: ignores, Quote: quotes, Quoted: quoted, Sentence: sentences}


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
         "that it was safe"),
        ("Jane Roe, a professor at Yale, told AFP that it was safe.", "Jane Roe, a professor at Yale", "told",
         "that it was safe"),
        ("Roe told reporters in Leeds on Monday that it was safe.", "Roe", "told", "that it was safe"),
        ("Roe said in a note: “It is safe.”", "Roe", "said", "“It is safe.”"),
        ("Roe spoke of a plan that would fail.", "Roe", "spoke", "of a plan that would fail"),
        ("Roe praised the plan and said it was safe.", "Roe", "praised", "the plan"),
        ("Roe said it was safe; the bridge fell.", "Roe", "said", "it was safe"),
        ("Roe said it was safe, according to the Herald.", "Roe", "said", "it was safe"),
        ("Roe said it was safe and warned of floods.", "Roe", "said", "it was safe"),
        ("Roe said that the bridge and the road were safe.", "Roe", "said", "that the bridge and the road were safe"),
        ("Roe said the bridge was ``very safe'' then.", "Roe", "said", "the bridge was ``very safe'' then"),
        ("``It is safe,'' Roe said.", "Roe", "said", "``It is safe,''"),
        ("It was safe, the mayor has revealed Friday.", "the mayor", "revealed", "It was safe"),
        ("It was safe, the mayor revealed on Friday.", "the mayor", "revealed", "It was safe"),
        ("The mayor issued a statement saying he would go.", "The mayor", "saying", "he would go"),
        ("A film showed Jane Roe saying she would go.", "Jane Roe", "saying", "she would go"),
        ("Speaking in Leeds, Roe stood up, saying he would go.", "Roe", "saying", "he would go"),
        ("Roe is confident that it is safe.", "Roe", "confident", "that it is safe"),
        ("They were very optimistic that it was safe.", "They", "optimistic", "that it was safe"),
        ("The mayor seemed convinced it was safe.", "The mayor", "convinced", "it was safe"),
        ("They’re worried about the bridge.", "They", "worried", "about the bridge"),
        ("It was safe, according to more reports via the Herald.", "the Herald", "according to", "It was safe"),
        ("It was safe, Roe said, adding that it was old.", "Roe", "said", "It was safe"),
        ("She asked him on Monday whether it was safe.", "She", "asked", "whether it was safe"),
        ("Roe said on Monday the bridge was safe.", "Roe", "said", "the bridge was safe"),
        ("The mayor, who praised the “old” bridge, said it was safe.", "The mayor", "praised", "the “old” bridge"),
        ("Roe praised the “old” bridge, the Herald has revealed Friday.", "Roe", "praised", "the “old” bridge"),
        ("Roe left, calling it “old”, according to the Herald.", "Roe", "calling", "it “old”"),
        ("“It is safe,” Roe shot back.", "Roe", "shot back", "“It is safe,”"),
        ("The Herald said the mayor called it “old”.", "the mayor", "called", "it “old”"),
        ("Roe backed the “very old” bridge.", "Roe", "backed", "the “very old” bridge"),
        ("According to the Herald, Roe thanked them for “a good deed”.", "Roe", "thanked", "them for “a good deed”"),
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
        ("Roe pointed out that it was safe.", "Roe", "pointed out", "that it was safe"),
        ("A study found that it was safe.", "A study", "found", "that it was safe"),
        ("So says Jane Roe.", "Jane Roe", "says", "So"),
        ("As Roe put it, the bridge is safe.", "Roe", "put it", "the bridge is safe"),
        ("In an interview on “Good Morning Leeds,” Roe denied that it was safe.", "Roe", "denied", "that it was safe"),
        ("As head of the council, Roe spoke of a new bridge.", "Roe", "spoke", "of a new bridge"),
        ("The bridge is safe, Roe said of the crossing.", "Roe", "said", "The bridge is safe"),
        ("His claim that it was safe was wrong.", "His", "claim", "that it was safe was wrong"),
        ("The mayor's warning that it would fall came late.", "The mayor", "warning", "that it would fall came late"),
        ("She made the argument that it was safe.", "She", "argument", "that it was safe"),
        ("In the mayor’s view, the bridge is safe.", "the mayor", "view", "the bridge is safe"),
        ("The bridge, in her words, is safe.", "her", "words", "The bridge"),
        ("Roe rejected the plan.", "Roe", "rejected", "the plan"),
        ("Roe weighed in on the plan.", "Roe", "weighed in", "on the plan"),
        ("“It is safe.” Roe said.", "Roe", "said", "“It is safe.”"),
        ("Roe said this:\n\n“It is safe.”", "Roe", "said", "“It is safe.”"),
        ("The senator slammed the plan as a waste of money.", "The senator", "slammed", "the plan as a waste of money"),
        ("Critics dubbed him a fraud.", "Critics", "dubbed", "him a fraud"),
        ("“I am here,” she nodded.", "she", "nodded", "“I am here,”"),
        ("She was hitting back at the plan.", "She", "hitting back", "at the plan"),
        ("According to the Ministry of Works (MoW), the plan costs £4m.", "the Ministry of Works", "according to",
         "the plan costs £4m"),
        ("According to the Ministry (once the Board, the town's own), it failed.", "the Ministry", "according to", "it failed"),
        ("According to the council's leader, Jane Roe, ten people were hurt.", "the council's leader, Jane Roe", "according to",
         "ten people were hurt"),
        ("According to the mayor, Jane Roe, a clerk, was hurt.", "the mayor", "according to", "Jane Roe, a clerk, was hurt"),
        ("According to the mayor, Jane Roe, 43, was hurt.", "the mayor", "according to", "Jane Roe, 43, was hurt"),
        ("According to the mayor, Jane Roe was hurt.", "the mayor", "according to", "Jane Roe was hurt"),
        ("According to the report, Jane Roe, who fell, was hurt.", "the report", "according to",
         "Jane Roe, who fell, was hurt"),
        ("According to the mayor, Leeds, York and Bath were hit.", "the mayor", "according to", "Leeds, York and Bath were hit"),
        ("Talks with Mill Lane plc collapsed on Monday, the union's leader, Ann Roe, said.", "the union's leader, Ann Roe",
         "said", "Talks with Mill Lane plc collapsed on Monday"),
        ("The claim that it was late was rejected by Jane Roe.", "Jane Roe", "rejected", "The claim that it was late"),
        ("Roe blasted the plan on a call as “wrong”.", "Roe", "blasted", "the plan on a call as “wrong”"),
        ("She warned that growth could be threatened by strikes.", "She", "warned",
         "that growth could be threatened by strikes"),
        ("His claim that it was late has since been denied.", "His", "claim", "that it was late"),
        ("His claims that it was late were denied.", "His", "claims", "that it was late"),
        ("His claim that he had been told was denied.", "His", "claim", "that he had been told"),
        ("His claim that the bridge was closed came late.", "His", "claim", "that the bridge was closed came late"),
        ("His claim that it was a plan the town has rejected spread.", "His", "claim",
         "that it was a plan the town has rejected spread"),
        ("His claim that it was old and was closed spread.", "His", "claim", "that it was old and was closed spread"),
        ("His claim that a man who was late was shot spread.", "His", "claim", "that a man who was late was shot spread"),
        ("The bridge was safe, the mayor hopes.", "the mayor", "hopes", "The bridge was safe"),
        ("She learned the plan had failed.", "She", "learned", "the plan had failed"),
        ("He added 20 people had died.", "He", "added", "20 people had died"),
        ("“It is safe,” added a Leeds nurse.", "a Leeds nurse", "added", "“It is safe,”"),
        ("She did not endorse the plan as “fair”.", "She", "endorse", "the plan as “fair”"),
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
        "Leeds and York have strongly supported each other.",
        "The plan was opposed by the town.",
        "The town welcomed the guests.",
        "She won the seat, boosting her Oscar hopes.",
        "The award for the best song went to Roe.",
        "The bank added $18 million to its loan reserves.",
        "She added a new title to her list.",
        "The ship turned back, intending to land.",
        "She did not endorse another candidate.",
        "Many learn the finer points of chess.",
        "The firm submitted the bid on Monday.",
        "She sang a song.",
        "Roe maintains a wide lead.",
        "The car slammed into a wall.",
        "The officers found the child.",
        "Doe added 25 points to the tally.",
        "He is certain to go.",
        "It is certain that he will go.",
        "He was confirmed on Monday.",
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
        ("The F.B.I. said it was safe.", "body"),
        ("Seoul said it was safe.", "body"),
        ("It was safe, Downing Street said.", "body"),
        ("The White House said it was safe.", "body"),
        ("The Guardian said it was safe.", "body"),
        ("The American Legion said it was safe.", "body"),
        ("It was safe, according to a Morning Consult Poll.", "document"),
        ("Donald J. Roe said it was safe.", "named"),
        ("Brian Roe said it was safe.", "named"),
        ("The Rev. Jane Roe said it was safe.", "named"),
        ("Jane Roe, a writer for ABC News, said it was safe.", "named"),
        ("The former mayor Michael Bloomberg said it was safe.", "named"),
        ("FBI Director Jane Roe said it was safe.", "named"),
        ("Investors said it was safe.", "vague"),
        ("The death was confirmed on Monday.", "agentless"),
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


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Other experts at Yale, however, said it was safe.", "Other experts at Yale"),
        ("The team from Leeds then said it was safe.", "The team from Leeds"),
        ("Roe, meanwhile, said it was safe.", "Roe"),
        ("Roe, during a visit to Leeds, said it was safe.", "Roe"),
        ("Jane Roe, a nurse, said it was safe.", "Jane Roe, a nurse"),
        ("“We won,” said Jane Roe of the Leeds–York Trust.", "Jane Roe of the Leeds–York Trust"),
        ("A Feb. 1 letter from the mayor said it was safe.", "A Feb. 1 letter from the mayor"),
        ("They built a road, a deployment South Korean spies believe will grow.", "South Korean spies"),
        ("They wanted an arrangement the council said was safe.", "the council"),
        ("He’s said it was safe.", "He"),
        ("Hurt by the talks, the union's leader, Ann Roe, said it was safe.", "the union's leader, Ann Roe"),
        ("The talks failed, the mayor of Leeds, Ann Roe, said.", "the mayor of Leeds, Ann Roe"),
        ("Roe, the mayor of Leeds, Yorkshire, said it was safe.", "Roe, the mayor of Leeds, Yorkshire"),
    ],
)
def test_bounds_of_a_source(text: str, source: str):
    assert source in [attribution.source.of(text) for attribution in read(text) if attribution.source]


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("Roe said it was safe. He had seen it. The town slept.", "He had seen it."),
        ("Roe said it was safe. But in June, she had left. Her son stayed.", "But in June, she had left. Her son stayed."),
        ("A report said it was safe. The report was long. It had maps.", "The report was long. It had maps."),
        ("The ministry said it was safe. It had looked.", "It had looked."),
        ("“It is safe,” Roe said. “It is old.”", "“It is old.”"),
        ("Roe said it was safe. The bridge is old.", None),
        ("Roe said it was safe. It had been built in June.", None),
        ("The ministry said it was safe. He had looked.", None),
        ("The ministry said it was safe. It is late.", None),
        ("A report said it was safe. The letter was long.", None),
        ("Roe said it was safe.\n\nHe had seen it.", None),
        ("Roe said it was safe. He warned of floods.", None),
        ("Reports say it is safe. They are old.", None),
    ],
)
def test_the_sentences_that_a_source_answers_for(text: str, carried: str | None):
    first = read(text)[0]
    assert (first.carried.of(text) if first.carried else None) == carried


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Roe’s campaign said it was safe.", ["Jane Roe’s campaign"]),
        ("Ayşe Şimşek came. Şimşek said it was safe.", ["Ayşe Şimşek"]),
        ("Édith Őri came. Őri said it was safe.", ["Édith Őri"]),
        ("The élite Roe came. Roe said it was safe.", ["Roe"]),
        ("The talks failed, the union's leader, Ann Roe, said.", ["Ann Roe"]),
        ("According to the council's leader, Jane Roe, ten were hurt.", ["Jane Roe"]),
        ("A letter from Jane Roe came. The letter said it was safe.", ["Jane Roe"]),
        ("Jane Roe's new letter came. The letter said it was safe.", ["Jane Roe"]),
        ("The letter said it was safe. A letter from Jane Roe came. The letter said it was late.", ["The letter", "Jane Roe"]),
        ("A memo from Jane Roe came. The letter said it was safe.", ["The letter"]),
        ("North Korean state media said it was safe.", ["North Korean state media"]),
        ("Jane Roe came. Roe and Doe said it was safe.", ["Roe and Doe"]),
        ("The council said it was safe. It added that it was old.", ["The council", "The council"]),
        ("The council said it was safe, and the Herald agreed that it was. It added that it was old.",
         ["The council", "the Herald", "It"]),
        ("Jane Roe came home.\n\nShe said it was safe.", ["Jane Roe"]),
        ("Jane Roe met Ann Doe.\n\nShe said it was safe.", ["She"]),
        ("Russian President Ivan Roe met the Polish leader Jan Doe. The Russian leader said it was safe.", ["Ivan Roe"]),
        ("President Ivan Roe met the Polish leader Jan Doe. The Russian leader said it was safe.", ["The Russian leader"]),
        ("Jane Roe said that Ann Doe had left.\n\n“It is late,” she said.", ["Jane Roe", "Jane Roe"]),
        ("Jane Roe said it was late. Ann Doe left.\n\n“It is late,” she said.", ["Jane Roe", "she"]),
        ("Jane Roe said it was late. Jack Doe left.\n\n“It is late,” she said.", ["Jane Roe", "Jane Roe"]),
        ("Mr. Doe knows Kim Roe and Lee Doe. “It is late,” she said.", ["Kim Roe"]),
        ("Jane Roe said it was late. A nurse said it was not.\n\n“It is late,” she said.", ["Jane Roe", "A nurse", "she"]),
        ("North Carolina and the Climate Initiative met.\n\nHe said it was late.", ["He"]),
        ("Former Secretary of State Jane Roe said it was safe.", ["Jane Roe"]),
        ("A spokesman, John Doe, said it was safe. John Doe left.", ["John Doe"]),
    ],
)  # fmt: skip
def test_full_names(text: str, names: list[str]):
    assert [attribution.source_name for attribution in read(text)] == names


@pytest.mark.parametrize(
    "sentence",
    ["The report said it was so. ", "The letter said it was so. Jane Roe left Leeds. ", "He said it was so. ",
     "The council said so. It said it was so. "],
)  # fmt: skip
def test_four_times_the_text_is_four_times_the_calls(sentence: str):
    def steps(times: int) -> int:
        doc = Document("draft", sentence * times, makers=MAKERS)
        doc.all(Quote)
        return calls(lambda: doc.all(Attribution)).total()

    steps(10)
    assert steps(800) < 5 * steps(200)


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
        if attribution.carried:
            assert attribution.span.end <= attribution.carried.start < attribution.carried.end <= len(text)
        for part in (attribution.cue, attribution.source, attribution.content):
            assert part is None or (len(part) and attribution.span.covers(part))


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str):
    read(text)
