"""The protocol as pygls has it, but for what it gets wrong or leaves to chance."""

from __future__ import annotations

import json
from collections.abc import Generator
from concurrent.futures import InvalidStateError
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcMethodNotFound
from pygls.protocol import LanguageServerProtocol, lsp_method

if TYPE_CHECKING:
    from newslint.lsp.server import Server

Id = int | str | None


class ContentModified(JsonRpcException):
    """The draft changed while the answer was worked out."""

    CODE = types.LSPErrorCodes.ContentModified.value
    MESSAGE = "the draft has changed meanwhile"


class Protocol(LanguageServerProtocol):
    """Every request is answered, whatever is wrong with it; documents are ours to keep.

    pygls keeps documents too, but it parts lines at U+2028, form feeds and whatever else
    ``str.splitlines`` knows, and misplaces every edit after one; the protocol has three line ends.
    """

    _server: Server
    begun = False

    # --- what comes ---------------------------------------------------------------------

    def receive(self, body: bytes) -> None:
        """Handle one message; one that makes no sense is answered with the error that the specification has for it."""
        try:
            data: Any = json.loads(body)
        except (ValueError, RecursionError) as fault:
            self.refuse(None, types.ErrorCodes.ParseError, f"the message is not JSON: {fault}")
            return
        if not isinstance(data, dict) or data.get("jsonrpc") != self.VERSION:
            self.refuse(None, types.ErrorCodes.InvalidRequest, "the message is not JSON-RPC 2.0")
            return
        id_: Id = data.get("id") if isinstance(data.get("id"), int | str) else None
        if "method" in data and (refusal := self._out_of_turn(data)):
            if id_ is not None:
                self.refuse(id_, *refusal)
            return
        if "method" not in data and id_ not in self._request_futures:
            return  # an answer that nobody waits for
        try:
            message = self.structure_message(data)
        except (JsonRpcException, TypeError, RecursionError):
            if id_ is not None and "method" in data:
                self.refuse(id_, types.ErrorCodes.InvalidParams, f"{data['method']}: these are not its parameters")
            return
        with suppress(InvalidStateError):  # nobody waits any more for what this answers
            self.handle_message(message)

    def _out_of_turn(self, data: dict[str, Any]) -> tuple[types.ErrorCodes | types.LSPErrorCodes, str] | None:
        """Why this message cannot be handled now, or at all."""
        method = data["method"]
        if method == types.EXIT:
            return None
        if self._shutdown:
            return types.ErrorCodes.InvalidRequest, "the server is shutting down"
        if self.begun == (method == types.INITIALIZE):
            fault = types.ErrorCodes.InvalidRequest if self.begun else types.ErrorCodes.ServerNotInitialized
            return fault, f"the server is {'already' if self.begun else 'not yet'} initialized"
        try:
            if method != types.CANCEL_REQUEST:
                self._get_handler(method)
        except (JsonRpcMethodNotFound, TypeError):
            return types.ErrorCodes.MethodNotFound, f"there is no method {method!r}"
        data.setdefault("params", None)
        return None

    # --- what goes ----------------------------------------------------------------------

    def refuse(self, id_: Id, code: types.ErrorCodes | types.LSPErrorCodes, message: str) -> None:
        """Answer a request with an error."""
        error = {"code": code.value, "message": message}
        self._send_data({"jsonrpc": self.VERSION, "id": id_, "error": error})

    def tell(self, method: str, params: dict[str, Any]) -> None:
        """Send a notification whose parameters are JSON already."""
        self._send_data({"jsonrpc": self.VERSION, "method": method, "params": params})

    # --- what pygls would do its own way ------------------------------------------------

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Generator[Any, Any, types.InitializeResult]:
        result = yield from super().lsp_initialize(params)
        self.begun = True
        self._server.begun(params, result.capabilities)
        return result

    @lsp_method(types.EXIT)
    def lsp_exit(self, *_: object) -> None:  # type: ignore[override]
        self._server.leave(0 if self._shutdown else 1)

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        self._server.editing.opened(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        self._server.editing.changed(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        self._server.editing.closed(params)
