from __future__ import annotations

import pytest

from newslint.mentions import Voice
from tests.conftest import Read


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("“It fell at noon,” said Ana Ruiz.", True),
        ("Ana Ruiz came. “It fell at noon and nobody saw it.”", False),
        ("“It fell at noon.” — Ana Ruiz", True),
        ("“It fell at noon.” (Visitors' Guide)", True),
        ("“It fell at noon, by Ana Ruiz”", False),
        ("The wall is “sound”.", False),
        ("“It fell at noon,” Ruiz began.", True),
        ("“It fell at noon,” Ruiz left.", False),
    ],
)
def test_heard(text: str, heard: bool, read: Read) -> None:
    assert [voice.heard for voice in read(text).all(Voice)] == [heard]


def test_near_and_alone(read: Read) -> None:
    text = "“It fell,” said Ana Ruiz.\n\n“Nobody saw it fall at all.”\n\nA.\n\nB.\n\nC.\n\nD.\n\nThe wall is “as sound as it ever was”."
    assert [(voice.near, voice.alone) for voice in read(text).all(Voice)] == [(True, True), (True, True), (False, False)]


def test_the_lead_in_is_the_rest_of_the_sentence(read: Read) -> None:
    text = "It rained. Over the gate stood the words “all who come here shall be fed”."
    (voice,) = read(text).all(Voice)
    assert voice.lead_in.of(text) == "Over the gate stood the words"


def test_a_paragraph_before_leads_in(read: Read) -> None:
    text = "The mayor put up a sign:\n\n“All who come here shall be fed.”"
    (voice,) = read(text).all(Voice)
    assert voice.lead_in.of(text) == "The mayor put up a sign:"


def test_the_gap_between_paragraphs_takes_no_words_from_what_leads_in(read: Read) -> None:
    before = "The mayor of the town had said so twice in a very long and dull policy of the council that he led for years."
    leads = {
        doc.all(Voice)[0].lead_in.of(doc.text)
        for gap in ("\n\n", "\n\n\n\n")
        for doc in [read(f'{before}{gap}"This is what we mean by it, and nothing else."\n')]
    }
    assert len(leads) == 1
