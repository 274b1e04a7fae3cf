"""The language of phrases, and the forms of words."""

from __future__ import annotations

import re

import pytest

from newslint.inflections import forms, in_shape
from newslint.phrases import Phrases, filled, lemmas
from tests.growth import calls

LISTS = {"be": ("is", "was", "has been"), "so": ("so", "very", "{lemma:make} so"), "ring": ("{gnir}",), "gnir": ("{ring}",)}

FOUND = [
    ("{lemma:say}", "He says, said and is Saying so; it was unsaid.", ["says", "said", "Saying"]),
    ("{lemma:study}", "One study, two studies, studied and studying.", ["study", "studies", "studied", "studying"]),
    ("{lemma:be} {so?} odd", "It is odd, it was very odd, were made so odd.", ["is odd", "was very odd", "were made so odd"]),
    ("{so?} odd", "Odd; so odd; very  odd.", ["Odd", "so odd", "very  odd"]),
    ("{be} odd {so?}", "It is odd so, was odd then.", ["is odd so", "was odd"]),
    ("{lemma:carry out}", "They carried out a plan to carry it out.", ["carried out"]),
    ("don't {lemma:know}", "I don’t know; we don't\nknow.", ["don’t know", "don't\nknow"]),
    ("so-called", "A so-called plan, a so called plan.", ["so-called"]),
    ("$2", "It cost $2 or A$2.", ["$2"]),
    ("p.m.", "At 3 p.m. today", ["p.m."]),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "text", "expected"), FOUND)
def test_found(phrase: str, text: str, expected: list[str]) -> None:
    assert [found.span.of(text) for found in Phrases((phrase,), LISTS).find(text)] == expected


def test_many_are_found_in_text_order_the_longest_at_each_place() -> None:
    phrases = Phrases(("the", "the end", "$", "end of", "of the year"), {})
    text = "The end of the year cost $ 5 in the end"
    assert [found.phrase for found in phrases.find(text)] == ["the end", "of the year", "$", "the end"]


def test_what_was_inflected_is_told() -> None:
    text = "They have utilised and made use of it."
    found = list(Phrases(("{lemma:utilise}", "{lemma:make} {lemma:use}"), {}).find(text))
    assert [[span.of(text) for span in one.lemmas] for one in found] == [["utilised"], ["made", "use"]]


def test_slots_are_filled() -> None:
    assert lemmas("{lemma:make} {so?} {lemma:use}") == ("make", "use")
    assert filled("{lemma:make} good {lemma:use}", ["made", "uses"]) == "made good uses"


@pytest.mark.parametrize(
    ("phrase", "fault"),
    [
        ("{verdict}", "names the list 'verdict'"),
        ("{lemma:Say}", "small letters"),
        ("{ring}", "holds itself"),
        (" ", "empty"),
    ],
)
def test_a_phrase_that_cannot_be_followed_is_refused(phrase: str, fault: str) -> None:
    with pytest.raises(ValueError, match=re.escape(fault)):
        Phrases((phrase,), LISTS)


def test_a_thousand_phrases_cost_a_text_no_more_than_ten() -> None:
    text = "The council met on a wet day and said nothing. " * 20

    def searched(many: int) -> int:
        phrases = Phrases(tuple(f"word{i} of it" for i in range(many)), {})
        list(phrases.find(text))  # sorts them by their first words
        return calls(lambda: list(phrases.find(text))).total()

    assert searched(1000) == searched(10)


FORMS = [
    ("say", "say says said saying"),
    ("slam", "slam slams slammed slamming"),
    ("argue", "argue argues argued arguing"),
    ("panic", "panic panics panicked panicking"),
    ("die", "die dies died dying dice"),
    ("see", "see sees saw seen seeing"),
    ("undertake", "undertake undertakes undertook undertaken undertaking"),
    ("reset", "reset resets resetting"),
    ("travel", "travel travels travelled traveled travelling traveling"),
    ("refer", "refer refers referred referring"),
    ("offer", "offer offers offered offering"),
    ("benefit", "benefit benefits benefitted benefited benefitting benefiting"),
    ("quiz", "quiz quizzes quizzed quizzing"),
    ("veto", "veto vetoes vetoed vetoing"),
    ("be", "be am are is was were been being"),
    ("have", "have has had having"),
]


@pytest.mark.parametrize(("lemma", "expected"), FORMS)
def test_forms(lemma: str, expected: str) -> None:
    assert " ".join(forms(lemma)) == expected


@pytest.mark.parametrize(
    ("noun", "plural"), [("policeman", "policemen"), ("child", "children"), ("crisis", "crises"), ("bus", "buses")]
)
def test_plurals(noun: str, plural: str) -> None:
    assert plural in forms(noun)


def test_shapes() -> None:
    assert in_shape("begin", "participle") == ("begun",)
    assert in_shape("learn", "past") == ("learned", "learnt")
    assert in_shape("be", "base") == ("be",)
