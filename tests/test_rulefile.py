from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.checks.pattern import Pattern
from newslint.errors import RuleFileError
from newslint.linter import Linter
from newslint.rule import Measured, Rule
from newslint.rulefile import heads, load, unique

GOOD = """\
id: stray-note
code: Z901
title: A note was left in
check: unused-ignore
severity: warning
message:
  default: "{codes}"
  no-reason: "{found}"
  misread: "{fault}"
  confirmed: "{words}"
  expired: "{words}"
  baseline: "{words}"
why: Because.
examples:
  - bad: <<x>>
  - good: y
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "stray-note.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_rule_file_becomes_a_rule(write: Callable[[str], Path], linter: Linter) -> None:
    rule = load(write(GOOD), linter.checks)
    assert (rule.id, rule.code, rule.gravest) == ("stray-note", "Z901", "warning")
    assert rule.severity == dict.fromkeys(rule.check.cases, "warning")
    assert [example.line for example in rule.examples] == [15, 16]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("severity:", "serverity:", "stray-note.yaml:5:1: unknown key 'serverity'; did you mean 'severity'?"),
        ("severity: warning", "severity: grave", "'grave' is not known here"),
        (
            "check: unused-ignore",
            "check: unused-ignroe",
            "stray-note.yaml:4:8: no check is called 'unused-ignroe'; did you mean 'unused-ignore'?",
        ),
        (
            "id: stray-note",
            "id: straynote",
            "stray-note.yaml:1:5: the id is the file's name in small letters and hyphens: 'stray-note'",
        ),
        ("Z901", "Z9", "stray-note.yaml:2:7: a code is a capital letter and three digits, not 'Z9'"),
        ("{codes}", "{code}", "message: no slot is called 'code'; did you mean 'codes'?"),
        ('  no-reason: "{found}"\n', "", "no message for the case 'no-reason' of the check 'unused-ignore'"),
        ("why: Because.\n", "", "stray-note.yaml:1:1: 'why' is missing"),
        ("why: Because.\n", "why: Because.\noptions: {wrods: a}\n", "the check 'unused-ignore' has no option 'wrods'"),
        ("bad: <<x>>", "good: <<x>>\n    bad: y", "an example has either 'bad' or 'good'"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    write: Callable[[str], Path], linter: Linter, old: str, new: str, complaint: str
) -> None:
    with pytest.raises(RuleFileError) as fault:
        load(write(GOOD.replace(old, new)), linter.checks)
    assert complaint in str(fault.value)


def loaded(folder: Path, linter: Linter) -> tuple[list[str], list[str]]:
    """The ids of the rules in a folder that can be used, and what is wrong with the others."""
    found = [rule for _, rule in unique(heads([folder]), linter.checks, {path.stem: path for path in folder.iterdir()})]
    return [one.id for one in found if isinstance(one, Rule)], [str(one) for one in found if isinstance(one, RuleFileError)]


def test_one_bad_file_never_silences_the_rest(write: Callable[[str], Path], linter: Linter, tmp_path: Path) -> None:
    write(GOOD)
    (tmp_path / "broken.yaml").write_text("id: [", encoding="utf-8")
    rules, problems = loaded(tmp_path, linter)
    assert rules == ["stray-note"]
    assert len(problems) == 1
    assert "broken.yaml:" in problems[0]


def test_the_same_code_twice_is_refused(write: Callable[[str], Path], linter: Linter, tmp_path: Path) -> None:
    write(GOOD)
    (tmp_path / "zz-note.yaml").write_text(GOOD.replace("stray-note", "zz-note"), encoding="utf-8")
    rules, problems = loaded(tmp_path, linter)
    assert rules == ["stray-note"]
    assert "zz-note.yaml: Z901 is already taken by" in problems[0]


@pytest.mark.parametrize(
    ("changes", "places"),
    [
        ({"severity: warning": "severity: grave", "bad: <<x>>": "baad: <<x>>", "title:": "titel:"}, ["3:1", "5:11", "15:5"]),
        ({"title:": "titel: x\ntitle:", "Z901": "Z9", "{codes}": "{code}"}, ["3:1", "2:7", "8:3"]),
        ({"Z901": "Z9", "stray-note\n": "stray\n", "unused-ignore": "unused"}, ["2:7", "1:5", "4:8"]),
        ({"{codes}": "{code}", "warning": "{default: info}", "why:": "options: {a: 1, b: 2}\nwhy:"}, ["13:11", "13:17", "7:3", "5:11"]),
    ],
)  # fmt: skip
def test_all_that_is_wrong_with_a_file_is_said_at_once(
    write: Callable[[str], Path], linter: Linter, changes: dict[str, str], places: list[str]
) -> None:
    text = GOOD
    for old, new in changes.items():
        text = text.replace(old, new)
    with pytest.raises(RuleFileError) as fault:
        load(write(text), linter.checks)
    assert [f"{one.line}:{one.column}" for one in fault.value.every] == places


@pytest.mark.parametrize(
    ("counts", "complaint"),
    [
        ("{stories: 900, hits: 9, judged: 8, right: 7}", ""),
        ("{stories: 900, hits: 0, judged: 0, right: 0}", ""),
        ("{stories: 900, hits: 9, judged: 8, right: 9}", "no more can be right than were judged"),
        ("{stories: 900, hits: 9, judged: 10, right: 9}", "nor judged than were hits"),
        ("{stories: 0, hits: 0, judged: 0, right: 0}", "counts of stories"),
        ("{stories: 9, hits: 1.5, judged: 1, right: 1}", "expected a whole number, not '1.5'"),
        ("{stories: 9, hits: 1}", "'judged' and 'right' are missing"),
    ],
)
def test_measured(write: Callable[[str], Path], linter: Linter, counts: str, complaint: str) -> None:
    path = write(GOOD.replace("why:", f"measured: {counts}\nwhy:"))
    if not complaint:
        assert isinstance(load(path, linter.checks).measured, Measured)
        return
    with pytest.raises(RuleFileError, match=complaint):
        load(path, linter.checks)


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("title", '" "', "'title' is empty"),
        ("why", '" "', "'why' is empty"),
        ("code", "Z９01", "a code is a capital letter and three digits"),
        ("options", '{patterns: [""]}', "the regular expression '' does not compile: it is empty"),
    ],
)
def test_what_says_nothing_is_refused(tmp_path: Path, key: str, value: str, said: str) -> None:
    keys = {"id": "alpha", "code": "Z101", "title": "T", "check": "pattern", "severity": "info", "message": "m", "why": "w"}
    lines = [f"{name}: {given}" for name, given in ({"options": "{phrases: [a]}"} | keys | {key: value}).items()]
    path = tmp_path / "alpha.yaml"
    path.write_text("\n".join([*lines, "examples: []"]), encoding="utf-8")
    with pytest.raises(RuleFileError) as fault:
        load(path, {"pattern": Pattern})
    assert any(said in str(one) for one in fault.value.every)
