"""The reading copy: what markup, wrapping and odd characters do to what is found (nothing)."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document, Dossier
from newslint.inspection import inspection
from newslint.linter import Linter
from newslint.mentions import Block
from newslint.spans import Span

SEEDS = Path(__file__).parent.parent / "seeds"

READ = [
    ("draft.html", "<p>On <b>Mon</b>day, <a\nhref='x'>12&nbsp;May</a></p>", "On Monday, 12 May"),
    ("draft.html", "<p>It cost &pound;5, he wouldn&rsquo;t pay.</p>", "It cost £5, he wouldn’t pay."),
    ("draft.html", "<p>One</p><p>two<br>three</p>", "One\ntwo three"),
    (
        "draft.md",
        'On **Monday**, [12 May](http://a.b/c "d e")[^1] it\nclosed.\n\n[^1]: Minutes.\n',
        "On Monday, 12 May it closed.\nMinutes.",
    ),
    ("draft.md", "| men | 12 |\n|-----|----|\n| women | 3 |\n", "men\n12\nwomen\n3"),
    ("draft.md", r"A \*star\* &amp; a \_line", "A *star* & a _line"),
    ("draft.txt", "The co\u00adun\u200bcil met.\u00a0It closed.", "The council met. It closed."),
    ("draft.html", "<p>On Mon&shy;day, Tues&#8203;day and Wednes&zwnj;day.</p><p>&shy;</p>", "On Monday, Tuesday and Wednesday."),
    ("draft.txt", "Tues\u200eday and\u202e\u2066 after\n\n\u200b\n", "Tuesday and after"),
    ("draft.txt", "Zoe\u0308 met Jose\u0301 e\u0301.", "Zoë met José é."),
    (
        "draft.txt",
        "The council met\nin the old hall\nand closed it\nfor good.",
        "The council met in the old hall and closed it for good.",
    ),
    ("draft.txt", "It met. # newslint: ignore[D101] checked\n\nIt\u00a0closed.", "It met.\nIt closed."),
    ("draft.txt", "Two  spaces were typed.", "Two  spaces were typed."),
]


def read(linter: Linter, name: str, text: str) -> Document:
    return linter.parse(Path(name), text.encode())


@pytest.mark.parametrize(("name", "text", "seen"), READ)
def test_what_a_reader_sees(linter: Linter, name: str, text: str, seen: str) -> None:
    assert read(linter, name, text).reading.text == seen


@pytest.mark.parametrize(
    ("name", "text", "words", "there"),
    [
        ("draft.html", "<p>On <b>Mon</b>day it met.</p>", "Monday", "Mon</b>day"),
        ("draft.html", "<p>It cost &pound;5.</p>", "£5", "&pound;5"),
        ("draft.html", "<p>It cost <i>&pound;5</i>.</p>", "£", "&pound;"),
        ("draft.html", "<p>he wouldn&rsquo;t&mdash;pay.</p>", "wouldn’t", "wouldn&rsquo;t"),
        ("draft.md", "On **Monday**, it met.", "Monday", "Monday"),
        ("draft.txt", "on Monday,\nthe 12th\nof May it was\nclosed", "12th of May", "12th\nof May"),
        ("draft.txt", "by Jose\u0301 alone", "José", "Jose\u0301"),
    ],
)
def test_the_way_back(linter: Linter, name: str, text: str, words: str, there: str) -> None:
    copy = read(linter, name, text).reading
    at = copy.text.index(words)
    assert copy.placed(Span(at, at + len(words))).of(text) == there


def test_a_plain_text_is_its_own_copy(linter: Linter) -> None:
    doc = read(linter, "draft.txt", "The council met.\n\nIt closed it.\n")
    assert doc.reading is doc


_PIECES = [*"ab12 .,\n\r\t&;<>/*_[]()#|`\\", "\u00ad", "\u0301", "é", "&pound;", "&nbsp;", "<b>", "</p><p>", "<br>", "😋"]


@given(text=st.lists(st.sampled_from(_PIECES), max_size=60).map("".join))
@pytest.mark.parametrize("name", ["draft.txt", "draft.md", "draft.html"])
def test_every_letter_of_the_copy_has_its_place(linter: Linter, name: str, text: str) -> None:
    doc = read(linter, name, text)
    copy = doc.reading
    places = [copy.placed(Span(at, at + 1)) for at in range(len(copy.text))]
    assert all(0 <= place.start < place.end <= len(doc.text) for place in places)
    assert all(one.end <= two.start or one == two for one, two in pairwise(places))
    for letter, place in zip(copy.text, places, strict=True):
        same = letter.isspace() or letter == "\ufffc" or place.of(doc.text) == letter or len(place) > 1
        assert same, (letter, place.of(doc.text))
    assert len(copy.all(Block)) <= len(doc.all(Block))
    assert all(block.span.of(copy.text).strip() for block in copy.all(Block)) or copy is doc
    assert all("\n" not in block.span.of(copy.text) for block in copy.all(Block)) or copy is doc


STORY = (SEEDS / "000_009268604145ada5.txt").read_text(encoding="utf-8").strip()


def linked(words: str, share: int) -> str:
    """Every so many words inside a link, so that tags stand between the words of dates, numbers, names and cues."""
    parts = re.split(r"( )", words)
    return "".join(
        f'<a href="http://example.org/a b">{part}</a>' if i % share == 0 and part.strip() else part
        for i, part in enumerate(parts)
    )


def paragraphs(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def page(text: str, share: int = 0) -> str:
    body = (
        f"<p>{linked(line.replace('&', '&amp;'), share) if share else line.replace('&', '&amp;')}</p>"
        for line in paragraphs(text)
    )
    return "<article>\n" + "\n".join(body) + "\n</article>\n"


def found(linter: Linter, name: str, text: str) -> list[str]:
    draft = read(linter, name, text)
    outcome = linter.check(Dossier(draft, makers=linter.makers))
    return sorted(f"{finding.code} {re.sub(r'[0-9]+(:[0-9]+)?', '#', finding.message)}" for finding in outcome.findings)


@pytest.mark.parametrize("share", [2, 6])
def test_links_hide_nothing(linter: Linter, share: int) -> None:
    bare = found(linter, "draft.html", page(STORY))
    assert bare
    linked = found(linter, "draft.html", page(STORY, share))
    # but for a hedge whose source is the very page that the link leads to
    assert linked == [finding for finding in bare if not finding.startswith("H101")]


def test_layers_are_the_same_with_links(linter: Linter) -> None:
    def words(share: int) -> list[tuple[str, str]]:
        seen = inspection(read(linter, "draft.html", page(STORY, share)))
        layers = ("sentences", "dates", "quantities", "quotes", "attributions", "hedges", "claims", "names")
        text = page(STORY, share)
        return [(layer, re.sub(r"<[^>]*>", "", text[item["start"] : item["end"]])) for layer in layers for item in seen[layer]]

    assert words(2) == words(0)


def test_wrapped_lines_and_composed_letters_hide_nothing(linter: Linter) -> None:
    import textwrap

    bare = found(linter, "draft.txt", "\n\n".join(paragraphs(STORY)))
    wrapped = "\n\n".join(textwrap.fill(line, 70, break_long_words=False, break_on_hyphens=False) for line in paragraphs(STORY))
    assert found(linter, "draft.txt", wrapped) == bare
    assert found(linter, "draft.txt", unicodedata.normalize("NFD", "\n\n".join(paragraphs(STORY)))) == bare
    assert found(linter, "draft.txt", "\n\n".join(paragraphs(STORY)).replace("\n", "\r\n")) == bare
