"""The words and phrases behind quotations and attributions."""

from __future__ import annotations

import pytest

from newslint.annotate.speech.cues import FORMS
from newslint.annotate.speech.frames import FILLER, MOST, frame, joined, tokens
from newslint.annotate.speech.marks import pairs
from newslint.mentions import Quote
from newslint.spans import Span


@pytest.mark.parametrize(
    ("word", "lemma", "shape"),
    [
        ("said", "say", "past"),
        ("says", "say", "s"),
        ("denies", "deny", "s"),
        ("denied", "deny", "participle"),
        ("denying", "deny", "ing"),
        ("written", "write", "participle"),
        ("foreseeing", "foresee", "ing"),
        ("admitted", "admit", "past"),
        ("urging", "urge", "ing"),
        ("stresses", "stress", "s"),
        ("told", "tell", "past"),
    ],
)
def test_inflections(word: str, lemma: str, shape: str):
    assert FORMS[word].lemma == lemma
    assert shape in FORMS[word].shapes


def test_a_frame_is_as_long_as_its_text():
    text = "He said “no” twice."
    framed = frame(text, [Quote(Span(9, 11), Span(8, 12), "scrap")])
    assert framed == f"He said {FILLER * 4} twice."
    assert [token.text for token in tokens(framed, Span(0, len(text)))] == ["He", "said", FILLER * 4, "twice", "."]


def test_a_title_is_a_name_and_its_comma_belongs_to_the_sentence():
    text = "On “Good Day,” he sang."
    framed = frame(text, [Quote(Span(4, 13), Span(3, 14), "title")])
    words = tokens(framed, Span(0, len(text)))
    assert len(framed) == len(text)
    assert words[1].capital
    assert [token.text for token in words[2:]] == [",", "he", "sang", "."]


def test_a_token_is_cut():
    roe = tokens("Roe's", Span(0, 5))[0]
    assert (roe.cut(3).text, roe.cut(3).low, roe.cut(3).end, roe.cut(9)) == ("Roe", "roe", 3, roe)


def test_sentences_that_meet_in_a_quotation_are_one():
    text = "“One. Two,” he said. Three."
    sentences = [Span(0, 5), Span(6, 20), Span(21, 27)]
    assert [span.of(text) for span in joined(sentences, [Span(0, 11)])] == ["“One. Two,” he said.", "Three."]


def test_tokens_keep_names_and_figures_whole():
    words = "Mr. O'Neill of the U.S. paid 1,000.50 to the players' union."
    assert [token.text for token in tokens(words, Span(0, len(words)))] == [
        "Mr.", "O'Neill", "of", "the", "U.S.", "paid", "1,000.50", "to", "the", "players'", "union", ".",
    ]  # fmt: skip


def test_a_sentence_without_end_is_read_in_part():
    words = "he said " * MOST
    assert len(tokens(words, Span(0, len(words)))) == MOST


def test_a_page_of_open_marks_is_read_quickly():
    text = "“a " * 5000
    assert len(list(pairs(text, 0, len(text)))) == 5000
