"""A writer at an editor: asks what can be done, does it, and sees what comes of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from lsprotocol import types
from pytest_lsp.client import client_capabilities

from tests.lsp.editor import Editor

WIDTHS = {
    "utf-8": lambda char: len(char.encode()),
    "utf-16": lambda char: len(char.encode("utf-16-le")) // 2,
    "utf-32": lambda _: 1,
}
CLIENTS = ("neovim@0.7.0", "neovim@0.11.0", "emacs@29.1", "visual_studio_code@1.65.2")
"""What these announce, as pytest-lsp has recorded it."""


def able(client: str = "visual_studio_code@1.65.2", encoding: str = "") -> types.ClientCapabilities:
    told = client_capabilities(client)
    if encoding:
        told.general = types.GeneralClientCapabilities(position_encodings=[encoding])
    return told


class Writer(Editor):
    """Keeps the text as an editor does: counts by itself, and takes edits that fit the version of its text alone."""

    def __init__(self) -> None:
        super().__init__()
        self.text_of: dict[str, str] = {}
        self.version_of: dict[str, int] = {}
        self.encoding = "utf-16"
        self.picks = ""
        either = types.Command | types.CodeAction
        self.protocol._converter.register_structure_hook(
            either, self._action
        )  # lsprotocol takes an action with a command for one
        self.questions: list[types.ShowMessageRequestParams] = []
        self.again: list[str] = []
        for method, handler in (
            (types.WORKSPACE_APPLY_EDIT, self._apply),
            (types.WINDOW_SHOW_MESSAGE_REQUEST, self._pick),
            (types.WORKSPACE_CODE_LENS_REFRESH, partial(self._refreshed, "lens")),
            (types.WORKSPACE_INLAY_HINT_REFRESH, partial(self._refreshed, "hints")),
        ):
            self.feature(method)(partial(handler))

    async def write(self, folder: Path, client: types.ClientCapabilities | None = None, **more: Any) -> types.InitializeResult:
        begun = await self.begin(folder, able=client or able(), **more)
        self.encoding = str(getattr(begun.capabilities.position_encoding, "value", begun.capabilities.position_encoding))
        return begun

    async def opens(self, path: Path, text: str) -> str:
        path.write_text(text, encoding="utf-8", newline="")
        uri = self.open(path, text)
        self.text_of[uri], self.version_of[uri] = text, 1
        await self.settled(uri)
        return uri

    async def write_on(self, uri: str, text: str) -> list[types.Diagnostic]:
        """Have the document say this from now on."""
        self.text_of[uri] = text
        self.version_of[uri] += 1
        self.type(uri, self.version_of[uri], text)
        return await self.settled(uri)

    async def settled(self, uri: str) -> list[types.Diagnostic]:
        """The diagnostics of the text as it is now, once all rules have run."""
        return await self.found(uri, self.version_of[uri])

    def forget(self) -> None:
        """Begin anew, with the same server."""
        for kept in (self.messages, self.shown_documents, self.questions, self.again):
            kept.clear()
        self.picks = ""

    # --- asking -------------------------------------------------------------------------

    def place(self, uri: str, words: str, *, end: bool = False) -> types.Position:
        """Where these words begin, or end, as this editor counts."""
        at = self.text_of[uri].index(words) + (len(words) if end else 0)
        before = re.split(r"\r\n|\r|\n", self.text_of[uri][:at])
        return types.Position(len(before) - 1, sum(map(WIDTHS[self.encoding], before[-1])))

    async def actions(
        self, uri: str, words: str, only: list[str] | None = None, told: Iterable[types.Diagnostic] = ()
    ) -> dict[str, types.CodeAction]:
        """What can be done at the first of these words, by title; ``told`` are the diagnostics shown there."""
        here = self.place(uri, words)
        context = types.CodeActionContext([*told], only)  # type: ignore[arg-type]
        asked = types.CodeActionParams(types.TextDocumentIdentifier(uri), types.Range(here, here), context)
        answer = await self.text_document_code_action_async(asked)
        return {one.title: one for one in answer or () if isinstance(one, types.CodeAction)}

    async def hover(self, uri: str, words: str) -> str:
        asked = types.HoverParams(types.TextDocumentIdentifier(uri), self.place(uri, words))
        answer = await self.text_document_hover_async(asked)
        return answer.contents.value if answer and isinstance(answer.contents, types.MarkupContent) else ""

    # --- doing --------------------------------------------------------------------------

    async def do(self, uri: str, action: types.CodeAction) -> list[types.Diagnostic]:
        """Do it as an editor does: its edit, asked for where it is not there yet, then its command."""
        if action.edit is None and action.command is None:
            action = await self.code_action_resolve_async(action)
        if action.edit:
            self.take(action.edit)
        if action.command:
            command = types.ExecuteCommandParams(action.command.command, action.command.arguments)
            await self.workspace_execute_command_async(command)
        return await self.settled(uri)

    def take(self, edit: types.WorkspaceEdit) -> None:
        for uri, edits in (edit.changes or {}).items():
            self._change(uri, edits)
        for change in edit.document_changes or ():
            assert isinstance(change, types.TextDocumentEdit)
            uri = change.text_document.uri
            assert change.text_document.version == self.version_of[uri]
            self._change(uri, change.edits)

    def _change(self, uri: str, edits: Iterable[Any]) -> None:
        text = self.text_of[uri]
        for at, end, new in sorted(((*self._offsets(uri, one.range), self._words(one)) for one in edits), reverse=True):
            text = text[:at] + new + text[end:]
        self.text_of[uri] = text
        self.version_of[uri] += 1
        self.type(uri, self.version_of[uri], text)

    def _words(self, edit: Any) -> str:
        return edit.new_text if isinstance(edit, types.TextEdit) else edit.snippet.value.replace("$0", "")

    def _offsets(self, uri: str, where: types.Range) -> tuple[int, int]:
        return self.offset(uri, where.start), self.offset(uri, where.end)

    def offset(self, uri: str, at: types.Position) -> int:
        text = self.text_of[uri]
        starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
        offset, units = starts[at.line], 0
        while units < at.character:
            units += WIDTHS[self.encoding](text[offset])
            offset += 1
        assert units == at.character, "a position within a character"
        return offset

    def _action(self, given: Any, _: type) -> types.Command | types.CodeAction:
        kind = types.Command if isinstance(given.get("command"), str) else types.CodeAction
        return self.protocol._converter.structure(given, kind)

    def _apply(self, params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        self.take(params.edit)
        return types.ApplyWorkspaceEditResult(applied=True)

    def _pick(self, params: types.ShowMessageRequestParams) -> types.MessageActionItem | None:
        self.questions.append(params)
        return next((one for one in params.actions or () if one.title == self.picks), None)

    def _refreshed(self, what: str, _: None) -> None:
        self.again.append(what)
