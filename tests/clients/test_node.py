"""A client on Microsoft's own implementation of the protocol, under node."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.clients.printed import Found, printed
from tests.tools import package, program

CLIENT = Path(__file__).parent / "client.js"
SERVER = (sys.executable, "-m", "newslint", "lsp", "--no-plugins")


def client(*words: object) -> dict[str, Any]:
    for name in ("vscode-languageserver-protocol", "vscode-languageserver-textdocument"):
        package(name)
    ran = subprocess.run([program("node"), CLIENT, *map(str, words), *SERVER], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)  # type: ignore[no-any-return]


def found(answer: dict[str, Any], text: str) -> Found:
    """Line, column, code and words of each diagnostic, counted as newslint prints them."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    starts = [(one, one["range"]["start"]) for one in answer["found"]["diagnostics"]]
    return sorted(
        (
            at["line"] + 1,
            len(_units(lines[at["line"]])[: at["character"] * 2].decode("utf-16-le")) + 1,
            one["code"],
            one["message"],
        )
        for one, at in starts
    )


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def test_the_seed(desk: Path) -> None:
    answer = client("show", desk)
    assert answer["capabilities"]["positionEncoding"] == "utf-16"
    assert found(answer, desk.read_text()) == printed(desk)
    sources = [desk.with_name("003_bc68657364e0548b.txt").as_uri()]
    related = [one["location"]["uri"] for each in answer["found"]["diagnostics"] for one in each.get("relatedInformation", ())]
    assert set(related) == {desk.as_uri(), *sources}
    assert answer["status"] == 0


@pytest.mark.parametrize("seed", range(2))
def test_the_server_follows_every_edit(desk: Path, seed: int) -> None:
    """Emoji, every line end, lines parted and joined, positions past the end: the texts are one, and so are the findings."""
    answer = client("fuzz", desk, seed, 75)
    assert answer["edits"] > 750
    assert answer["mismatches"] == []
    assert answer["found"]["version"] == answer["version"]
    assert found(answer, answer["text"]) == printed(desk, answer["text"])
    assert answer["status"] == 0
