"""What the server tells of work that takes its time, and when it loads the language model."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.editor import Editor

SLOW = """
import time
from dataclasses import dataclass
from pathlib import Path
from newslint.hookspecs import hookimpl
from newslint.rule import Check

@dataclass(frozen=True)
class Slow(Check):
    name = "slow"

    def find(self, ctx):
        while not Path(__file__).with_name("go").exists():
            time.sleep(0.01)
        return iter(())

@hookimpl
def newslint_checks():
    return [Slow]
"""
RULE = 'id: slow\ncode: Z901\ntitle: Dawdles\nwhy: To see.\ncheck: slow\nseverity: error\nmessage: "{found}"\nexamples: []\n'


def able(*, shows: bool) -> types.ClientCapabilities:
    return types.ClientCapabilities(window=types.WindowClientCapabilities(work_done_progress=shows))


@pytest.mark.asyncio
@pytest.mark.parametrize("shows", [True, False])
async def test_a_long_check(editor: Editor, desk: Path, shows: bool) -> None:
    (desk / "slow.py").write_text(SLOW)
    (desk / "rules").mkdir()
    (desk / "rules" / "slow.yaml").write_text(RULE)
    (desk / ".newslint.yaml").write_text("select: [Z]\nplugins: [slow.py]\nrules-path: [rules]\n")
    await editor.begin(desk, able=able(shows=shows))
    uri = editor.open(desk / "draft.txt", "One.")

    def told() -> list[tuple[str, str]]:
        return [(one.kind, getattr(one, "title", "")) for several in editor.progress_reports.values() for one in several]

    if shows:
        await editor.until(lambda: bool(told()))
    else:
        await asyncio.sleep(1)  # as long as it takes to be worth telling, and longer
    (desk / "go").touch()
    await editor.found(uri, 1)
    await editor.until(lambda: len(told()) % 2 == 0)
    assert told() == [("begin", "newslint: checking draft.txt"), ("end", "")] * (len(told()) // 2)
    assert bool(told()) == shows


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("select", "options", "loaded"), [("P101", {}, True), ("P101", {"warm": False}, False), ("D101", {}, False)]
)
async def test_the_model_is_loaded_before_it_is_needed(
    editor: Editor, desk: Path, select: str, options: dict[str, bool], loaded: bool
) -> None:
    (desk / ".newslint.yaml").write_text(f"select: [{select}]\n")
    await editor.begin(desk, able=able(shows=True), options=options)
    uri = editor.open(desk / "draft.txt", "One.")
    await editor.found(uri, 1)
    told = await editor.ask("newslint/settled", {"uri": uri})
    assert told["version"] == 1, "the draft is answered for while the model loads"

    def titles() -> set[str]:
        return {one.title for several in editor.progress_reports.values() for one in several if one.kind == "begin"}

    if loaded:
        await editor.until(lambda: "newslint: loading the language model" in titles())
    else:
        editor.type(uri, 2, "Two.")
        await editor.found(uri, 2)
        assert "newslint: loading the language model" not in titles()
