"""Every rule does what its examples say, and the rules as a whole are in order."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from newslint.config import PACKS, Config
from newslint.linter import Linter
from newslint.rule import Rule
from newslint.testing import failures, marked

LINTER = Linter.made(Config(), third_party=False)
FAMILIES = {
    "D": "dates", "N": "numbers", "Q": "quotes", "A": "attribution", "H": "hedging", "P": "names", "L": "legal",
    "W": "wording", "T": "text", "S": "sources", "R": "readability", "X": "newslint",
}  # fmt: skip


def test_every_rule_file_can_be_used() -> None:
    assert LINTER.faults == []


@pytest.mark.parametrize("rule", LINTER.rules, ids=lambda rule: f"{rule.code}-{rule.id}")
def test_examples(rule: Rule) -> None:
    assert list(failures(rule, LINTER)) == []


@pytest.mark.parametrize("rule", LINTER.rules, ids=lambda rule: rule.code)
def test_a_rule_lies_in_its_family_s_folder(rule: Rule) -> None:
    assert isinstance(rule.path, Path)
    assert rule.path.parent.name == FAMILIES[rule.code[0]]


@pytest.mark.parametrize("rule", LINTER.rules, ids=lambda rule: rule.code)
def test_messages_keep_to_the_house_tone(rule: Rule) -> None:
    for message in rule.message.values():
        assert "!" not in message
        assert "please" not in message.lower()
        assert "invalid" not in message.lower()
    assert any(example.messages for example in rule.examples if example.bad), "no example says the message"


def test_examples_are_used_once() -> None:
    texts = [
        (rule.id, example.bad or example.good, str(example.sources), str(example.given))
        for rule in LINTER.rules
        for example in rule.examples
    ]
    assert len(texts) == len(set(texts))


def test_every_check_serves_a_rule() -> None:
    packs = tuple(path.parent / "rules" for path in PACKS.glob("*/pack.yaml"))
    every = Linter.made(Config(rules_path=packs), third_party=False).rules
    assert set(LINTER.checks) == {rule.check.name for rule in every}


@pytest.mark.parametrize("check", LINTER.checks.values(), ids=lambda check: check.name)
def test_checks_say_what_they_are(check: type) -> None:
    assert (check.__doc__ or "").strip()
    for option in fields(check):
        assert not option.name.startswith("_")


@pytest.mark.parametrize(
    ("text", "plain", "spans"),
    [("a <<b>> c", "a b c", [(2, 3)]), ("<<a>><<b>>", "ab", [(0, 1), (1, 2)]), ("<<a <<b>>>>", "a b", [(0, 3), (2, 3)])],
)
def test_marks(text: str, plain: str, spans: list[tuple[int, int]]) -> None:
    found, places = marked(text)
    assert found == plain
    assert [(place.start, place.end) for place in places] == spans


def test_no_two_rules_leave_it_to_each_other() -> None:
    under = {rule.id: set(rule.gathered_under) for rule in LINTER.rules}
    for rule, speakers in under.items():
        assert speakers <= under.keys(), rule
        waiting, seen = list(speakers), set[str]()
        while waiting:
            speaker = waiting.pop()
            assert speaker != rule, f"{rule} is gathered, in the end, under itself"
            if speaker not in seen:
                seen.add(speaker)
                waiting += under[speaker]
