"""Edits to a draft as the editor takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import accumulate

from lsprotocol.types import (
    OptionalVersionedTextDocumentIdentifier,
    SnippetTextEdit,
    StringValue,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from newslint.finding import Edit
from newslint.kept.regexes import compiled
from newslint.lsp.client import Client
from newslint.lsp.view import View
from newslint.spans import Span

_SNIPPET = compiled(r"[\\$}]")


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


def differences(before: str, after: str) -> Iterator[Edit]:
    """The edits that make one text another: by lines, and of these no more than differs, so that the caret stays where it is."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0, *accumulate(map(len, old))]
    for i, j, k, m in _changed(old, new):
        yield _trimmed(Span(starts[i], starts[j]), before[starts[i] : starts[j]], "".join(new[k:m]))


def _changed(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Which lines became which. Most fixes leave the lines as many as they were; then no other pairs are looked for, which in a
    long draft with a blank line after each paragraph takes minutes."""
    if len(old) == len(new):
        yield from ((at, at + 1, at, at + 1) for at, (one, other) in enumerate(zip(old, new, strict=True)) if one != other)
        return
    for tag, i, j, k, m in SequenceMatcher(None, old, new).get_opcodes():
        if tag != "equal":
            yield i, j, k, m


def _trimmed(span: Span, old: str, new: str) -> Edit:
    """An edit without the letters that stay at its beginning and end; it never parts a carriage return from its line feed,
    since there is no position between them."""
    head = _shared(old, new)
    head -= old[head - 1 : head] == "\r"
    tail = _shared(old[head:][::-1], new[head:][::-1])
    tail -= old[len(old) - tail :].startswith("\n")
    return Edit(Span(span.start + head, span.end - tail), new[head : len(new) - tail])


def _shared(one: str, other: str) -> int:
    """How many letters two texts have in common at their beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
