"""What a finding is known by: it outlives edits elsewhere and dies with its sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.finding import Finding
from newslint.keys import Keys
from newslint.linter import Linter
from newslint.spans import Span

SENTENCE = "It said around 15,000 soldiers had gone to the front."
WORDS = st.text(alphabet="abcdefgh ,ABC1.\n", max_size=60)


def doc(text: str, linter: Linter, suffix: str = ".txt") -> Document:
    return linter.parse(Path(f"draft{suffix}"), text.encode())


def key(document: Document, words: str = "around 15,000", rule: str = "number-differs-from-source") -> str:
    at = document.text.index(words)
    return Keys(document).of(Finding(rule, "N201", "warning", "high", Span(at, at + len(words)), "it differs"))


@given(before=WORDS, after=WORDS)
def test_a_key_outlives_any_edit_in_other_paragraphs(linter: Linter, before: str, after: str) -> None:
    text = f"{before}.\n\n{SENTENCE}\n\n{after}."
    assert key(doc(text, linter)) == key(doc(SENTENCE, linter))


@given(at=st.integers(0, len(SENTENCE) - 1), letter=st.sampled_from("xyzQ5,"))
def test_a_key_dies_with_any_change_of_its_sentence(linter: Linter, at: int, letter: str) -> None:
    assume(SENTENCE[at] != letter)
    changed = SENTENCE[:at] + letter + SENTENCE[at + 1 :]
    assume("around 15,000" in changed)
    assert key(doc(changed, linter)) != key(doc(SENTENCE, linter))


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        (f"He left. {SENTENCE} It rained.", ".txt"),
        ("It said around 15,000\nsoldiers had gone\nto the front.", ".txt"),
        (f"# A headline\n\n{SENTENCE}\n", ".md"),
        (f"<h1>A headline</h1><p>He left. {SENTENCE}</p>", ".html"),
    ],
)
def test_lines_neighbours_and_formats_do_not_matter(text: str, suffix: str, linter: Linter) -> None:
    assert key(doc(text, linter, suffix)) == key(doc(SENTENCE, linter))


def test_rule_and_words_matter(linter: Linter) -> None:
    document = doc(SENTENCE, linter)
    assert len({key(document), key(document, "15,000"), key(document, rule="another")}) == 3


def test_what_has_no_words_is_known_by_its_rule(linter: Linter) -> None:
    missing = Finding("missing-furniture", "T102", "warning", "high", Span(0, 0), "it has no headline")
    assert Keys(doc(SENTENCE, linter)).of(missing) == Keys(doc("Another opening.", linter)).of(missing)


def test_what_lies_in_no_sentence_is_known_by_its_line(linter: Linter) -> None:
    keys = Keys(doc("---\ntitle: A\n---\n\nIt rained.  \n", linter, ".md"))
    assert keys.sentence(Span(4, 9)) == "title: A"
    assert keys.sentence(Span(len(keys.doc.text), len(keys.doc.text))) == ""
