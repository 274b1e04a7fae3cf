"""Words: lemmas and stems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.words import content_words, lemma, plural

LEMMAS = [
    ("troops", "troop"), ("people", "person"), ("children", "child"), ("deaths", "death"), ("bodies", "body"),
    ("crises", "crisis"), ("men", "man"), ("women", "woman"), ("servicemen", "serviceman"), ("series", "series"),
    ("police", "police"), ("buses", "bus"), ("boxes", "box"), ("matches", "match"), ("classes", "class"), ("houses",
    "house"), ("movies", "movie"), ("heroes", "hero"), ("lives", "life"), ("wives", "wife"), ("aircraft", "aircraft"),
    ("dead", "dead"), ("bus", "bus"), ("Koreans", "korean"), ("by-elections", "by-election"), ("soldiers’", "soldier"),
    ("country's", "country"), ("specimen", "specimen"),
]  # fmt: skip


@pytest.mark.parametrize(("noun", "expected"), LEMMAS)
def test_lemma(noun: str, expected: str) -> None:
    assert lemma(noun) == expected


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


@given(st.text(max_size=30))
def test_never_raises(word: str) -> None:
    assert lemma(word) == lemma(word).lower()
    content_words(word)
