"""Breakdowns: totals, and the lists behind them."""

from __future__ import annotations

import pytest

from newslint.reckonings import Breakdown
from tests.conftest import Read


def told(text: str, read: Read) -> list[tuple[str, str, list[str]]]:
    """Each total, the link of its first list, and the last reading of each part of that list."""
    found = read(text).all(Breakdown)
    return [
        (each.name.of(text), each.lists[0].link, [readings[-1].span.of(text) for readings in each.lists[0].parts])
        for each in found
    ]


@pytest.mark.parametrize(
    ("text", "breakdown"),
    [
        ("Twelve people died: eight men and three women.", ("Twelve people", "all", ["eight men", "three women"])),
        ("Nine people, including seven children, left.", ("Nine people", "some", ["seven children"])),
        ("The 30 pupils, 14 boys and 15 girls, left.", ("30 pupils", "comma", ["14 boys", "15 girls"])),
        ("There were 20 votes: 12 for, seven against.", ("20 votes", "all", ["12 for", "seven against"])),
        ("Two people – a man and one elderly woman – left.", ("Two people", "all", ["a man", "one elderly woman"])),
    ],
)
def test_found(text: str, breakdown: tuple[str, str, list[str]], read: Read) -> None:
    assert told(text, read)[0] == breakdown


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people met two men and three women.",
        "Two people died. Eight men were hurt.",
        "Twelve people died: about a dozen or so.",
    ],
)
def test_left_alone(text: str, read: Read) -> None:
    assert told(text, read)[:1] == []


def test_every_reading_of_a_part(read: Read) -> None:
    (found,) = read("Five people were hit: three men dead.").all(Breakdown)
    assert [part.names for part in found.lists[0].parts[0]] == [("men",), ("dead",)]


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Nine people died: five men and four women.", ""),
        ("Nine people (five men and four women) died.", ""),
        ("Nine people died: five men and four women in Leeds.", " in Leeds."),
        ("Nine people died: five men and four women, and more.", None),
        ("Nine people died: five men and four women in Leeds and others in York.", None),
        ("Nine people died: five men and four women. The last was ill.", None),
    ],
)
def test_where_a_list_ends(text: str, behind: str | None, read: Read) -> None:
    part = read(text).all(Breakdown)[0].lists[0].parts[-1][-1]
    assert (None if part.behind is None else part.behind.of(text)) == behind
