from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.annotate.spellings import spellings
from newslint.document import Document
from newslint.mentions import Block, Ignore, Spelling


def seen(text: str) -> list[Spelling]:
    return list(spellings(Document("draft.txt", text, makers={Block: lambda doc: (), Ignore: lambda doc: ()})))


def printed(text: str) -> set[str]:
    return {spelling.printed for spelling in seen(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the leader Kim Jong-un’s letter", {"Kim Jong-un", "Kim", "Jong-un"}),
        ("with Mr Kim and Dr. Ana Haddad", {"Kim", "Ana Haddad", "Ana", "Haddad"}),
        ("by J. K. Rowling", {"JK Rowling", "JK", "J", "K", "K Rowling", "Rowling"}),
        ("of al-Qaeda and O’Brien", {"Al-Qaeda", "O'Brien"}),
        ("at Queen’s Gate", {"Queen's Gate", "Queen", "Gate"}),
        ("in the U.S. Senate", {"US", "Senate"}),
        ("the mayor of Łódź, Éva Ősi", {"Łódź", "Éva Ősi", "Éva", "Ősi"}),
        ("follow @AnnaKowalska, #AnnaKowalska or example.org/AnnaKowalska", set()),
        ("mid-July and 2nd", set()),
    ],
)
def test_runs_of_capitalised_words_and_their_parts(text: str, found: set[str]) -> None:
    assert printed(text) == found


def test_forms_of_one_name_have_one_key() -> None:
    forms = ["Kim Jong Un", "Kim Jong-un", "KIM JONG UN"]
    assert {spelling.key for form in forms for spelling in seen(f"of {form}") if spelling.alone} == {"kimjongun"}
    assert folded_alone("of Erdoğan") == folded_alone("of Erdogan") == "erdogan"


def folded_alone(text: str) -> str:
    return next(spelling.key for spelling in seen(text) if spelling.alone)


def test_what_stands_beside_it() -> None:
    by_form = {spelling.printed: spelling for spelling in seen("Maybe Delta Air Lines flew.")}
    assert not by_form["Air Lines"].alone
    assert by_form["Maybe Delta Air Lines"].alone
    assert by_form["Maybe"].opening
    assert not by_form["Delta"].opening


@given(st.text(alphabet="AÉzé-.'’ \n@5Ω中ß", max_size=60) | st.text(max_size=60))
def test_any_text(text: str) -> None:
    for spelling in seen(text):
        words = spelling.span.of(text)
        assert words
        assert words == words.strip()
        assert "\n" not in words
