"""An index of earlier stories behind an open draft, and the index growing meanwhile."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.editor import Editor, places

DRAFT = """\
---
published: 2025-07-03
---

A fire at Leith Dock killed two men on Tuesday, the harbour police said. Both were from Fife, and worked for a shipping firm.
"""
FIRE = """\
---
published: 2025-07-01
---

# Two die at dock

A fire at Leith Dock killed two men on Monday, the harbour police said. The cause is not known.
"""
OTHER = "Bakers in Fife warned that bread would cost more since flour prices rose again.\n"


def index(desk: Path, *more: str) -> None:
    words = [sys.executable, "-m", "newslint", "corpus", "index", "stories", "--out", "house.newslint-index", *more]
    subprocess.run(words, cwd=desk, check=True, capture_output=True)


@pytest.mark.asyncio
async def test_an_index_that_grows_while_the_draft_is_open(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "bread.txt").write_text(OTHER)
    (tmp_path / ".newslint.yaml").write_text("archive: [house.newslint-index]\nselect: [D201]\n")
    index(tmp_path)
    await editor.begin(tmp_path)
    uri = editor.open(tmp_path / "draft.md", DRAFT, "markdown")
    assert await editor.found(uri, 1) == []
    (tmp_path / "stories" / "fire.md").write_text(FIRE)
    index(tmp_path, "--update")  # the editor was not asked to watch it
    await editor.until(lambda: bool(editor.shown(uri).diagnostics))
    (one,) = editor.shown(uri).diagnostics
    assert places([one]) == [("D201", 4, 39, 46)]
    assert "in your own story of 1 July 2025, “Two die at dock” (stories/fire.md:7:40)" in one.message
    where = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(4, 41))
    hovered = await editor.ask("textDocument/hover", where)
    assert "A fire at Leith Dock killed two men on Monday" in hovered.contents.value
    editor.type(uri, 2, "Monday", (4, 39, 4, 46))
    assert await editor.found(uri, 2) == []
