"""The language server: lints the editor's buffers and pushes diagnostics."""

from __future__ import annotations

import asyncio
import sys
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from lsprotocol import types
from lsprotocol.converters import get_converter
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.uris import to_fs_path

from newslint import __version__
from newslint.document import Dossier
from newslint.errors import NewslintError, UsageError
from newslint.finding import Outcome
from newslint.linter import Linter
from newslint.lsp.buffer import Buffer
from newslint.read import SUFFIXES
from newslint.report.lsp import params
from newslint.run.files import excluded

PAUSE = 0.2
"""How long a writer must pause, in seconds, before a change is linted."""

SETTINGS = frozenset({".yaml", ".yml", ".toml", ".py"})
"""Files that a configuration may be made of."""


class Linters(Protocol):
    """What finds the linter for a draft: by the nearest configuration, as on the command line."""

    def of(self, path: Path) -> Linter: ...


class Changes(LanguageServerProtocol):
    """Hands changes on as they come; pygls would put them into its own copy of the text, and amend those it misreads."""

    _server: Server

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        self._server.changed(params)


class Server(LanguageServer):
    """Open drafts, each linted in the one worker thread; a newer state of a draft replaces the task of an older."""

    def __init__(self, linters: Callable[[], Linters]) -> None:
        super().__init__("newslint", __version__, protocol_cls=Changes)
        self.make_linters = linters
        self.linters = linters()
        self.buffers: dict[str, Buffer] = {}
        self.tasks: dict[str, asyncio.Task[None]] = {}
        self.complaints: dict[str, list[str]] = {}
        self.worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lint")
        self.converter = get_converter()
        for method, handler in (
            (types.INITIALIZED, self.initialized),
            (types.TEXT_DOCUMENT_DID_OPEN, self.opened),
            (types.TEXT_DOCUMENT_DID_SAVE, self.saved),
            (types.TEXT_DOCUMENT_DID_CLOSE, self.closed),
            (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, self.files_changed),
            ("newslint/text", self.text),
        ):
            self.feature(method)(partial(handler))  # pygls marks what it registers; a method cannot be marked

    # --- what the editor tells ----------------------------------------------------------

    def initialized(self, _: types.InitializedParams) -> None:
        """Ask to hear of sources and settings that change on disk, where the editor can tell."""
        workspace = self.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching and watching.dynamic_registration:
            endings = ",".join(sorted(suffix[1:] for suffix in SUFFIXES | SETTINGS))
            options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(f"**/*.{{{endings}}}")])
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            self.client_register_capability(types.RegistrationParams([types.Registration("files", method, options)]))

    def opened(self, event: types.DidOpenTextDocumentParams) -> None:
        item = event.text_document
        self.buffers[item.uri] = Buffer.opened(item)
        self.lint(item.uri)

    def changed(self, event: types.DidChangeTextDocumentParams) -> None:
        uri, version = event.text_document.uri, event.text_document.version
        for change in event.content_changes:
            self.buffers[uri] = self.buffers[uri].changed(change, version, self.encoding)
        self.lint(uri, pause=PAUSE)

    def saved(self, event: types.DidSaveTextDocumentParams) -> None:
        """What was saved may be a source of the other drafts."""
        for uri in self.buffers:
            self.lint(uri, pause=0 if uri == event.text_document.uri else PAUSE)

    def closed(self, event: types.DidCloseTextDocumentParams) -> None:
        uri = event.text_document.uri
        self.buffers.pop(uri, None)
        self.complaints.pop(uri, None)
        if task := self.tasks.pop(uri, None):
            task.cancel()
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def text(self, document: Any) -> dict[str, Any]:
        """The request ``newslint/text``: a draft as it is known here, for tests and bug reports."""
        buffer = self.buffers[document.uri]
        return {"version": buffer.version, "text": buffer.text}

    def files_changed(self, event: types.DidChangeWatchedFilesParams) -> None:
        paths = [Path(to_fs_path(change.uri) or "") for change in event.changes]
        if any(path.suffix in SETTINGS for path in paths):
            self.linters = self.make_linters()
        for uri, buffer in self.buffers.items():
            if any(path != buffer.path for path in paths):
                self.lint(uri, pause=PAUSE)

    # --- what it is told ----------------------------------------------------------------

    @property
    def encoding(self) -> str:
        return str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))

    def lint(self, uri: str, *, pause: float = 0) -> None:
        """Lint this draft after a pause, in which a newer call takes the place of this one."""
        if task := self.tasks.get(uri):
            task.cancel()
        self.tasks[uri] = asyncio.get_running_loop().create_task(self._lint(self.buffers[uri], pause))

    async def _lint(self, buffer: Buffer, pause: float) -> None:
        await asyncio.sleep(pause)
        loop = asyncio.get_running_loop()
        found, complaints = await loop.run_in_executor(self.worker, diagnosed, buffer, self.linters, self.encoding)
        self.text_document_publish_diagnostics(self.converter.structure(found, types.PublishDiagnosticsParams))
        known = {complaint for others in self.complaints.values() for complaint in others}
        self.complaints[buffer.uri] = complaints
        if new := [f"newslint: {complaint}" for complaint in complaints if complaint not in known]:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, "\n".join(new)))


def diagnosed(buffer: Buffer, linters: Linters, encoding: str) -> tuple[dict[str, Any], list[str]]:
    """The diagnostics of a buffer, and what to complain of besides. Whatever happens, it returns."""
    complaints: list[str] = []
    try:
        outcome = _checked(buffer, linters, complaints)
        if outcome:
            complaints += [f"{rule} broke off ({fault}); the other rules ran" for rule, fault in outcome.crashed]
            return params(outcome, buffer.uri, buffer.version, encoding), complaints
    except NewslintError as fault:
        complaints.append(str(fault))
    except Exception as fault:  # a draft that breaks us must not cost the others
        traceback.print_exc()
        complaints.append(f"{buffer.path.name}: a fault of newslint: {type(fault).__name__}: {fault}")
    return {"uri": buffer.uri, "version": buffer.version, "diagnostics": []}, complaints


def _checked(buffer: Buffer, linters: Linters, complaints: list[str]) -> Outcome | None:
    linter = linters.of(buffer.path)
    if excluded(buffer.path, linter.config):
        return None
    complaints += map(str, linter.problems)
    doc = linter.parse(buffer.path, buffer.text.encode("utf-8-sig", "surrogatepass"))
    draft = replace(doc, path=buffer.path)
    try:
        dossier, problems = linter.dossier(draft)
        complaints += map(str, problems)
    except Exception as fault:  # the draft alone can still be linted
        if not isinstance(fault, NewslintError):
            traceback.print_exc()
        complaints.append(f"{buffer.path.name}: its sources could not be gathered: {type(fault).__name__}: {fault}")
        dossier = Dossier(draft, makers=linter.makers)
    return linter.check(dossier)


def serve(linters: Callable[[], Linters], tcp: tuple[str, int] | None = None) -> None:
    """Speak the protocol on standard input and output, or with one client at ``tcp``, until told to leave."""
    server = Server(linters)
    if tcp:
        try:
            server.start_tcp(*tcp)
        except OSError as fault:
            raise UsageError(f"--tcp {tcp[0]}:{tcp[1]}: {fault.strerror}") from None
    else:
        out, sys.stdout = sys.stdout.buffer, sys.stderr  # what a plugin prints must not land among the messages
        server.start_io(stdout=out)
