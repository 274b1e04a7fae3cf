"""Sentences: a hundred hard cases, and what must always hold."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.annotate.blocks import blocks
from newslint.annotate.ignores import ignores
from newslint.annotate.sentences import sentences, split
from newslint.document import Document
from newslint.mentions import Block, Ignore, Sentence
from newslint.spans import Span

# each row is one paragraph, its sentences parted by "|", with a space each side where the text has one
CASES = [
    "Lt. Gov. Jane Roe spoke in Albany. | She left at 5 p.m. on Friday.",
    "The U.S. Senate voted on Jan. 6. | The U.K. did not.",
    "He lives at No. 10. | No. 11 is next door.",
    "Apple Inc. said profits rose. | Acme Corp. Chief Executive Ann Lee resigned.",
    "J. K. Rowling wrote it. | George W. Bush read it.",
    "Mr. Smith met Mrs. Jones. | Dr. Who was late.",
    "Prices rose 3.5 percent to $4.2 million. | They fell 1.1 percent in 2019.",
    "“We will never go back there.” he said. | Nobody asked why.",
    "“Who was there?” Smith asked. | “Nobody,” she said.",
    "“Stop!” he shouted. | They did not.",
    "“We won. | We are proud of it,” she said.",
    "She said: “It is over.” | He disagreed.",
    "He paused... and went on. | Then he left...",
    "“Well… I do not know,” he said. | It was over.",
    "The firm moved to Washington, D.C. | The move cost $3m.",
    "He was born in the U.S. | He moved to Paris in 1990.",
    "They met at 8 p.m. | Police came later.",
    "They met at 8 a.m. Monday in Boston.",
    "It closed at 11 p.m. EDT. | It reopened later.",
    "Martin Luther King Jr. Day is in January. | It is a holiday.",
    "He works for Smith & Co. | The company makes soap.",
    "Sen. Ted Cruz (R-Tex.) objected. | Rep. Ann Lee (D-Calif.) did not.",
    "See Fig. 3 and pp. 4-6. | The rest is clear.",
    "Roe v. Wade was decided in 1973. | It stood for 49 years.",
    "(He left early.) | She stayed.",
    "He told the BBC: “No.” | He would not say more.",
    "Is it over? | Nobody knows.",
    "Yahoo! News reported it. | It was wrong.",
    "St. John’s beat St. Mary’s 3-1. | Both lived on Main St. | They never met.",
    "Adm. J. A. Stone, Ph.D., spoke. | He was brief.",
    "The bill, H.R. 1234, passed. | It goes to the Senate.",
    "He got vitamin C. | The doctor gave plan B. | It worked.",
    "Col. M. Khan met Maj. Gen. T. Ali. | They talked.",
    "The Sept. 11 attacks changed that. | On Oct. 7, 2001 the war began.",
    "The price was £2. | Two pounds is not much.",
    "“I agree.” | “So do I.”",
    "What?! | She was shocked.",
    "The U.N. Security Council met. | The U.N. is in New York.",
    "Mt. Everest is 8,849 m. | Ft. Worth is flat.",
    "e.g. this one is hard, i.e. not easy. | The rest, etc. is not.",
    "He spoke to the A.P. on Tuesday. | The A.P. said so.",
    "‘I never said that.’ | But he had, in ‘The Times’.",
    "Some 2,000 people (about 10 per cent.) left. | 1,000 stayed.",
    "She joined Amazon.com Inc. in 2012. | eBay wanted her too.",
    "Spc. Amy Poe and Pfc. Al Moe were hurt. | Tpr. Lee was not.",
    "Retired Maj. Gen. (Ret.) Tom Roe spoke. | He was brief.",
    "The case is No. A12-7 in court. | No. | Nobody came.",
    "She asked for vitamin C. | Smith had none.",
    "They chose plan B. | Smith objected.",
    "Harry S. Truman and Malcolm X. Shaw met.",
    "The class of 1990 met. | Most of it came.",
    "It began c. 1900 and ended est. 1950. | No one knows.",
    "It is 5 ft. 3 in. tall and 10 lb. 4 oz. heavy. | They weighed it.",
    "He lives at Apt. 4 on Main St. with her. | They met in Jan. | Smith left in Feb. 2019.",
    "The sun rose over the Isle of Man. | Jones saw it.",
    "Nobody spoke to The Sun. | Jones did.",
    "They sat. | Jones stood.",
    "She grew up in Salem, Ore. | Her father stayed there.",
    "She grew up in Salem, Ore. | Jones did too.",
    "Salem, Ore. Mayor Ann Poe resigned.",
    "Calif. Gov. Ann Poe resigned in Sacramento, Calif., on Monday.",
    "He studied in Cambridge, Mass. | Harvard paid.",
    "Rt. Hon. Ann Poe MP spoke. | Msgr. Moe prayed.",
    "She lives on Oak St. | Police went there.",
    "He is a Ph.D. student at M.I.T. in Boston. | She has an M.A. from Yale.",
    "Roe et al. found none. | Moe et al. 2019 did.",
    "The firm, Poe Ltd., closed. | Moe Bros. Pictures did not.",
    "She owns 3.5 p.c. of it. | He owns more.",
    "He wrote to the F.B.I. and the C.I.A. on Friday. | The F.B.I. answered.",
    "Prices (incl. tax) rose. | They fell later.",
    "Doors open at 7 p. m. on Friday. | Bring a coat.",
    "It runs until 5 p.m. Sunday and 6 p.m. July 4. | Entry is free.",
    "It starts at 9 a.m. | Tickets cost £5.",
    "He left at 5.30pm. | She left at 6.",
    "It opens on Wed. and closes on Fri. | The rest is free.",
    "“It is over,” she said. | “We lost. | We will be back.”",
    "“Is it true?” Ann Poe, the mayor, asked. | Nobody answered.",
    "“No way!” Mayor Ann Poe exclaimed. | He laughed.",
    "“Why?” he asked. | “Why not?”",
    "“They came. | They saw. | They left,” Poe said.",
    "He said “no.” | She said “yes.”",
    "He called it “a mess.” | Ann Poe agreed.",
    '"We lost. " | He left the room.',
    'He said: "We lost." | "We did," she said.',
    "``We lost.'' | He left.",
    "“We lost. ” | He left.",
    "“‘No,’ he told me. | ‘Never.’” | She laughed.",
    "(“We lost.”) | He left.",
    "“Help!” | “Who is there?” | No answer came.",
    "“We ... I mean they ... lost.” | He left.",
    "It was … odd. | Nobody came …",
    "“I tried. . . and failed.” | He left.",
    "He had hoped to win.... | He lost.",
    "“We lost [...] and left.” | She agreed.",
    "We wait… | We always do.",
    "Yahoo! Inc. and Jeopardy! fans met. | E! News wrote about it.",
    "“Hello! | My name is Ann.” | She bowed.",
    "Really?! | Yes.",
    "He asked who (if anyone?) Ann Poe had called. | Nobody.",
    "He left.|The council stayed. | It voted.",
    "“He left.”|She stayed.",
    "Visit Example.Com or example.org for more. | It is free.",
    "The U.S.Senate voted. | It did.",
    "1. Go home.",
    "12. Stay there. | Wait.",
    "a. First of all.",
    "Q. Why? | A. It had to be.",
]


@pytest.mark.parametrize("case", CASES)
def test_split(case: str) -> None:
    text = case.replace(" | ", " ").replace("|", "")
    assert [span.of(text) for span in split(text, Span(0, len(text)))] == [words.strip() for words in case.split("|")]


def test_line_breaks_inside_a_sentence() -> None:
    text = "He came\nand went. She\nstayed."
    assert [span.of(text) for span in split(text, Span(0, len(text)))] == ["He came\nand went.", "She\nstayed."]


def doc(text: str) -> Document:
    return Document("draft", text, makers={Block: blocks, Ignore: ignores, Sentence: sentences})


def test_never_across_blocks_and_none_in_boilerplate() -> None:
    text = "He came\nShe went.\nSign up for our newsletter"
    found = doc(text).all(Sentence)
    assert [sentence.span.of(text) for sentence in found] == ["He came", "She went."]
    assert all(sentence.block.span.covers(sentence.span) for sentence in found)


@pytest.mark.parametrize("opening", ["Mr. Hale", "Dr. Ames", "Sen. Bell", "J. Reid", "U.S. troops"])
def test_a_paragraph_reads_alike_wherever_it_stands(opening: str) -> None:
    paragraph = f"{opening} left. It rained."
    text = f"First of all.\n\n{paragraph}\n"
    _, *found = (sentence.span.of(text) for sentence in doc(text).all(Sentence))
    assert (
        found == [f"{opening} left.", "It rained."] == [span.of(paragraph) for span in split(paragraph, Span(0, len(paragraph)))]
    )


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from('aB.?! \n…”’")(“')), max_size=120))
def test_spans_are_stripped_and_cover_the_body(text: str) -> None:
    found = doc(text).all(Sentence)
    body = doc(text).body
    assert all(sentence.span.of(text) == sentence.span.of(text).strip() != "" for sentence in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    covered = "".join(sentence.span.of(body) for sentence in found)
    assert [c for c in covered if not c.isspace()] == [c for c in body if not c.isspace()]
