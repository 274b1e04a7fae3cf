"""Neovim's own client, with the settings that we ship."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clients.neovim import Neovim, wait
from tests.clients.printed import printed


@pytest.fixture
def nvim(desk: Path) -> Iterator[Neovim]:
    with tempfile.TemporaryDirectory(prefix="nvim") as folder, Neovim(Path(folder), desk) as editor:
        yield editor


def test_its_settings_reach_the_server(desk: Path) -> None:
    changes = "{ settings = { newslint = { extendIgnore = { 'N201' } } } }"
    expected = [one for one in printed(desk) if one[2] != "N201"]
    with tempfile.TemporaryDirectory(prefix="nvim") as folder, Neovim(Path(folder), desk, changes) as editor:
        wait(lambda: editor.found() == expected)
        assert editor.found() == expected


BY_HAND = """
vim.api.nvim_buf_set_text(0, 3, 0, 3, 7, {'😋 Russia’s'})
vim.cmd('normal! 8Gyyp')
vim.cmd('%s/600/😋 700/')
"""
BACK_AND_ON = """
vim.cmd('undo')
vim.cmd('normal! ggOA visit that is interesting, critics say.')
vim.cmd('8delete')
"""


def test_what_neovim_shows_is_what_newslint_prints(nvim: Neovim, desk: Path) -> None:
    """At first, and after what is typed, pasted, replaced, undone and deleted."""
    seen = [printed(desk)]
    assert {"N201", "Q201", "D109"} <= {code for _, _, code, _ in seen[-1]}
    wait(lambda: nvim.found() == seen[-1])
    assert nvim.found() == seen[-1]
    for edits in (BY_HAND, BACK_AND_ON):
        nvim.lua(edits)
        seen.append(printed(desk, nvim.text + "\n"))
        wait(lambda: nvim.found() == seen[-1])
        assert nvim.found() == seen[-1]
    assert len({str(one) for one in seen}) == 3
    nvim.quit()
    assert nvim.log() == ""


CHOOSE = """
local wanted = ...
offered = {}
vim.ui.select = function(items, options, choose)
  for _, item in ipairs(items) do
    local title = options.format_item(item)
    table.insert(offered, title)
    if title:find(wanted, 1, true) then
      return choose(item)
    end
  end
end
vim.lsp.buf.code_action()
"""


def test_a_code_action_changes_the_draft(nvim: Neovim, desk: Path) -> None:
    """At “over ten thousand”, the wording of the source; then the ignore comment, whose reason is the writer's to say."""
    assert wait(lambda: any(code == "N201" for _, _, code, _ in nvim.found()))
    line, column, *_ = next(one for one in nvim.found() if one[2] == "N201")
    nvim.lua("vim.api.nvim_win_set_cursor(0, {...})", line, column)
    nvim.lua(CHOOSE, "Write “around 15,000”")
    assert wait(lambda: "around 15,000" in nvim.text.splitlines()[line - 1]), nvim.lua("return offered")
    assert wait(lambda: all(code != "N201" for _, _, code, _ in nvim.found()))
    nvim.lua("vim.cmd('undo')")
    assert wait(lambda: any(code == "N201" for _, _, code, _ in nvim.found()))
    nvim.lua(CHOOSE, "Ignore N201 “over ten thousand” here")
    assert wait(lambda: "newslint: ignore[N201" in nvim.text), nvim.lua("return offered")
    comment = next(text for text in nvim.text.splitlines() if "newslint: ignore[N201" in text)
    assert wait(lambda: nvim.lua(UNDER_THE_CARET) == [comment, len(comment.encode()) - 1]), (
        "the caret stands where the reason goes"
    )
    assert nvim.log() == ""


UNDER_THE_CARET = "return {vim.api.nvim_get_current_line(), vim.api.nvim_win_get_cursor(0)[2]}"


def test_a_source_is_opened_at_its_passage(nvim: Neovim, desk: Path) -> None:
    assert wait(lambda: any(code == "N201" for _, _, code, _ in nvim.found()))
    line, column, *_ = next(one for one in nvim.found() if one[2] == "N201")
    nvim.lua("vim.api.nvim_win_set_cursor(0, {...})", line, column)
    nvim.lua(CHOOSE, "Open ")
    assert wait(lambda: nvim.lua("return vim.api.nvim_buf_get_name(0)") != str(desk)), nvim.lua("return offered")
    text, at = nvim.lua(UNDER_THE_CARET)
    assert text.encode()[at:].decode().startswith("around 15,000")


def test_a_draft_with_another_name_is_another_draft(nvim: Neovim, desk: Path) -> None:
    """Its findings follow what is typed after ``:saveas``, and nothing is said of it."""
    assert wait(nvim.found)
    nvim.lua("vim.cmd('saveas ' .. ...)", "renamed.txt")
    nvim.lua("vim.api.nvim_buf_set_text(0, 3, 0, 3, 0, {'In order to win, '})")
    expected = printed(desk.with_name("renamed.txt"), nvim.text + "\n")
    wait(lambda: nvim.found() == expected)
    assert nvim.found() == expected
    assert "Detached" not in nvim.lua("return vim.fn.execute('messages')")
    assert nvim.log() == ""


def test_the_server_follows_every_edit(nvim: Neovim, desk: Path) -> None:
    """Its text is Neovim's, after edits by hand, by command and by plugin."""
    edits = (Path(__file__).parent / "edits.lua").read_text()
    assert wait(nvim.found)
    for ends in ("unix", "dos"):
        nvim.lua("vim.cmd('edit! ++ff=' .. ...)", ends)
        for seed in range(12):
            assert nvim.lua(edits, seed, 20) == nvim.server_text(), (ends, seed)
