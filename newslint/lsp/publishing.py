"""How diagnostics reach the editor: pushed, or pulled where it can pull and be told to pull again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.exceptions import JsonRpcException

from newslint.lsp.diagnosing import Found
from newslint.lsp.protocol import ContentModified

if TYPE_CHECKING:
    from newslint.lsp.server import Server

OPTIONS = types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=True, identifier="newslint")


class Again(JsonRpcException):
    """The draft changed while it was linted for this request; the editor asks again."""

    CODE = types.LSPErrorCodes.ServerCancelled.value
    MESSAGE = "the draft has changed meanwhile"


class Publishing:
    """One way or the other, never both, so that nothing is shown twice.

    An editor that cannot be told to pull again would not hear of a source that changed, nor of what the slower rules find
    after its first question: to such a one diagnostics are pushed, and if it pulls all the same it waits for all rules.
    """

    def __init__(self, server: Server) -> None:
        self.server = server
        self.pulls = self.refreshes = False
        self._shown: dict[str, tuple[int, str]] = {}
        """The version and name of what the editor was last given for each draft."""
        self._news = asyncio.Event()

    def begun(self, able: types.ServerCapabilities) -> None:
        client = self.server.client_capabilities
        self.refreshes = bool(get_capability(client, "workspace.diagnostics.refresh_support", False))
        can_pull = bool(get_capability(client, "text_document.diagnostic"))
        self.pulls = can_pull and (self.refreshes or not get_capability(client, "text_document.publish_diagnostics"))
        if not self.pulls:
            able.diagnostic_provider = None

    # --- pushed -------------------------------------------------------------------------

    def show(self, found: Found) -> None:
        """What was found in the newest state of a draft."""
        uri, given = found.buffer.uri, (found.buffer.version, found.id)
        self._news.set()
        if self.pulls:
            if found.depth == "all" and self._shown.get(uri, (0, ""))[1] != found.id:
                self.refresh()
        elif self._shown.get(uri) != given:
            self._shown[uri] = given
            self._push({"uri": uri, "version": found.buffer.version, "diagnostics": found.diagnostics})

    def hide(self, uri: str) -> None:
        """The draft was closed."""
        self._shown.pop(uri, None)
        self._news.set()
        if not self.pulls:
            self._push({"uri": uri, "diagnostics": []})

    def refresh(self) -> None:
        """Ask the editor to pull again."""
        if self.refreshes:
            self.server.protocol.send_request(types.WORKSPACE_DIAGNOSTIC_REFRESH)

    def _push(self, params: dict[str, Any]) -> None:
        self.server.protocol.tell(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, params)

    # --- pulled -------------------------------------------------------------------------

    async def pull(self, params: types.DocumentDiagnosticParams) -> dict[str, Any]:
        """The diagnostics of one draft: of the quick rules where the editor can be told when there is more."""
        uri = params.text_document.uri
        try:
            found = await self.server.found(uri, "quick" if self.refreshes else "all")
        except ContentModified:
            raise Again(data={"retriggerRequest": True}) from None
        return self._report(found, params.previous_result_id)

    async def pull_all(self, params: types.WorkspaceDiagnosticParams) -> dict[str, Any]:
        """The diagnostics of every open draft; where the editor knows them all, they are awaited until some are new."""
        known = {one.uri: one.value for one in params.previous_result_ids}
        while True:
            self._news.clear()
            drafts = {uri: found for uri, draft in self.server.drafts.items() if (found := draft.current)}
            gone = [uri for uri in known if uri not in self.server.drafts and known[uri] != NOTHING]
            if not known or gone or any(known.get(uri) != found.id for uri, found in drafts.items()):
                break
            await self._news.wait()
        items = [
            {"uri": uri, "version": found.buffer.version, **self._report(found, known.get(uri))} for uri, found in drafts.items()
        ]
        return {"items": [*items, *({"uri": uri, "version": None, **self._report(None, None)} for uri in gone)]}

    def _report(self, found: Found | None, known: str | None) -> dict[str, Any]:
        id_ = found.id if found else NOTHING
        if found:
            self._shown[found.buffer.uri] = (found.buffer.version, found.id)
        if known == id_:
            return {"kind": "unchanged", "resultId": id_}
        return {"kind": "full", "resultId": id_, "items": found.diagnostics if found else []}


NOTHING = "closed"
"""The name of the diagnostics of a draft that is not open."""
