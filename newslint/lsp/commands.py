"""Commands: what a code action or a lens does that is no edit of the draft."""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lsprotocol import types

from newslint import confirmed
from newslint.document import Document
from newslint.errors import NewslintError
from newslint.finding import Finding
from newslint.lsp.client import Client
from newslint.lsp.edits import differences, workspace_edit
from newslint.lsp.turnoff import home, turned_off
from newslint.lsp.view import View
from newslint.manual import address
from newslint.paths import is_file, write
from newslint.report.lsp import Units, extracted, in_marks
from newslint.run.ledgers import held
from newslint.run.mending import mended
from newslint.spans import LineIndex
from newslint.typedyaml import read_text
from newslint.view.ledger.html import page

if TYPE_CHECKING:
    from newslint.lsp.server import Server

HOW = ("Asked the source", "Saw the document", "Was there", "Own notes or recording")
"""How a fact may have been confirmed: what is offered where nobody can be asked for words."""


async def fix_all(server: Server, uri: object = None, *_: object) -> None:
    """Make all safe fixes."""
    view = await server.settled(str(uri), "all")
    if view is None:
        return
    made = await server.aside(mended, view.linter, view.outcome)
    edit = workspace_edit(view, differences(view.buffer.text, made.text), Client.of(server.client_capabilities))
    await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, "newslint: all that can safely be mended"))


async def caret(server: Server, uri: object = None, offset: object = None, *_: object) -> None:
    """Put the caret where something is to be written."""
    draft = server.drafts.get(str(uri))
    if draft and isinstance(offset, int) and 0 <= offset <= len(draft.buffer.text):
        at = types.Position(**Units(LineIndex(draft.buffer.text), server.encoding).position(offset))
        await _show(server, str(uri), types.Range(at, at))


async def open_passage(server: Server, uri: object = None, key: object = None, number: object = 0, *_: object) -> None:
    """Open a source at the passage that a finding rests on."""
    view, finding = await _finding(server, uri, key)
    if not view or not finding or not isinstance(number, int) or not 0 <= number < len(finding.evidence):
        return
    evidence = finding.evidence[number]
    doc = view.outcome.document(evidence)
    if doc.path:
        path = _as_text(doc) if extracted(doc) else doc.path.absolute()
        where = Units(doc.lines, server.encoding).range(evidence.span)
        await _show(server, path.as_uri(), types.Range(types.Position(**where["start"]), types.Position(**where["end"])))


def _as_text(doc: Document) -> Path:
    """A Word file or the like as its text alone, in which a passage can be shown."""
    path = Path(_pages().name) / f"{doc.name.rpartition('/')[2]}.txt"
    path.write_text(doc.text, encoding="utf-8", errors="backslashreplace", newline="")
    return path


async def explain(server: Server, uri: object = None, key: object = None, *_: object) -> None:
    """Open the page of a rule; where the editor opens no files, say why there is such a rule."""
    view, finding = await _finding(server, uri, key)
    rule = view.outcome.rules.get(finding.rule) if view and finding else None
    if rule and not await _show(server, address(rule)):
        _say(server, f"{rule.code} {rule.title}. {rule.why.strip()}")


async def confirm(server: Server, uri: object = None, key: object = None, words: object = None, *_: object) -> None:
    """Note that the desk has confirmed what a finding asks about.

    ``words`` are {who, how}, from an editor that can ask for them; others let one of a few answers be picked.
    """
    view, finding = await _finding(server, uri, key)
    if not view or not finding:
        return
    given = _given(words)
    how = given.get("how") or await _asked_how(server, view, finding)
    if not how:
        return
    path = confirmed.home(view.buffer.path, view.linter.config.confirmed)
    try:
        who = given.get("who") or getpass.getuser()
        confirmed.add(path, finding, view.draft, who, dt.date.today(), how)
    except (NewslintError, OSError, KeyError) as fault:
        _say(server, str(fault), types.MessageType.Error)
        return
    server.files_changed([path])


async def _asked_how(server: Server, view: View, finding: Finding) -> str:
    question = f"{in_marks(finding.span.of(view.buffer.text))}: how was it confirmed?"
    buttons = [types.MessageActionItem(title) for title in HOW]
    asked = types.ShowMessageRequestParams(types.MessageType.Info, question, buttons)
    picked = await server.window_show_message_request_async(asked)
    return picked.title if picked and picked.title in HOW else ""


async def turn_off(server: Server, uri: object = None, key: object = None, *_: object) -> None:
    """Turn the rule of a finding off in the configuration, for all drafts that it holds for."""
    view, finding = await _finding(server, uri, key)
    rule = view.outcome.rules.get(finding.rule) if view and finding else None
    path = home(view.linter, view.buffer.path, rule) if view and rule else None
    if path is None or rule is None:
        return
    try:
        text = turned_off(read_text(path) if is_file(path) else "", rule.id)
        if text is None:
            _say(server, f"{path} says of {rule.id} already, or in a way of its own: turn it off there by hand")
            return
        write(path, text)
    except (NewslintError, OSError) as fault:
        _say(server, f"{path}: {fault}", types.MessageType.Error)
        return
    server.files_changed([path])


async def ledger(server: Server, uri: object = None, *_: object) -> None:
    """Write the ledger of a draft as a page, and open it in a browser; it is gone when the server is."""
    view = await server.settled(str(uri), "all")
    if view is None:
        return
    path = Path(_pages().name) / f"{view.buffer.path.stem}.ledger.html"
    text = await server.aside(lambda: page([held(view.outcome)]))
    path.write_text(text, encoding="utf-8", errors="backslashreplace")
    if not await _show(server, path.as_uri(), external=True):
        _say(server, f"newslint: the ledger is at {path}")


@cache
def _pages() -> TemporaryDirectory[str]:
    """A folder that nobody else may read."""
    return TemporaryDirectory(prefix="newslint-")


def _given(words: object) -> dict[str, str]:
    if not isinstance(words, dict):
        return {}
    return {name: value.strip() for name, value in words.items() if isinstance(value, str)}


async def _finding(server: Server, uri: object, key: object) -> tuple[View | None, Finding | None]:
    """The finding with this fingerprint in the draft as it is now; says so where it is there no more."""
    view = await server.settled(str(uri), "all")
    finding = view.finding(key) if view else None
    if finding is None:
        _say(server, "newslint: that finding is no longer there")
    return view, finding


async def _show(server: Server, uri: str, place: types.Range | None = None, *, external: bool = False) -> bool:
    """Have the editor open this; false where it cannot."""
    if not uri or not Client.of(server.client_capabilities).shows:
        return False
    shown = types.ShowDocumentParams(uri, external=external or None, take_focus=True, selection=place)
    return (await server.window_show_document_async(shown)).success


def _say(server: Server, words: str, kind: types.MessageType = types.MessageType.Info) -> None:
    server.window_show_message(types.ShowMessageParams(kind, words))


COMMANDS: dict[str, Callable[..., Awaitable[None]]] = {
    "newslint.fixAll": fix_all,
    "newslint.caret": caret,
    "newslint.open": open_passage,
    "newslint.explain": explain,
    "newslint.confirm": confirm,
    "newslint.off": turn_off,
    "newslint.ledger": ledger,
}
"""By the names that editors call them by; the arguments are the document's address and a finding's fingerprint."""
