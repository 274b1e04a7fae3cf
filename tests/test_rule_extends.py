"""A rule that is another rule with changes, and the options of a rule changed by a configuration."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from newslint import config
from newslint.errors import ConfigError, RuleFileError
from newslint.linter import Linter
from newslint.rule import Rule
from newslint.rulefile import load

PARENT = """\
id: desk-term
code: Z901
title: A loaded word
check: pattern
severity: warning
where: [paragraph]
links: [https://example.org/style]
options:
  phrases: [regime, strongman, "{be} {verdict}"]
  patterns: ["rule[sd]"]
  lists: {be: [is, was], verdict: [great]}
  attributed: false
message: “{found}” takes a side.
why: News copy describes.
measured: {stories: 10, hits: 1, judged: 1, right: 1}
examples: [bad: The <<regime>> fell., good: It fell., good: He fell.]
"""
CHILD = """\
id: house-term
code: Z902
extends: desk-term
examples: [bad: The <<junta>> fell., good: It fell.]
"""


def extended(folder: Path, linter: Linter, added: str, parent: str = PARENT) -> Rule:
    files = {"desk-term": parent, "house-term": CHILD + added}
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load(folder / "house-term.yaml", linter.checks, {name: folder / f"{name}.yaml" for name in files})


def test_what_is_not_said_is_the_other_s_but_not_its_examples(tmp_path: Path, linter: Linter) -> None:
    rule, parent = extended(tmp_path, linter, ""), load(tmp_path / "desk-term.yaml", linter.checks)
    for name in ("title", "why", "message", "severity", "where", "links", "check"):
        assert getattr(rule, name) == getattr(parent, name), name
    assert (rule.id, rule.code, rule.measured, len(rule.examples)) == ("house-term", "Z902", None, 2)
    assert rule.path == tmp_path / "house-term.yaml"


@pytest.mark.parametrize(
    ("added", "name", "value"),
    [
        ("title: Ours", "title", "Ours"),
        ("severity: info", "severity", {"default": "info"}),
        ("message: No.", "message", {"default": "No."}),
        ("where: [caption]", "where", frozenset({"caption"})),
    ],
)
def test_what_is_said_counts(tmp_path: Path, linter: Linter, added: str, name: str, value: object) -> None:
    assert getattr(extended(tmp_path, linter, added), name) == value


@pytest.mark.parametrize(
    ("options", "name", "value"),
    [
        ("{attributed: true}", "attributed", True),
        ("{phrases: [junta]}", "phrases", ("junta",)),
        ("{phrases: {add: [junta, regime]}}", "phrases", ("regime", "strongman", "{be} {verdict}", "junta")),
        ("{phrases: {remove: strongman}}", "phrases", ("regime", "{be} {verdict}")),
        ("{phrases: {add: [junta], remove: [regime, strongman]}}", "phrases", ("{be} {verdict}", "junta")),
        ("{unless: {add: [regime change]}}", "unless", ("regime change",)),
        ("{lists: {be: {add: [were]}}}", "lists", {"be": ("is", "was", "were"), "verdict": ("great",)}),
        ("{lists: {be: [were], new: [a]}}", "lists", {"be": ("were",), "verdict": ("great",), "new": ("a",)}),
        ("{lists: {add: {new: [a]}}}", "lists", {"be": ("is", "was"), "verdict": ("great",), "new": ("a",)}),
        ("{patterns: {remove: ['rule[sd]']}}", "patterns", ()),
    ],
)
def test_options_are_changed(tmp_path: Path, linter: Linter, options: str, name: str, value: object) -> None:
    assert getattr(extended(tmp_path, linter, f"options: {options}").check, name) == value
    assert overridden(tmp_path, options)[0] == {name: value}, "a configuration changes a rule in the same words"


WRONG = [
    ("{phrases: {remove: [strongmen]}}", "remove: 'strongmen' is not in the list; did you mean 'strongman'?"),
    ("{attributed: {add: [x]}}", "'add' and 'remove' change a list, and 'False' is none"),
    ("{lists: {verdicts: {add: [x]}}}", "no list is called 'verdicts' that could be changed; did you mean 'verdict'?"),
    ("{lists: {remove: [bee]}}", "remove: 'bee' is not in the list; did you mean 'be'?"),
    ("{lists: {remove: [be]}}", "names the list 'be', which 'lists' does not hold"),
    ("{phrasse: {add: [x]}}", "has no option 'phrasse'; did you mean 'phrases'?"),
]


@pytest.mark.parametrize(("options", "complaint"), WRONG)
def test_a_change_that_cannot_be_made_is_said_with_its_line(tmp_path: Path, linter: Linter, options: str, complaint: str) -> None:
    with pytest.raises(RuleFileError) as fault:
        extended(tmp_path, linter, f"options: {options}")
    assert f"house-term.yaml:5:{fault.value.column}: " in str(fault.value)
    assert complaint in str(fault.value)
    with pytest.raises(ConfigError) as wrong:
        overridden(tmp_path, options)
    assert ".newslint.yaml:5:" in str(wrong.value)
    assert complaint in str(wrong.value)


@pytest.mark.parametrize(
    ("added", "parent", "complaint"),
    [
        ("check: pattern", PARENT, "house-term.yaml:1:1: a rule that extends another has that one's check; take 'check' away"),
        ("message: {other: x}", PARENT, "house-term.yaml:5:10: the check 'pattern' has no case 'other'"),
        ("", CHILD.replace("house-term", "desk-term").replace("extends: desk-term", "extends: house-term"),
         "extends 'desk-term', which cannot be used: "),
        ("", PARENT.replace("severity", "seveity"), "extends 'desk-term', which cannot be used: "),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, linter: Linter, added: str, parent: str, complaint: str) -> None:
    with pytest.raises(RuleFileError) as fault:
        extended(tmp_path, linter, added, parent)
    assert complaint in str(fault.value)


def test_a_rule_must_be_there_and_not_itself(tmp_path: Path, linter: Linter) -> None:
    path = tmp_path / "house-term.yaml"
    path.write_text(CHILD, encoding="utf-8")
    with pytest.raises(RuleFileError, match=r"house-term.yaml:3:10: extends 'desk-term', but no rule is called that"):
        load(path, linter.checks, {"desk-terms-of-old": path})
    path.write_text(CHILD.replace("extends: desk-term", "extends: house-term"), encoding="utf-8")
    with pytest.raises(RuleFileError, match=r"house-term.yaml:3:10: 'house-term' extends itself"):
        load(path, linter.checks, {"house-term": path})


def overridden(folder: Path, options: str) -> tuple[dict[str, Any], Linter]:
    """What a configuration's words for options make of them, by those that it changed."""
    rules = folder / "rules"
    rules.mkdir(exist_ok=True)
    (rules / "desk-term.yaml").write_text(PARENT, encoding="utf-8")
    words = f"rules-path: [rules]\nselect: [Z]\nrules:\n  desk-term:\n    options: {options}\n"
    (folder / ".newslint.yaml").write_text(words, encoding="utf-8")
    desk = Linter.made(config.load(folder / ".newslint.yaml"), third_party=False)
    [rule] = desk.active("draft.txt")
    whole = load(rules / "desk-term.yaml", desk.checks)
    given = {option.name: getattr(rule.check, option.name) for option in fields(rule.check)}
    return {name: value for name, value in given.items() if value != getattr(whole.check, name)}, desk


@pytest.mark.parametrize(("base", "heard"), [("error", "error"), ("{severity: info}", "info"), ("off", "warning")])
def test_a_rule_that_is_given_options_keeps_its_severity(tmp_path: Path, base: str, heard: str) -> None:
    (tmp_path / "house.yaml").write_text(f"rules-path: [rules]\nrules: {{desk-term: {base}}}\n", encoding="utf-8")
    overridden(tmp_path, "{attributed: true}")
    path = tmp_path / ".newslint.yaml"
    path.write_text("extends: house\nmin-severity: info\n" + path.read_text().partition("\n")[2], encoding="utf-8")
    [rule] = Linter.made(config.load(path), third_party=False).active("draft.txt")
    assert rule.gravest == heard


def test_the_other_s_file_is_read_only_when_it_is_wanted(tmp_path: Path) -> None:
    desk = overridden(tmp_path, "{attributed: true}")[1]
    (tmp_path / "rules" / "house-term.yaml").write_text(CHILD, encoding="utf-8")
    fresh = Linter.made(desk.config, third_party=False)
    assert fresh.problems == []
    assert {rule.id for rule in fresh.active("draft.txt")} == {"desk-term", "house-term"}
    (tmp_path / ".newslint.yaml").write_text("rules-path: [rules]\nselect: [house-term]\n", encoding="utf-8")
    alone = Linter.made(config.load(tmp_path / ".newslint.yaml"), third_party=False)
    assert [rule.title for rule in alone.active("draft.txt")] == ["A loaded word"], "its parent need not run itself"


def test_a_chain_of_rules_has_an_end(tmp_path: Path) -> None:
    for number in range(40):
        text = f"id: r{number}\ncode: Z{100 + number}\nextends: r{number + 1}\nexamples: []\n"
        (tmp_path / f"r{number}.yaml").write_text(text)
    among = {f"r{number}": tmp_path / f"r{number}.yaml" for number in range(40)}
    with pytest.raises(RuleFileError, match=r"extends 'r1', which cannot be used: .*r10.yaml:3:10: .* more than 10 rules"):
        load(among["r0"], {}, among)
