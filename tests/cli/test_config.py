"""Which configuration a draft is linted with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Done, Run


def codes(done: Done) -> list[str]:
    assert done.err == "", done.err
    return [line.split(" ")[1] for line in done.lines]


@pytest.fixture
def story(desk: Path) -> str:
    folder = desk / "news" / "today"
    folder.mkdir(parents=True)
    (folder / "story.txt").write_text("alpha beta gamma")
    return "news/today/story.txt"


def test_the_nearest_upwards_from_the_draft(run: Run, desk: Path, story: str) -> None:
    assert codes(run(story)) == ["Z101", "Z102"]
    (desk / "news" / ".newslint.yml").write_text("extends: ../.newslint.yaml\nmin-severity: info\n")
    assert codes(run(story)) == ["Z101", "Z102", "Z201"]
    (desk / "news" / "today" / "pyproject.toml").write_text("[tool.other]\nselect = 1\n")
    assert codes(run(story)) == ["Z101", "Z102", "Z201"]
    (desk / "news" / "today" / "pyproject.toml").write_text(
        '[tool.newslint]\nextends = ["../../.newslint.yaml"]\nselect = ["Z2", "Z101"]\n'
    )
    assert codes(run(story)) == ["Z101"]


def test_each_draft_has_its_own(run: Run, desk: Path, story: str) -> None:
    (desk / "news" / ".newslint.yaml").write_text("extends: ../.newslint.yaml\nselect: [beta]\nexclude: [draft*, old]\n")
    (desk / "news" / "old").mkdir()
    (desk / "news" / "old" / "story.txt").write_text("beta")
    assert codes(run(story, "draft.txt")) == ["Z102", "Z101", "Z102"]
    assert codes(run("news")) == ["Z102"]


@pytest.mark.parametrize(
    ("pattern", "excluded"),
    [
        ("news", True),
        ("today", True),
        ("story.*", True),
        ("news/today", True),
        ("today/", True),
        ("today/*.txt", True),
        ("new", False),
    ],
)
def test_exclude(run: Run, desk: Path, story: str, pattern: str, excluded: bool) -> None:
    (desk / ".newslint.yaml").write_text(
        f"select: [Z]\nrules-path: [rules]\nexclude: ['{pattern}', '{desk.parent.name[:9]}*', '{desk.name}']\n"
    )
    for path in (story, str(desk / story), "news", f"../{desk.name}/{story}"):
        assert codes(run(path)) == ([] if excluded else ["Z101", "Z102"]), path


def test_none_or_another(run: Run, desk: Path, story: str) -> None:
    assert codes(run(story, "--isolated", "--select", "X")) == []
    assert "no rule fits 'Z'" in run(story, "--isolated", "--select", "Z").err
    (desk / "other.yaml").write_text("extends: .newslint.yaml\nselect: [beta]\n")
    assert codes(run(story, "--config", "other.yaml")) == ["Z102"]


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ("rules: {beta: off}", ["Z101"]),
        ("rules: {gamma: error}", ["Z101", "Z102", "Z201"]),
        ("rules: {alpha: info, beta: {severity: info}}", []),
        ("rules: {beta: {options: {phrases: [omega]}}}", ["Z101"]),
        ("extends: strict", ["Z101", "Z102", "Z201"]),
        ("extends: [strict, house]", ["Z102", "Z201"]),
        ("extends: house\nextend-select: [alpha]\nselect: [beta]", ["Z101", "Z102"]),
        ("extends: house\nignore: [Z2]\nmin-severity: info", ["Z101", "Z102"]),
        ("per-file-ignores: {'*.txt': [Z101]}", ["Z102"]),
        ("per-file-ignores: {'draft.*': [Z1]}\nselect: [Z, Z102]", ["Z102"]),
    ],
)
def test_what_it_may_say(run: Run, desk: Path, config: str, expected: list[str]) -> None:
    (desk / "house.yaml").write_text("ignore: [Z101]\n")
    path = desk / ".newslint.yaml"
    path.write_text(config + "\nrules-path: [rules]\n" + ("" if "\nselect" in config else "select: [Z]\n"))
    assert codes(run("draft.txt")) == expected


def test_a_profile_that_loops(run: Run, desk: Path) -> None:
    (desk / "a.yaml").write_text("extends: b\n")
    (desk / "b.yaml").write_text("extends: a\n")
    done = run("draft.txt", "--config", "a.yaml")
    assert "extends itself by way of b.yaml" in done.err
    assert done.status == 2


def test_facts_of_the_house(run: Run, desk: Path) -> None:
    (desk / "facts.yaml").write_text("evnts: []\n")
    done = run("draft.txt", "--facts", "facts.yaml")
    assert done.err.startswith("newslint: facts.yaml:1:1: unknown key 'evnts'; did you mean 'events'?")
    assert done.status == 2
