"""What holds for every layer of every text: places, and what must not change them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.document import Document
from newslint.inspection import LAYERS as SHOWN
from newslint.inspection import inspection
from newslint.linter import Linter
from newslint.mentions import (
    Abbreviation,
    Attribution,
    Block,
    Claim,
    Credit,
    DateMention,
    Hedge,
    Link,
    Mention,
    Quantity,
    Quote,
    Sentence,
    Spelling,
)
from newslint.spans import Span

LAYERS = (Block, Sentence, DateMention, Quantity, Quote, Attribution, Hedge, Claim, Abbreviation, Spelling, Link, Credit)
"""All that need no model."""

SEEN = tuple(layer for layer in SHOWN if layer != "names")

PUBLISHED = dt.date(2025, 8, 15)
SEEDS = [path for path in sorted((Path(__file__).parent.parent / "seeds").glob("*.txt")) if ".expected" not in path.name]
PIECES = [
    "The minister, Ana Ruiz, said on Friday", "“We will", "rebuild”", '"never"', "he said.", "More than 15,000 troops", "were killed",
    "in June 2024", "£4.5m-£5m", "reportedly", "possibly", "12 per cent", "of the", "according to the Ministry of Defence (MoD)",
    "the MoD", "Kim Jong-un", "31 June", "Monday 12 August 2025", "last year", "the 12 months to June", "half past nine", "one in five",
    "6ft 2in", "9-year-old", "-2C", "No. 10", "9/11", "‘scrap’", "«Oui»", "「はい」", "„Nein“", "’", "—", "😀", "\u00a0", "\t",
    "'90s", "# Head", "- item", "> quoted", "Read more", "LONDON (AP) —", "By Ana Ruiz", "e\u0301", "5'11\"", "…", "“", "”", '"', "'",
    "[a vote](https://example.org/a)", "https://example.org/b.", "[^1]: Report,", "<a href=x.txt>", "</a>",
    "the Guardian reported, citing", "according to state-run KCNA", "told the BBC", "(Reuters)",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from([*PIECES, "\n", "\n\n", "\r\n", " ", ". "]), max_size=40).map(" ".join) | st.text(max_size=80)
WIDE = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def parse(text: str, linter: Linter, suffix: str = ".txt") -> Document:
    return linter.parse(Path(f"draft{suffix}"), text.encode("utf-8", "replace"), published=PUBLISHED)


def spans_in(value: Any) -> Iterator[Span]:
    """All spans that a mention holds, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from spans_in(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from spans_in(getattr(value, field.name))


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@WIDE
@given(text=TEXTS)
def test_spans_lie_inside_in_order_and_hold_words(linter: Linter, suffix: str, text: str) -> None:
    doc = parse(text.replace("\0", ""), linter, suffix).reading
    for layer in LAYERS:
        mentions: tuple[Mention, ...] = doc.all(layer)
        assert all(span.end <= len(doc.text) for mention in mentions for span in spans_in(mention)), layer
        assert [mention.start for mention in mentions] == sorted(mention.start for mention in mentions), layer
        for mention in mentions:
            words = mention.span.of(doc.text)
            assert words, mention
            assert words == words.strip() or layer is Quote, mention


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@WIDE
@given(text=TEXTS)
def test_inspect_shows_the_words_of_the_file(linter: Linter, suffix: str, text: str) -> None:
    doc = parse(text.replace("\0", ""), linter, suffix)
    seen = inspection(doc, SEEN)
    for layer, items in seen.items():
        for item in items if isinstance(items, list) else ():
            for part in (item, *(value for value in item.values() if isinstance(value, dict))):
                assert 0 <= part["start"] <= part["end"] <= len(doc.text), layer
                if "text" in part:
                    assert part["text"] == doc.text[part["start"] : part["end"]], layer
    assert inspection(doc, SEEN) == seen == inspection(parse(text.replace("\0", ""), linter, suffix), SEEN)


TOP = "Council closes the library\n\nThe council of the old town closed the library by the river for good, and nobody came.\n\n"
MORE = "An old mill by the river burned down and nobody was hurt.\n\n"


@WIDE
@given(pieces=st.lists(st.sampled_from([*PIECES, "\n\n", ". "]), max_size=40))
def test_a_paragraph_before_changes_nothing_after_it(linter: Linter, pieces: list[str]) -> None:
    story = " ".join(pieces)
    bare, more = parse(TOP + "Then.\n\n" + story, linter), parse(TOP + MORE + "Then.\n\n" + story, linter)
    at = len(TOP)
    for layer in (DateMention, Quantity, Quote, Attribution, Hedge):
        after = [mention for mention in bare.all(layer) if mention.start >= at]
        moved = [mention for mention in more.all(layer) if mention.start >= at + len(MORE)]
        assert [shown(mention, bare) for mention in after] == [shown(mention, more) for mention in moved], layer


def shown(value: Any, doc: Document) -> Any:
    """A mention with the words of its spans in place of the spans."""
    if isinstance(value, Span):
        return value.of(doc.text)
    if isinstance(value, tuple):
        return tuple(shown(part, doc) for part in value)
    if dataclasses.is_dataclass(value):
        return {field.name: shown(getattr(value, field.name), doc) for field in dataclasses.fields(value)}
    return value


def words_of(text: str, linter: Linter, raw: bytes | None = None) -> list[tuple[Any, ...]]:
    """What inspect shows of each layer, offsets left out, white space and accents made alike."""
    doc = linter.parse(Path("draft.txt"), text.encode() if raw is None else raw, published=PUBLISHED)
    seen = inspection(doc, SEEN)
    return [(layer, alike(item)) for layer, items in seen.items() if isinstance(items, list) for item in items]


def alike(value: Any) -> Any:
    if isinstance(value, dict):
        return tuple((key, alike(part)) for key, part in value.items() if key not in ("start", "end"))
    if isinstance(value, list):
        return tuple(alike(part) for part in value)
    return unicodedata.normalize("NFC", " ".join(value.split())) if isinstance(value, str) else value


ACCENTS = "José Núñez, 43, told Le Monde on 3 May: “Ça coûte 1.2m €, dit-on.” Zoë Müller denied it. São Tomé’s 12 théâtres reportedly closed."


@pytest.mark.parametrize("story", [*(path.read_text(encoding="utf-8") for path in SEEDS), ACCENTS], ids=["a", "b", "accents"])
def test_the_way_a_file_is_written_changes_nothing(linter: Linter, story: str) -> None:
    story = re.sub(r"[\u00a0\u202f]", " ", story)
    want = words_of(story, linter)
    assert want
    assert words_of(story, linter, story.replace("\n", "\r\n").encode()) == want
    assert words_of(story, linter, b"\xef\xbb\xbf" + story.encode()) == want
    assert words_of(story, linter, story.encode("utf-16")) == want
    assert words_of(unicodedata.normalize("NFD", story), linter) == want
    assert words_of(story.replace(" ", "\u00a0"), linter) == want


MARKED = [
    "The mayor, Ana Ruiz, said: {}We closed the library on Monday because it cost too much.{}",
    "{}We closed the library on Monday because it cost too much,{} the mayor, Ana Ruiz, said.",
]


@pytest.mark.parametrize("pattern", MARKED)
@pytest.mark.parametrize(("left", "right"), ['""', "“”", "„“", "‘’", "''", "«»", "»«", "「」", "『』", "〝〞", "＂＂"])
def test_every_kind_of_mark_holds_a_quotation(linter: Linter, pattern: str, left: str, right: str) -> None:
    text = pattern.format(left, right)
    (quote,) = parse(text, linter).all(Quote)
    assert (quote.kind, quote.speaker_name) == ("speech", "Ana Ruiz")
    assert quote.outer.of(text) == left + quote.span.of(text) + right


def test_signs_outside_the_first_plane_move_nothing(linter: Linter) -> None:
    story = SEEDS[0].read_text(encoding="utf-8")
    faces = story.replace("\n", " 😀\n\n😀😀\n\n", 1)  # the end of the headline, and a line below it
    own = [item for item in words_of(story, linter) if item[0] not in ("blocks", "sentences")]
    assert own == [item for item in words_of(faces, linter) if item[0] not in ("blocks", "sentences")]
