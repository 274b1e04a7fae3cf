"""What the examples of a rule may complain of."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.rulefile import load
from newslint.testing import failures, remarks
from tests.test_rules import LINTER

RULE = """\
id: short-word
code: W901
title: A short word
check: prefer
severity: info
options: {{words: {words}}}
message: “{{found}}” is long.
why: It reads faster.
examples: [{examples}]
"""
GOOD = "good: They use it., good: “We utilise it.”"


def complaints(folder: Path, examples: str, words: str = "{utilise: use}") -> list[str]:
    path = folder / "short-word.yaml"
    path.write_text(RULE.format(words=words, examples=examples), encoding="utf-8")
    return [line.removeprefix(f"{path}:").strip() for line in failures(load(path, LINTER.checks), LINTER)]


@pytest.mark.parametrize(
    ("examples", "said"),
    [
        ("bad: They <<utilise>> it.", ""),
        ("bad: 'They <<utilise>> it, and <<utilise>> it.'", ""),
        ("{bad: They <<utilise>> it., says: “utilise” is long., fixed: They use it.}", ""),
        ("bad: They utilise it.", "9: a bad example marks what must be found with <<…>>, a good one marks nothing"),
        ("bad: They <<utilise it.", "9: '<<' without '>>'"),
        ("bad: They <<utilise it>>.", "9: found “utilise”, not “utilise it” (“utilise” is long.)"),
        ("{bad: They <<utilise>> it., says: No.}", "9: says ““utilise” is long.”, not “No.”"),
        ("{bad: They <<utilise>> it., fixed: They used it.}", "9: the fixes give 'They use it.', not 'They used it.'"),
        ("{bad: They <<need>> it., todo: not yet}", "needs at least one bad and two good examples, one of them a near miss"),
        ("bad: They <<utilise>> it., {bad: We <<utilise>> it., todo: not yet}", "9: passes now; take its 'todo' away"),
        ("bad: They <<utilise>> it., {bad: We <<need>> it., todo: not yet}", ""),
    ],
)
def test_failures(tmp_path: Path, examples: str, said: str) -> None:
    assert complaints(tmp_path, f"{examples}, {GOOD}") == ([said] if said else [])


@pytest.mark.parametrize(
    ("words", "example", "said"),
    [
        ("{big: big big}", "bad: A <<big>> one.", "9: the fixes do not settle: applied again and again, they never end"),
        ("{a: b, b: a}", "bad: Not <<a>> one.", "9: the fixes do not settle: applied again and again, they never end"),
        ("{long one: short one, short one: one}", "{bad: A <<long one>>., fixed: A one.}", ""),
        ("{one: ones}", "{bad: The <<one>>., fixed: The ones.}", ""),
    ],
)
def test_fixes_settle(tmp_path: Path, words: str, example: str, said: str) -> None:
    assert complaints(tmp_path, f"{example}, good: Nothing here., good: “Nothing.”", words) == ([said] if said else [])


def test_what_no_fix_is_offered_for_is_not_fixed(tmp_path: Path) -> None:
    example = "{bad: They <<utilise>> it., fixed: They use it.}"
    said = complaints(tmp_path, f"{example}, {GOOD}", "{utilise: use}, fix: none")
    assert said == ["9: no finding offers a fix, so that nothing is 'fixed'"]


@pytest.mark.parametrize(
    ("examples", "said"),
    [
        ("bad: They <<utilise>> it., good: They use it., good: We use it.", ["unless"]),
        ("bad: They <<utilise>> it., good: They utilise not it., good: We use it.", []),
    ],
)
def test_remarks_name_options_that_no_example_needs(tmp_path: Path, examples: str, said: list[str]) -> None:
    path = tmp_path / "short-word.yaml"
    path.write_text(RULE.format(words="{utilise: use}, unless: [utilise not]", examples=examples), encoding="utf-8")
    found = [*remarks(load(path, LINTER.checks), LINTER)]
    assert found == [f"{path}: no example needs the option {name}" for name in said]


def test_remarks_name_cases_that_no_example_shows(tmp_path: Path) -> None:
    path = tmp_path / "old-weekday.yaml"
    path.write_text(
        "id: old-weekday\ncode: D901\ntitle: x\ncheck: weekday\nseverity: info\nmessage: {default: x, no-year: y}\nwhy: z\n"
        "examples: [bad: It was <<Tuesday 4 May 2026>>., good: It was Monday 4 May 2026., good: May be.]\n",
        encoding="utf-8",
    )
    assert [*remarks(load(path, LINTER.checks), LINTER)] == [f"{path}: no example shows the case no-year"]
