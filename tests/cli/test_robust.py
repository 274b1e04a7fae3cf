"""Whatever is wrong with one draft, one source or one name costs itself alone, and is said in one line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from newslint.cli.drafts import awaited
from newslint.document import Document, Dossier, Source
from tests.cli.conftest import Run

ONLY = ("--isolated", "--select", "D101,D202,S101")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A draft, another one with a fault, a source, and links that lead to themselves."""
    (tmp_path / "draft.txt").write_text("The mayor spoke.\n")
    (tmp_path / "other.txt").write_text("It is Monday 12 August 2025.\n")
    (tmp_path / "wire.txt").write_text("The mayor spoke.\n")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "nowhere.txt").symlink_to("gone")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("loop.txt",), "loop.txt: cannot be read: Too many levels of symbolic links"),
        (("draft.txt", "--source", "loop.txt"), "loop.txt: cannot be read: Too many levels of symbolic links"),
        (("draft.txt", "--source", "nowhere.txt"), "nowhere.txt: cannot be read: No such file or directory"),
        (("draft.txt", "--source", ""), "--source '': name a file or the address of a page"),
        (("draft.txt", "--source", "a\nb.txt"), "a\\nb.txt: cannot be read: No such file or directory"),
        (("a\nb\x1bc.txt",), "a\\nb\\x1bc.txt: cannot be read: No such file or directory"),
        (("x" * 5000 + ".txt",), f"{'x' * 5000}.txt: cannot be read: File name too long"),
        (("a" * 5000 + "*.txt",), f"{'a' * 5000}*.txt: fits no file"),
        (("draft.txt", "--source", "x" * 5000), f"{'x' * 5000}: cannot be read: File name too long"),
        (("draft.txt", "--sources-dir", "loop.txt"), "loop.txt: is not a folder"),
        (("draft.txt", "--sources", "loop.txt"), "loop.txt: cannot be read: Too many levels of symbolic links"),
        (("draft.txt", "--archive", "loop.txt"), "loop.txt: cannot be read: Too many levels of symbolic links"),
    ],
)
def test_a_name_that_leads_nowhere(run: Run, desk: Path, words: tuple[str, ...], said: str) -> None:
    done = run(*words, *ONLY, "other.txt")
    assert done.err == f"newslint: {said}\n"
    assert any(line.startswith("other.txt:1:7: D101") for line in done.lines)
    assert done.status == 2


def test_beside_the_draft_lies_what_is_no_folder_and_no_file(run: Run, desk: Path) -> None:
    (desk / "draft.sources").write_text("")
    (desk / "draft.sources.yml").mkdir()
    (desk / "draft.sources.yaml").symlink_to("draft.sources.yaml")
    assert run("draft.txt", *ONLY).err.splitlines() == [
        "newslint: draft.sources.yml: cannot be read: Is a directory",
        "newslint: draft.sources.yaml: cannot be read: Too many levels of symbolic links",
        "newslint: draft.sources: is not a folder",
    ]


def test_links_in_a_folder_of_sources(run: Run, desk: Path) -> None:
    folder = desk / "draft.sources"
    folder.mkdir()
    (folder / "a.txt").symlink_to("../wire.txt")
    (folder / "b.txt").symlink_to("../gone.txt")
    (folder / "inside").symlink_to(".")
    assert run("draft.txt", *ONLY).err == "newslint: draft.sources/b.txt: is a link that leads nowhere\n"


@pytest.mark.parametrize(
    "target", ["loop.txt", "x" * 5000 + ".txt", "a%00.txt", "a%0Ab.txt", "http://[::1", "http://a:999999/x", "draft.md"]
)
@pytest.mark.parametrize("written", ["It [rained]({}).\n", '<p>It <a href="{}">rained</a>.</p>'])
def test_a_link_to_nothing_that_can_be_read(run: Run, desk: Path, written: str, target: str) -> None:
    name = "draft.html" if written.startswith("<") else "draft.md"
    (desk / name).write_text(written.format(target))
    done = run(name, "--fetch", *ONLY, "other.txt")
    assert [line.partition(" 12")[0] for line in done.lines] == ["other.txt:1:7: D101"]
    assert done.status == 1


BREAKS = """
from newslint.hookspecs import hookimpl

@hookimpl
def newslint_sources(draft, read, config):
    if "mayor" in draft.text:
        raise ZeroDivisionError("of my own")
    return ()
"""


@pytest.mark.parametrize("command", ["check", "sources"])
def test_a_draft_whose_sources_break_us_costs_itself_alone(process: Run, desk: Path, command: str) -> None:
    (desk / "breaks.py").write_text(BREAKS)
    (desk / ".newslint.yaml").write_text("plugins: [breaks.py]\n")
    done = process(command, "draft.txt", "other.txt", "--source", "wire.txt")
    assert done.err.splitlines()[-2:] == [
        "ZeroDivisionError: of my own",
        "newslint: draft.txt: a fault of newslint, not of your text: please report the above",
    ]
    assert done.status == 3
    assert any(line.startswith("other.txt") for line in done.lines)


@pytest.mark.parametrize("name", ["draft.txt", "./draft.txt"])
def test_a_draft_on_standard_input_is_no_source_of_itself(run: Run, desk: Path, name: str) -> None:
    done = run("-", "--stdin-display-name", name, "--source", "draft.txt", *ONLY, given="The mayor was silent.\n")
    assert (done.err, done.status) == ("newslint: draft.txt: the draft cannot be its own source\n", 2)
    assert run("-", "--source", "draft.txt", *ONLY, given="The mayor was silent.\n").status == 0


@pytest.mark.parametrize(
    "words",
    [
        ("draft.txt", "--isolated", "other.txt"),
        ("--isolated", "draft.txt", "--color", "never", "other.txt"),
        ("draft.txt", "other.txt", "--isolated"),
        ("--isolated", "--", "draft.txt", "other.txt"),
        ("draft.txt", "--isolated", "--", "other.txt"),
    ],
)
def test_drafts_may_stand_among_the_options(run: Run, desk: Path, words: tuple[str, ...]) -> None:
    (desk / "draft.txt").write_text("It is Sunday 12 August 2025.\n")
    lines = run("--select", "D101", *words).lines
    assert [line.partition(":")[0] for line in lines] == ["draft.txt", "other.txt"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("draft.txt", "--isolated", "--no-such"), "unrecognized arguments: --no-such"),
        (("draft.txt", "--no-such", "other.txt"), "unrecognized arguments: --no-such other.txt"),
        (("explain", "D101", "D102"), "unrecognized arguments: D102"),
    ],
)
def test_options_that_are_none(run: Run, desk: Path, words: tuple[str, ...], said: str) -> None:
    done = run(*words)
    assert (said in done.err, done.status) == (True, 2)


def test_a_source_without_words_is_not_held_against_a_draft(run: Run, desk: Path) -> None:
    (desk / "scan.txt").write_text("12 - 14\n")
    done = run("other.txt", "--source", "scan.txt", *ONLY)
    assert [line.split(" ")[1] for line in done.lines] == ["S101", "D101"]
    assert "There are no words in scan.txt" in done.lines[0]


def test_a_source_that_is_too_large(run: Run, desk: Path) -> None:
    (desk / "large.txt").write_bytes(b"The mayor spoke.\n" * 250_000)
    done = run("other.txt", "--source", "large.txt", *ONLY)
    most = "is larger than 4 MB, the most that a source may be; save the part that the draft rests on"
    assert (done.err, done.status) == (f"newslint: large.txt: {most}\n", 2)
    assert run("large.txt", *ONLY).err == ""


@pytest.mark.parametrize(("together", "lines"), [(True, 1), (False, 2)])
def test_what_one_reader_sees_is_said_once(desk: Path, together: bool, lines: int) -> None:
    words = [sys.executable, "-m", "newslint", "draft.txt", "--source", "gone.txt", *ONLY]
    apart = subprocess.STDOUT if together else subprocess.PIPE
    done = subprocess.run(words, cwd=desk, stdout=subprocess.PIPE, stderr=apart, text=True, check=False, timeout=60)
    said = (done.stdout + (done.stderr or "")).splitlines()
    assert len([line for line in said if "gone.txt: cannot be read" in line]) == lines
    assert "S101" in said[0]
    assert done.returncode == 2


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ((500,), ""),
        ((300_000,), "comparing draft.txt with 1 source (0.3 million characters)"),
        ((10,) * 25, "comparing draft.txt with 25 sources (0.0 million characters)"),
    ],
)
def test_what_takes_long_is_told(sizes: tuple[int, ...], said: str) -> None:
    sources = tuple(Source(Document("s.txt", "a" * size), f"s{at}") for at, size in enumerate(sizes))
    assert awaited(Dossier(Document("draft.txt", "It rained."), sources)) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--output-file", "."), "--output-file . is a folder; name a file in it"),
        (("--output-file", ""), "argument --output-file: a name, not ''"),
        (("--output-file", "x" * 300), "cannot be written: File name too long"),
        (("--max-per-rule", "-1"), "argument --max-per-rule: 0 or more, not '-1'"),
        (("--isolated", "--config", "x.yaml"), "argument --config: not allowed with argument --isolated"),
    ],
)
def test_options_that_cannot_be_followed(run: Run, desk: Path, words: tuple[str, ...], said: str) -> None:
    done = run("draft.txt", *words)
    assert done.status == 2
    assert said in done.err


def test_a_rule_that_is_asked_for_and_cannot_be_read(run: Run, desk: Path) -> None:
    (desk / "house").mkdir()
    (desk / "house" / "broken.yaml").write_text("id: broken\ncode: Y9\n")
    (desk / ".newslint.yaml").write_text("rules-path: [house]\n")
    done = run("draft.txt", "--select", "Y9")
    assert done.status == 2
    assert "no rule fits 'Y9'" in done.err
    assert "broken.yaml:1:1: 'examples' is missing" in done.err
