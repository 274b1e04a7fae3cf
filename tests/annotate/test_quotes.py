"""Quotations: where they begin and end, what kind they are and who speaks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.annotate.blocks import blocks
from newslint.annotate.ignores import ignores
from newslint.annotate.quoted import quoted
from newslint.annotate.quotes import quotes
from newslint.annotate.sentences import sentences
from newslint.document import Document
from newslint.linter import Linter
from newslint.mentions import Block, Ignore, Quote, Quoted, Sentence
from newslint.spans import Span


def read(text: str) -> tuple[Quote, ...]:
    return Document(
        "draft", text, makers={Block: blocks, Ignore: ignores, Sentence: sentences, Quote: quotes, Quoted: quoted}
    ).all(Quote)


def found(text: str) -> list[str]:
    return [quote.span.of(text) for quote in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We won," he said.', ["We won,"]),
        ("“We won,” he said. “At last.”", ["We won,", "At last."]),
        ("‘We won,’ he said.", ["We won,"]),
        ("'We won,' he said. 'It's ours.'", ["We won,", "It's ours."]),
        ("«We won», he said.", ["We won"]),
        ("„We won“, he said.", ["We won"]),
        ("''We won,'' he said.", ["We won,"]),
        ("‘‘We won,’’ he said.", ["We won,"]),
        (",,We won,'' he said.", ["We won,"]),
        ("« We won », he said.", ["We won"]),
        ("»We won«, he said.", ["We won"]),
        ("‹We won›, he said.", ["We won"]),
        ("‚We won‘, he said.", ["We won"]),
        ("„He said ‚no‘ twice“, she said.", ["He said ‚no‘ twice"]),
        ("「我们赢了」, he said.", ["我们赢了"]),
        ("「『はい』と言った」, he said.", ["『はい』と言った"]),
        ("'I'm goin' home,' he said.", ["I'm goin' home,"]),
        ("``We won,'' he said.", ["We won,"]),
        ("“She told me ‘no’ twice,” he said.", ["She told me ‘no’ twice,"]),
        ("‘She told me “no” twice,’ he said.", ["She told me “no” twice,"]),
        ("“She told me “no” twice,” he said.", ["She told me “no” twice,"]),
        ("\"She told me 'no',\" he said.", ["She told me 'no',"]),
        ("“It [the “plan”] failed,” he said.", ["It [the “plan”] failed,"]),
        ('"We were—" he began. "We lost."', ["We were—", "We lost."]),
        ("'The boys' den is ours,' he said.", ["The boys' den is ours,"]),
        ("the 'old boys' network", ["old boys"]),
        ("'A', 'B' and 'C' were shut.", ["A", "B", "C"]),
        ('He is 6\'2" tall, "a giant", they say.', ["a giant"]),
        ('"I am 6\'2" tall," she said.', ["I am 6'2\" tall,"]),
    ],
)
def test_marks(text: str, expected: list[str]):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The players' union and the boys' club met in the town's hall.",
        "Rock 'n' roll in the '90s, the class of '68 and 'tis the season.",
        'He is 6\'2" tall and has a 5" nail.',
        "It’s the players’ fault, isn’t it?",
        "Mr O'Neill's dog ran off.",
        "The ‘90s were long.",
        "« Previous page",
        "Next page »",
    ],
)
def test_no_marks(text: str):
    assert found(text) == []


def test_a_quotation_of_several_paragraphs():
    text = "He said: “We won.\n\n“We are proud.\n\n“We rest.”\n\nShe left."
    assert [(quote.span.of(text), quote.continued) for quote in read(text)] == [
        ("We won.", False),
        ("We are proud.", True),
        ("We rest.", True),
    ]
    assert {quote.speaker_name for quote in read(text)} == {"He"}


def test_the_speaker_named_at_the_end_of_it_speaks_from_its_start():
    text = "Acme said so.\n\n“We came.\n\n“We sat down.\n\n“Then we left,” Jane Doe said.\n\n“I stayed,” said John Roe."
    assert [quote.speaker_name for quote in read(text)] == ["Jane Doe", "Jane Doe", "Jane Doe", "John Roe"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "“No,” said Ms Lee.\n\n> The pay offer stands.\n>\n> — Tom Ward, managing director\n\nShe left."),
        (
            "a.html",
            "<p>“No,” said Ms Lee.</p><blockquote><p>The pay offer stands.</p><cite>Tom Ward, director</cite></blockquote>",
        ),
        ("a.html", "<p>“No,” said Ms Lee.</p><blockquote><p>The pay offer stands.</p><p>– Tom Ward</p></blockquote>"),
    ],
)
def test_the_line_below_a_block_quotation_says_whose_it_is(linter: Linter, name: str, text: str):
    doc = linter.parse(Path(name), text.encode()).reading
    spoken = [(quote.span.of(doc.text), quote.speaker_name) for quote in doc.all(Quote)]
    assert spoken == [("No,", "Ms Lee"), ("The pay offer stands.", "Tom Ward")]


def test_a_block_quotation_needs_no_marks():
    text = "Roe wrote to all households:\n\n> We won. We rest.\n\nShe left."
    assert [(quote.span.of(text), quote.kind, quote.speaker_name) for quote in read(text)] == [
        ("We won. We rest.", "speech", "Roe")
    ]


def test_an_open_mark_stays_in_its_paragraph():
    text = "He said “we won and left.\n\nShe stayed.\n\nThey “rested”."
    assert found(text) == ["we won and left.", "rested"]
    assert read(text)[0].outer.end == read(text)[0].end


def test_an_open_mark_ends_at_the_next():
    assert found('"We won, he said. "It was great."') == ["We won, he said.", "It was great."]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We won the match,” he said.", "speech"),
        ("He said: “We won the match.”", "speech"),
        ("“No,” he said.", "speech"),
        ("He called it “a very long day”.", "partial"),
        ("He spoke of “bonds of friendship” between them.", "partial"),
        ("He called it “heroic”.", "scrap"),
        ("They met to “reaffirm” their ties.", "scrap"),
        ("The plan is known as “the long way home”.", "scrap"),
        ("Dwayne “The Rock” Johnson was there.", "scrap"),
        ("She wrote the novel “A long way home”, which sold well.", "partial"),
        ("She wrote the novel “A Long Way Home”, which sold well.", "title"),
        ("They all sang “Songs From the Old Wood”.", "title"),
        ("“Make Leeds Great Again,” he said.", "speech"),
        ("“Make Leeds Great Again,” Jane Roe, the mayor, said.", "speech"),
        ("“Good Morning Leeds,” a show on the radio, is off.", "title"),
    ],
)
def test_kinds(text: str, kind: str):
    assert [quote.kind for quote in read(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“We won,” said Jane Roe, a spokeswoman.", "Jane Roe", "said"),
        ("“We won,” Jane Roe, a spokeswoman, said.", "Jane Roe, a spokeswoman", "said"),
        ("“We won,” the mayor of Leeds told reporters.", "the mayor of Leeds", "told"),
        ("Jane Roe, 43, said: “We won.”", "Jane Roe, 43", "said"),
        ("On Monday the minister praised the “heroic” troops.", "the minister", "praised"),
        ("According to KCNA, the letter spoke of “eternal bonds of friendship”.", "the letter", "spoke"),
        ("The letter was “warm and full of friendship”, according to KCNA.", "KCNA", "according to"),
        ("Roe: “We won.”", "Roe", ":"),
        ("The minister went to Paris, describing the talks as “long and very hard”.", "The minister", "describing"),
        ("The talks were described by the minister as “long and very hard”.", "the minister", "described"),
        ("“We won,” Roe said, “and we will win.”", "Roe", "said"),
        ("Roe thanked them for “a very good deed”, according to the Herald.", "Roe", "thanked"),
        ("The Herald reported Roe thanked them for “a very good deed”.", "Roe", "thanked"),
        ("Roe praised the act of the town as “heroic” and said he would go, according to the Herald.", "Roe", "praised"),
    ],
)
def test_speakers(text: str, speaker: str, cue: str):
    quotes = read(text)
    assert quotes
    for quote in quotes:
        assert quote.speaker is not None
        assert quote.cue is not None
        assert (quote.speaker.of(text), quote.cue.of(text)) == (speaker, cue)


def test_the_third_piece_of_a_broken_quotation_has_its_own_cue():
    text = "“We won,” he said, “at last,” he continued, “and they lost.”"
    assert [quote.cue.of(text) for quote in read(text) if quote.cue] == ["said", "continued", "continued"]


def test_a_speaker_is_carried_on_in_the_paragraph():
    text = "“We won,” said Roe. “We will win again.”\n\n“We lost,” said Doe."
    assert [quote.speaker_name for quote in read(text)] == ["Roe", "Roe", "Doe"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“We won,” Jane Roe, a spokeswoman, said.", ["Jane Roe"]),
        ("“We won,” said Jane Roe. “We rest,” she added.", ["Jane Roe", "Jane Roe"]),
        ("“We won,” said Jane Roe. “We rest,” Roe added.", ["Jane Roe", "Jane Roe"]),
        ("“We won,” said Mr John Doe. “We rest,” she added.", ["John Doe", "she"]),
        ("“We won,” said Jane Roe. Ann Doe came in. “We rest,” she added.", ["Jane Roe", "she"]),
        ("The party left it to its leader, Jane Roe. “We won,” the leader said.", ["Jane Roe"]),
        ("The minister Jane Roe met the minister John Doe. “We won,” the minister said.", ["the minister"]),
        ("A letter from Jane Roe came. “We won,” the letter said.", ["Jane Roe"]),
        ("“We won,” Jane Roe said in a statement. “We rest,” the statement said.", ["Jane Roe", "Jane Roe"]),
        ("“We won,” the letter said.", ["the letter"]),
        ("Jane Roe and Mary Roe came. “We won,” Roe said.", ["Roe"]),
    ],
)
def test_names_behind_the_words(text: str, names: list[str]):
    assert [quote.speaker_name for quote in read(text)] == names


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“We won.” Jane Roe said.", ["Jane Roe"]),
        ("“We won,” said Roe.\n\n“We will win again.”\n\nDoe left.", ["Roe", "Roe"]),
        ("“We won,” said Roe.\n\nDoe left with “a heavy heart”.", ["Roe", None]),
        ("The captain of the team was blunt: “We lost.”", ["The captain of the team"]),
        ("The verdict of the captain, Jane Roe: “We lost.”", ["Jane Roe"]),
        ("Continued Roe: “We lost.”", ["Roe"]),
        ("“The mill will close,” by Jane Roe: “It will be missed by all.”", ["Jane Roe", "Jane Roe"]),
        ("“The mill will close,” by the river: he slept.", [None]),
        ("Roe had this to say:\n\n“We lost.”", ["Roe"]),
        ("On “Good Morning Leeds,” Roe said: “We lost.”", [None, "Roe"]),
        ("“We won,” said Roe. The day had been “long and hard”.", ["Roe", "Roe"]),
    ],
)
def test_speakers_around_the_sentence(text: str, speakers: list[str | None]):
    assert [quote.speaker.of(text) if quote.speaker else None for quote in read(text)] == speakers


@pytest.mark.parametrize("text", ["They met to “reaffirm” their ties.", "“We won.”", "The “old” and the “new” met."])
def test_no_speaker(text: str):
    quotes = read(text)
    assert quotes
    assert all(quote.speaker is None and quote.cue is None and not quote.speaker_name for quote in quotes)


@given(st.text(alphabet="ab A.,:\n\"'“”‘’«»„`0123s—(", max_size=80))
def test_quotations_stay_in_bounds_and_apart(text: str):
    last = 0
    for quote in read(text):
        assert last <= quote.outer.start <= quote.start <= quote.end <= quote.outer.end <= len(text)
        last = quote.outer.end
        block = next(block for block in blocks_of(text) if block.start <= quote.outer.start <= block.end)
        assert quote.outer.end <= block.end


def blocks_of(text: str) -> tuple[Block, ...]:
    return Document("draft", text, makers={Block: blocks, Ignore: ignores}).all(Block)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str):
    for quote in read(text):
        assert bool(quote.speaker) == bool(quote.speaker_name)


@pytest.mark.parametrize(
    ("name", "text", "shown", "quoted"),
    [
        ("a.html", '<p><q cite="x">We left</q>, he said.</p>', "“We left”, he said.", ["|We left|"]),
        ("a.html", "<p>He said: <q>We <q>all</q> <b>left</b></q></p>", "He said: “We “all” left”", ["|We <q>all</q> <b>left|"]),
        ("a.html", '<p>"No," he said. <Q>We left</Q></p>', '"No," he said. "We left"', ["|No,|", "|We left|"]),
        ("a.md", "<q>We left</q>, he said.", "“We left”, he said.", ["|We left|"]),
        ("a.md", "He said: <blockquote>We left</blockquote> and left.", "He said: We left and left.", ["|We left|"]),
        ("a.txt", "″We left,″ he said of the 12″ gun.", "″We left,″ he said of the 12″ gun.", ["|We left,|"]),
        ("a.txt", "The guns: 12″ and 16″.", "The guns: 12″ and 16″.", []),
        ("a.txt", "❝We left,❞ he said.", "❝We left,❞ he said.", ["|We left,|"]),
    ],
)
def test_marks_that_markup_and_others_make(
    read: Callable[..., Document], name: str, text: str, shown: str, quoted: list[str]
) -> None:
    doc = read(text, name=name)
    assert " ".join(doc.reading.text.split()) == shown
    found = [doc.reading.placed(quote.span).of(doc.text) for quote in doc.reading.all(Quote)]
    assert found == [words.split("|")[1] for words in quoted]


def test_a_tag_that_is_a_mark_belongs_to_the_quotation_with_its_marks(read: Callable[..., Document]) -> None:
    doc = read('<p><q cite="x">We left</q>, he said.</p>', name="a.html").reading
    assert [doc.placed(quote.outer) for quote in doc.all(Quote)] == [Span(3, 26)]
