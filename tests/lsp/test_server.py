"""The real server, spoken to over standard input and output as an editor does."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from shutil import copy

import pytest
from lsprotocol import types
from lsprotocol.converters import get_converter

from newslint import __version__
from tests.lsp.editor import PATIENCE, SERVER, Editor, places

SEEDS = Path(__file__).parents[2] / "seeds"
DRAFT = "The mayor spoke. 😋 “We will later rebuild this old town,” he said.\r\n"


@pytest.mark.asyncio
async def test_a_draft_from_opening_to_closing(editor: Editor, desk: Path) -> None:
    begun = await editor.begin(desk)
    assert begun.server_info == types.ServerInfo("newslint", __version__)
    assert begun.capabilities.position_encoding == "utf-16"
    assert isinstance(begun.capabilities.text_document_sync, types.TextDocumentSyncOptions)
    assert begun.capabilities.text_document_sync.change == types.TextDocumentSyncKind.Incremental
    assert begun.capabilities.text_document_sync.open_close
    assert begun.capabilities.text_document_sync.save
    uri = editor.open(desk / "draft.txt", DRAFT)

    found = await editor.found(uri, 1)
    assert places(found) == [("Q201", 0, 20, 58)]
    one = found[0]
    assert (one.severity, one.source) == (types.DiagnosticSeverity.Warning, "newslint")
    assert "“We will rebuild this old town” in tran script.txt:2:14" in one.message
    assert isinstance(one.data, dict)
    assert one.data["rule"] == "quote-altered"
    assert one.related_information
    where = one.related_information[0].location
    assert where.uri == (desk / "draft.sources" / "tran script.txt").as_uri()
    assert where.range == types.Range(types.Position(1, 14), types.Position(1, 43))
    assert "We will rebuild this old town" in one.related_information[0].message

    editor.type(uri, 2, "Now: ", (0, 17, 0, 17))
    assert places(await editor.found(uri, 2)) == [("Q201", 0, 25, 63)]
    editor.type(uri, 3, "\u2028\n", (0, 0, 0, 0))
    editor.type(uri, 4, "", (1, 34, 1, 40))  # later
    assert places(await editor.found(uri, 4)) == []
    editor.type(uri, 5, "later ", (1, 34, 1, 34))
    assert places(await editor.found(uri, 5)) == [("Q201", 1, 25, 63)]

    editor.save(uri)
    assert places(await editor.found(uri, 5)) == [("Q201", 1, 25, 63)]
    editor.close(uri)
    await editor.until(lambda: editor.shown(uri).version is None)
    assert not editor.shown(uri).diagnostics
    assert editor.messages == []


@pytest.mark.asyncio
async def test_what_the_server_shows_is_what_the_command_line_prints(editor: Editor, tmp_path: Path) -> None:
    for file in SEEDS.iterdir():
        copy(file, tmp_path)
    draft = tmp_path / "000_009268604145ada5.txt"
    await editor.begin(tmp_path)
    uri = editor.open(draft, draft.read_text(encoding="utf-8"))
    pushed = get_converter().unstructure(await editor.found(uri, 1))
    command = [sys.executable, "-m", "newslint", "--no-plugins", "--format", "lsp", str(draft)]
    printed = json.loads(subprocess.run(command, capture_output=True, check=False, encoding="utf-8").stdout)
    assert printed == {"uri": uri, "diagnostics": pushed}
    related = {item["location"]["uri"] for one in pushed for item in one.get("relatedInformation", ())}
    assert (tmp_path / "003_bc68657364e0548b.txt").as_uri() in related


@pytest.mark.asyncio
@pytest.mark.parametrize(("encoding", "start", "end"), [("utf-8", 22, 64), ("utf-32", 19, 57)])
async def test_the_client_chooses_the_units(editor: Editor, desk: Path, encoding: str, start: int, end: int) -> None:
    begun = await editor.begin(desk, encodings=[encoding, "utf-16"])
    assert begun.capabilities.position_encoding == encoding
    uri = editor.open(desk / "draft.txt", DRAFT)
    assert places(await editor.found(uri, 1)) == [("Q201", 0, start, end)]
    editor.type(uri, 2, "", (0, start, 0, end))
    assert await editor.found(uri, 2) == []


@pytest.mark.asyncio
async def test_a_bad_configuration_is_said_and_the_server_lives(editor: Editor, desk: Path) -> None:
    config = desk / ".newslint.yaml"
    config.write_text("slect: [Q201]\n")
    await editor.begin(desk)
    uri = editor.open(desk / "draft.txt", DRAFT)
    assert await editor.found(uri, 1) == []
    await editor.until(lambda: bool(editor.messages))
    assert [message.type for message in editor.messages] == [types.MessageType.Warning]
    assert f"{config}:1:1: unknown key 'slect'; did you mean 'select'?" in editor.messages[0].message

    config.write_text("select: [Q201]\nrules-path: [rules]\n")
    (desk / "rules").mkdir()
    (desk / "rules" / "odd.yaml").write_text("id: odd\nserverity: error\n")
    changed = types.FileEvent(config.as_uri(), types.FileChangeType.Changed)
    editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([changed]))
    assert places(await editor.found(uri, 1)) == [("Q201", 0, 20, 58)]
    await editor.until(lambda: len(editor.messages) == 2)
    assert "odd.yaml:2:1: unknown key 'serverity'" in editor.messages[1].message


@pytest.mark.asyncio
async def test_a_bad_source_is_said_once_and_its_mending_is_noticed(editor: Editor, desk: Path) -> None:
    manifest = desk / "draft.sources.yml"
    manifest.write_text("sources: [{file: gone.txt}]\n")
    await editor.begin(desk)
    uri = editor.open(desk / "draft.txt", DRAFT)
    assert places(await editor.found(uri, 1)) == [("Q201", 0, 20, 58)]
    editor.type(uri, 2, "!", (0, 0, 0, 0))
    await editor.found(uri, 2)
    await editor.until(lambda: bool(editor.messages))
    assert [message.message for message in editor.messages] == [
        f"newslint: {manifest}:1: source {desk / 'gone.txt'} cannot be read: No such file or directory"
    ]
    (desk / "draft.sources" / "tran script.txt").write_text(DRAFT, encoding="utf-8", newline="")
    event = types.FileEvent((desk / "draft.sources" / "tran script.txt").as_uri(), types.FileChangeType.Changed)
    editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    assert await editor.found(uri, 2) == []


BROKEN = """
import time
from dataclasses import dataclass
from pathlib import Path
from newslint.hookspecs import hookimpl
from newslint.rule import Check, Match
from newslint.spans import Span

@dataclass(frozen=True)
class Broken(Check):
    name = "broken"

    def find(self, ctx):
        print("on standard output")
        if "crash" in ctx.draft.text:
            raise ZeroDivisionError("of my own")
        if "sleep" in ctx.draft.text:
            desk = Path(__file__).parent
            (desk / "asleep").touch()
            while not (desk / "go").exists():
                time.sleep(0.01)
        yield Match(Span(0, 5))

@hookimpl
def newslint_checks():
    return [Broken]
"""
RULE = """
id: broken
code: Z901
title: Breaks
why: To see.
check: broken
severity: error
message: "{found}"
examples: []
"""


@pytest.mark.asyncio
async def test_a_check_that_breaks_or_dawdles(editor: Editor, desk: Path) -> None:
    (desk / "broken.py").write_text(BROKEN)
    (desk / "rules").mkdir()
    (desk / "rules" / "broken.yaml").write_text(RULE)
    (desk / ".newslint.yaml").write_text("select: [Z]\nplugins: [broken.py]\nrules-path: [rules]\n")
    await editor.begin(desk)
    uri = editor.open(desk / "draft.txt", "sleep")
    await editor.until((desk / "asleep").exists)
    for version, text in enumerate(("asleep", "crash one", "crash two"), 2):
        editor.type(uri, version, text)
    await editor.text(uri)  # it has heard of all of them
    (desk / "go").touch()
    assert await editor.found(uri, 4) == []
    await editor.until(lambda: bool(editor.messages))
    assert editor.messages[0].message == "newslint: broken broke off (ZeroDivisionError: of my own); the other rules ran"

    editor.type(uri, 5, "awake")
    assert places(await editor.found(uri, 5)) == [("Z901", 0, 0, 5)]
    assert {one.version for one in editor.published} == {4, 5}, "results of old versions are dropped"


GATHER = """
from newslint.hookspecs import hookimpl

@hookimpl
def newslint_sources(draft, read, config):
    raise ZeroDivisionError("of my own")
"""


@pytest.mark.asyncio
async def test_sources_that_break_us_cost_the_comparison_alone(editor: Editor, desk: Path) -> None:
    (desk / "breaks.py").write_text(GATHER)
    (desk / ".newslint.yaml").write_text("select: [D101]\nplugins: [breaks.py]\n")
    await editor.begin(desk)
    uri = editor.open(desk / "draft.txt", "It is Monday 12 August 2025.")
    assert [one.code for one in await editor.found(uri, 1)] == ["D101"]
    await editor.until(lambda: bool(editor.messages))
    assert "draft.txt: its sources could not be gathered: ZeroDivisionError: of my own" in editor.messages[0].message


@pytest.mark.asyncio
async def test_a_draft_is_no_source_of_itself(editor: Editor, desk: Path) -> None:
    (desk / "draft.sources.yml").write_text("sources: [{file: draft.txt}]\n")
    await editor.begin(desk)
    uri = editor.open(desk / "draft.txt", "Not what the file holds.")
    await editor.found(uri, 1)
    await editor.until(lambda: bool(editor.messages))
    assert "the draft cannot be its own source" in editor.messages[0].message


@pytest.mark.asyncio
async def test_over_tcp(desk: Path, unused_tcp_port: int) -> None:
    server = await asyncio.create_subprocess_exec(*SERVER, "--tcp", f"127.0.0.1:{unused_tcp_port}")
    client = Editor()
    async with asyncio.timeout(PATIENCE):
        while server.returncode is None:
            try:
                await client.start_tcp("127.0.0.1", unused_tcp_port)
                break
            except OSError:
                await asyncio.sleep(0.05)
    await client.begin(desk)
    uri = client.open(desk / "draft.txt", DRAFT)
    assert places(await client.found(uri, 1)) == [("Q201", 0, 20, 58)]
    await client.shutdown_async(None)
    client.exit(None)
    await asyncio.wait_for(server.wait(), PATIENCE)
    await client.stop()


def test_a_port_that_is_taken_or_odd_is_said() -> None:
    for words, status in ((["--tcp", "nowhere"], 2), (["--tcp", "127.0.0.1:99999"], 2)):
        done = subprocess.run([*SERVER, *words], capture_output=True, text=True, check=False, timeout=PATIENCE)
        assert (done.returncode, done.stderr) == (status, f"newslint: --tcp takes HOST:PORT, not {words[1]!r}\n")
