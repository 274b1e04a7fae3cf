"""The real pre-commit reads our hook, builds its environment and runs it over what is staged."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.project import OFFLINE, copied

BAD, GOOD = "A note. # newslint: ignore[X101]\n", "A note.\n"


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


def test_the_hook(hook: Path, environment: dict[str, str], tmp_path: Path) -> None:
    def commit() -> tuple[int, str]:
        git(tmp_path, environment, "add", ".")
        words = [sys.executable, "-m", "pre_commit", "run", "--color", "never"]
        done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    git(tmp_path, environment, "init", "--quiet")
    revision = git(hook, environment, "rev-parse", "HEAD")
    (tmp_path / ".pre-commit-config.yaml").write_text(f"repos: [{{repo: {hook}, rev: {revision}, hooks: [{{id: newslint}}]}}]\n")
    (tmp_path / "draft.sources").mkdir()
    (tmp_path / "draft.sources" / "wire.txt").write_text(BAD)
    (tmp_path / "code.py").write_text(BAD)
    for name in ("draft.txt", "draft.md", "draft.html"):
        (tmp_path / name).write_text(BAD)

    status, said = commit()
    assert status == 1, said
    found = [line.split(" ")[0:2] for line in said.splitlines() if " X101 " in line]
    assert sorted(found) == [["draft.html:1:9:", "X101"], ["draft.md:1:9:", "X101"], ["draft.txt:1:9:", "X101"]], said

    for name in ("draft.txt", "draft.md", "draft.html"):
        (tmp_path / name).write_text(GOOD)
    status, said = commit()
    assert status == 0, said
    assert said.startswith("newslint.")
    assert said.rstrip().endswith("Passed")
