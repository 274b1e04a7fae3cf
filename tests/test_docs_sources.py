"""The page on the ledger names every key that is printed, and no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from newslint.ledger import asked, ledger
from newslint.linter import Linter
from newslint.view.ledger.held import VERDICTS

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
PLACE = {"start", "end", "line", "column", "text"}


def rows(heading: str) -> dict[str, str]:
    table = PAGE[PAGE.index(heading) :].split("\n\n")[0]
    return {line.split("|")[1].strip(" `"): line for line in table.splitlines() if line.startswith("| `")}


@pytest.fixture(scope="module")
def shown(linter: Linter) -> dict[str, Any]:
    story = next((ROOT / "seeds").glob("000*[0-9a-f].txt"))
    dossier, _ = linter.dossier(linter.read(story))
    return ledger(linter.check(dossier, rules=asked(linter.active(dossier.draft.name))))


def test_its_verdicts(shown: dict[str, Any]) -> None:
    table = rows("| verdict |")
    assert {name: row.split("|")[2].strip() for name, row in table.items()} == {name: one.sign for name, one in VERDICTS.items()}
    assert {sentence["verdict"] for sentence in shown["sentences"]} <= set(table)


def test_its_keys(shown: dict[str, Any]) -> None:
    table = rows("| key |")
    assert list(table) == list(shown)
    for key, row in table.items():
        value = shown[key]
        items = [value] if isinstance(value, dict) else value if isinstance(value, list) else []
        assert items or key in ("id", "published", "crashed"), key
        known = {field for item in items for field in item} - PLACE
        assert known <= set(re.findall(r"`([a-z_]+)`", row)), key


def test_what_is_inside_a_sentence(shown: dict[str, Any]) -> None:
    about = PAGE[PAGE.index("A passage is a place") :]
    inner = [one for sentence in shown["sentences"] for key in ("passages", "pieces", "grounds") for one in sentence[key]]
    assert {field for one in inner for field in one} - PLACE <= set(re.findall(r"`([a-z_]+)`", about))
