"""House styles: each pack's rules do what their examples say, go together, and are switched on by a configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import config, fixes
from newslint.config import PACKS
from newslint.document import Dossier
from newslint.errors import ConfigError
from newslint.finding import Outcome
from newslint.linter import Linter
from newslint.rule import Rule
from newslint.testing import failures, marked

NAMES = sorted(path.parent.name for path in PACKS.glob("*/pack.yaml"))
LINTERS = {name: Linter.made(config.load(PACKS / name / "pack.yaml"), third_party=False) for name in NAMES}
RULES = [(name, rule) for name in NAMES for rule in LINTERS[name].rules if rule.path and PACKS / name in rule.path.parents]


def test_two_packs_ship() -> None:
    assert NAMES == ["uk-daily", "us-wire"]
    assert all(12 <= sum(one == name for one, _ in RULES) <= 20 for name in NAMES)
    assert [fault for linter in LINTERS.values() for fault in linter.faults] == []


@pytest.mark.parametrize(("name", "rule"), RULES, ids=[f"{rule.code}-{rule.id}" for _, rule in RULES])
def test_examples(name: str, rule: Rule) -> None:
    assert list(failures(rule, LINTERS[name])) == []


def test_codes_and_ids_are_the_packs_own() -> None:
    assert len({rule.code for _, rule in RULES}) == len({rule.id for _, rule in RULES}) == len(RULES)
    assert {(name, rule.code[:2], rule.id[:3]) for name, rule in RULES} == {("us-wire", "Y1", "us-"), ("uk-daily", "Y2", "uk-")}


def _texts() -> list[str]:
    """Every example of every pack: copy in one style, for the other to mend."""
    return [marked(example.bad or example.good)[0] for _, rule in RULES for example in rule.examples]


@pytest.mark.parametrize("name", NAMES)
def test_the_rules_of_a_pack_agree(name: str) -> None:
    linter = LINTERS[name]
    rules = [rule for rule in linter.active("draft.txt") if rule.code.startswith("Y")]

    def checked(text: str) -> Outcome:
        draft = linter.parse(Path("draft.txt"), text.encode())
        return linter.check(Dossier.of(draft, (), makers=linter.makers), rules=rules, strict=True)

    made = fixes.mended(checked("\n\n".join(_texts())), checked)
    assert made.barred == ()
    assert [one.message for one in checked(made.text).findings if one.fix and one.fix.safe] == []


BRITISH = "The US firm’s “new centre”, bought for £5m on 3 March by a bank, is grey – and rose by 5 per cent."
AMERICAN = "The U.S. firm’s “new centre,” bought for £5 million on March 3 by a bank, is gray — and rose by 5%."


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("us-wire", BRITISH, AMERICAN),
        ("uk-daily", AMERICAN, BRITISH.replace("5 per cent", "5%")),
        ("us-wire", AMERICAN, AMERICAN),
        ("uk-daily", BRITISH.replace("5 per cent", "5%"), BRITISH.replace("5 per cent", "5%")),
    ],
)
def test_copy_of_the_other_house_is_mended(name: str, text: str, expected: str) -> None:
    linter = LINTERS[name]

    def checked(text: str) -> Outcome:
        draft = linter.parse(Path("draft.txt"), text.encode())
        return linter.check(Dossier.of(draft, (), makers=linter.makers))

    assert fixes.mended(checked(f"{text}\n\n{text}"), checked).text == f"{expected}\n\n{expected}"


@pytest.mark.parametrize("name", NAMES)
def test_a_configuration_switches_a_pack_on(name: str, tmp_path: Path) -> None:
    path = tmp_path / ".newslint.yaml"
    path.write_text(f"extends: [desk, 'pack:{name}']\nselect: [Y]\n")
    chosen = config.load(path)
    assert chosen.rules_path == (PACKS / name / "rules",)
    assert {rule.code[0] for rule in Linter.made(chosen, third_party=False).active("draft.txt")} == {"Y"}


def test_a_desk_may_have_a_pack_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "house" / "rules").mkdir(parents=True)
    (tmp_path / "house" / "pack.yaml").write_text("rules-path: [rules]\nrules: {dash-style: off}\n")
    path = tmp_path / ".newslint.yaml"
    path.write_text("extends: ['pack:house']\n")
    chosen = config.load(path)
    assert [folder.name for folder in chosen.rules_path] == ["rules"]
    assert chosen.override("dash-style")[0].severity == "off"


def test_a_pack_that_is_not_there_is_said(tmp_path: Path) -> None:
    path = tmp_path / ".newslint.yaml"
    path.write_text("extends: ['pack:us-wires']\n")
    with pytest.raises(ConfigError, match="did you mean 'us-wire'"):
        config.load(path)
