from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.spans import Cover, LineIndex, Span, blank, masked

TEXTS = st.text(alphabet=st.sampled_from("ab 😀é\r\n\t“’"), max_size=60)


def test_a_span_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="3 to 2"):
        Span(3, 2)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [((0, 2), (2, 4), False), ((0, 3), (2, 4), True), ((2, 2), (0, 4), True), ((2, 2), (2, 4), False), ((0, 9), (3, 4), True)],
)
def test_overlap_is_half_open(one: tuple[int, int], other: tuple[int, int], overlap: bool) -> None:
    assert Span(*one).overlaps(Span(*other)) is overlap


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("one\ntwo", 4, (2, 1)),
        ("one\r\ntwo", 5, (2, 1)),
        ("one\rtwo", 4, (2, 1)),
        ("😀 two", 2, (1, 3)),  # code points, not UTF-16 units
        ("", 0, (1, 1)),
        ("one\n", 4, (2, 1)),
        ("one", 99, (1, 4)),
    ],
)
def test_lines_and_columns_count_from_one(text: str, offset: int, place: tuple[int, int]) -> None:
    assert LineIndex(text).position(offset) == place


@given(TEXTS, st.integers(0, 60))
def test_position_and_offset_are_each_other_s_inverse(text: str, offset: int) -> None:
    index = LineIndex(text)
    offset = min(offset, len(text))
    line, column = index.position(offset)
    if text[max(0, offset - 1) : offset + 1] != "\r\n":  # no place lies inside a line end
        assert index.offset(line, column) in (offset, index.line_span(line).end)
    assert index.line_span(line).start <= offset


@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_masking_keeps_length_and_lines(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [Span(min((*pair, len(text))), min(max(pair), len(text))) for pair in pairs]
    shown = masked(text, spans)
    assert len(shown) == len(text)
    assert LineIndex(shown).starts == LineIndex(text).starts
    for at, letter in enumerate(shown):
        inside = any(span.start <= at < span.end for span in spans)
        assert letter == (blank(text[at]) if inside else text[at])


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=6), st.integers(0, 40), st.integers(0, 9))
def test_a_cover_touches_what_one_of_its_spans_overlaps(pairs: list[tuple[int, int]], start: int, length: int) -> None:
    spans = [Span(at, at + long) for at, long in pairs]
    span = Span(start, start + length)
    assert Cover(spans).touches(span) == any(one.overlaps(span) for one in spans)
