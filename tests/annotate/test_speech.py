"""The words and phrases behind quotations and attributions."""

from __future__ import annotations

import re

import pytest

from newslint.annotate.speech.cues import FORMS
from newslint.annotate.speech.frames import FILLER, MOST, frame, joined, tokens
from newslint.annotate.speech.marks import pairs
from newslint.mentions import Quote
from newslint.spans import Span
from newslint.words import word_set


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
        ("slammed", "slam", "past"),
        ("slamming", "slam", "ing"),
        ("planned", "plan", "past"),
        ("planning", "plan", "ing"),
        ("dubbed", "dub", "participle"),
        ("nodded", "nod", "past"),
        ("grinned", "grin", "past"),
        ("sobbed", "sob", "past"),
        ("shrugged", "shrug", "past"),
        ("tagged", "tag", "past"),
        ("pegged", "peg", "past"),
        ("quipped", "quip", "past"),
        ("tutting", "tut", "ing"),
        ("hitting", "hit", "ing"),
        ("putting", "put", "ing"),
        ("submitted", "submit", "past"),
        ("inferred", "infer", "past"),
        ("concurred", "concur", "past"),
        ("demurred", "demur", "past"),
        ("averred", "aver", "past"),
        ("extolled", "extol", "past"),
        ("referring", "refer", "ing"),
        ("regretted", "regret", "past"),
        ("deadpanned", "deadpan", "past"),
        ("counselled", "counsel", "past"),
        ("counseled", "counsel", "past"),
        ("labelled", "label", "past"),
        ("signaling", "signal", "ing"),
        ("foretold", "foretell", "past"),
        ("sang", "sing", "past"),
        ("sung", "sing", "participle"),
        ("wept", "weep", "past"),
        ("spelt", "spell", "past"),
        ("spelled", "spell", "past"),
        ("cast", "cast", "past"),
        ("learnt", "learn", "past"),
        ("vetoes", "veto", "s"),
        ("goes", "go", "s"),
        ("hailed", "hail", "past"),
        ("shouted", "shout", "past"),
        ("vowed", "vow", "past"),
        ("mentioned", "mention", "past"),
        ("credited", "credit", "past"),
        ("agreed", "agree", "past"),
    ],
)
def test_inflections(word: str, lemma: str, shape: str):
    assert FORMS[word].lemma == lemma
    assert shape in FORMS[word].shapes


@pytest.mark.parametrize(
    "word",
    sorted(
        word_set("""
        slamed planed dubed noded submited refered foretelled singed weeped extoled hiting puting casted deadpaned regreted gos
        vetos mentionned creditted hailled voww mean meaned twitter
        """)
    ),
)
def test_no_such_form(word: str):
    assert word not in FORMS


IMPOSSIBLE = re.compile(
    r"""[^aeiou]y(?:ed|s)$       # "denyed"
    | (?:[xz]|ch|sh|[^i]o)s$     # "reachs", "vetos"
    | [^e]eing$ | eeed$          # "urgeing", "agreeed"
    | (.)\1\1                    # "stresss"
    """,
    re.VERBOSE,
)


def test_every_form_is_spelt_as_its_verb_allows():
    short = re.compile(r"(?:qu|[^aeiouy])*[aeiou][^aeiouwxy]")
    for word, form in FORMS.items():
        if short.fullmatch(form.lemma) and word.endswith(("ed", "ing")) and word != form.lemma:
            stem = word.removesuffix("ed").removesuffix("ing")
            assert stem[-1] == stem[-2], word
        assert not IMPOSSIBLE.search(word), word


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
