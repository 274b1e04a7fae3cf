"""The view for a terminal."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given

from newslint.view import terminal
from newslint.view.marks import Seen
from tests.conftest import Read
from tests.view.conftest import anything_seen, seen

ESCAPE = re.compile(r"\x1b\[[\d;]*m")


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("TERM", "xterm-256color")


def shown(draft: Seen, *layers: str, color: bool = False) -> str:
    out = io.StringIO()
    terminal.show([draft], out, layers, color=color)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def test_the_draft_stands_there_as_it_reads_with_its_facts(read: Read) -> None:
    text = shown(seen(read, published="2025-05-16"))
    assert text.startswith("draft.txt  published 2025-05-16\n dates  quantities  quotes  attributions (source) (cue)")
    assert re.search(r"^headline +Harbour to close$", text, re.MULTILINE)
    assert re.search(r"^boilerplate +Related: The mayor & the mill$", text, re.MULTILINE)
    assert "on Friday[" in text
    assert re.search(r"\d date +Friday  DATE  value 2025-05-16$", text, re.MULTILINE)
    assert re.search(r"\d date +4 June 2025  DATE  value 2025-06-04$", text, re.MULTILINE)
    assert re.search(r"\d quantity +About 600  value 600  allows 540 to 660", text)
    assert re.search(r"\d quote +We will reopen .*  speaker .*Ana Ruiz", text)


def test_layers_are_chosen(read: Read) -> None:
    text = shown(seen(read, published="2025-05-16"), "dates")
    assert "Friday[1]" in text
    assert " quantity " not in text
    assert " quotes " not in text


def test_colour_stands_for_numbers(read: Read) -> None:
    text = shown(seen(read, published="2025-05-16"), color=True)
    assert "Friday[" not in ESCAPE.sub("", text)
    assert "\x1b[1;36mFriday\x1b[0m" in text


def test_overlapping_marks_show_both(read: Read) -> None:
    draft = seen(read, "“It ends on Friday,” she said.\n", published="2025-05-16")
    assert re.search(r"\x1b\[3mIt ends on .*\x1b\[1;3;36mFriday\x1b\[0m", shown(draft, color=True))


def test_a_narrow_terminal_has_no_margin(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = shown(seen(read)).splitlines()
    assert "headline 1" in lines
    assert "Harbour to close" in lines
    assert all(len(line) <= 40 for line in lines)


def test_a_draft_cannot_steer_the_terminal(read: Read) -> None:
    text = shown(seen(read, "The \x1b[31mred\x1b]0;title\x07 mill [bold]closed[/bold] in May.\n"))
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "␛[31mred" in text
    assert "[bold]closed[/bold]" in text


@given(anything_seen())
def test_anything_can_be_shown(seen: Seen) -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown(seen).replace("\r", "").replace("\t", ""))
