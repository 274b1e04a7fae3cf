"""Which drafts a command reads, and what it says of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("On 3 May 2025.\n")
    (tmp_path / "b.md").write_text("On 4 May 2025.\n")
    (tmp_path / "bad.txt").write_bytes(b"\0")
    (tmp_path / "empty.txt").write_text(" \n")
    return tmp_path


COMMANDS = [("check", "--select", "D101"), ("inspect", "--layers", "dates"), ("sources",)]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: words[0])
def test_what_cannot_be_read_is_said_and_the_others_go_on(run: Run, folder: Path, command: tuple[str, ...]) -> None:
    done = run(*command, "gone.txt", "a.txt", "bad.txt", "*.nothing", "empty.txt", "b.md", "--isolated")
    assert done.err.splitlines()[:4] == [
        "newslint: gone.txt: cannot be read: No such file or directory",
        "newslint: bad.txt: is not text: it holds NUL bytes",
        "newslint: *.nothing: fits no file",
        "newslint: empty.txt: is empty",
    ]
    assert done.status == 2


@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: words[0])
def test_what_is_excluded_is_read_by_no_command(run: Run, folder: Path, command: tuple[str, ...]) -> None:
    done = run(*command, ".", "--exclude", "bad.txt,empty.txt", "--isolated")
    assert (done.err, done.status) == ("", 0)


def test_standard_input_is_read_as_its_name_says(run: Run, folder: Path) -> None:
    done = run("inspect", "-", "--layers", "links", "--stdin-display-name", "x.md", given="[Vote](https://example.org/a)")
    assert "https://example.org/a" in done.out
    assert run("inspect", "-", "--layers", "links", given="[Vote](https://example.org/a)").out == ""
