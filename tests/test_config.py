from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newslint.config import NAMES, Config, find, load
from newslint.errors import ConfigError
from newslint.linter import Linter


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_upwards_counts(tmp_path: Path) -> None:
    far = write(tmp_path / ".newslint.yaml", "language: en-GB")
    near = write(tmp_path / "desk/.newslint.yml", "language: en-US")
    draft = write(tmp_path / "desk/stories/draft.txt", "Text.")
    assert find(draft) == near
    near.unlink()
    assert find(draft) == far


def test_pyproject_counts_only_with_its_table(tmp_path: Path) -> None:
    path = write(tmp_path / "pyproject.toml", '[tool.newslint]\nlanguage = "en-US"\nignore = ["T104"]\n')
    assert find(tmp_path) == path
    assert load(path).ignore == ("T104",)
    write(path, "[project]\nname = 'x'\n")
    assert find(tmp_path / "x") != path


def test_extends_joins_lists_and_replaces_the_rest(tmp_path: Path) -> None:
    write(
        tmp_path / "house.yaml",
        "extends: desk\nlanguage: en-GB\nextend-ignore: [T1]\nrules: {hedge: info, wrong-weekday: error}\n",
    )
    path = write(tmp_path / ".newslint.yaml", "extends: house\nextend-ignore: [W1]\nrules: {hedge: off}\nfail-on: error\n")
    config = load(path)
    assert config.language == "en-GB"
    assert config.extend_ignore == ("T1", "W1")
    assert {name: config.rules[name] for name in ("hedge", "wrong-weekday")} == {"hedge": "off", "wrong-weekday": "error"}
    assert config.fail_on == "error"


def test_paths_are_read_from_the_file_that_names_them(tmp_path: Path) -> None:
    (tmp_path / "house/rules").mkdir(parents=True)
    write(tmp_path / "house/house.yaml", "rules-path: rules")
    path = write(tmp_path / ".newslint.yaml", "extends: house/house.yaml")
    assert load(path).rules_path == (tmp_path / "house/rules",)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("langauge: en", ".newslint.yaml:1:1: unknown key 'langauge'; did you mean 'language'?"),
        ("extends: dsek", "neither a file beside it nor a preset; did you mean 'desk'?"),
        ("extends: .newslint.yaml", "extends itself"),
        ("fail-on: never", ".newslint.yaml:1:10: 'never' is not known here"),
        ("rules-path: nowhere", "rules-path: "),
        ("published: 2025-08-15", "'published' belongs on the command line"),
        ("- a", "expected keys with values, not a list"),
    ],
)
def test_complaints(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(ConfigError) as fault:
        load(write(tmp_path / ".newslint.yaml", text))
    assert complaint in str(fault.value)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("rules: {ignore-without-mathc: off}", "no rule is called 'ignore-without-mathc'; did you mean 'ignore-without-match'?"),
        ("rules: {ignore-without-match: never}", "'never' is no severity"),
        ("rules: {quote-not-in-source: {options: {naer: 1}}}", "has no option 'naer'; did you mean 'near'?"),
    ],
)
def test_complaints_about_rules(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(ConfigError) as fault:
        Linter.made(load(write(tmp_path / ".newslint.yaml", text)), third_party=False).active("draft.txt")
    assert complaint in str(fault.value)


def test_a_rule_takes_its_severity_and_options_from_the_desk(tmp_path: Path) -> None:
    text = "rules:\n  quote-not-in-source: {severity: error, options: {near: 0.7}}\n  ignore-without-match: off\n"
    active = Linter.made(load(write(tmp_path / ".newslint.yaml", text)), third_party=False).active("draft.txt")
    rules = {rule.id: rule for rule in active}
    assert rules["quote-not-in-source"].gravest == "error"
    assert rules["quote-not-in-source"].check.near == 0.7  # type: ignore[attr-defined]
    assert "ignore-without-match" not in rules


def test_the_default_needs_no_file() -> None:
    assert replace(load(None), rules={}) == Config()


def test_a_chain_of_files_has_an_end(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"c{number}.yaml").write_text(f"extends: c{number + 1}.yaml\n")
    (tmp_path / "c40.yaml").write_text("select: [D]\n")
    with pytest.raises(ConfigError, match="more than 10 configurations that extend one another"):
        load(tmp_path / "c0.yaml")
    assert load(tmp_path / "c31.yaml").select == ("D",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[tool.newslint]\nselect = [D\n", "is not TOML: Invalid value"),
        ('[tool.newslint]\nselect = ["D"]\nmax-per-rule = "x"\n', "[tool.newslint]: max-per-rule: expected a whole number"),
        ('[tool.newslint]\nselct = ["D"]\n', "[tool.newslint]: unknown key 'selct'; did you mean 'select'?"),
        ('[tool.newslint.rules]\nhedge = "zzz"\n', "[tool.newslint]: rules: hedge: 'zzz' is no severity"),
        ("[tool.black]\n", "has no table [tool.newslint]"),
    ],
)
def test_a_fault_in_a_pyproject_names_its_key(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as fault:
        load(find(tmp_path) or path)
    assert said in str(fault.value)


def test_a_broken_pyproject_of_others_is_theirs(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.black]\nselect = [D\n")
    assert find(tmp_path) in (None, *(parent / name for parent in tmp_path.parents for name in NAMES))
