"""Blocks: what each line of a text is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.annotate.blocks import blocks
from newslint.annotate.ignores import ignores
from newslint.document import Document
from newslint.mentions import Block, Ignore
from newslint.spans import Span

LONG = "The council voted on Monday to close the library in the old town hall, and the mayor said it would not be the last."
NEXT = "Readers had asked for a delay. None was given, although two members of the council spoke for them at length."


def doc(text: str, markup: tuple[Block, ...] = ()) -> Document:
    return Document("draft", text, markup=markup, makers={Block: blocks, Ignore: ignores})


def kinds(text: str) -> list[str]:
    return [block.kind for block in doc(text).all(Block)]


LAYOUT = [
    ("a line a paragraph", f"{LONG}\n{NEXT}", "paragraph paragraph"),
    ("blank lines", f"{LONG}\n\n{NEXT}\n\n\n", "paragraph paragraph"),
    ("headline", f"Council closes library\n\n{LONG}", "headline paragraph"),
    ("headline that asks", f"Who closed the library?\n\n{LONG}", "headline paragraph"),
    ("headline and standfirst", f"Council closes library\nMayor says more will follow\nBy Jane Doe\n{LONG}",
     "headline standfirst byline paragraph"),
    ("date line", f"Friday, January 4, 2019\n\n{LONG}", "dateline paragraph"),
    ("date line with time", f"Council closes library\nPublished: 4 January 2019, 10:32 GMT\n{LONG}",
     "headline dateline paragraph"),
    ("byline with a place", f"Council closes library\nBy Jane Doe and John Roe in Leeds\n\n{LONG}", "headline byline paragraph"),
    ("byline in capitals", f"Council closes library\nBY JANE DOE\n\n{LONG}", "headline byline paragraph"),
    ("agency dateline", f"LONDON, Aug 15 (Reuters) - {LONG}", "dateline paragraph"),
    ("agency dateline after a headline", f"Council closes library\n\nNEW YORK (AP) — {LONG}", "headline dateline paragraph"),
    ("dateline with a state", f"CAMBRIDGE, Mass., Dec. 11 (UPI) — {LONG}", "dateline paragraph"),
    ("list", f"{LONG}\n\n- one reason\n- another reason\n\n{NEXT}", "paragraph list-item list-item paragraph"),
    ("numbered list", f"{LONG}\n1. Go home.\n2. Stay there.", "paragraph list-item list-item"),
    ("quoted lines", f"{LONG}\n\n> so it was\n\n{NEXT}", "paragraph quote-block paragraph"),
    ("crosshead", f"{LONG}\n\nNo delay\n\n{NEXT}", "paragraph headline paragraph"),
    ("caption", f"{LONG}\nPhoto: The mayor opens the library in 2019. (Jane Doe)\n{NEXT}", "paragraph caption paragraph"),
    ("sign-off", f"{LONG}\n\n(Reporting by Jane Doe; Editing by John Roe)", "paragraph byline"),
    ("newsletter run into a paragraph", f"{LONG} Sign up for our newsletter\n\n{NEXT}", "paragraph boilerplate paragraph"),
    ("a next story", f"{LONG}\n\nUP NEXT: Hall to close\n\n{NEXT}", "paragraph boilerplate paragraph"),
    ("interview with names in full at first", f"{LONG}\n\n((The Herald)) And now?\n\nJane Roe: Now we go.\n\n((TH)) Go where?\n\nJR: Home.\n\n((TH)) Why?\n\nJR: Go.",
     "paragraph" + " quote-block" * 6),
    ("questions and answers", f"{LONG}\n\nQ. And now?\n\nA. Now we go.\n\nQ. Go where?\n\nA. Home.",
     "paragraph" + " quote-block" * 4),
    ("newsletter", f"{LONG}\nSign up for our newsletter\n{NEXT}", "paragraph boilerplate paragraph"),
    ("follow", f"{LONG}\nFollow Jane Doe on Twitter @janedoe.", "paragraph boilerplate"),
    ("credit", f"{LONG}\nPhotograph: Jane Doe/The Daily Planet\n{NEXT}", "paragraph boilerplate paragraph"),
    ("related heading and its links", f"{LONG}\nRelated articles\nHow a town lost its library\n{NEXT}",
     "paragraph boilerplate boilerplate paragraph"),
    ("interview", f"{LONG}\n\nQ: Why?\n\nA: It had to be.\n\nQ: And now?\n\nA: We wait.", "paragraph" + " quote-block" * 4),
    ("labels once each", f"{LONG}\nDate: 3 May.\nPlace: the town hall.\nPrice: free.", "paragraph paragraph paragraph paragraph"),
    ("cookies", f"{LONG}\nThis website uses cookies to give you the best experience.", "paragraph boilerplate"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in LAYOUT], ids=[row[0] for row in LAYOUT])
def test_layout(text: str, expected: str) -> None:
    assert " ".join(kinds(text)) == expected


NOT_FURNITURE = [
    ("a lead without a full stop", "The vote was on Tuesday 4 May 2026"),
    ("a lead that follows a name in capitals", f"NATO – the alliance – met. {LONG}"),
    ("the label of a story", f"EXCLUSIVE – {LONG}"),
    ("read more, said in copy", f"{LONG}\nRead more books, the mayor told the young.\n{NEXT}"),
    ("a photo in copy", f"{LONG}\nPhotographs by the police show the library. They are old.\n{NEXT}"),
    ("by, at the start", f"By Friday the library had closed. {LONG}"),
    ("a line that ends in a colon", f"{LONG}\nAccording to the mayor:\n{NEXT}"),
]


@pytest.mark.parametrize("text", [row[1] for row in NOT_FURNITURE], ids=[row[0] for row in NOT_FURNITURE])
def test_not_furniture(text: str) -> None:
    assert set(kinds(text)) == {"paragraph"}


LINKS = [
    "Film festival opens in the rain with a tale of two sisters",
    "How farmers prepare for a summer without water",
    "Swimmer crosses lake in record time – on a dare",
]


def test_related_headlines_at_the_foot() -> None:
    assert kinds("\n".join([LONG, NEXT, *LINKS])) == ["paragraph"] * 2 + ["boilerplate"] * 3


@pytest.mark.parametrize(
    "foot",
    [
        LINKS[:2],
        [f"{link}." for link in LINKS],
        ["The nominees are:", *LINKS],
        ["Leeds 2-1 Derby", "Hull 0-0 York", "Bath 3-3 Bury"],
        ["Council votes to close the library", "Mayor says it would not be the last", "Readers had asked for a delay on Monday"],
    ],
    ids=["two only", "sentences", "announced by a colon", "results", "a summary of the story"],
)
def test_not_related_headlines(foot: list[str]) -> None:
    assert "boilerplate" not in kinds("\n".join([LONG, NEXT, *foot]))


def test_hard_wrapped_lines_are_joined() -> None:
    text = """\
Council closes library
By Jane Doe

The council voted on Monday to close the library in the old
town hall, and the mayor said it would not be the last. A
Labour member walked out.

Readers had asked for a delay. None was given, although two
members spoke for them:
- Jane Roe, who read out
  a letter
- John Poe
"""
    found = doc(text).all(Block)
    assert [block.kind for block in found] == ["headline", "byline", "paragraph", "paragraph", "list-item", "list-item"]
    assert found[2].span.of(text).endswith("walked out.")


def test_blank_lines_now_and_then_do_not_join_paragraphs() -> None:
    text = f"{LONG}\n{NEXT}\n\n{LONG}\n{NEXT}\n{LONG}"
    assert kinds(text) == ["paragraph"] * 5


def test_ignore_comments_are_no_block() -> None:
    text = f"{LONG}\nnewslint: ignore[D101] diary seen\n{NEXT}"
    assert [block.span.of(text) for block in doc(text).all(Block)] == [LONG, NEXT]


def test_markup_is_believed_and_the_rest_guessed() -> None:
    text = f"---\ndate: 2025-08-15\n---\nCouncil closes library\n{LONG}"
    found = doc(text, markup=(Block(Span(0, 24), "front-matter"),)).all(Block)
    assert [block.kind for block in found] == ["front-matter", "headline", "paragraph"]


_SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: Span(min(pair), max(pair)))
_MARKUP = st.lists(
    st.builds(Block, _SPANS, st.sampled_from(["headline", "paragraph", "front-matter", "boilerplate"])), max_size=4
)
_TEXT = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("aA. \n\r\t:-\u2028\x85\x1c")), max_size=120)


@given(_TEXT, _MARKUP)
def test_every_character_lies_in_exactly_one_block(text: str, markup: list[Block]) -> None:
    found = doc(text, tuple(markup)).all(Block)
    assert all(one.end <= two.start for one, two in pairwise(found))
    covered = "".join(block.span.of(text) for block in found)
    assert [c for c in covered if not c.isspace()] == [c for c in text if not c.isspace()]
    assert all(block.span.stripped(text) == block.span for block in found)
