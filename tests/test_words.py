"""Words: lemmas and stems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.words import content_stems, content_words, lemma, plural, stem

LEMMAS = [
    ("troops", "troop"), ("people", "person"), ("children", "child"), ("deaths", "death"), ("bodies", "body"),
    ("crises", "crisis"), ("men", "man"), ("women", "woman"), ("servicemen", "serviceman"), ("series", "series"),
    ("police", "police"), ("buses", "bus"), ("boxes", "box"), ("matches", "match"), ("classes", "class"), ("houses",
    "house"), ("movies", "movie"), ("heroes", "hero"), ("lives", "life"), ("wives", "wife"), ("aircraft", "aircraft"),
    ("dead", "dead"), ("bus", "bus"), ("Koreans", "korean"), ("by-elections", "by-election"), ("soldiers’", "soldier"),
    ("country's", "country"), ("specimen", "specimen"),
]  # fmt: skip

SAME_STEM = [
    "deploy deployed deployment deploys deploying deployments",
    "kill killed killing kills",
    "study studies studied studying",
    "injure injured injuries injury",
    "country countries",
    "die died dies dying",
    "shoot shot shooting",
    "vote votes voted voting",
    "arrest arrests arrested",
    "soldier soldiers",
]


@pytest.mark.parametrize(("noun", "expected"), LEMMAS)
def test_lemma(noun: str, expected: str) -> None:
    assert lemma(noun) == expected


@pytest.mark.parametrize("forms", SAME_STEM)
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


def test_different_words_keep_different_stems() -> None:
    words = "party part sent send-off troop trooped state station general generous"
    assert len({stem(word) for word in words.split()}) >= 8


@pytest.mark.parametrize("word", ["troops", "men", "aircraft", "dead", "viruses"])
def test_plural(word: str) -> None:
    assert plural(word)


@pytest.mark.parametrize("word", ["his", "famous", "bus", "crisis", "Smith’s", "news", "us", "across"])
def test_not_plural(word: str) -> None:
    assert not plural(word)


def test_content_words_keep_figures_and_drop_stop_words() -> None:
    assert content_words("The U.S. has sent about 15,000 troops to Kim’s front.") == (
        "u.s.",
        "sent",
        "15,000",
        "troops",
        "kim’s",
        "front",
    )
    assert content_stems("He sends troops") == content_stems("they sent a troop")


@given(st.text(max_size=30))
def test_never_raises_and_settles(word: str) -> None:
    lemma(lemma(word))
    stem(word)
    content_stems(word)
