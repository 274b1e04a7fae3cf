"""How a draft is held against its sources, and what is said of those that cannot be had."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

DRAFT = "“We will later rebuild this old town,” the mayor said.\n"
FOUND = "draft.txt:1:1: Q201 “We will later rebuild this old town,” here, “We will rebuild this old town” in wire.txt:1:12"
ONLY = ("--isolated", "--select", "Q201")


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "other.txt").write_text("# newslint: ignore[X101]\n")
    (tmp_path / "wires").mkdir()
    path = tmp_path / "wires" / "wire.txt"
    path.write_text("Thank you. We will rebuild this old town. Good night.\n")
    return path


@pytest.mark.parametrize("words", ["--source wires/wire.txt", "--sources-dir wires", "--sources all.yml"])
def test_named_on_the_command_line(run: Run, wire: Path, words: str) -> None:
    (wire.parent.parent / "all.yml").write_text("sources: [{file: wires/wire.txt}]\n")
    assert run("draft.txt", *ONLY).out == ""
    done = run("draft.txt", *ONLY, *words.split())
    assert (done.out.startswith(FOUND), done.err, done.status) == (True, "", 1)
    assert run("-", *ONLY, *words.split(), given=DRAFT).out == done.out.replace("draft.txt", "stdin.txt")


def test_beside_the_draft(run: Run, wire: Path, tmp_path: Path) -> None:
    wire.parent.rename(tmp_path / "draft.sources")
    assert run("draft.txt", *ONLY).out.startswith(FOUND)
    assert run("./draft.txt", *ONLY).out.startswith(FOUND)
    (tmp_path / "draft.sources").rename(tmp_path / "wires")
    (tmp_path / "draft.sources.yml").write_text("sources: [{file: wires/wire.txt}]\n")
    assert run("draft.txt", *ONLY).out.startswith(FOUND)
    (tmp_path / "draft.sources.yml").unlink()
    (tmp_path / "draft.txt").write_text(f"---\nsources:\n  - file: wires/wire.txt\n---\n{DRAFT}", encoding="utf-8")
    assert run("draft.txt", *ONLY).out.startswith(FOUND.replace(":1:1:", ":5:1:"))


@pytest.mark.parametrize(
    ("words", "manifest", "said"),
    [
        ("--source gone.txt", "", "gone.txt: cannot be read: No such file or directory"),
        ("--sources-dir gone", "", "gone: is not a folder"),
        ("--sources gone.yml", "", "gone.yml: cannot be read: No such file or directory"),
        ("", "sources:\n  - file: gone.txt", "draft.sources.yml:2: source gone.txt cannot be read: No such file or directory"),
        ("", "sources:\n  - fiel: gone.txt", "draft.sources.yml:2:5: unknown key 'fiel'; did you mean 'file'?"),
        ("", "sources:\n  - id: x", "draft.sources.yml:2:5: a source needs 'file' or 'url'"),
        ("", "sources:\n  - {file: wires/wire.txt, kind: newspaper}", "draft.sources.yml:2:34: 'newspaper' is not known here"),
        ("", "published: 15 August", "draft.sources.yml:1:12: expected a date such as 2025-08-15, not '15 August'"),
        ("", "sources:\n  - url: https://example.org/a", "draft.sources.yml:2: source https://example.org/a: is not fetched"),
        ("", "sources: [", "draft.sources.yml:2:1: not YAML"),
    ],
)
def test_one_that_cannot_be_had_is_said_and_the_rest_goes_on(run: Run, wire: Path, words: str, manifest: str, said: str) -> None:
    if manifest:
        (wire.parent.parent / "draft.sources.yml").write_text(manifest + "\n")
    done = run("draft.txt", "other.txt", "--isolated", "--select", "Q201,X101", *words.split())
    assert done.err.splitlines()[0].startswith(f"newslint: {said}"), done.err
    assert len(done.err.splitlines()) == 1
    assert [line.split(" ")[0:2] for line in done.lines] == [["other.txt:1:1:", "X101"]]
    assert done.status == 2


def test_the_day_of_publication(run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("The council voted on Monday, and again on Thursday.\n")
    only = ("--isolated", "--select", "D106")
    assert run("draft.txt", *only).status == 1
    assert run("draft.txt", *only, "--published", "2025-08-15").status == 0
    (tmp_path / "draft.sources.yml").write_text("published: 2025-08-15\n")
    assert run("draft.txt", *only).status == 0
