"""The page on hooks: what can be pasted from it is right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newslint import config, confirmed
from newslint.linter import Linter
from newslint.mentions import Ignore
from newslint.typedyaml import Place, parse
from tests.conftest import Read
from tests.project import ROOT

PAGE = (ROOT / "docs" / "hooks.md").read_text(encoding="utf-8")
YAML = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("block", YAML, ids=lambda block: block.split("\n")[0])
def test_its_settings_are_yaml(block: str) -> None:
    assert parse(re.sub(r"^ {6}", "", block, flags=re.MULTILINE) if block.startswith(" ") else block, Place("page")) is not None


def test_its_confirmed_fact_is_one(tmp_path: Path, linter: Linter) -> None:
    (block,) = (block for block in YAML if block.startswith("- rule:"))
    (tmp_path / "facts.yml").write_text(block, encoding="utf-8")
    facts = confirmed.load(tmp_path / "facts.yml")
    assert (len(facts.facts), facts.faults) == (1, ())
    assert set(facts.facts[0].rule) <= {rule.code for rule in linter.rules}


def test_its_configuration_is_one(tmp_path: Path) -> None:
    (block,) = (block for block in YAML if block.startswith("baseline:"))
    (tmp_path / ".newslint.yaml").write_text(block, encoding="utf-8")
    assert config.load(tmp_path / ".newslint.yaml").baseline == tmp_path / ".newslint-baseline.json"


def test_its_comments_are_understood(read: Read) -> None:
    forms = re.findall(r"^\| `(.*?newslint: .*?)` ", PAGE, re.MULTILINE)
    assert len(forms) == 5
    for form in forms:
        (ignore,) = read(f"{form}\nIt rained.\n").all(Ignore)
        assert not ignore.fault
        assert ignore.reason == "reason"


def test_it_names_what_the_hook_selects(linter: Linter) -> None:
    (selected,) = re.findall(r"--select (\S+)", HOOKS)
    assert set(selected.split(",")) <= {rule.code for rule in linter.rules}
    for code in {*selected.split(",")} - {"N202"}:
        assert code in PAGE
