"""What the server tells the user besides diagnostics: complaints, a log, and that something takes its time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from itertools import count
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.capabilities import get_capability

if TYPE_CHECKING:
    from newslint.lsp.server import Server

LATER = 0.5
"""Seconds after which something takes its time."""


class Telling:
    """Messages for the user, each told once as long as it holds."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._held: dict[str, frozenset[str]] = {}
        self._numbers = count(1)
        self.progresses = False

    def begun(self) -> None:
        self.progresses = bool(get_capability(self.server.client_capabilities, "window.work_done_progress", False))

    def complain(self, about: str, complaints: Iterable[str], *, more: bool = False) -> None:
        """Show what is to be mended about a draft or the settings, but for what is shown already; ``more`` than before."""
        known = frozenset().union(*self._held.values())
        every = dict.fromkeys(complaints)
        self._held[about] = frozenset(every) | (self._held.get(about, frozenset()) if more else frozenset())
        if new := [f"newslint: {complaint}" for complaint in every if complaint not in known]:
            self.server.window_show_message(types.ShowMessageParams(types.MessageType.Warning, "\n".join(new)))

    def forget(self, about: str) -> None:
        self._held.pop(about, None)

    def log(self, message: str, kind: types.MessageType = types.MessageType.Info) -> None:
        self.server.window_log_message(types.LogMessageParams(kind, message))

    @asynccontextmanager
    async def progress(self, title: str, after: float = LATER) -> AsyncIterator[None]:
        """Show that this is being done, if it takes longer than ``after`` seconds and the editor can show it."""
        if not self.progresses:
            yield
            return
        token = f"newslint-{next(self._numbers)}"
        begun = asyncio.Event()
        task = asyncio.get_running_loop().create_task(self._begin(token, title, after, begun))
        try:
            yield
        finally:
            task.cancel()
            if begun.is_set():
                self.server.work_done_progress.end(token, types.WorkDoneProgressEnd())
            self.server.work_done_progress.tokens.pop(token, None)

    async def _begin(self, token: str, title: str, after: float, begun: asyncio.Event) -> None:
        await asyncio.sleep(after)
        await self.server.work_done_progress.create_async(token)
        self.server.work_done_progress.begin(token, types.WorkDoneProgressBegin(f"newslint: {title}", cancellable=False))
        begun.set()
