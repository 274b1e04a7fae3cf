"""Ignore comments: found, not found, and what each says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.annotate.ignores import ignores
from newslint.document import Document

FOUND = [
    ("newslint: ignore[D101] court list checked", (("D101", ""),), "court list checked", "block"),
    ("<!-- newslint: ignore[D101] court list checked -->", (("D101", ""),), "court list checked", "block"),
    ("# newslint: ignore[wrong-weekday] checked", (("wrong-weekday", ""),), "checked", "block"),
    ("It was Tuesday. # newslint: ignore[D101] diary seen", (("D101", ""),), "diary seen", "line"),
    ("It was Tuesday. %% newslint: ignore[D101] diary seen", (("D101", ""),), "diary seen", "line"),
    ("It was Tuesday. <!-- newslint: ignore[D101] diary seen -->", (("D101", ""),), "diary seen", "line"),
    ('newslint: ignore[D101: "Tuesday 4 May"] diary', (("D101", "Tuesday 4 May"),), "diary", "block"),
    ("newslint: ignore[D101: “Tuesday 4 May”] diary", (("D101", "Tuesday 4 May"),), "diary", "block"),
    ("newslint: ignore[D101, N2, said-verb] style", (("D101", ""), ("N2", ""), ("said-verb", "")), "style", "block"),
    ('newslint: ignore[Q2: "a [sic], b", N1] tape', (("Q2", "a [sic], b"), ("N1", "")), "tape", "block"),
    ("newslint: ignore-file[W1] opinion piece", (("W1", ""),), "opinion piece", "file"),
    ("newslint: ignore[D101]", (("D101", ""),), "", "block"),
    ("newslint: ignore[D101]: diary", (("D101", ""),), "diary", "block"),
]


@pytest.mark.parametrize(("comment", "codes", "reason", "reach"), FOUND)
def test_found(comment: str, codes: tuple[tuple[str, str], ...], reason: str, reach: str) -> None:
    text = f"One line.\n{comment}\nAnother line."
    (ignore,) = ignores(Document("draft", text))
    assert (ignore.codes, ignore.reason, ignore.reach) == (codes, reason, reach)
    assert text[ignore.end :].startswith("\n")


def test_span_is_the_whole_comment() -> None:
    text = "It was Tuesday. <!-- newslint: ignore[D101] seen --> More."
    (ignore,) = ignores(Document("draft", text))
    assert ignore.span.of(text) == "<!-- newslint: ignore[D101] seen -->"


@pytest.mark.parametrize(
    "text", ["We wrote newslint: ignore[D101] is how it goes.", "newslint: ignore D101", "newslint ignore[D101] x"]
)
def test_a_comment_that_is_not_understood_says_why_and_names_no_rule(text: str) -> None:
    (ignore,) = ignores(Document("draft", text))
    assert ignore.fault
    assert not ignore.codes


@pytest.mark.parametrize("text", ["We never ignore[D101] x.", "The word newslint stands here.", "Ignore X101, newslint says."])
def test_not_found(text: str) -> None:
    assert ignores(Document("draft", text)) == ()


@given(st.text(alphabet='newslint: ignore[D101]"#<!->%\n', max_size=200))
def test_never_raises(text: str) -> None:
    for ignore in ignores(Document("draft", f"newslint: ignore[{text}")):
        assert ignore.codes is not None
