"""What the documentation shows is what happens."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from newslint import docs
from newslint.linter import Linter
from newslint.rule import Rule
from newslint.rulefile import load
from newslint.testing import failures
from tests.test_rules import LINTER

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str = "") -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.M | re.S)


def test_the_screen_in_the_readme_is_what_make_demo_prints() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    words = re.search(r"^\t\$\(BIN\)/newslint (check .*)$", makefile, re.M)
    assert words
    run = subprocess.run(
        [sys.executable, "-m", "newslint", *words[1].split()], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )
    assert run.returncode == 0
    shown = next(block for block in blocks() if ": N201 " in block)
    assert [line.rstrip() for line in shown.splitlines()] == [line.rstrip() for line in run.stdout.splitlines()]


def test_the_rule_in_the_readme_works(tmp_path: Path, linter: Linter) -> None:
    text = next(block for block in blocks("yaml") if block.startswith("id:"))
    path = tmp_path / "loaded-term.yaml"
    path.write_text(text, encoding="utf-8")
    assert list(failures(load(path, linter.checks), linter)) == []


@pytest.mark.parametrize("rule", LINTER.rules, ids=lambda rule: rule.code)
def test_every_rule_has_a_page_with_its_options(rule: Rule) -> None:
    page = docs.page(rule)
    assert rule.why.split()[0] in page
    assert "Reported:" in page
    assert "Not reported:" in page
    for option in fields(rule.check):
        assert f"`{option.name.replace('_', '-')}`" in page


def test_the_project_speaks_of_itself_alone() -> None:
    texts = [path for suffix in ("md", "py", "yaml", "toml") for path in ROOT.glob(f"[!.]*/**/*.{suffix}")] + [*ROOT.glob("*.md")]
    for path in texts:
        if path != Path(__file__):
            assert str(ROOT) not in path.read_text(encoding="utf-8"), path
