"""The real pre-commit reads our hooks, builds their environment and runs them over what is staged."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.project import OFFLINE, copied

BAD, GOOD = "A note. # newslint: ignore[X101]\n", "A note.\n"
NOTE = "X101 ignore[X101] gives no reason, so it silences nothing. (ignore-without-match)"
STORY = "The ministry said on Thursday that about {} soldiers had gone to the border province of Kursk.\n"
WIRE = "About {} soldiers have gone to the border province of Kursk, the ministry said on Thursday.\n"

Commit = Callable[..., tuple[int, str]]
"""Stage all there is, or nothing (``stage=False``), run the hooks, and give their status and what they said."""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What pre-commit's own pip needs to find our dependencies here instead of fetching them.

    Only newslint is built and installed; the packages it depends on are links to those that
    run this test. It takes 4 seconds instead of the 25 or more of a real installation.
    """
    folder = tmp_path_factory.mktemp("environment")
    packages = folder / "packages"
    packages.mkdir()
    for package in Path(sysconfig.get_path("purelib")).iterdir():
        if "newslint" not in package.name and package.suffix != ".pth":
            (packages / package.name).symlink_to(package)
    names = {f"GIT_{who}_{what}": "tests@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    own = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PIP_", "NEWSLINT", "PRE_COMMIT"))}
    return own | names | OFFLINE | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PIP_NO_BUILD_ISOLATION": "0",  # pip stores the value as it is: 0 means no isolation
        "PRE_COMMIT_HOME": str(folder / "home"),
        "PYTHONPATH": str(packages),
        "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
    }  # fmt: skip


@pytest.fixture(scope="module")
def hook(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """A repository with our sources in one commit."""
    repository = copied(tmp_path_factory.mktemp("hook") / "newslint")
    git(repository, environment, "init", "--quiet")
    git(repository, environment, "add", ".")
    git(repository, environment, "commit", "--quiet", "--message", "All of it")
    return repository


def git(folder: Path, environment: dict[str, str], *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def desk(hook: Path, environment: dict[str, str], tmp_path: Path) -> Path:
    """A repository that uses both hooks."""
    git(tmp_path, environment, "init", "--quiet")
    configure(tmp_path, hook, environment)
    return tmp_path


def configure(desk: Path, hook: Path, environment: dict[str, str], first: str = "id: newslint", head: str = "") -> None:
    revision = git(hook, environment, "rev-parse", "HEAD")
    repo = f"repos: [{{repo: {hook}, rev: {revision}, hooks: [{{{first}}}, {{id: newslint-sources}}]}}]\n"
    (desk / ".pre-commit-config.yaml").write_text(head + repo)


@pytest.fixture
def commit(desk: Path, environment: dict[str, str]) -> Commit:
    def commit(*words: str, stage: bool = True) -> tuple[int, str]:
        if stage:
            git(desk, environment, "add", ".")
        command = [sys.executable, "-m", "pre_commit", "run", "--color", "never", *words]
        done = subprocess.run(command, cwd=desk, env=environment, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    return commit


def told(said: str) -> list[str]:
    """The findings among what pre-commit printed."""
    return sorted(line for line in said.splitlines() if line.count(": ") and line.endswith(")") and "(no files" not in line)


def test_texts_are_checked_and_no_others(desk: Path, commit: Commit) -> None:
    (desk / "draft.sources").mkdir()
    (desk / "draft.sources" / "wire.txt").write_text(BAD)
    (desk / "code.py").write_text(BAD)
    (desk / "settings.yaml").write_text("a: 1\n")
    for name in ("draft.txt", "draft.md", "draft.html"):
        (desk / name).write_text(BAD)
    status, said = commit()
    assert status == 1, said
    assert told(said) == [f"draft.{kind}:1:9: {NOTE}" for kind in ("html", "md", "txt")], said
    assert "newslint (sources)" in said

    for name in ("draft.txt", "draft.md", "draft.html"):
        (desk / name).write_text(GOOD)
    status, said = commit()
    assert status == 0, said
    assert [line.rstrip()[-6:] for line in said.splitlines()] == ["Passed", "Passed"]


def test_what_is_not_staged_is_not_looked_at(desk: Path, commit: Commit) -> None:
    (desk / "draft.txt").write_text(BAD)
    assert commit("newslint")[0] == 1
    (desk / "draft.txt").write_text(GOOD)  # mended, but the fault is still staged
    status, said = commit("newslint", stage=False)
    assert (status, told(said)) == (1, [f"draft.txt:1:9: {NOTE}"]), said
    assert (desk / "draft.txt").read_text() == GOOD
    assert commit("newslint")[0] == 0
    (desk / "draft.txt").write_text(BAD)  # and the other way round
    assert commit("newslint", stage=False)[0] == 0
    assert (desk / "draft.txt").read_text() == BAD


def test_unsupported_figures_are_refused(desk: Path, commit: Commit) -> None:
    """Also when it is the source that changes, and as it is staged."""
    (desk / "stories" / "draft.sources").mkdir(parents=True)
    draft, wire = desk / "stories" / "draft.txt", desk / "stories" / "draft.sources" / "wire.txt"
    draft.write_text(STORY.format("15,000"))
    wire.write_text(WIRE.format("15,000"))
    assert commit("newslint-sources")[0] == 0
    draft.write_text(STORY.format("25,000"))
    status, said = commit("newslint-sources")
    assert status == 1
    assert told(said) == [
        "stories/draft.txt:1:36: N201 “about 25,000” here, “About 15,000” in wire.txt:1:1. (number-differs-from-source)"
    ], said

    draft.write_text(STORY.format("15,000"))
    commit("newslint-sources")
    wire.write_text(WIRE.format("12,000"))  # not staged: the draft rests on what is
    assert commit("newslint-sources", stage=False)[0] == 0
    assert wire.read_text() == WIRE.format("12,000")
    status, said = commit("newslint-sources", "--files", "stories/draft.sources/wire.txt")
    assert status == 1
    assert "stories/draft.txt:1:" in said
    assert "N201" in said


def test_the_words_of_a_desk(desk: Path, hook: Path, environment: dict[str, str], commit: Commit) -> None:
    """``args`` go to one process with all files, and ``fail_fast`` spares the second hook."""
    for number in range(3):
        (desk / f"draft{number}.txt").write_text(BAD)
    configure(desk, hook, environment, "id: newslint, args: [--count, --select, X101]", "fail_fast: true\n")
    status, said = commit()
    assert status == 1
    assert "\n3\n" in said
    assert "newslint (sources)" not in said
    configure(desk, hook, environment, "id: newslint, args: [--baseline, known.json]")
    (desk / "known.json").write_text('{"newslint-baseline": 1, "drafts": {}}')
    assert len(told(commit()[1])) == 3
