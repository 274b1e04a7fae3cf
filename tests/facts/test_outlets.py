"""The table of outlets: names, addresses, and that the shipped one is in order."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from newslint import facts
from newslint.errors import InputError
from newslint.words import folded

OUTLETS = facts.load(()).outlets


def test_no_name_or_address_belongs_to_two() -> None:
    names = Counter(folded(name.removeprefix("The ")) for outlet in OUTLETS.all for name in {outlet.name, *outlet.also})
    owners: dict[str, str] = {}
    for outlet in OUTLETS.all:
        for name in (outlet.name, *outlet.also):
            assert owners.setdefault(folded(name.removeprefix("The ")), outlet.name) == outlet.name, name
    assert names
    hosts = Counter(host for outlet in OUTLETS.all for host in outlet.hosts)
    assert [host for host, count in hosts.items() if count > 1] == []


def test_the_voice_of_a_state_says_of_which() -> None:
    assert [outlet.name for outlet in OUTLETS.all if (outlet.kind == "state-media") != bool(outlet.of)] == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Guardian", "The Guardian"),
        ("guardian", "The Guardian"),
        ("the NY Times", "The New York Times"),
        ("Agence France Presse", "AFP"),
        ("El Pais", "El País"),
        ("the Sunny Times", None),
    ],
)
def test_named(words: str, name: str | None) -> None:
    found = OUTLETS.named(words)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.theguardian.com/world/a", "The Guardian"),
        ("http://news.bbc.co.uk/2/hi/1.stm", "BBC"),
        ("bbc.com", "BBC"),
        ("https://user@edition.cnn.com:443/x?y#z", "CNN"),
        ("https://nottheguardian.com/", None),
        ("https://theguardian.com.example.org/", None),
        ("", None),
    ],
)
def test_at(url: str, name: str | None) -> None:
    found = OUTLETS.at(url)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the BBC's report", ["the BBC"]),
        ("People's Daily said", ["People's Daily"]),
        ("BBC News and Sky News", ["BBC News", "Sky News"]),
        ("on The Sun and the sun", ["The Sun"]),
        ("Sun readers in Sunderland", []),           # needs its article
        ("BBCs and CNNs", []),
        ("ČTK said", ["ČTK"]),
    ],
)  # fmt: skip
def test_mentions(text: str, words: list[str]) -> None:
    assert [span.of(text) for span, _ in OUTLETS.mentions(text)] == words


def test_an_outlet_of_the_house(tmp_path: Path) -> None:
    table = tmp_path / "house.yaml"
    table.write_text("outlets:\n  - {name: Harbour Gazette, hosts: [gazette.example]}\n  - {name: AP, kind: agency}\n")
    loaded = facts.load([table]).outlets
    assert len(loaded.all) == len(OUTLETS.all) + 1
    assert loaded.named("the Harbour Gazette") == loaded.at("https://gazette.example/a")
    assert loaded.named("Associated Press") is None  # the house's entry replaces the shipped one


def test_a_name_without_letters(tmp_path: Path) -> None:
    table = tmp_path / "house.yaml"
    table.write_text("outlets:\n  - {name: '--'}\n")
    with pytest.raises(InputError, match="without letters"):
        facts.load([table])
