"""Passages and segments: the whole text, once, with the marks that lie on it."""

from __future__ import annotations

import pytest
from hypothesis import given

from newslint.view.facts import facts, headline
from newslint.view.marks import Item, Seen, laid
from newslint.view.readable import readable
from tests.conftest import Read
from tests.view.conftest import anything_seen, seen


def rows(**layers: list[tuple[int, int]]) -> dict[str, object]:
    return {name: [{"start": start, "end": end} for start, end in places] for name, places in layers.items()}


def cut(text: str, **layers: list[tuple[int, int]]) -> list[tuple[str, str]]:
    """The segments of a text, each with the layers on it."""
    blocks = {"blocks": [{"start": 0, "end": len(text), "kind": "paragraph"}]}
    parts = laid(Seen(blocks | rows(**layers), text), layers)
    return [
        (text[one.start : one.end], " ".join(mark.item.layer for mark in one.marks)) for part in parts for one in part.segments
    ]


@pytest.mark.parametrize(
    ("layers", "segments"),
    [
        ({}, [("abcdef", "")]),
        ({"dates": [(2, 4)]}, [("ab", ""), ("cd", "dates"), ("ef", "")]),
        ({"dates": [(0, 6)]}, [("abcdef", "dates")]),
        ({"dates": [(3, 3)]}, [("abcdef", "")]),
        ({"dates": [(1, 5)], "quotes": [(2, 3)]}, [("a", ""), ("b", "dates"), ("c", "dates quotes"), ("de", "dates"), ("f", "")]),
        ({"dates": [(0, 4)], "quotes": [(2, 6)]}, [("ab", "dates"), ("cd", "dates quotes"), ("ef", "quotes")]),
        ({"dates": [(0, 2), (2, 4)]}, [("ab", "dates"), ("cd", "dates"), ("ef", "")]),
        ({"dates": [(0, 4), (1, 2)]}, [("a", "dates"), ("b", "dates dates"), ("cd", "dates"), ("ef", "")]),
    ],
)
def test_a_text_is_cut_where_marks_begin_and_end(
    layers: dict[str, list[tuple[int, int]]], segments: list[tuple[str, str]]
) -> None:
    assert cut("abcdef", **layers) == segments


@given(anything_seen())
def test_segments_are_the_text_and_carry_all_their_marks(seen: Seen) -> None:
    parts = list(laid(seen, seen.layers))
    whole = [one for part in parts for one in part.segments]
    assert "".join(seen.text[one.start : one.end] for one in whole) == seen.text
    every = {(mark.start, mark.end, mark.item.id, mark.part) for one in whole for mark in one.marks}
    for one in whole:
        over = {place for place in every if place[0] <= one.start and one.end <= place[1]}
        assert over == {(mark.start, mark.end, mark.item.id, mark.part) for mark in one.marks}
        assert not any(one.start < edge < one.end for place in every for edge in place[:2])
    items = [item.id for part in parts for item in part.items]
    assert len(items) == len(set(items))


def test_passages(read: Read) -> None:
    draft = seen(read, "---\ntitle: X\n---\n\n# Head\n\nOne *two*\nthree.\n\n```\ncode  1\n```\n", name="draft.md")
    shown = [(part.kind, " ".join(readable(draft.text[part.start : part.end]).split())) for part in draft.passages]
    assert shown == [
        ("front-matter", "--- title: X ---"),
        ("headline", "Head"),
        ("paragraph", "One two three."),
        ("code", "``` code 1 ```"),
    ]
    assert "".join(draft.text[part.start : part.end] for part in draft.passages) == draft.text


QUANTITY = {"start": 0, "end": 5, "value": 15000, "low": 13500, "high": 16500, "unit": None, "noun": "soldier", "kind": "count"}


@pytest.mark.parametrize(
    ("layer", "row", "known"),
    [
        ("quantities", QUANTITY, "value 15,000; allows 13,500 to 16,500; noun soldier; kind count"),
        ("quantities", QUANTITY | {"low": 15000, "high": 15000}, "value 15,000; noun soldier; kind count"),
        ("quantities", QUANTITY | {"high": None}, "value 15,000; allows from 13,500; noun soldier; kind count"),
        ("quantities", QUANTITY | {"value": [2, 3], "low": None}, "value 2 to 3; allows up to 16,500; noun soldier; kind count"),
        ("dates", {"value": "2025-06", "earliest": "2025-06-01", "latest": "2025-06-30", "anchored": True},
         "value 2025-06; days 2025-06-01 to 2025-06-30"),
        ("dates", {"value": "2025-06-04", "earliest": "2025-06-04", "latest": "2025-06-04", "anchored": True}, "value 2025-06-04"),
        ("dates", {"value": "PAST_REF", "earliest": None, "latest": None, "anchored": False}, "value PAST_REF; not anchored"),
        ("names", {"label": "PERSON", "id": "Ana Ruiz", "role": None}, "label PERSON; bearer Ana Ruiz"),
        ("names", {"label": "PERSON", "id": "Ruizo", "role": "mayor"}, "label PERSON; role mayor"),
        ("quotes", {"speaker": {"start": 0, "end": 5, "text": "Ruizo", "name": "Ana Ruiz"}, "cue": None}, "speaker Ruizo (Ana Ruiz)"),
        ("new", {"some_field": {"a": 1, "b": None}, "kinds": ["x", "y"], "sure": True}, "some field a 1; kinds x, y; sure"),
    ],
)  # fmt: skip
def test_facts(layer: str, row: dict[str, object], known: str) -> None:
    item = Item(layer, 0, {"start": 0, "end": 5} | row)
    shown = facts(Seen({}, "Ruizo said"), item)
    assert "; ".join(f"{label} {value}".strip() for label, value in shown) == known


def test_an_attribution_is_called_by_its_source_and_cue() -> None:
    text = "the mill closed, Ana Ruiz said"
    row = {"start": 0, "end": 30, "source": {"start": 17, "end": 25}, "cue": {"start": 26, "end": 30}, "content": None}
    item = Item("attributions", 0, row)
    assert headline(Seen({}, text), item) == "Ana Ruiz … said"
    assert item.place == (26, 30)
