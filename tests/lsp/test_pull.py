"""Diagnostics that an editor asks for."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.lsp.editor import Editor, places

DRAFT = "The mayor spoke. 😋 “We will later rebuild this old town,” he said.\r\n"


def able(*, refresh: bool = True, push: bool = True) -> types.ClientCapabilities:
    """An editor that can pull."""
    return types.ClientCapabilities(
        text_document=types.TextDocumentClientCapabilities(
            diagnostic=types.DiagnosticClientCapabilities(),
            publish_diagnostics=types.PublishDiagnosticsClientCapabilities() if push else None,
        ),
        workspace=types.WorkspaceClientCapabilities(diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh)),
    )


async def pulled(editor: Editor, uri: str, known: str | None = None) -> Any:
    identifier = types.TextDocumentIdentifier(uri)
    return await editor.text_document_diagnostic_async(types.DocumentDiagnosticParams(identifier, previous_result_id=known))


async def everywhere(editor: Editor, known: dict[str, str] | None = None) -> Any:
    previous = [types.PreviousResultId(uri, id_) for uri, id_ in (known or {}).items()]
    return await editor.workspace_diagnostic_async(types.WorkspaceDiagnosticParams(previous))


GATE = """
import time
from pathlib import Path
from newslint.hookspecs import hookimpl

@hookimpl
def newslint_sources(draft, read, config):
    while not Path(__file__).with_name("go").exists():
        time.sleep(0.01)
    return ()
"""


@pytest.mark.asyncio
async def test_an_editor_that_pulls_is_not_pushed_and_hears_when_there_is_more(editor: Editor, desk: Path) -> None:
    (desk / "gate.py").write_text(GATE)
    (desk / ".newslint.yaml").write_text("select: [Q201, X101]\nplugins: [gate.py]\n")
    begun = await editor.begin(desk, able=able())
    offered = begun.capabilities.diagnostic_provider
    assert isinstance(offered, types.DiagnosticOptions)
    assert (offered.inter_file_dependencies, offered.workspace_diagnostics, offered.identifier) == (True, True, "newslint")
    uri = editor.open(desk / "draft.txt", DRAFT)
    first = await pulled(editor, uri)
    assert first.kind == "full"
    assert places(first.items) == [], "a comparison with the source is not among the quick rules"
    (desk / "go").touch()
    await editor.until(lambda: editor.refreshed > 0)
    then = await pulled(editor, uri, first.result_id)
    assert places(then.items) == [("Q201", 0, 20, 58)]
    again = await pulled(editor, uri, then.result_id)
    assert (again.kind, again.result_id) == ("unchanged", then.result_id)
    refreshed = editor.refreshed
    (desk / "draft.sources" / "tran script.txt").write_text(DRAFT, encoding="utf-8", newline="")
    editor.changed_on_disk(desk / "draft.sources" / "tran script.txt")
    await editor.until(lambda: editor.refreshed > refreshed)
    assert (await pulled(editor, uri, then.result_id)).items == ()
    assert editor.published == []


@pytest.mark.asyncio
@pytest.mark.parametrize("push", [True, False])
async def test_one_that_cannot_be_told_to_pull_again(editor: Editor, desk: Path, push: bool) -> None:
    """Is pushed if it can take that, and waits for all rules where it pulls."""
    begun = await editor.begin(desk, able=able(refresh=False, push=push))
    assert bool(begun.capabilities.diagnostic_provider) == (not push)
    uri = editor.open(desk / "draft.txt", DRAFT)
    assert places((await pulled(editor, uri)).items) == [("Q201", 0, 20, 58)]
    assert bool(editor.published) == push
    assert editor.refreshed == 0


@pytest.mark.asyncio
async def test_a_pull_that_a_change_overtakes_is_to_be_asked_again(editor: Editor, desk: Path) -> None:
    await editor.begin(desk, able=able(refresh=False, push=False), options={"pause": 60_000})
    uri = editor.open(desk / "draft.txt", DRAFT)
    await pulled(editor, uri)
    editor.type(uri, 2, "!", (0, 0, 0, 0))
    asked = asyncio.ensure_future(pulled(editor, uri))
    await editor.text(uri)
    editor.type(uri, 3, "!", (0, 0, 0, 0))
    with pytest.raises(JsonRpcException) as fault:
        await asked
    assert fault.value.code == types.LSPErrorCodes.ServerCancelled
    assert fault.value.data == {"retriggerRequest": True} or fault.value.data.retriggerRequest


@pytest.mark.asyncio
async def test_every_open_draft_at_once(editor: Editor, desk: Path) -> None:
    await editor.begin(desk, able=able())
    assert not (await everywhere(editor)).items
    uri, other = editor.open(desk / "draft.txt", DRAFT), editor.open(desk / "other.txt", "Nothing.")
    await editor.ask("newslint/settled", {"uri": uri})
    await editor.ask("newslint/settled", {"uri": other})
    report = {one.uri: one for one in (await everywhere(editor)).items}
    assert places(report[uri].items) == [("Q201", 0, 20, 58)]
    assert (report[uri].version, report[other].items) == (1, ())

    known = {uri: report[uri].result_id, other: report[other].result_id}
    waiting = asyncio.ensure_future(everywhere(editor, known))
    await editor.text(uri)
    assert not waiting.done(), "an editor that knows everything waits until there is something new"
    editor.close(uri)
    report = {one.uri: one for one in (await asyncio.wait_for(waiting, 60)).items}
    assert (report[uri].kind, report[uri].items) == ("full", ())
    assert report[other].kind == "unchanged"


@pytest.mark.asyncio
async def test_what_is_not_open_has_no_diagnostics(editor: Editor, desk: Path) -> None:
    await editor.begin(desk, able=able())
    assert (await pulled(editor, (desk / "draft.txt").as_uri())).items == ()
