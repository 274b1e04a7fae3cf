"""An editor at the other end: the real server, spoken to over standard input and output."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from lsprotocol import types
from lsprotocol.converters import get_converter
from pytest_lsp import LanguageClient
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

PATIENCE = 60
SERVER = [sys.executable, "-m", "newslint", "lsp"]


class Editor(LanguageClient):
    """A client that keeps every notification of diagnostics, in order."""

    def __init__(self) -> None:
        super().__init__(converter_factory=get_converter)
        self.published: list[types.PublishDiagnosticsParams] = []
        self.asked: list[types.Registration] = []
        self.refreshed = 0
        self.settings: dict[str | None, Any] = {}
        own = {
            types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: partial(self.published.append),
            types.CLIENT_REGISTER_CAPABILITY: partial(self._register),
            types.WORKSPACE_CONFIGURATION: partial(self._tell_settings),
            types.WORKSPACE_DIAGNOSTIC_REFRESH: partial(self._refresh),
        }
        register_lsp_features(self, DEFAULT_CLIENT_FEATURES | own)

    def _register(self, params: types.RegistrationParams) -> None:
        self.asked += params.registrations

    def _tell_settings(self, params: types.ConfigurationParams) -> list[Any]:
        return [self.settings.get(item.scope_uri) for item in params.items]

    def _refresh(self, _: None) -> None:
        self.refreshed += 1

    async def begin(
        self,
        *folders: Path,
        encodings: list[str] | None = None,
        options: Any = None,
        able: types.ClientCapabilities | None = None,
        process: int | None = None,
    ) -> types.InitializeResult:
        """Introduce ourselves, as an editor that can watch files unless ``able`` says otherwise."""
        watched = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
        able = able or types.ClientCapabilities(workspace=types.WorkspaceClientCapabilities(did_change_watched_files=watched))
        if encodings:
            able.general = types.GeneralClientCapabilities(position_encodings=encodings)  # type: ignore[arg-type]
        opened = [types.WorkspaceFolder(folder.as_uri(), folder.name) for folder in folders]
        params = types.InitializeParams(
            able, process_id=process, root_uri=folders[0].as_uri(), workspace_folders=opened, initialization_options=options
        )
        return await self.initialize_session(params)

    def open(self, path: Path, text: str, language: str = "plaintext") -> str:
        item = types.TextDocumentItem(path.as_uri(), language, 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return item.uri

    def type(self, uri: str, version: int, text: str, at: tuple[int, int, int, int] | None = None) -> None:
        """Put ``text`` in the place of what stands ``at`` (line, character, line, character), or of everything."""
        change: Any = types.TextDocumentContentChangeWholeDocument(text)
        if at:
            span = types.Range(types.Position(*at[:2]), types.Position(*at[2:]))
            change = types.TextDocumentContentChangePartial(span, text)
        document = types.VersionedTextDocumentIdentifier(version, uri)
        self.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    def save(self, uri: str) -> None:
        self.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))

    def close(self, uri: str) -> None:
        self.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    def changed_on_disk(self, *paths: Path) -> None:
        events = [types.FileEvent(path.as_uri(), types.FileChangeType.Changed) for path in paths]
        self.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(events))

    async def ask(self, method: str, params: Any) -> Any:
        """The answer to a request, as it came."""
        return await asyncio.wait_for(self.protocol.send_request_async(method, params), PATIENCE)

    async def found(self, uri: str, version: int) -> list[types.Diagnostic]:
        """The diagnostics of this version once all rules have run, which must be those that the editor shows."""
        answer = await self.ask("newslint/settled", {"uri": uri})
        assert answer["version"] == version
        shown = self.shown(uri)
        assert shown.version == version
        assert len(shown.diagnostics) == len(answer["diagnostics"])
        return list(shown.diagnostics)

    def shown(self, uri: str) -> types.PublishDiagnosticsParams:
        """What the editor shows for a document now."""
        return next(one for one in reversed(self.published) if one.uri == uri)

    async def text(self, uri: str) -> Any:
        return await self.ask("newslint/text", {"uri": uri})

    async def until(self, true: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not true():
                await asyncio.sleep(0.01)


def places(found: list[types.Diagnostic]) -> list[tuple[Any, ...]]:
    """Code, line, first and last character of each."""
    return [(one.code, one.range.start.line, one.range.start.character, one.range.end.character) for one in found]
