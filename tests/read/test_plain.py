"""Plain text: encodings and front matter."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.errors import InputError, SourceError
from newslint.read.decode import decoded
from newslint.read.front_matter import day
from newslint.read.plain import plain, read

PATH = Path("draft.txt")

ENCODINGS = [
    ("The mayor’s £2".encode(), "utf-8"),
    ("The mayor’s £2".encode("utf-8-sig"), "utf-8-sig"),
    ("The mayor’s £2".encode("utf-16"), "utf-16"),
    ("The mayor’s £2".encode("utf-32"), "utf-32"),
    ("The mayor’s £2".encode("cp1252"), "cp1252"),
]


@pytest.mark.parametrize(("raw", "encoding"), ENCODINGS)
def test_encodings(raw: bytes, encoding: str) -> None:
    doc = read(PATH, raw)
    assert doc.text == "The mayor’s £2"
    assert doc.meta["encoding"] == encoding


BINARY = [
    b"\x89PNG\r\n\0\0\0",
    b"text \x81\x8d\x90 text",
    "mayor’s £2".encode() + b"\xff",
    b"\xff\xfe\x00",
    bytes(range(1, 32)) + b"\xff",
]


@pytest.mark.parametrize("raw", BINARY)
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(InputError):
        read(PATH, raw)


def test_line_ends_are_kept() -> None:
    assert read(PATH, b"One.\r\nTwo.\rThree.\n").text == "One.\r\nTwo.\rThree.\n"


@given(st.text(alphabet=st.characters(exclude_characters="\0"), max_size=80))
def test_every_text_comes_back(text: str) -> None:
    assert decoded(PATH, text.encode("utf-8-sig", "surrogatepass")) == (text, "utf-8-sig")


HEAD = """---
# the desk's own
title: Council closes library
published: 2025-08-15
sources:
  - file: minutes.txt
---
The council voted.
"""


def test_front_matter() -> None:
    doc = plain("draft.txt", HEAD)
    assert doc.published == dt.date(2025, 8, 15)
    assert doc.meta["title"] == "Council closes library"
    assert doc.meta["sources"] == [{"file": "minutes.txt"}]
    assert doc.meta["front_matter"] == HEAD[4 : HEAD.rindex("---")]
    (block,) = doc.markup
    assert (block.kind, block.span.of(doc.text)[-4:]) == ("front-matter", "\n---")
    assert doc.prose == doc.text


@pytest.mark.parametrize(
    "text", ["---\nA rule, not a key.\n---\n", "---\ntitle: x\n", "Text.\n---\ntitle: x\n---\n", "--- title: x ---"]
)
def test_no_front_matter(text: str) -> None:
    assert plain("draft.txt", text).markup == ()


def test_front_matter_that_is_no_yaml_is_named_with_its_line() -> None:
    doc = plain("draft.txt", "---\ntitle: one\nkicker: two: three\n---\nText.")
    (problem,) = doc.meta["problems"]
    assert problem.line == 3
    assert doc.markup[0].kind == "front-matter"  # the rest is linted all the same


def test_a_date_that_cannot_be_read_is_said() -> None:
    doc = plain("draft.txt", "---\npublished: soon\n---\nText.")
    assert doc.published is None
    assert str(doc.meta["problems"][0]) == "draft.txt: expected a date such as 2025-08-15, not 'soon'"


DAYS = [
    ("2025-08-15", dt.date(2025, 8, 15)),
    ("2025-08-15T10:30:00Z", dt.date(2025, 8, 15)),
    ("15 August 2025", dt.date(2025, 8, 15)),
    ("August 15, 2025", dt.date(2025, 8, 15)),
    ("Friday, August 15, 2025", dt.date(2025, 8, 15)),
    ("5th March 2025", dt.date(2025, 3, 5)),
    ("Mar. 5, 2025", dt.date(2025, 3, 5)),
    ("Sept. 21st, 2025", dt.date(2025, 9, 21)),
    ("5 March", None),
    ("2025-08-155", None),
    ("2025-02-30", None),
    ("tomorrow", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "expected"), DAYS)
def test_day(words: str, expected: dt.date | None) -> None:
    assert day(words) == expected


UNCLOSED = [
    ("---\nsources:\n  - file: a.txt\n\nIt rained.\n", True),
    ("---\ntitle: Rain\nsources: [a.txt]\nIt rained.\n", True),
    ("---\ntitle: Rain\n\nIt rained.\n", False),
    ("---\nThe rain\nsources: several\n", False),
    ("It rained.\nsources: several\n", False),
    ("---\nsources: [a.txt]\n---\nIt rained.\n", False),
]


@pytest.mark.parametrize(("text", "said"), UNCLOSED)
def test_a_head_that_names_sources_and_has_no_end(text: str, said: bool) -> None:
    problems = [str(problem) for problem in plain("draft.txt", text).meta.get("problems", ())]
    fault = "draft.txt:1: the front matter that opens here has no end; close it with a line of three hyphens"
    assert problems == ([fault] if said else [])


@pytest.mark.parametrize(("head", "kind"), [("sources: [", SourceError), ("title: [", InputError)])
def test_a_broken_head_with_sources_is_a_fault_of_its_sources(head: str, kind: type) -> None:
    (problem,) = plain("draft.txt", f"---\n{head}\n---\nIt rained.\n").meta["problems"]
    assert type(problem) is kind
