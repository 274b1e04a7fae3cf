"""Edits to a draft as the editor takes them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lsprotocol.types import (
    OptionalVersionedTextDocumentIdentifier,
    SnippetTextEdit,
    StringValue,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from newslint.finding import Edit
from newslint.lsp.client import Client
from newslint.lsp.view import View

_SNIPPET = re.compile(r"[\\$}]")


def workspace_edit(view: View, edits: Iterable[Edit], client: Client) -> WorkspaceEdit:
    """Edits of the draft; they fit the version that was looked at, which the editor can check if it knows versions."""
    made = [TextEdit(view.range(edit.span), edit.text) for edit in edits]
    return _of(view, made, client)


def blank_edit(view: View, edit: Edit, at: int, client: Client) -> WorkspaceEdit:
    """An edit in whose text, ``at`` so many letters, something is left to be written: the caret goes there, where the
    editor knows snippets."""
    if not (client.snippets and client.versions):
        return workspace_edit(view, [edit], client)
    snippet = StringValue(f"{_escaped(edit.text[:at])}$0{_escaped(edit.text[at:])}")
    return _of(view, [SnippetTextEdit(view.range(edit.span), snippet)], client)


def _of(view: View, edits: list[TextEdit] | list[SnippetTextEdit], client: Client) -> WorkspaceEdit:
    buffer = view.buffer
    if client.versions:
        document = OptionalVersionedTextDocumentIdentifier(buffer.uri, buffer.version)
        return WorkspaceEdit(document_changes=[TextDocumentEdit(document, edits)])
    return WorkspaceEdit(changes={buffer.uri: [edit for edit in edits if isinstance(edit, TextEdit)]})


def _escaped(text: str) -> str:
    return _SNIPPET.sub(lambda found: "\\" + found[0], text)
