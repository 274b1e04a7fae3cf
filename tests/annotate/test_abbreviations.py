"""Abbreviations: what counts as one, and what spells it out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.annotate.abbreviations import abbreviations
from newslint.annotate.blocks import blocks
from newslint.annotate.ignores import ignores
from newslint.document import Document
from newslint.mentions import Abbreviation, Block, Ignore


def found(text: str) -> tuple[Abbreviation, ...]:
    return Document("draft", text, makers={Block: blocks, Ignore: ignores, Abbreviation: abbreviations}).all(Abbreviation)


LETTERS = [
    ("The DPRK sent troops.", "DPRK"),
    ("The D.P.R.K. sent troops.", "DPRK"),
    ("Two NGOs and the DPRK's army.", "NGO DPRK"),
    ("The DPRK-led force.", "DPRK"),
    ("Elizabeth II met Louis XIV.", ""),
    ("JK Rowling met P.D. James and J.R.R. Tolkien.", ""),
    ("Jane Roe (D-NY) of Albany, NY, and Salem, N.H., left.", ""),
    ("Acme (NYSE: ACM) and Bolt (LON:BLT) rose.", ""),
    ("It is NOT so; others do not say it.", ""),
    ("BREAKING: HALL BURNS DOWN in the night, which nobody had seen coming at all.", ""),
    ("A 40 MW plant, an F-16 and COVID-19 cost HK$20m at QX 12.", ""),
    ("Write to AB@CDE.ORG or see #DPRK and @NASA.", ""),
]


@pytest.mark.parametrize(("text", "letters"), LETTERS)
def test_letters(text: str, letters: str) -> None:
    assert " ".join(mention.letters for mention in found(text)) == letters


EXPANDED = [
    ("The Gas and Power Staff Union (GPSU) left.", "Gas and Power Staff Union"),
    ("The GPSU (Gas and Power Staff Union) left.", "Gas and Power Staff Union"),
    ("The GPSU [the Gas and Power Staff Union] left.", "the Gas and Power Staff Union"),
    ("The GPSU, the Gas and Power Staff Union, left.", "Gas and Power Staff Union"),
    ("The Gas and Power Staff Union left. So did the GPSU.", "Gas and Power Staff Union"),
    ("The DOD, or Department of Defense, left.", "Department of Defense"),
    ("The body mass index (BMI) is 20.", "body mass index"),
    ("Doctors Without Borders (MSF) left.", "Doctors Without Borders"),
    ("The BMI (body mass index) is 20.", "body mass index"),
    ("GlaxoSmithKline rose; GSK fell.", "GlaxoSmithKline"),
    ("The GPSU (which left) is small.", None),
    ("Gas is dear. Power is cheap. Staff left. Union men stay. The GPSU is small.", None),
]


@pytest.mark.parametrize(("text", "words"), EXPANDED)
def test_expansion(text: str, words: str | None) -> None:
    mention = found(text)[-1]
    assert (mention.expansion.of(text) if mention.expansion else None) == words


DESCRIBED = [
    ("the state-run KCNA news agency", True),
    ("the news agency KCNA", True),
    ("the lobby, the EEF, said", True),
    ("the MMA, a countrywide alliance of parties", True),
    ("He works for SBC Communications.", True),
    ("He works for India's ONGC now.", True),
    ("The FEC chairman left.", False),
    ("He called FEC Chairwoman Jane Roe.", False),
    ("where DPRK troops are deployed", False),
]


@pytest.mark.parametrize(("text", "described"), DESCRIBED)
def test_descriptor(text: str, described: bool) -> None:
    (mention,) = found(text)
    assert mention.descriptor is described


@given(st.text(alphabet="ABCabc .,()[]'’-–:\n1$", max_size=120))
def test_spans_hold_what_was_found(text: str) -> None:
    for mention in found(text):
        assert mention.span.of(text).replace(".", "").rstrip("s") == mention.letters
        assert mention.expansion is None or mention.expansion.end <= len(text)
