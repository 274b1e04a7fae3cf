from __future__ import annotations

from pathlib import Path

import pytest

from newslint import facts
from newslint.errors import InputError
from newslint.facts.nouns import NounGroup, Nouns

SHIPPED = facts.load(()).nouns


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("soldier", "troop", True),
        ("soldier", "soldier", True),
        ("elephant", "elephant", True),  # in no group
        ("ship", "vessel", True),
        ("soldier", "ship", False),
        ("bridge", "elephant", False),
        ("person", "miner", None),  # miners are people
        ("miner", "other", None),
    ],
)
def test_what_may_count_the_same(one: str, other: str, same: bool | None) -> None:
    assert SHIPPED.same(one, other) is same
    assert SHIPPED.same(other, one) is same


def test_a_noun_may_stand_in_two_groups_that_stay_apart() -> None:
    nouns = Nouns([NounGroup(("homes", "flats")), NounGroup(("homes", "houses"))])
    assert nouns.same("home", "flat")
    assert nouns.same("home", "house")
    assert nouns.same("flat", "house") is False


def test_a_desk_adds_groups(tmp_path: Path) -> None:
    table = tmp_path / "facts.yaml"
    table.write_text("nouns:\n  - {same: [hurler, shotter]}\n", encoding="utf-8")
    nouns = facts.load([table]).nouns
    assert nouns.same("hurler", "shotter")
    assert nouns.same("soldier", "troop")


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("nouns:\n  - {same: [soldier]}\n", "a group has two nouns or more"),
        ("nouns:\n  - {same: [soldier, foot soldier]}\n", "'foot soldier' is no noun"),
        ("nouns:\n  - {same: [soldier, troop], wide: true}\n", "wide"),
    ],
)
def test_a_bad_table_is_said_with_its_line(table: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(InputError) as fault:
        facts.load([path])
    assert says in str(fault.value)
    assert "facts.yaml:2" in str(fault.value)
