"""A rule turned off in a configuration, all else as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import config
from newslint.lsp.turnoff import turned_off
from tests.lsp.writer import Writer

CONFIGS = (
    ("", "rules:\n  stock-phrase: off\n"),
    ("select: [W]", "select: [W]\nrules:\n  stock-phrase: off\n"),
    ("# ours\nselect: [W]\r\n", "# ours\nselect: [W]\r\nrules:\r\n  stock-phrase: off\r\n"),
    ("rules:\n    hedge: error  # so\nselect: [W]\n", "rules:\n    stock-phrase: off\n    hedge: error  # so\nselect: [W]\n"),
    ("rules: # of the desk\n  hedge: error\n", "rules: # of the desk\n  stock-phrase: off\n  hedge: error\n"),
    ("select: [W]\nrules:", "select: [W]\nrules:\n  stock-phrase: off\n"),
    ("rules: {hedge: error}\n", None),
    ("rules:\n# why\n  hedge: error\n", None),
    ("rules:\n  stock-phrase: error\n", None),
    ("{select: [W]}\n", None),
)


@pytest.mark.parametrize(("text", "then"), CONFIGS)
def test_a_line_is_put_in(text: str, then: str | None, tmp_path: Path) -> None:
    assert turned_off(text, "stock-phrase") == then
    if then:
        path = tmp_path / ".newslint.yaml"
        path.write_text(then, newline="")
        assert config.load(path).override("stock-phrase")[0].severity == "off"


@pytest.mark.asyncio(loop_scope="module")
async def test_it_is_found_no_more(writer: Writer, tmp_path: Path) -> None:
    path = tmp_path / ".newslint.yaml"
    path.write_text("select: [T, Q201]\n")
    uri = await writer.opens(tmp_path / "draft.txt", "It was the the end.\n")
    action = (await writer.actions(uri, "the the"))[f"Turn T108 (leftover-mark) off in {tmp_path.name}/.newslint.yaml"]
    assert "T108" not in [one.code for one in await writer.do(uri, action)]
    assert path.read_text() == "select: [T, Q201]\nrules:\n  leftover-mark: off\n"


@pytest.mark.asyncio(loop_scope="module")
async def test_what_was_asked_for_by_name_stays(writer: Writer, tmp_path: Path) -> None:
    (tmp_path / ".newslint.yaml").write_text("select: [T108]\n")
    uri = await writer.opens(tmp_path / "draft.txt", "It was the the end.\n")
    assert not any(title.startswith("Turn ") for title in await writer.actions(uri, "the the"))
