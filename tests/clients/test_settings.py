"""Settings of editors that cannot be run here: their syntax, what they start, and that the server understands them."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from newslint.lsp.settings import Settings
from tests.clients.neovim import EDITORS

COMMAND = ["newslint", "lsp"]
DOCS = Path(__file__).parents[2] / "docs" / "editors.md"


def test_helix() -> None:
    text = (EDITORS / "helix" / "languages.toml").read_text()
    told = tomllib.loads(text)
    server = told["language-server"]["newslint"]
    assert [server["command"], *server["args"]] == COMMAND
    assert {one["name"] for one in told["language"]} == {"text", "markdown", "html", "rst"}
    assert all("newslint" in one["language-servers"] for one in told["language"])
    example = tomllib.loads(re.findall(r"^# (config = .*)", text, re.M)[0])
    assert Settings().with_given(example["config"]) == (Settings(profile="wire", min_severity="info"), [])


@pytest.mark.parametrize(("file", "key"), [("kate/settings.json", "servers"), ("sublime/LSP.sublime-settings", "clients")])
def test_settings_in_json(file: str, key: str) -> None:
    server = json.loads((EDITORS / file).read_text())[key]["newslint"]
    assert server["command"] == COMMAND
    assert Settings().with_given(server["settings"]) == (Settings(), [])


@pytest.mark.parametrize("mode", ["Normal", "None", "Markdown", "HTML", "reStructuredText"])
def test_kate_starts_it_for_drafts(mode: str) -> None:
    pattern = json.loads((EDITORS / "kate" / "settings.json").read_text())["servers"]["newslint"]["highlightingModeRegex"]
    assert re.search(pattern, mode)
    assert not re.search(pattern, "HTML (Django)")


@pytest.mark.parametrize("file", ["helix/languages.toml", "kate/settings.json", "sublime/LSP.sublime-settings"])
def test_what_the_page_has_to_paste_is_what_ships(file: str) -> None:
    blocks = re.findall(r"^```\w+\n(.*?)^```", DOCS.read_text(), re.M | re.S)
    assert (EDITORS / file).read_text() in blocks


def test_every_setting_is_told_on_the_page() -> None:
    table = DOCS.read_text().split("## Settings")[1].split("\n## ")[0]
    told = {name for row in table.splitlines() if row.startswith("|") for name in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert Settings().with_given(dict.fromkeys(told)) == (Settings(), [])
    assert len(told) == len(Settings.__dataclass_fields__)
