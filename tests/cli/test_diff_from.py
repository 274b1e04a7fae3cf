"""``--diff-from``: findings in paragraphs that git says are new."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_fix import RULE as MENDS

ALPHA, BETA = "A paragraph with alpha in it.", "A paragraph\nwith beta in it."
OLD = f"{ALPHA}\n\n{BETA}\n"
PLACE = "draft.txt:{}: Z102 The word “beta” was found. (beta)"


def git(folder: Path, *words: str) -> str:
    who = {f"GIT_{who}_{what}": "tests@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", *words], cwd=folder, env=own | who | {"GIT_CONFIG_GLOBAL": os.devnull}, capture_output=True, check=True
    )
    return done.stdout.decode().strip()


@pytest.fixture
def desk(desk: Path) -> Path:
    """A repository in which the draft was committed once."""
    (desk / "draft.txt").write_text(OLD)
    git(desk, "init", "--quiet", "--initial-branch", "main")
    git(desk, "add", ".")
    git(desk, "commit", "--quiet", "--message", "One")
    return desk


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (OLD, []),
        (f"{BETA}\n\n{ALPHA}\n", []),
        (f"{ALPHA}\n\nSomething new.\n\n{BETA}\n", []),
        (f"{ALPHA}\n\nA paragraph with\nbeta in it.\n", []),
        (f"{ALPHA}\n\nA paragraph with beta in it, changed.\n", ["3:18"]),
        (f"{ALPHA}\n\n{BETA}\n\n{BETA}\n", ["7:6"]),
        (f"A new beta.\n\n{ALPHA}\n\n{BETA}\n", ["1:7"]),
        (OLD.replace("\n", "\r\n"), []),
    ],
)
def test_only_changed_paragraphs_are_told(text: str, places: list[str], desk: Path, run: Run) -> None:
    (desk / "draft.txt").write_bytes(text.encode())
    done = run("draft.txt", "--diff-from", "HEAD")
    assert done.lines == [PLACE.format(place) for place in places]
    assert (done.err, done.status) == ("", 1 if places else 0)


def test_staged_and_committed_changes_count_too(desk: Path, run: Run) -> None:
    (desk / "draft.txt").write_text(f"{OLD}\nA staged beta.\n")
    git(desk, "add", ".")
    assert run("draft.txt", "--diff-from", "HEAD").lines == [PLACE.format("6:10")]
    git(desk, "commit", "--quiet", "--message", "Two")
    assert run("draft.txt", "--diff-from", "HEAD").lines == []
    assert run("draft.txt", "--diff-from", "HEAD~1").lines == [PLACE.format("6:10")]


def test_new_files_are_told_whole_and_renamed_ones_are_followed(desk: Path, run: Run) -> None:
    (desk / "new.txt").write_text(OLD)
    git(desk, "mv", "draft.txt", "moved.txt")
    (desk / "moved.txt").write_text(f"{OLD}\nA new beta.\n")
    lines = run("new.txt", "moved.txt", "--diff-from", "HEAD").lines
    assert [line.split(" ")[0] for line in lines] == ["new.txt:1:18:", "new.txt:4:6:", "moved.txt:6:7:"]


def test_dots_mean_where_the_branch_began(desk: Path, run: Run) -> None:
    git(desk, "checkout", "--quiet", "-b", "story")
    (desk / "draft.txt").write_text(f"{OLD}\nMine, beta.\n")
    git(desk, "commit", "--quiet", "--all", "--message", "Mine")
    git(desk, "checkout", "--quiet", "main")
    (desk / "draft.txt").write_text(OLD.replace("with beta", "without beta"))
    git(desk, "commit", "--quiet", "--all", "--message", "Theirs")
    git(desk, "checkout", "--quiet", "story")
    assert len(run("draft.txt", "--diff-from", "main").lines) == 2
    assert run("draft.txt", "--diff-from", "main...").lines == [PLACE.format("6:7")]


def test_fixes_are_made_in_changed_paragraphs_alone(desk: Path, run: Run) -> None:
    (desk / "rules" / "plain.yaml").write_text(MENDS.format(id="plain", code="Z301", fix="safe", words="{utilise: use}"))
    (desk / "draft.txt").write_text("They utilise it.\n")
    git(desk, "commit", "--quiet", "--all", "--message", "Two")
    (desk / "draft.txt").write_text("They utilise it.\n\nWe utilise it.\n")
    run("draft.txt", "--fix", "--diff-from", "HEAD")
    assert (desk / "draft.txt").read_text() == "They utilise it.\n\nWe use it.\n"


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("nowhere", "no commit is called 'nowhere' in"),
        ("HEAD:draft.txt", "no commit is called 'HEAD:draft.txt'"),
        ("--output=x", "is no name of a commit"),
        ("", "is no name of a commit"),
        ("main...HEAD", "'main...HEAD' is a range; give 'main', or 'main...' for where this branch left it"),
        ("main..", "'main..' is a range; give 'main', or 'main...'"),
        ("...", "is no name of a commit"),
    ],
)
def test_what_is_no_commit_is_said(ref: str, said: str, desk: Path, run: Run) -> None:
    done = run("draft.txt", f"--diff-from={ref}")
    assert (done.out, done.status) == ("", 2)
    assert said in done.err
    assert not (desk / "x").exists()


def test_a_draft_outside_costs_no_other(desk: Path, run: Run, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "draft.txt"
    outside.write_text(OLD)
    (desk / "draft.txt").write_text(f"{OLD}\nA new beta.\n")
    done = run(str(outside), "draft.txt", "--diff-from", "HEAD")
    assert (done.lines, done.status) == ([PLACE.format("6:7")], 2)
    assert done.err == f"newslint: {outside}: lies in no git repository; leave out --diff-from\n"


def test_without_git(desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(desk))
    done = run("draft.txt", "--diff-from", "HEAD")
    assert (done.err, done.status) == ("newslint: --diff-from needs git, which is not installed here\n", 2)


def test_the_repository_of_a_hook_is_not_taken_for_that_of_the_draft(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(desk / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(desk / "elsewhere" / "index"))
    assert run("draft.txt", "--diff-from", "HEAD").status == 0


def test_a_repository_of_another_user_is_said_to_be_one(desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    done = run("draft.txt", "--diff-from", "HEAD")
    assert (done.out, done.status) == ("", 2)
    advice = f"git config --global --add safe.directory {desk}"
    assert done.err == f"newslint: --diff-from: git does not trust a repository that belongs to another user; say: {advice}\n"


def test_a_clone_without_the_commits_between(desk: Path, run: Run) -> None:
    git(desk, "checkout", "--quiet", "--orphan", "other")
    git(desk, "commit", "--quiet", "--message", "Apart")
    done = run("draft.txt", "--diff-from", "main...")
    assert (done.out, done.status) == ("", 2)
    assert "have no commit in common; is it fetched? (in CI, fetch the whole history)" in done.err
