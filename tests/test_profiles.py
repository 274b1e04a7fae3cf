"""Profiles, and how many of a rule's findings people are told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newslint.config import PRESETS, Config, load
from newslint.document import Dossier
from newslint.errors import ConfigError
from newslint.finding import Outcome
from newslint.linter import Linter
from newslint.report import Style


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "given", "profile", "floor"),
    [
        ("language: en-GB", None, "desk", "warning"),
        ("profile: strict", None, "strict", "info"),
        ("extends: strict", None, "strict", "info"),
        ("extends: [strict, desk]", None, "desk", "warning"),
        ("extends: house", None, "strict", "info"),
        ("extends: house\nprofile: wire", None, "wire", "warning"),
        ("profile: strict\nmin-severity: error", None, "strict", "error"),
        ("extends: strict\nmin-severity: warning", None, "strict", "warning"),
        ("profile: strict", "features", "features", "warning"),
    ],
)
def test_the_profile_lies_beneath_every_file(tmp_path: Path, text: str, given: str | None, profile: str, floor: str) -> None:
    write(tmp_path / "house.yaml", "extends: strict\nfail-on: error")
    config = load(write(tmp_path / ".newslint.yaml", text), given)  # type: ignore[arg-type]
    assert (config.profile, config.min_severity) == (profile, floor)


def test_a_profile_needs_no_file() -> None:
    assert load(None).profile == "desk"
    assert load(None, "strict").min_confidence == "low"


def test_a_profile_that_there_is_not(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"'desks' is not known here"):
        load(write(tmp_path / ".newslint.yaml", "profile: desks"))


@pytest.mark.parametrize("preset", sorted(path.stem for path in PRESETS.glob("*.yaml")))
def test_every_profile_can_be_used(preset: str) -> None:
    linter = Linter.made(load(None, preset), third_party=False)  # type: ignore[arg-type]
    assert linter.active("draft.txt")
    assert not linter.problems


def test_what_a_profile_leaves_out_can_be_asked_for(tmp_path: Path) -> None:
    def active(config: Config) -> set[str]:
        return {rule.id for rule in Linter.made(config, third_party=False).active("draft.txt")}

    features = load(None, "features")
    assert "editorialising" not in active(features)
    assert "editorialising" in active(replace(features, select=("W103",)))
    assert "editorialising" in active(load(write(tmp_path / "own.yaml", "profile: features\nrules: {editorialising: error}")))


SIX = "\n\n".join(f"The plan is interesting, for reason {number}." for number in range(6)) + "\n\nIt was on Tuesday 4 May 2026.\n"


def outcome(most: int) -> Outcome:
    linter = Linter.made(Config(select=("W103", "D101"), max_per_rule=most), third_party=False)
    return linter.check(Dossier.of(linter.parse(Path("draft.txt"), SIX.encode()), (), makers=linter.makers))


@pytest.mark.parametrize(("most", "told"), [(0, 7), (1, 2), (3, 4), (6, 7), (9, 7)])
def test_repeats_are_gathered_under_the_last_that_is_told(most: int, told: int) -> None:
    made = outcome(most)
    assert len(made.findings) == 7
    assert len(made.told) == told
    assert [finding.rule for finding in made.told][-1] == "wrong-weekday"  # an error is always told


def test_the_last_that_is_told_says_where_the_others_are() -> None:
    made = outcome(3)
    said = [Style().message(made, finding) for finding in made.told]
    assert said[1] == made.told[1].message
    assert said[2].endswith("[3 more, lines 7, 9, 11]")
    assert Style(every=True).message(made, made.told[2]) == made.told[2].message
