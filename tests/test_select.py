from __future__ import annotations

from pathlib import Path

import pytest

from newslint.config import Config
from newslint.errors import UsageError
from newslint.linter import Linter
from newslint.select import Selection


@pytest.mark.parametrize(
    ("choice", "on", "off"),
    [
        ({}, "Q201 N201", ""),
        ({"select": ("Q",)}, "Q201 Q202", "N201"),
        ({"select": ("Q", "N"), "ignore": ("Q2",)}, "N201", "Q201"),
        ({"select": ("Q201",), "ignore": ("Q",)}, "Q201", "Q202"),  # the longest that fits decides
        ({"ignore": ("N",), "extend_select": ("N201",)}, "N201 Q201", "N202"),
        ({"select": ("N201",), "ignore": ("N201",)}, "", "N201 Q201"),  # on a tie ignoring wins
        ({"select": ("quote-altered",)}, "Q201", "Q202"),
        ({"ignore": ("quote-altered",)}, "Q202", "Q201"),
        ({"per_file_ignores": {"*.md": ("Q",)}}, "Q201 N201", ""),
        ({"per_file_ignores": {"*.txt": ("Q",)}}, "N201", "Q201"),
        ({"per_file_ignores": {"drafts/*": ("Q",)}}, "N201", "Q201"),
    ],
)
def test_selectors(linter: Linter, choice: dict[str, object], on: str, off: str) -> None:
    selection = Selection.of(Config(**choice), linter.rules)  # type: ignore[arg-type]
    wanted = {rule.code for rule in linter.rules if selection.wants(rule, "drafts/draft.txt")}
    assert set(on.split()) <= wanted
    assert not set(off.split()) & wanted


def test_a_selector_that_fits_nothing_is_refused(linter: Linter) -> None:
    with pytest.raises(UsageError, match="no rule fits 'Z9'"):
        Selection.of(Config(select=("Z9",)), linter.rules)


def test_patterns_count_from_the_configuration(linter: Linter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "features").mkdir()
    config = Config(per_file_ignores={"features/*": ("Q",)}, path=tmp_path / ".newslint.yaml")
    monkeypatch.chdir(tmp_path / "features")
    selection = Selection.of(config, linter.rules)
    assert not {rule.code for rule in linter.rules if selection.wants(rule, "a.txt")} & {"Q201", "Q202"}
