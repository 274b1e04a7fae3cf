"""What an editor may ask about a draft besides its diagnostics: the table of methods and commands."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from newslint.lsp import actions, completion, hover, lens, links, symbols
from newslint.lsp.client import Client
from newslint.lsp.commands import COMMANDS
from newslint.lsp.diagnosing import Found
from newslint.lsp.view import View
from newslint.run.session import Depth

if TYPE_CHECKING:
    from newslint.lsp.server import Server

Answer = Callable[[View, Any, Client], Any]

FEATURES: dict[str, tuple[Answer, Depth, Any]] = {
    types.TEXT_DOCUMENT_CODE_ACTION: (
        lambda view, asked, client: actions.actions(view, asked.range, asked.context, client),
        "quick",
        types.CodeActionOptions(code_action_kinds=[*actions.KINDS], resolve_provider=True),
    ),
    types.TEXT_DOCUMENT_HOVER: (lambda view, asked, client: hover.hover(view, asked.position, client), "quick", None),
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (lambda view, _, client: symbols.symbols(view, client), "quick", None),
    types.TEXT_DOCUMENT_FOLDING_RANGE: (lambda view, _asked, _client: symbols.folds(view), "quick", None),
    types.TEXT_DOCUMENT_CODE_LENS: (lambda view, _asked, _client: lens.lenses(view), "all", types.CodeLensOptions()),
    types.TEXT_DOCUMENT_INLAY_HINT: (lambda view, asked, _: lens.hints(view, asked.range), "all", types.InlayHintOptions()),
    types.TEXT_DOCUMENT_DOCUMENT_LINK: (
        lambda view, _asked, _client: links.links(view),
        "quick",
        types.DocumentLinkOptions(),
    ),
}
"""What answers a request about a document, what must have run first, and what is announced."""

SWITCHES = {types.TEXT_DOCUMENT_CODE_LENS: "lenses", types.TEXT_DOCUMENT_INLAY_HINT: "hints"}
"""The settings that turn a feature off."""


def register(server: Server) -> None:
    """Let the server answer all of it."""
    for method, (answer, depth, options) in FEATURES.items():
        server.feature(method, options)(_answering(server, method, answer, depth))
    server.feature(types.CODE_ACTION_RESOLVE)(_resolving(server))
    server.feature(types.TEXT_DOCUMENT_COMPLETION, completion.OPTIONS)(_completing(server))
    for name, command in COMMANDS.items():
        server.command(name)(_obeying(server, command))


def delivered(server: Server, before: Found | None, found: Found) -> None:
    """Have lenses and hints asked for anew where something else was found in the same text, as when a source changes."""
    if before and before.buffer is found.buffer and before.depth == found.depth == "all":
        again(server)


def again(server: Server) -> None:
    """Have lenses and hints asked for anew, where the editor can be told to."""
    client = Client.of(server.client_capabilities)
    if client.lens_again:
        server.protocol.send_request(types.WORKSPACE_CODE_LENS_REFRESH)
    if client.hints_again:
        server.protocol.send_request(types.WORKSPACE_INLAY_HINT_REFRESH)


def _answering(server: Server, method: str, answer: Answer, depth: Depth) -> Callable[[Any], Awaitable[Any]]:
    async def answered(asked: Any) -> Any:
        uri = asked.text_document.uri
        switch = SWITCHES.get(method)
        if switch and not getattr(server.settings(uri), switch):
            return None
        view = await server.settled(uri, depth)
        return await server.aside(answer, view, asked, Client.of(server.client_capabilities)) if view else None

    return answered


def _resolving(server: Server) -> Callable[[types.CodeAction], Awaitable[types.CodeAction]]:
    async def resolved(action: types.CodeAction) -> types.CodeAction:
        uri = action.data.get("uri") if isinstance(action.data, dict) else None
        view = await server.settled(str(uri), "all")
        return await server.aside(actions.resolved, view, action, Client.of(server.client_capabilities))

    return resolved


def _completing(server: Server) -> Callable[[types.CompletionParams], Awaitable[Any]]:
    """Codes are completed as they are typed: no lint is waited for."""

    async def completed(asked: types.CompletionParams) -> Any:
        draft = server.drafts.get(asked.text_document.uri)
        found = draft.found if draft else None
        if not draft or not found or not found.view:
            return None
        return completion.codes(draft.buffer, found.view, asked.position, server.encoding)

    return completed


def _obeying(server: Server, command: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    async def obeyed(*words: Any) -> Any:  # of any narrower type pygls would make the first the server
        return await command(server, *words)

    return obeyed
