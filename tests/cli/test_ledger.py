"""``newslint sources`` in each of its forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DRAFT = "The harbour earns the town $5 million a year.\n\nFarmers drove tractors through Oslo.\n"
WIRE = "The harbour earns the town $3 million a year.\n"


@pytest.fixture(autouse=True)
def draft(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")


def test_lines_where_nobody_looks(run: Run) -> None:
    done = run("sources", "draft.txt", "--source", "wire.txt")
    assert done.status == 0
    assert done.lines[0] == "draft.txt: 2 sentences: 1 different, 1 in no source"
    assert "  differs   “$5 million” here, “$3 million” in wire.txt:1:28. (N201)" in done.lines


def test_what_is_shown_of_what_is_supported(run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(WIRE)
    line = f"1:1  supported: {WIRE.strip()}"
    brief = run("sources", "draft.txt", "--source", "wire.txt").lines
    assert brief[-1] == f"{line} (wire.txt:1:1)"
    every = run("sources", "draft.txt", "--source", "wire.txt", "--every").lines
    assert every[-3:-1] == [line, f"  passage   wire.txt:1:1  {WIRE.strip()}"]


def test_a_rule_that_the_desk_switched_off_says_nothing_here(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".newslint.yaml").write_text("rules: {hedge-dropped: off}\n")
    (tmp_path / "draft.txt").write_text("A lamp caused the fire on the quay.\n")
    (tmp_path / "wire.txt").write_text("A lamp may have caused the fire on the quay.\n")
    done = run("sources", "draft.txt", "--source", "wire.txt")
    assert "1 supported" in done.lines[0]
    assert "1 different" in run("sources", "draft.txt", "--source", "wire.txt", "--isolated").lines[0]


def test_an_object_a_draft(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Otto closed the mill.\n")
    done = run("sources", "draft.txt", "other.txt", "--source", "wire.txt", "--format", "json")
    assert [json.loads(line)["id"] for line in done.lines] == ["draft.txt", "other.txt"]
    only = run("sources", "draft.txt", "--source", "wire.txt", "--format", "json", "--only", "unsupported")
    shown = json.loads(only.out)
    assert [sentence["verdict"] for sentence in shown["sentences"]] == ["unsupported"]
    assert shown["counts"]["sentences"] == 2


@pytest.mark.parametrize("form", ["text", "terminal", "json", "html"])
def test_standard_input_and_every_way_to_name_a_source(run: Run, tmp_path: Path, form: str) -> None:
    manifest, folder = tmp_path / "m.yml", tmp_path / "folder"
    manifest.write_text("sources: [{file: wire.txt, kind: agency}]\n")
    folder.mkdir()
    (folder / "wire.txt").write_text(WIRE)
    shown = run("sources", "-", "--source", "wire.txt", "--format", form, given=DRAFT)
    assert shown.status == 0
    assert "$3 million" in shown.out
    for words in (("--sources", "m.yml"), ("--sources-dir", "folder")):
        assert "$3 million" in run("sources", "draft.txt", *words, "--format", form).out


def test_without_sources_it_says_how_to_name_them(run: Run) -> None:
    done = run("sources", "draft.txt")
    assert done.status == 0
    assert "--source FILE" in done.out
    assert json.loads(run("sources", "draft.txt", "--format", "json").out)["sentences"] == []


def test_what_is_wrong_is_said(run: Run) -> None:
    for words, said in {
        ("draft.txt", "--only", "diffres"): "did you mean 'differs'",
        ("gone.txt",): "gone.txt",
        ("draft.txt", "--source", "gone.txt"): "gone.txt",
        (): "name a draft",
    }.items():
        done = run("sources", *words)
        assert done.status == 2, words
        assert said in done.err


def test_a_page_takes_the_place_of_the_last_one(run: Run, tmp_path: Path) -> None:
    for _ in range(2):
        done = run("sources", "draft.txt", "--source", "wire.txt", "--format", "html", "--output-file", "page.html")
        assert (done.status, done.out) == (0, "")
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert run("sources", "draft.txt", "--output-file", "wire.txt").status == 2
    assert (tmp_path / "wire.txt").read_text() == WIRE


def test_documents_in_json_lines(run: Run) -> None:
    rows = [
        {"id": "a", "text": DRAFT, "sources": [{"name": "wire", "text": WIRE, "kind": "agency"}]},
        {"id": "b"},
        {"id": "c", "text": DRAFT},
    ]
    given = "\n".join(json.dumps(row) for row in rows)
    done = run("sources", "--batch", "-", "--only", "differs", given=given)
    first, second, third = map(json.loads, done.lines)
    assert [sentence["verdict"] for sentence in first["sentences"]] == ["differs"]
    assert first["sources"][0]["kind"] == "agency"
    assert [piece["code"] for piece in first["sentences"][0]["pieces"] if piece["kind"] == "figure"] == ["N201"]
    assert "error" in second
    assert third["sources"] == []
    assert done.status == 2
    for words in (("draft.txt",), ("--source", "wire.txt"), ("--format", "html")):
        assert run("sources", "--batch", "-", *words).status == 2
