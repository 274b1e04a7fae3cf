"""``--by-source``, ``--require-sources`` and ``--quick``: what a commit hook asks for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from newslint.run.dependents import drafts
from tests.cli.conftest import Run
from tests.test_seeds import DRAFTS

FILES = (
    "flood.txt flood.sources/wire.txt flood.sources/notes/a.md flood.sources.yml fire.md fire.sources.yaml wires/pa.txt wires/ap.txt"
    " settings.yml stories/storm.html orphan.sources/a.txt orphan.sources.yml"
    " stories/hail.md stories/hail.sources.yml agency/pa.txt .hidden/x.txt .hidden/x.sources.yml"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES.split():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("It rained on Monday in Leeds.\n")
    (tmp_path / "fire.sources.yaml").write_text("sources: [wires/pa.txt]\n")
    (tmp_path / "stories" / "hail.sources.yml").write_text("[../agency/pa.txt, ../flood.sources/wire.txt]\n")
    (tmp_path / ".hidden" / "x.sources.yml").write_text("[../agency/pa.txt]\n")
    (tmp_path / "flood.sources.yml").write_text("sources: [\n")  # is said when the draft is checked
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("given", "checked"),
    [
        ("flood.txt", "flood.txt"),
        ("flood.sources/wire.txt", "flood.txt stories/hail.md"),
        ("flood.sources/notes/a.md flood.sources.yml flood.txt", "flood.txt"),
        ("agency/pa.txt", "agency/pa.txt stories/hail.md"),
        ("flood.sources.yml", "flood.txt"),
        ("fire.sources.yaml", "fire.md"),
        ("wires/pa.txt", "wires/pa.txt fire.md"),
        ("wires/ap.txt", "wires/ap.txt"),
        ("settings.yml orphan.sources/a.txt orphan.sources.yml", ""),
        ("stories/storm.html - nowhere.txt", "stories/storm.html - nowhere.txt"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_source_stands_for_the_drafts_that_rest_on_it(given: str, checked: str) -> None:
    assert [*drafts(given.split())] == checked.split()


def test_nothing_to_check_is_no_fault(folder: Path, run: Run) -> None:
    done = run("settings.yml", "--by-source")
    assert (done.out, done.err, done.status) == ("", "", 0)


def test_a_draft_without_sources_may_be_refused(desk: Path, run: Run) -> None:
    (desk / "draft.txt").write_text("It rained.\n")
    assert run("draft.txt").status == 0
    done = run("draft.txt", "--require-sources")
    assert done.status == 2
    assert done.err.startswith("newslint: draft.txt: names no source; lay them into draft.sources/ beside it")
    assert run("draft.txt", "--require-sources", "--source", "rules/alpha.yaml").status == 0


def test_quick_loads_no_model(tmp_path: Path) -> None:
    (tmp_path / "probe.py").write_text(
        "import sys\nfrom newslint import cli\ncli.run(sys.argv[1:])\nprint('spacy' in sys.modules)\n"
    )

    def probe(*words: str) -> list[str]:
        command = [sys.executable, "probe.py", str(DRAFTS[1]), *words]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout.splitlines()

    assert probe()[-1] == "True"
    quick = probe("--quick")
    assert quick[-1] == "False"
    assert any(" N201 " in line for line in quick)
