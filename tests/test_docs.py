"""What the documentation shows is what happens."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

from newslint import facts, typedyaml
from newslint.inspection import inspection
from newslint.linter import Linter
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
    path = tmp_path / f"{text.split()[1]}.yaml"
    path.write_text(text, encoding="utf-8")
    assert list(failures(load(path, linter.checks), linter)) == []


def test_the_facts_table_in_the_readme_loads(tmp_path: Path) -> None:
    path = tmp_path / "our-facts.yml"
    path.write_text(next(block for block in blocks("yaml") if block.startswith("events:")), encoding="utf-8")
    known = facts.load((path,))
    assert known.nouns.same("ratepayer", "household")
    assert any(event.id == "new-bridge" for event in known.events)


def test_the_table_on_the_page_of_facts_has_every_key_and_nothing_wrong(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "facts.md").read_text(encoding="utf-8")
    (text,) = re.findall(r"^```yaml\n(.*?)^```$", page, re.M | re.S)
    path = tmp_path / "our-facts.yml"
    path.write_text(text, encoding="utf-8")
    table = typedyaml.load(path, facts.Table)
    assert list(facts.lint([path])) == []
    for kind in fields(facts.Table):
        entries = getattr(table, kind.name)
        assert entries, kind.name
        names = {item.name.rstrip("_").replace("_", "-") for entry in entries for item in fields(entry)} - {"line"}
        for name in names:
            assert re.search(rf"\b{name}:", text), f"{kind.name}: {name}"


def test_the_project_speaks_of_itself_alone() -> None:
    texts = [path for suffix in ("md", "py", "yaml", "toml") for path in ROOT.glob(f"[!.]*/**/*.{suffix}")] + [*ROOT.glob("*.md")]
    for path in texts:
        if path != Path(__file__) and "build" not in path.relative_to(ROOT).parts[:1]:  # other linters lie there
            assert f"{ROOT}/" not in path.read_text(encoding="utf-8"), path


def test_the_page_on_inspect_names_every_layer_and_field() -> None:
    page = (ROOT / "docs" / "inspect.md").read_text(encoding="utf-8")
    story = next((ROOT / "seeds").glob("003*[0-9a-f].txt"))
    seen = inspection(LINTER.read(story)) | inspection(
        LINTER.parse(Path("draft.md"), b"A [vote](https://example.org/a)."), ["links"]
    )
    rows = {line.split("|")[1].strip(" `"): line for line in page.splitlines() if line.startswith("| `")}
    assert list(rows) == [layer for layer, items in seen.items() if isinstance(items, list)]
    for layer, row in rows.items():
        assert seen[layer], layer
        known = {field for item in seen[layer] for field in item} - {"start", "end", "text"}
        assert known == set(re.findall(r"`([a-z_]+)`", row)) - {layer, "name"}, layer
