"""What the server tells of work that takes its time, and when it loads the language model."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.editor import Editor

SLOW = """
import time
from dataclasses import dataclass
from newslint.hookspecs import hookimpl
from newslint.rule import Check

@dataclass(frozen=True)
class Slow(Check):
    name = "slow"

    def find(self, ctx):
        time.sleep(0.9)
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
    await editor.found(uri, 1)
    reports = [one for several in editor.progress_reports.values() for one in several]
    kinds = [one.kind for one in reports]
    assert kinds == ["begin", "end"] * (len(kinds) // 2)
    assert bool(kinds) == shows
    assert not shows or reports[0].title == "newslint: checking draft.txt"


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
