"""Views of drafts made here, for features as the plain functions that they are."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from lsprotocol.types import CodeAction, CodeActionContext, Position, Range, TextDocumentEdit, TextEdit

from newslint import config
from newslint.document import Source
from newslint.linter import Linter
from newslint.lsp.actions import actions
from newslint.lsp.buffer import Buffer
from newslint.lsp.client import Client
from newslint.lsp.view import View
from newslint.spans import Span

DESK = Path("/desk")
CAN_ALL = Client(**dict.fromkeys(Client.__dataclass_fields__, True))
PLAIN = Client()


@cache
def linter(select: str) -> Linter:
    chosen = config.load(None)
    return Linter.made(replace(chosen, select=tuple(select.split()), min_severity="info"), third_party=False)


def view(
    text: str, *, select: str, encoding: str = "utf-16", name: str = "draft.txt", folder: Path = DESK, **sources: str
) -> View:
    """A draft and what these rules find in it, held against sources by name."""
    made = linter(select)
    path = folder / name
    draft = replace(made.parse(path, text.encode("utf-8", "surrogatepass")), path=path)
    docs = [replace(made.parse(DESK / f"{id_}.txt", words.encode()), path=DESK / f"{id_}.txt") for id_, words in sources.items()]
    dossier, problems = made.dossier(
        draft, [Source(replace(doc, name=f"{doc.path.stem}.txt"), doc.path.stem) for doc in docs if doc.path]
    )
    assert not problems
    return View(Buffer(path.as_uri(), path, draft.text, 7), made.check(dossier), made, encoding)


def place(made: View, words: str) -> Position:
    at = made.buffer.text.index(words)
    return made.range(Span(at, at)).start


def offered(made: View, words: str, client: Client = PLAIN) -> dict[str, CodeAction]:
    here = place(made, words)
    return {one.title: one for one in actions(made, Range(here, here), CodeActionContext([]), client)}


def edits(action: CodeAction) -> list[TextEdit]:
    """The edits of the one document that an action changes."""
    assert action.edit
    if action.edit.document_changes:
        change = action.edit.document_changes[0]
        assert isinstance(change, TextDocumentEdit)
        assert change.text_document.version == 7
        return [edit for edit in change.edits if isinstance(edit, TextEdit)]
    assert action.edit.changes
    return [*next(iter(action.edit.changes.values()))]


def done(made: View, action: CodeAction) -> str:
    """The text with these edits, put in as the protocol says."""
    text = made.buffer.text
    for edit in sorted(edits(action), key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True):
        start, end = made.offset(edit.range.start), made.offset(edit.range.end)
        text = text[:start] + edit.new_text + text[end:]
    return text
