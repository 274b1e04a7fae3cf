"""Markdown: what is blanked, what stays, and which blocks the lines make."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.read.markdown import markdown
from newslint.spans import GONE


def shown(text: str) -> str:
    """The prose with its runs of spaces made one."""
    return " ".join(markdown("draft.md", text).prose.split())


SHOWN = [
    ("The **council** voted *twice* and __never__ _again_.", "The council voted twice and never again ."),
    ("[The vote](https://example.org/a_(b)) was close.", "The vote was close."),
    ('[The vote](<https://example.org> "title") was close.', "The vote was close."),
    ("[The vote][1] was close.\n\n[1]: https://example.org", "The vote was close."),
    ("[The vote][nowhere] was close.", "[The vote][nowhere] was close."),
    ("“They [the council] left,” he said.", "“They [the council] left,” he said."),
    ("![A hall](hall.png) It closed.", "It closed."),
    ("See <https://example.org/x> for it.", "See for it."),
    ("Run `make all` now.", "Run \ufffc now."),
    ("It closed.[^1]\n\n[^1]: Minutes, 3 May.", "It closed. Minutes, 3 May."),
    ("Marks &amp; Spencer &pound;2 &nope; AT&T", "Marks & Spencer £ 2 &nope; AT&T"),
    ("<b>It</b> closed.<br/> 3 < 4", "It closed. 3 < 4"),
    ("It closed. <!-- not yet\nsure --> Now.", "It closed. Now."),
    (r"5 \* 3 and \_x\_", "5 * 3 and _ x_"),
    ("He said s**t and f***ing 5 * 3 * 2.", "He said s**t and f***ing 5 * 3 * 2."),
    ("He said s**t, then **more** and f**k.", "He said s**t, then more and f**k."),
    ("5*3*2 and 2**3**4 and a*b c*d", "5*3*2 and 2**3**4 and a*b c*d"),
    ("snake_case_word and __init", "snake_case_word and __init"),
    ("~~Old~~ new", "Old new"),
    ("# Council closes library #", "Council closes library"),
    ("> quoted\n> words", "quoted words"),
    ("| a | b |\n|---|:-:|\n| c | d |", "a b c d"),
    ("***\n\nText", "Text"),
    ("One\\\ntwo", "One two"),
]


@pytest.mark.parametrize(("text", "expected"), SHOWN)
def test_shown(text: str, expected: str) -> None:
    assert shown(text) == expected


BLOCKS = [
    ("# Headline\n\nText of\ntwo lines.\n\nMore.", "headline paragraph paragraph"),
    ("Headline\n===\nText.", "headline paragraph"),
    ("Text.\n\n---\n\nText.", "paragraph paragraph"),
    ("- one\n- two\n  lines\n\n1. one\n2. two", "list-item list-item list-item list-item"),
    ("It was in\n1945. That was long ago.", "paragraph"),
    ("> one\n> more\nlazy\n>\n> two", "quote-block quote-block"),
    ("Text.\n```python\nx = 1\n\ny = 2\n```\nText.", "paragraph code paragraph"),
    ("~~~\nnever closed", "code"),
    ("Text.\n## Crosshead\nText.", "paragraph headline paragraph"),
    ("---\ndate: 2025-08-15\n---\n# Headline", "front-matter headline"),
    ("#hashtag is text", "paragraph"),
    ("| a | b |\n|---|---|\n| c \\| d | |", "list-item list-item list-item"),
    ("![A hall](hall.png)\n\n*The mayor.*\n\n*Text.*", "paragraph caption paragraph"),
    ("![A hall](hall.png)\n_The mayor._\nText.", "paragraph"),
]


@pytest.mark.parametrize(("text", "expected"), BLOCKS)
def test_blocks(text: str, expected: str) -> None:
    assert " ".join(block.kind for block in markdown("draft.md", text).markup) == expected


def test_links_are_kept() -> None:
    doc = markdown("draft.md", "[The vote](https://example.org/a) and [more][Ref].\n\n[ref]: https://example.org/b")
    found = [(url, doc.text[start:end]) for url, start, end in doc.meta["links"]]
    assert found == [("https://example.org/a", "The vote"), ("https://example.org/b", "more")]


_MARKS = ["&amp;", "<!--", "-->", "```", "---\n", "<b>", "](", "[^1]", "\r\n", *"*_`[]()<>!&;\\|#->~\"' \n\r\t1a."]
_PIECES = st.sampled_from(_MARKS)
_MARKUP = st.one_of(st.lists(_PIECES, max_size=60).map("".join), st.text(max_size=80))


@given(_MARKUP)
def test_prose_is_as_long_as_the_text_with_the_same_line_ends(text: str) -> None:
    doc = markdown("draft.md", text)
    assert len(doc.prose) == len(text)
    assert [m.span() for m in re.finditer(r"[\r\n]", doc.prose)] == [m.span() for m in re.finditer(r"[\r\n]", text)]
    assert all(one.end <= two.start for one, two in pairwise(doc.markup))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ruth **Adey**emi left.", "Ruth Adeyemi left."),
        ("Ruth Adey**emi** left.", "Ruth Adeyemi left."),
        ("un*think*able", "unthinkable"),
        ("~~In~~accurate", "Inaccurate"),
        ("snake_case_word", "snake_case_word"),
        ("Ruth **Ade**-**yemi** left.", "Ruth Ade-yemi left."),
    ],
)
def test_marks_inside_a_word_do_not_part_it(text: str, read: str) -> None:
    assert markdown("draft.md", text).prose.replace(GONE, "") == read
