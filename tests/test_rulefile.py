from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.errors import RuleFileError
from newslint.linter import Linter
from newslint.rulefile import load, load_all

GOOD = """\
id: stray-note
code: Z901
title: A note was left in
check: unused-ignore
severity: warning
message:
  default: "{codes}"
  no-reason: "{found}"
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
    assert rule.severity == {"default": "warning", "no-reason": "warning"}
    assert [example.line for example in rule.examples] == [11, 12]


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


def test_one_bad_file_never_silences_the_rest(write: Callable[[str], Path], linter: Linter, tmp_path: Path) -> None:
    write(GOOD)
    (tmp_path / "broken.yaml").write_text("id: [", encoding="utf-8")
    rules, problems = load_all([tmp_path], linter.checks)
    assert [rule.id for rule in rules] == ["stray-note"]
    assert len(problems) == 1
    assert "broken.yaml:" in str(problems[0])


def test_the_same_code_twice_is_refused(write: Callable[[str], Path], linter: Linter, tmp_path: Path) -> None:
    write(GOOD)
    (tmp_path / "zz-note.yaml").write_text(GOOD.replace("stray-note", "zz-note"), encoding="utf-8")
    rules, problems = load_all([tmp_path], linter.checks)
    assert [rule.id for rule in rules] == ["stray-note"]
    assert "zz-note.yaml: Z901 is already taken by" in str(problems[0])
