"""The snippets for CI systems are read by these, and what they run runs."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
from pathlib import Path
from typing import Any

import junitparser
import pytest
import yaml

from tests.cli.conftest import Run, run
from tests.project import ROOT

__all__ = ["run"]

SEED = "000_009268604145ada5.txt"
FOLDER = ROOT / "examples" / "ci"


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "a story.txt").write_bytes((ROOT / "seeds" / SEED).read_bytes())
    return tmp_path


def read(name: str) -> Any:
    # YAML 1.1 takes the key 'on' for true; GitHub does not
    return yaml.load((FOLDER / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def git(folder: Path, *words: str) -> None:
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    names = {f"GIT_{who}_{what}": "tests@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(["git", "-C", str(folder), *words], env={**own, **names}, check=True, capture_output=True)


def test_github(run: Run, stories: Path) -> None:
    git(stories, "init", "--quiet", "--initial-branch", "main")
    git(stories, "commit", "--quiet", "--allow-empty", "--message", "Before")
    git(stories, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(stories, "add", ".")
    git(stories, "commit", "--quiet", "--message", "A story")
    (job,) = read("github.yml")["jobs"].values()
    lines = [step["run"] for step in job["steps"] if step.get("run", "").startswith("newslint")]
    marks, report = (run(*shlex.split(line.replace("$GITHUB_BASE_REF", "main"))[1:]) for line in lines)
    assert marks.status == 1
    assert marks.out.startswith("::warning file=stories/a story.txt,line=")
    assert (report.status, report.out) == (0, "")
    (upload,) = (step for step in job["steps"] if "upload-sarif" in step.get("uses", ""))
    log = json.loads((stories / upload["with"]["sarif_file"]).read_text(encoding="utf-8"))
    assert log["runs"][0]["results"]


def test_gitlab(run: Run, stories: Path) -> None:
    (job,) = read("gitlab.yml").values()
    assert [run(*shlex.split(line)[1:]).status for line in job["script"]] == [0, 1]
    reports = job["artifacts"]["reports"]
    assert json.loads((stories / reports["codequality"]).read_text(encoding="utf-8"))
    assert len(junitparser.JUnitXml.fromfile(str(stories / reports["junit"]))) == 1


def test_every_format_is_in_the_documents_and_in_the_help(run: Run) -> None:
    from newslint.shipped import REPORTERS

    documents = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    told = " ".join(run("check", "--help").out.split())
    for name in REPORTERS:
        assert f"`{name}`" in documents
        assert f" {name}," in told
