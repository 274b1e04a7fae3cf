"""The language server: open drafts, what is asked of them, and what they are told."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from newslint import __version__
from newslint.lsp import features
from newslint.lsp.buffer import Buffer
from newslint.lsp.diagnosing import Diagnoser, Found, Make
from newslint.lsp.draft import Draft
from newslint.lsp.editing import Editing
from newslint.lsp.garbage import Garbage
from newslint.lsp.protocol import ContentModified, Protocol
from newslint.lsp.publishing import OPTIONS, Publishing
from newslint.lsp.schedule import Schedule, Stop
from newslint.lsp.settings import Settings
from newslint.lsp.telling import Telling
from newslint.lsp.view import View
from newslint.lsp.warming import Warming
from newslint.lsp.watching import Watching, is_settings
from newslint.lsp.workspace import Workspaces
from newslint.run.keeping import collect
from newslint.run.session import Depth, Stopped

T = TypeVar("T")


class Server(LanguageServer):
    """Keeps the open drafts and has them linted, in ``worker``; features are worked out in ``asker``.

    The event loop itself does nothing that takes long, so that every message is heard at once.
    """

    protocol: Protocol

    def __init__(self, make: Make, worker: Executor, asker: Executor, gone: Callable[[], object] = lambda: None) -> None:
        super().__init__("newslint", __version__, protocol_cls=Protocol)
        self.status: int | None = None
        self.drafts: dict[str, Draft] = {}
        self.diagnoser = Diagnoser(make)
        self.schedule = Schedule(self._lint)
        self.publishing = Publishing(self)
        self.telling = Telling(self)
        self.watching = Watching(self)
        self.workspaces = Workspaces(self)
        self.warming = Warming(self)
        self.editing = Editing(self)
        self.garbage = Garbage(partial(worker.submit, collect), lambda: bool(self.schedule.due))
        self._worker, self._asker, self._gone = worker, asker, gone
        self._tasks: set[asyncio.Task[Any]] = set()
        for method, handler, options in (
            (types.INITIALIZED, self._initialized, None),
            (types.TEXT_DOCUMENT_DID_SAVE, self.editing.saved, None),
            (types.TEXT_DOCUMENT_DIAGNOSTIC, self.publishing.pull, OPTIONS),
            (types.WORKSPACE_DIAGNOSTIC, self.publishing.pull_all, None),
            (types.WORKSPACE_DID_CHANGE_CONFIGURATION, self.workspaces.configured, None),
            (types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, self.workspaces.folders_changed, None),
            (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, self._files_changed, None),
            ("newslint/text", self._text, None),
            ("newslint/settled", self._settled, None),
        ):
            self.feature(method, options)(partial(handler))  # pygls marks what it registers; a method cannot be marked
        features.register(self)

    # --- for features -------------------------------------------------------------------

    @property
    def encoding(self) -> str:
        """What the client counts characters in: utf-8, utf-16 or utf-32."""
        return str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))

    def settings(self, uri: str) -> Settings:
        draft = self.drafts.get(uri)
        return self.workspaces.of(draft.buffer.path if draft else None)

    def view(self, uri: str) -> View | None:
        """The newest state of a draft with what was found in it; None while it is linted, or where it cannot be."""
        draft = self.drafts.get(uri)
        return draft.current.view if draft and draft.current else None

    async def settled(self, uri: str, depth: Depth = "quick") -> View | None:
        """The same, once the quick rules, or all, have run; None where it cannot be linted or is not open.

        Raises ContentModified if the draft changes meanwhile, so that nobody is answered about an older state.
        """
        found = await self.found(uri, depth)
        return found.view if found else None

    async def found(self, uri: str, depth: Depth) -> Found | None:
        """What these rules found in the draft as it is now, once they have run; raises ContentModified."""
        draft = self.drafts.get(uri)
        buffer = draft.buffer if draft else None
        while draft and draft.buffer.lintable and not self._is_settled(draft, depth):
            future = asyncio.get_running_loop().create_future()
            draft.waiting.append(future)
            await future
            if draft.buffer is not buffer:
                raise ContentModified
            draft = self.drafts.get(uri)
        return draft.current if draft else None

    def _is_settled(self, draft: Draft, depth: Depth) -> bool:
        found, uri = draft.current, draft.buffer.uri
        depths: tuple[Depth, ...] = ("quick", "all") if depth == "all" else ("quick",)
        return (
            found is not None and depth in ("quick", found.depth) and not any((uri, one) in self.schedule.due for one in depths)
        )

    async def aside(self, function: Callable[..., T], *args: Any) -> T:
        """What this function returns, worked out in a thread of its own; raises ContentModified where layers of an older state
        would have to be worked out."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self._asker, partial(function, *args))
        except Stopped:
            raise ContentModified from None

    def background(self, coroutine: Any) -> None:
        """Let this run until it ends or the server does."""
        task = asyncio.get_running_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (fault := task.exception()):
            traceback.print_exception(fault)
            self.report_server_error(fault, None)

    # --- coming and going ---------------------------------------------------------------

    def begun(self, params: types.InitializeParams, able: types.ServerCapabilities) -> None:
        self.publishing.begun(able)
        self.telling.begun()
        self.workspaces.begun(params)

    async def _initialized(self, _: types.InitializedParams) -> None:
        self.background(self.schedule.run())
        self.background(self.watching.run())
        if asked := [*self.watching.registrations(), *self.workspaces.registrations()]:
            self.client_register_capability(types.RegistrationParams(asked))
        await self.workspaces.ask()

    def leave(self, status: int) -> None:
        """Come to an end with this exit status."""
        self.status = status
        self._gone()

    async def finish(self) -> None:
        """Stop what runs."""
        self.schedule.stop()
        tasks = [*self._tasks]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=1)  # a task that does not hear of it must not hold the process up

    def report_server_error(self, error: BaseException, source: object) -> None:
        """A fault of ours, such as a feature that broke: for the log; a request is answered with it anyway."""
        del source
        self.telling.log(f"a fault of newslint: {type(error).__name__}: {error}", types.MessageType.Error)

    # --- files and settings -------------------------------------------------------------

    def _files_changed(self, event: types.DidChangeWatchedFilesParams) -> None:
        self.files_changed([buffer_path for change in event.changes if (buffer_path := Buffer.path_of(change.uri))])

    def files_changed(self, paths: list[Path]) -> None:
        """Sources, settings or rules have changed on disk."""
        if any(is_settings(path) for path in paths):
            self.diagnoser.reset()
        own = [draft.buffer.path for draft in self.drafts.values()]
        if len(own) > 1 or any(path not in own for path in paths):
            self.relint(uri for uri, draft in self.drafts.items() if any(path != draft.buffer.path for path in paths))

    def reset(self) -> None:
        """Other settings: everything is to be read and linted anew."""
        self.diagnoser.reset()
        features.again(self)
        for uri, draft in self.drafts.items():
            if draft.buffer.lintable:
                self.schedule.ask(uri, {"quick": 0, "all": 0})

    def relint(self, uris: Iterable[str]) -> None:
        """Lint these drafts again, since what they rest on has changed."""
        for uri in [*uris]:
            if self.drafts[uri].buffer.lintable:
                self.schedule.ask(uri, {"all": self.settings(uri).pause / 1000})

    # --- linting ------------------------------------------------------------------------

    async def _lint(self, uri: str, depth: Depth, stop: Stop) -> bool:
        """Lint a draft as it is now; false where ``stop`` came between."""
        draft = self.drafts[uri]
        args = draft.buffer, depth, self.settings(uri), self.encoding, stop
        async with self.telling.progress(f"checking {draft.buffer.path.name}"):
            found = await asyncio.get_running_loop().run_in_executor(self._worker, self.diagnoser.found, *args)
        if found is None or stop():
            return False
        try:
            self.deliver(draft, found)
        except Exception as fault:  # linting goes on
            traceback.print_exc()
            self.report_server_error(fault, None)
        return True

    def deliver(self, draft: Draft, found: Found) -> None:
        """Tell whoever is to know what was found in the newest state of a draft."""
        before, draft.found = draft.found, found
        if before is None or before.depth == "quick":
            self.watching.look()
        self.publishing.show(found)
        features.delivered(self, before, found)
        self.telling.complain(found.buffer.uri, found.complaints, more=found.depth == "quick")
        draft.news()
        self.garbage.left()
        if found.depth == "all" and found.view and self.settings(found.buffer.uri).warm:
            self.warming.warm(found.view.linter)

    # --- for scripts and tests ----------------------------------------------------------

    def _text(self, params: Any) -> dict[str, Any] | None:
        """``newslint/text {uri}``: the text of a document and its version, as the server has them."""
        draft = self.drafts.get(_uri(params))
        return {"text": draft.buffer.text, "version": draft.buffer.version} if draft else None

    async def _settled(self, params: Any) -> dict[str, Any] | None:
        """``newslint/settled {uri}``: its version and diagnostics, once all rules have run on its newest state."""
        found = await self.found(_uri(params), "all")
        return {"version": found.buffer.version, "diagnostics": found.diagnostics} if found else None


def _uri(params: Any) -> str:
    return str(params.get("uri", "") if isinstance(params, dict) else getattr(params, "uri", ""))
