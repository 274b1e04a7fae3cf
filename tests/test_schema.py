"""The schemas by which editors complete rule files and configurations."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from newslint import config, schema
from newslint.errors import InputError
from newslint.rulefile import load
from newslint.typedyaml import MappingNode, Place, SequenceNode, parse
from tests.test_rules import LINTER

MADE = schema.texts(LINTER.checks, LINTER.rules)


def as_an_editor_reads(text: str) -> Any:
    """YAML as version 1.2 types it, which editors use: ``no`` is a word, ``2025-08-15`` too."""
    return _value(parse(text, Place("rule.yaml")))


def _value(node: Any) -> Any:
    if isinstance(node, MappingNode):
        return {key.value: _value(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [_value(item) for item in node.value]
    if not node.style and node.value in ("true", "false"):
        return node.value == "true"
    for kind in (int, float):
        try:
            return kind(node.value) if not node.style else node.value
        except ValueError:
            continue
    return node.value


@cache
def validator(name: str) -> Any:
    made: Mapping[str, Any] = json.loads(MADE[f"{name}.schema.json"])
    jsonschema.Draft202012Validator.check_schema(made)
    return jsonschema.Draft202012Validator(made)


def fits(name: str, text: str) -> bool:
    return bool(validator(name).is_valid(as_an_editor_reads(text)))


def test_the_schemas_that_ship_are_current() -> None:
    for name, text in MADE.items():
        assert (schema.FOLDER / name).read_text(encoding="utf-8") == text, f"{name}: newslint rules schema --out newslint/schemas"


@pytest.mark.parametrize("path", LINTER.rule_files.values(), ids=lambda path: path.stem)
def test_every_shipped_rule_fits(path: Path) -> None:
    assert [fault.message for fault in validator("rule").iter_errors(as_an_editor_reads(path.read_text(encoding="utf-8")))] == []


@pytest.mark.parametrize("path", sorted(config.PRESETS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_preset_fits(path: Path) -> None:
    assert [
        fault.message for fault in validator("config").iter_errors(as_an_editor_reads(path.read_text(encoding="utf-8")))
    ] == []


RULE = """\
id: house-term
code: W901
title: A word
check: pattern
severity: warning
options: {phrases: [regime], in-quotes: no, patterns: ["a+"]}
message: “{found}” takes a side.
why: 007
measured: {stories: 10, hits: 1, judged: 1, right: 1}
examples:
  - bad: The <<regime>> fell.
    given: {published: 2025-08-15}
    sources: {a: b, c: {text: d, kind: agency}}
  - good: 7
"""
CHILD = "id: house-term\ncode: W901\nextends: loaded-term\noptions: {phrases: {add: [x]}}\nexamples: [bad: <<x>>]\n"


@pytest.mark.parametrize(
    ("old", "new", "right"),
    [
        ("", "", True),
        ("severity: warning", "severity: {default: error}", True),
        ("message: “{found}” takes a side.", "message: {default: x}", True),
        ("[regime]", "regime", True),
        ("severity:", "serverity:", False),
        ("severity: warning", "severity: grave", False),
        ("severity: warning", "severity: {other: error}", False),
        ("check: pattern", "check: patern", False),
        ("check: pattern", "check: weekday", False),
        ("code: W901", "code: W9", False),
        ("id: house-term", "id: House Term", False),
        ("title: A word\n", "", False),
        ("why: 007\n", "", False),
        ("phrases:", "phrasse:", False),
        ("in-quotes: no", "in-quotes: perhaps", False),
        ("[regime]", "{a: b}", False),
        ("[regime]", "{add: [b]}", False),
        ("stories: 10", "stories: many", False),
        ("right: 1", "wrong: 1", False),
        ("2025-08-15", "Friday", False),
        ("kind: agency", "kind: agancy", False),
        ("good: 7", "goood: 7", False),
        ("message: “{found}” takes a side.", "message: {other: x}", False),
    ],
)
def test_a_rule_fits_where_it_can_be_used(tmp_path: Path, old: str, new: str, right: bool) -> None:
    text = RULE.replace(old, new, 1)
    path = tmp_path / "house-term.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        usable = bool(load(path, LINTER.checks))
    except InputError:
        usable = False
    assert (fits("rule", text), usable) == (right, right)


@pytest.mark.parametrize(
    ("old", "new", "right"),
    [
        ("", "", True),
        ("options: {phrases: {add: [x]}}\n", "message: x\n", True),
        ("extends:", "check: pattern\nextends:", False),
        ("extends: loaded-term\n", "", False),
        ("examples: [bad: <<x>>]\n", "", False),
    ],
)
def test_a_rule_that_extends_another(old: str, new: str, right: bool) -> None:
    assert fits("rule", CHILD.replace(old, new, 1)) is right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("extends: desk\nrules-path: [rules]\nmin-severity: info\nper-file-ignores: {'*.md': [W1]}\n", True),
        ("rules: {hedge: off, editorialising: {severity: error, options: {phrases: {add: [x], remove: [y]}}}}\n", True),
        ("rules: {editorialising: {options: {lists: {verdict: {add: [dull]}, new: [a]}}}}\n", True),
        ("rules: {editorialising: {options: {lists: {add: {new: [a]}, remove: verdict}, attributed: yes}}}\n", True),
        ("rules: {reading-grade: {options: {limit: 12.5}}}\n", True),
        ("rules: {our-own: {options: {anything: 1}}}\n", True),
        ("rulez: {}\n", False),
        ("rules: {hedge: offf}\n", False),
        ("rules: {reading-grade: {options: {limit: high}}}\n", False),
        ("rules: {reading-grade: {options: {limti: 12}}}\n", False),
        ("rules: {editorialising: {options: {phrases: {ad: [x]}}}}\n", False),
        ("min-severity: grave\n", False),
        ("published: 2025-08-15\n", False),
        ("fetch: all\n", False),
    ],
)
def test_a_configuration(tmp_path: Path, text: str, right: bool) -> None:
    assert fits("config", text) is right


def test_what_a_key_is_for_is_said() -> None:
    rule = json.loads(MADE["rule.schema.json"])
    assert all(said.get("description") for said in rule["properties"].values())
