"""Neovim without a screen, with its built-in language client and the settings that we ship."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.tools import program

EDITORS = Path(__file__).parents[2] / "editors"
CALL = Path(__file__).parent / "call.lua"
PATIENCE = 60
INIT = """
vim.opt.rtp:prepend({settings})
vim.lsp.set_log_level("warn")
require("newslint").setup({changes})
"""


def environment(home: Path) -> dict[str, str]:
    """A user's who has no settings yet, and the ``newslint`` under test first on the path."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    folders = {
        name: str(home / name.lower()) for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    }
    return os.environ | folders | {"HOME": str(home), "PATH": path}


class Neovim:
    """``folder`` must have a short path, since a socket stands in it; ``changes`` are the user's own settings, in Lua."""

    def __init__(self, folder: Path, draft: Path, changes: str = "") -> None:
        self.folder, self.socket = folder, folder / "socket"
        self.program, self.environment = program("nvim"), environment(folder)
        init = folder / "init.lua"
        init.write_text(INIT.format(settings=json.dumps(str(EDITORS / "neovim")), changes=changes))
        words: list[str | Path] = [self.program, "--headless", "-n", "-i", "NONE", "-u", init, "--listen", self.socket, draft]
        self.process = subprocess.Popen(words, env=self.environment, stdin=subprocess.DEVNULL, cwd=draft.parent)

    def __enter__(self) -> Neovim:
        wait(lambda: self.socket.exists())
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.process.kill()
        self.process.wait()

    def lua(self, chunk: str, *values: Any) -> Any:
        """What this chunk returns; ``values`` are its ``...``."""
        (self.folder / "chunk.lua").write_text(chunk)
        (self.folder / "in.json").write_text(json.dumps(values))
        out = self.folder / "out.json"
        out.unlink(missing_ok=True)
        call = f"luaeval('dofile(_A)', '{CALL}')"
        words: list[str | Path] = [self.program, "--server", self.socket, "--remote-expr", call]
        ran = subprocess.run(words, env=self.environment, capture_output=True, text=True, timeout=PATIENCE)
        assert out.exists(), ran.stdout + ran.stderr
        done, *made = json.loads(out.read_text())
        assert done, made
        return made[0] if made else None

    @property
    def text(self) -> str:
        return "\n".join(self.lua("return vim.api.nvim_buf_get_lines(0, 0, -1, true)"))

    def found(self) -> list[tuple[int, int, str, str]]:
        """Line, column, code and words of each diagnostic, counted as newslint prints them."""
        lines, shown = self.lua("return {vim.api.nvim_buf_get_lines(0, 0, -1, true), vim.diagnostic.get(0)}")
        return sorted(
            (
                one["lnum"] + 1,
                len(lines[one["lnum"]].encode()[: one["col"]].decode()) + 1,
                one.get("code") or one["user_data"]["lsp"]["code"],
                one["message"],
            )
            for one in shown
        )

    def quit(self) -> None:
        """Leave as a user does; the server is told to shut down."""
        subprocess.run(
            [self.program, "--server", self.socket, "--remote-send", "<C-\\><C-N>:qa!<CR>"], env=self.environment, check=True
        )
        assert self.process.wait(timeout=PATIENCE) == 0

    def log(self) -> str:
        """What the client, and the server on standard error, complained of."""
        lines = [line for path in self.folder.glob("xdg_*/nvim/lsp.log") for line in path.read_text().splitlines()]
        return "\n".join(line for line in lines if not line.startswith("[START]"))

    def server_text(self) -> str:
        """The draft as the server knows it, once it has read all that the client sent."""
        answers = self.lua(
            "local params = { uri = vim.uri_from_bufnr(0) }\n"
            f"return vim.lsp.buf_request_sync(0, 'newslint/text', params, {PATIENCE * 1000})"
        )
        (answer,) = (
            answers.values() if isinstance(answers, dict) else filter(None, answers)
        )  # Lua's arrays begin with the client's number
        return str(answer["result"]["text"])


def wait(done: Callable[[], Any]) -> bool:
    """Whether it came about within a minute."""
    end = time.monotonic() + PATIENCE
    while not (come := bool(done())) and time.monotonic() < end:
        time.sleep(0.2)
    return come
