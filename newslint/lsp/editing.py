"""What an editor does with documents, and what is linted of it when."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from newslint.lsp.buffer import Buffer
from newslint.lsp.diagnosing import Found
from newslint.lsp.draft import Draft
from newslint.lsp.settings import Settings
from newslint.paths import real

if TYPE_CHECKING:
    from newslint.lsp.server import Server

BREATH = 0.005
"""Seconds in which further changes join the first, as where an editor sends one for each caret."""

LONGEST = 400_000
"""Characters that are linted while they are typed."""


class Editing:
    """Keeps the server's drafts as they stand in the editor."""

    def __init__(self, server: Server) -> None:
        self.server = server

    def opened(self, event: types.DidOpenTextDocumentParams) -> None:
        buffer = Buffer.opened(event.text_document)
        self.server.drafts[buffer.uri] = Draft(buffer)
        self._hold(buffer)
        if buffer.lintable:
            self.server.schedule.ask(buffer.uri, {"quick": 0, "all": 0})
        self.server.relint(self._resting_on(buffer.path, buffer.uri))  # an editor may open with what was not saved

    def changed(self, event: types.DidChangeTextDocumentParams) -> None:
        uri = event.text_document.uri
        if not (draft := self.server.drafts.get(uri)):
            self.server.telling.log(f"{uri} was changed but is not open", types.MessageType.Warning)
            return
        buffer = draft.buffer = draft.buffer.changed(event.content_changes, event.text_document.version, self.server.encoding)
        draft.news()
        self._hold(buffer)
        if buffer.lintable:
            self._typed(draft, self.server.settings(uri))
        for other in self._resting_on(buffer.path, buffer.uri):
            self.server.schedule.ask(other, {"all": self.server.settings(other).pause / 1000})

    def _typed(self, draft: Draft, settings: Settings) -> None:
        """Lint a draft that was changed; where that waits until it is saved, what was shown of an older state goes."""
        buffer, too_long = draft.buffer, len(draft.buffer.text) > LONGEST
        if too_long or settings.run == "save":
            said = f"{buffer.path.name} is too long to be linted while it is typed; it is linted when it is saved"
            self.server.schedule.drop(buffer.uri)
            self.server.deliver(draft, Found(buffer, "all", complaints=(said,) if too_long else ()))
        else:
            self.server.schedule.ask(buffer.uri, {"quick": BREATH, "all": max(BREATH, settings.pause / 1000)})

    def saved(self, event: types.DidSaveTextDocumentParams) -> None:
        """What was saved may be a source of the other drafts."""
        uri = event.text_document.uri
        if (draft := self.server.drafts.get(uri)) and draft.buffer.lintable:
            self.server.schedule.ask(uri, {"all": 0})
        self.server.relint(other for other in self.server.drafts if other != uri)

    def closed(self, event: types.DidCloseTextDocumentParams) -> None:
        uri = event.text_document.uri
        if not (draft := self.server.drafts.pop(uri, None)):
            return
        self.server.schedule.drop(uri)
        self.server.diagnoser.held.pop(real(draft.buffer.path), None)
        self.server.diagnoser.forget(uri)
        self.server.telling.forget(uri)
        draft.news()
        if draft.buffer.lintable:
            self.server.publishing.hide(uri)
        self.server.relint(self._resting_on(draft.buffer.path, uri))

    def _hold(self, buffer: Buffer) -> None:
        if buffer.stands_for_file:
            self.server.diagnoser.held[real(buffer.path)] = buffer.text

    def _resting_on(self, path: Path, uri: str) -> list[str]:
        """The open drafts that this file is a source of."""
        return [other for other, draft in self.server.drafts.items() if other != uri and draft.rests_on(path)]
