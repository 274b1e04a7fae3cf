"""``newslint inspect`` in each of its forms."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = "The mill closed on 4 May 2024, she said. “About 600 came.”\n"


@pytest.fixture(autouse=True)
def draft(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(TEXT, encoding="utf-8")


def test_lines_where_nobody_looks(run: Run) -> None:
    first = run("inspect", "draft.txt", "--layers", "dates,quotes")
    assert first.lines == [
        "1:20  dates         '4 May 2024'  type=DATE  value=2024-05-04  earliest=2024-05-04  latest=2024-05-04  anchored=True",
        *(line for line in first.lines[1:] if line.startswith("1:43  quotes        'About 600 came.'  kind=")),
    ]
    assert len(first.lines) == 2
    assert run("inspect", "draft.txt", "--layers", "quotes", "--layers", "dates").out == first.out


@pytest.mark.parametrize(("environment", "mark"), [({}, "\x1b[1;36m4 May 2024"), ({"NO_COLOR": "1"}, "4 May 2024[1]")])
def test_marks_at_a_terminal(tmp_path: Path, environment: dict[str, str], mark: str) -> None:
    ours, theirs = pytest.importorskip("pty").openpty()
    command = [sys.executable, "-m", "newslint", "inspect", "draft.txt", "--layers", "dates"]
    env = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    env |= {"TERM": "xterm-256color", "COLUMNS": "90", **environment}
    subprocess.run(command, cwd=tmp_path, stdout=theirs, env=env, check=True, timeout=120)
    os.close(theirs)
    out = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "draft.txt" in out
    assert "paragraph" in out
    assert mark in out
    assert ("\x1b[" in out) == (not environment)


@pytest.mark.parametrize("form", ["text", "terminal", "json", "html"])
def test_standard_input(run: Run, form: str) -> None:
    words = ("--layers", "dates", "--format", form)
    given = run("inspect", "-", "--stdin-display-name", "draft.txt", *words, given=TEXT)
    assert given.status == 0
    assert "2024-05-04" in given.out
    assert given.out == run("inspect", "draft.txt", *words).out


def test_json_of_some_layers(run: Run) -> None:
    seen = json.loads(run("inspect", "draft.txt", "--layers", "dates", "--format", "json").out)
    assert set(seen) == {"id", "published", "language", "dates"}


def test_color_is_asked_for(run: Run) -> None:
    words = ("inspect", "draft.txt", "--layers", "dates", "--format", "terminal")
    assert "\x1b" not in run(*words).out
    assert "\x1b[1;36m4 May 2024" in run(*words, "--color", "always").out


def test_a_page_takes_the_place_of_the_last_page_and_of_no_draft(run: Run, tmp_path: Path) -> None:
    words = ("inspect", "draft.txt", "--layers", "dates", "--format", "html", "--output-file", "page.html")
    assert (run(*words).status, run(*words).status) == (0, 0)
    written = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert written.startswith("<!doctype html>")
    (tmp_path / "page.html").write_text("<p>A draft.</p>")
    refused = run(*words)
    assert refused.status == 2
    assert "give the report another name" in refused.err
    assert (tmp_path / "page.html").read_text() == "<p>A draft.</p>"


def test_several_drafts_on_a_page(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("Born on *5 May 2024*.\n")
    done = run("inspect", "draft.txt", "gone.txt", "other.md", "--layers", "dates", "--format", "html")
    assert (done.out.count("<article"), done.out.count("<!doctype"), done.status) == (2, 1, 2)
    assert done.err == "newslint: gone.txt: cannot be read: No such file or directory\n"


@pytest.mark.parametrize("form", ["text", "terminal", "json", "html"])
def test_nothing_to_show(run: Run, tmp_path: Path, form: str) -> None:
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "last.out").write_text("last week")
    done = run("inspect", "empty.txt", "gone.txt", "--format", form, "--output-file", "last.out")
    assert done.err == "newslint: empty.txt: is empty\nnewslint: gone.txt: cannot be read: No such file or directory\n"
    assert (done.out, done.status) == ("", 2)
    assert (tmp_path / "last.out").read_text() == "last week"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("draft.txt --layers dats", "no layer is called 'dats'; did you mean 'dates'?"),
        ("draft.txt --format pdf", "argument --format: invalid choice: 'pdf'"),
        ("draft.txt --batch -", "--batch and files do not go together"),
        ("--batch - --format html", "--batch writes every layer as JSON, one answer a line"),
        ("--batch - --layers dates", "--batch writes every layer as JSON, one answer a line"),
    ],
)
def test_usage(run: Run, words: str, complaint: str) -> None:
    done = run("inspect", *words.split())
    assert done.err.startswith(f"newslint: {complaint}"), done.err
    assert (done.out, done.status) == ("", 2)


def test_lines_are_those_of_the_file_however_it_is_shown(run: Run, desk: Path) -> None:
    """A tag may run over lines; the text that is read has none of these line ends."""
    (desk / "page.html").write_text('<p class="a"\n id="b">He came.</p>\n<p>Five men left.</p>\n', encoding="utf-8")
    assert run("inspect", "page.html", "--layers", "quantities").lines[0].startswith("3:4 ")
    shown = run("inspect", "page.html", "--layers", "quantities", "--format", "terminal").out
    assert re.search(r"Five\[1\] men left\.\s+3\b", shown)
