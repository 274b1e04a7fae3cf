"""Every rule that ships has its page where the manual says; a desk may name its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from newslint import config
from newslint.linter import Linter
from newslint.manual import address
from newslint.paths import is_file
from tests.project import ROOT

LINTER = Linter.made(config.load(None), third_party=False)


def test_every_rule_that_ships_has_a_page() -> None:
    for rule in LINTER.rules:
        assert address(rule) == (ROOT / "docs" / "rules" / f"{rule.id}.md").as_uri()
        assert is_file(ROOT / "docs" / "rules" / f"{rule.id}.md")


def test_a_rule_of_the_house_is_its_own_page(tmp_path: Path) -> None:
    ours = LINTER.rules[0]
    file = tmp_path / f"{ours.id}.yaml"  # a rule that extends ours and keeps its name
    assert address(replace(ours, path=file)) == file.as_uri()
    assert address(replace(ours, path=None, id="nowhere-to-be-read")) == ""


def test_a_desk_may_keep_a_manual_of_its_own() -> None:
    rule = LINTER.rules[0]
    assert address(rule, "https://desk.example/{id}.html") == f"https://desk.example/{rule.id}.html"
    assert address(rule, "https://desk.example/rules/") == f"https://desk.example/rules/{rule.id}"
