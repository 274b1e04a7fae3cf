"""Hostile files: one line, a status, and never a traceback; the other drafts are still read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.hostile import ALL

CASES = [(kind, name) for kind, cases in ALL.items() for name in cases]


def test_there_are_ten_of_each_kind() -> None:
    assert {len(cases) for cases in ALL.values()} == {10}


@pytest.mark.parametrize(("kind", "name"), CASES)
def test_a_hostile_file(kind: str, name: str, run: Run, tmp_path: Path) -> None:
    made, status, said = ALL[kind][name]
    (tmp_path / f"draft.{kind}").write_bytes(made())
    done = run(f"draft.{kind}", "--isolated", "--select", "T,W")
    assert "Traceback" not in done.err
    assert (done.status, said in done.err or (said == "T" and f"draft.{kind}:" in done.out)) == (status, True), done
    if status == 2:
        assert done.err.startswith(f"newslint: draft.{kind}")
        assert done.err.count("\n") == 1
        assert not done.out


def test_the_other_drafts_are_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(ALL["docx"]["truncated"][0]())
    (tmp_path / "b.txt").write_text("It was a very unique day for the the town.\n")
    done = run("a.docx", "b.txt", "--isolated", "--select", "T,W")
    assert done.status == 2
    assert done.out.startswith("b.txt:1:")
