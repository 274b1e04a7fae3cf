from __future__ import annotations

from pathlib import Path

import pytest

from newslint import doctor
from newslint.config import Config
from newslint.doctor import Row, report
from newslint.linter import Linter


def rows(found: list[Row]) -> dict[str, Row]:
    return {row.name: row for row in found}


def test_a_sound_installation(linter: Linter) -> None:
    found = rows(report(linter))
    assert [row.name for row in found.values() if not row.ok and row.name not in ("bytecode", "rules")] == []
    assert found["model"].value.startswith("en_core_web_sm")
    assert found["model files"].value == "as published (SHA-256)"
    assert {"python", "newslint", "spacy", "textstat", "plugins", "rules", "dictionary", "bytecode", "network"} <= set(found)


def test_a_configuration_that_cannot_be_followed() -> None:
    row = rows(report(None, ".newslint.yaml:3:1: unknown key 'rule'"))["configuration"]
    assert (row.ok, row.value) == (False, ".newslint.yaml:3:1: unknown key 'rule'")


def test_a_rule_file_with_a_fault(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("id: broken\n")
    linter = Linter.made(Config(rules_path=(tmp_path,)), third_party=False)
    assert any("broken.yaml" in row.value and not row.ok for row in report(linter))


def test_model_files_that_were_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, linter: Linter) -> None:
    lines = doctor.MODEL_HASHES.read_text().splitlines()
    changed = tmp_path / doctor.MODEL_HASHES.name
    changed.write_text("\n".join(["0" * 64 + line[64:] if line.endswith("tokenizer") else line for line in lines]))
    monkeypatch.setattr(doctor, "MODEL_HASHES", changed)
    row = rows(report(linter))["model files"]
    assert (row.ok, row.value) == (False, "tokenizer: not as published")


def test_no_model(monkeypatch: pytest.MonkeyPatch, linter: Linter) -> None:
    monkeypatch.setattr("newslint.nlp.loading.MODELS", ("no_such_model",))
    row = rows(report(linter))["model"]
    assert not row.ok
    assert "no-such-model" in row.value


def test_every_row_that_is_not_well_says_how_to_mend_it(linter: Linter) -> None:
    assert all(row.mend for row in [*report(linter), *report(None, "fault")] if not row.ok)
