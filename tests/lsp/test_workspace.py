"""Folders, settings, and files that change beside the draft."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from newslint.lsp.settings import Settings
from tests.lsp.editor import Editor, places

WRONG = "It was Monday 12 August 2025.\n"
DRAFT = "The mayor spoke. 😋 “We will later rebuild this old town,” he said.\r\n"


def codes(found: list[types.Diagnostic]) -> list[Any]:
    return [one.code for one in found]


def asks(*, told: bool = False) -> types.ClientCapabilities:
    """An editor that can be asked for its settings."""
    changes = types.DidChangeConfigurationClientCapabilities(dynamic_registration=told)
    return types.ClientCapabilities(
        workspace=types.WorkspaceClientCapabilities(configuration=True, did_change_configuration=changes, workspace_folders=True)
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"profile": "wire", "minSeverity": "info", "pause": 500}, Settings(profile="wire", min_severity="info", pause=500)),
        ({"newslint": {"min-severity": "info", "extend_select": ["W"]}}, Settings(min_severity="info", extend_select=("W",))),
        ({"select": "N, D101", "ignore": [" W "]}, Settings(select=("N", "D101"), ignore=("W",))),
        ({"config": "house.yaml"}, Settings(config=Path("/desk/house.yaml"))),
        ({"config": "${workspaceFolder}/a.yaml"}, Settings(config=Path("/desk/a.yaml"))),
        ({"config": "", "profile": None, "select": [], "trace": {"server": "off"}, "path": ["x"]}, Settings()),
        ({"hints": False, "lenses": False, "warm": False}, Settings(hints=False, lenses=False, warm=False)),
        (None, Settings()),
    ],
)
def test_settings(given: Any, expected: Settings) -> None:
    assert Settings().with_given(given, Path("/desk")) == (expected, [])


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"slect": ["N"]}, "settings: unknown 'slect'; did you mean 'select'?"),
        ({"minSeverity": "warn"}, "settings: minSeverity: expected one of error, warning, info, not 'warn'"),
        ({"pause": -1}, "settings: pause: expected a number from 0 to 60000, not -1"),
        ({"pause": True}, "settings: pause: expected a number from 0 to 60000, not True"),
        ({"hints": "yes"}, "settings: hints: expected true or false, not 'yes'"),
        ({"select": {"N": 1}}, "settings: select: expected a list of words, not {'N': 1}"),
        (
            {"config": "~nobody-of-that-name/x"},
            "settings: config: expected a folder of somebody known here, not '~nobody-of-that-name/x'",
        ),
        ({"profile": ["wire"]}, "settings: profile: expected one of desk, wire, strict, features, not ['wire']"),
        (["x"], "settings: expected names with values, not ['x']"),
    ],
)
def test_settings_at_fault_stay_as_they_are(given: Any, fault: str) -> None:
    assert Settings().with_given(given, Path("/desk")) == (Settings(), [fault])


@pytest.mark.asyncio
async def test_settings_with_the_first_message(editor: Editor, desk: Path) -> None:
    await editor.begin(desk, options={"select": ["D101"], "minSeverty": "info"})
    uri = editor.open(desk / "draft.txt", WRONG + DRAFT)
    assert codes(await editor.found(uri, 1)) == ["D101"]
    await editor.until(lambda: bool(editor.messages))
    assert [one.message for one in editor.messages] == ["newslint: settings: unknown 'minSeverty'; did you mean 'minSeverity'?"]
    editor.workspace_did_change_configuration(types.DidChangeConfigurationParams({"newslint": {"select": ["Q201"]}}))
    assert codes(await editor.found(uri, 1)) == ["Q201"]


@pytest.mark.asyncio
async def test_settings_that_are_asked_for_by_folder(editor: Editor, tmp_path: Path) -> None:
    for name in ("news", "sport"):
        (tmp_path / name).mkdir()
        (tmp_path / name / ".newslint.yaml").write_text("select: [D101]\n")
    (tmp_path / "sport" / "other.yaml").write_text("select: [W]\n")
    news, sport = tmp_path / "news", tmp_path / "sport"
    editor.settings = {sport.as_uri(): {"config": "other.yaml"}}
    await editor.begin(news, sport, able=asks(told=True))
    one, two = editor.open(news / "a.txt", WRONG), editor.open(sport / "a.txt", WRONG)
    await editor.until(lambda: any(item.method == "workspace/didChangeConfiguration" for item in editor.asked))
    assert codes(await editor.found(one, 1)) == ["D101"]
    await editor.found(two, 1)
    await editor.until(lambda: codes(list(editor.shown(two).diagnostics)) == [])  # once its settings have come
    editor.settings = {news.as_uri(): {"select": ["W"]}}
    editor.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
    await editor.until(lambda: codes(list(editor.shown(two).diagnostics)) == ["D101"])
    await editor.until(lambda: codes(list(editor.shown(one).diagnostics)) == [])


@pytest.mark.asyncio
async def test_linting_when_saved(editor: Editor, desk: Path) -> None:
    await editor.begin(desk, options={"select": ["D101"], "run": "save"})
    uri = editor.open(desk / "draft.txt", WRONG)
    assert codes(await editor.found(uri, 1)) == ["D101"]
    editor.type(uri, 2, "So ", (0, 0, 0, 0))
    assert codes(await editor.found(uri, 2)) == [], "nothing of an older state is left"
    editor.save(uri)
    assert codes(await editor.found(uri, 2)) == ["D101"]
    assert editor.messages == []


@pytest.mark.asyncio
async def test_a_folder_that_joins(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    editor.settings = {(tmp_path / "two").as_uri(): {"select": ["W"]}}
    await editor.begin(tmp_path / "one", able=asks())
    uri = editor.open(tmp_path / "two" / "a.txt", WRONG)
    assert codes(await editor.found(uri, 1)) == ["D101"]
    joined = types.WorkspaceFolder((tmp_path / "two").as_uri(), "two")
    editor.workspace_did_change_workspace_folders(
        types.DidChangeWorkspaceFoldersParams(types.WorkspaceFoldersChangeEvent([joined], []))
    )
    await editor.until(lambda: not editor.shown(uri).diagnostics)


@pytest.mark.asyncio
async def test_a_source_that_is_open_counts_as_it_stands_there(editor: Editor, desk: Path) -> None:
    await editor.begin(desk, options={"pause": 0})
    uri = editor.open(desk / "draft.txt", DRAFT)
    assert codes(await editor.found(uri, 1)) == ["Q201"]
    source = editor.open(desk / "draft.sources" / "tran script.txt", "“We will later rebuild this old town,” the mayor said.")
    await editor.until(lambda: not editor.shown(uri).diagnostics)  # it was opened with what was never saved
    editor.type(source, 2, "", (0, 9, 0, 15))
    await editor.until(lambda: codes(list(editor.shown(uri).diagnostics)) == ["Q201"])
    editor.type(source, 3, "later ", (0, 9, 0, 9))
    await editor.until(lambda: not editor.shown(uri).diagnostics)
    editor.close(source)
    await editor.until(lambda: codes(list(editor.shown(uri).diagnostics)) == ["Q201"])
    assert not any(one.uri == source and one.diagnostics for one in editor.published), "a source is no draft"


@pytest.mark.asyncio
async def test_what_an_editor_opens_besides_drafts_is_left_alone(editor: Editor, desk: Path) -> None:
    (desk / ".newslint.yaml").write_text("select: [D101]\n")
    await editor.begin(desk)
    for uri in ("git:/desk/draft.txt", "output:log", (desk / "report.docx").as_uri()):
        item = types.TextDocumentItem(uri, "plaintext", 1, WRONG)
        editor.text_document_did_open(types.DidOpenTextDocumentParams(item))
        assert await editor.ask("newslint/settled", {"uri": uri}) is None
    item = types.TextDocumentItem("untitled:Untitled-1", "markdown", 1, WRONG)
    editor.text_document_did_open(types.DidOpenTextDocumentParams(item))
    assert codes(await editor.found("untitled:Untitled-1", 1)) == ["D101"]
    assert {one.uri for one in editor.published} == {"untitled:Untitled-1"}


@pytest.mark.asyncio
async def test_files_that_the_editor_watches(editor: Editor, desk: Path) -> None:
    await editor.begin(desk)
    await editor.until(lambda: bool(editor.asked))
    assert [one.method for one in editor.asked] == ["workspace/didChangeWatchedFiles"]
    uri = editor.open(desk / "draft.txt", WRONG)
    assert codes(await editor.found(uri, 1)) == []
    (desk / ".newslint.yaml").write_text("select: [D101]\n")
    editor.changed_on_disk(desk / ".newslint.yaml")
    await editor.until(lambda: codes(list(editor.shown(uri).diagnostics)) == ["D101"])


@pytest.mark.asyncio
async def test_files_that_the_editor_cannot_watch(editor: Editor, desk: Path) -> None:
    await editor.begin(desk, able=types.ClientCapabilities())
    uri = editor.open(desk / "draft.txt", DRAFT)
    assert codes(await editor.found(uri, 1)) == ["Q201"]
    assert editor.asked == []
    source = desk / "draft.sources" / "tran script.txt"
    source.write_text(DRAFT, encoding="utf-8")
    for touched in range(300):  # the server's first look may come after the change
        os.utime(source, (touched, touched))
        await asyncio.sleep(0.2)
        if not editor.shown(uri).diagnostics:
            break
    assert not editor.shown(uri).diagnostics
    (desk / ".newslint.yaml").write_text("select: [D101]\n")
    editor.type(uri, 2, WRONG)
    await editor.until(lambda: codes(list(editor.shown(uri).diagnostics)) == ["D101"])


@pytest.mark.asyncio
async def test_places_of_a_draft_in_two_folders(editor: Editor, tmp_path: Path) -> None:
    """Each draft is linted by the configuration nearest to it."""
    for name, select in (("news", "D101"), ("sport", "W")):
        (tmp_path / name).mkdir()
        (tmp_path / name / ".newslint.yaml").write_text(f"select: [{select}]\n")
    await editor.begin(tmp_path)
    one, two = (editor.open(tmp_path / name / "a.txt", WRONG) for name in ("news", "sport"))
    assert places(await editor.found(one, 1)) == [("D101", 0, 7, 28)]
    assert await editor.found(two, 1) == []
