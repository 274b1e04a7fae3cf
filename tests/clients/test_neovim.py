"""Neovim's own client, with the settings that we ship."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest

from tests.clients.neovim import Neovim, wait

SEEDS = Path(__file__).parents[2] / "seeds"
SEED = "000_009268604145ada5.txt"
LINE = re.compile(r"\S+?:(\d+):(\d+): (\S+) (.*) \(\S+\)")

Found = list[tuple[int, int, str, str]]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The draft with its sources, in a folder of its own."""
    for file in SEEDS.glob("*.*"):
        copy(file, tmp_path)
    with (tmp_path / SEED).open("a") as draft:
        draft.write("\n")  # editors end a file so
    return tmp_path / SEED


@pytest.fixture
def nvim(desk: Path) -> Iterator[Neovim]:
    with tempfile.TemporaryDirectory(prefix="nvim") as folder, Neovim(Path(folder), desk) as editor:
        yield editor


def printed(draft: Path, text: str | None = None) -> Found:
    """What ``newslint`` prints of the draft, or of this text in its place."""
    words = [sys.executable, "-m", "newslint", draft.name if text is None else "-", "--stdin-display-name", draft.name]
    ran = subprocess.run(words, input=text, cwd=draft.parent, capture_output=True, text=True, check=False)
    assert ran.returncode in (0, 1), ran.stderr
    return sorted((int(line), int(column), code, message) for line, column, code, message in LINE.findall(ran.stdout))


def test_what_neovim_shows_is_what_newslint_prints(nvim: Neovim, desk: Path) -> None:
    expected = printed(desk)
    assert {"N201", "Q201", "D109"} <= {code for _, _, code, _ in expected}
    wait(lambda: nvim.found() == expected)
    assert nvim.found() == expected
    nvim.quit()
    assert nvim.log() == ""


def test_the_server_follows_every_edit(nvim: Neovim, desk: Path) -> None:
    """Its text is Neovim's, after edits by hand, by command and by plugin."""
    edits = (Path(__file__).parent / "edits.lua").read_text()
    assert wait(nvim.found)
    for ends in ("unix", "dos"):
        nvim.lua("vim.cmd('edit! ++ff=' .. ...)", ends)
        for seed in range(20):
            assert nvim.lua(edits, seed, 20) == nvim.server_text(), (ends, seed)
