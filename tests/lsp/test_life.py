"""How the server begins and ends, and what it makes of messages that make no sense."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newslint.lsp.stream import messages
from tests.lsp.editor import PATIENCE, SERVER

INITIALIZE = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}
INITIALIZED = {"jsonrpc": "2.0", "method": "initialized", "params": {}}
SHUTDOWN = {"jsonrpc": "2.0", "id": 99, "method": "shutdown"}
EXIT = {"jsonrpc": "2.0", "method": "exit"}


def framed(message: Any) -> bytes:
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def said(*sent: Any, options: list[str] | None = None) -> tuple[list[dict[str, Any]], int, str]:
    """What the server answers to these messages and the end of the stream, its exit status and its standard error."""
    told = b"".join(one if isinstance(one, bytes) and one.startswith(b"!") else framed(one) for one in sent)
    done = subprocess.run(
        [*SERVER, *(options or [])], input=told.replace(b"!", b""), capture_output=True, timeout=PATIENCE, check=False
    )
    read = iter([done.stdout, b""])
    return [json.loads(body) for body in messages(lambda _: next(read))], done.returncode, done.stderr.decode()


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ([INITIALIZE, INITIALIZED, SHUTDOWN, EXIT], 0),
        ([INITIALIZE, INITIALIZED, SHUTDOWN], 1),
        ([INITIALIZE, EXIT], 1),
        ([INITIALIZE], 1),
        ([EXIT], 1),
        ([], 1),
    ],
)
def test_exit_status(sent: list[Any], status: int) -> None:
    _, returned, errors = said(*sent)
    assert (returned, errors) == (status, "")


def test_options_that_editors_pass() -> None:
    assert said(INITIALIZE, SHUTDOWN, EXIT, options=["--stdio", "--clientProcessId", "1"])[1:] == (0, "")


def errors(answers: list[dict[str, Any]]) -> list[tuple[Any, int]]:
    return [(one["id"], one["error"]["code"]) for one in answers if "error" in one]


def test_every_request_is_answered_whatever_it_is() -> None:
    answers, status, log = said(
        {"jsonrpc": "2.0", "id": 10, "method": "textDocument/diagnostic", "params": {}},  # before initialize
        {"jsonrpc": "2.0", "method": "initialized", "params": {}},
        INITIALIZE,
        INITIALIZED,
        INITIALIZE | {"id": 11},
        b"{not json",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        [],
        {"id": 12, "method": "shutdown"},  # no JSON-RPC 2.0
        {"jsonrpc": "2.0", "id": 13, "method": "no/such"},
        {"jsonrpc": "2.0", "id": 14, "method": ["no"]},
        {"jsonrpc": "2.0", "method": "$/unknown", "params": 1},
        {"jsonrpc": "2.0", "id": "a", "method": "textDocument/diagnostic", "params": {"textDocument": 5}},
        {"jsonrpc": "2.0", "id": 15, "method": "textDocument/diagnostic"},
        {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {}}},
        {"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 4711}},
        {"jsonrpc": "2.0", "id": "never asked", "result": None},
        {"jsonrpc": "2.0", "id": {"odd": 1}, "result": None},
        b"!Odd-Header: yes\r\n\r\n!content-length: -5\r\n\r\n!\r\n\r\n",
        {"jsonrpc": "2.0", "id": 16, "method": "newslint/text", "params": {"uri": "file:///nowhere"}},
        SHUTDOWN,
        {"jsonrpc": "2.0", "id": 17, "method": "newslint/text", "params": {"uri": "file:///nowhere"}},
        EXIT,
    )
    assert errors(answers) == [
        (10, -32002), (11, -32600), (None, -32700), (None, -32700), (None, -32700), (None, -32600), (None, -32600),
        (13, -32601), (14, -32601), ("a", -32602), (15, -32602), (17, -32600),
    ]  # fmt: skip
    assert {"id": 16, "jsonrpc": "2.0", "result": None} in answers
    assert (status, log) == (0, "")


ODD = ["\0", "\ud83d", "a\ud800b", "\ufeff\ufeff", "\r", "x" * 300_000, "“" * 5_000, "\u202e", "é" * 3, ""]


def test_odd_texts(tmp_path: Path) -> None:
    opened = [
        {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {
            "textDocument": {"uri": f"{tmp_path.as_uri()}/{n}.txt", "languageId": "x", "version": 1, "text": text}}}
        for n, text in enumerate(ODD)
    ]  # fmt: skip
    asked = [
        {"jsonrpc": "2.0", "id": n, "method": "newslint/settled", "params": {"uri": f"{tmp_path.as_uri()}/{n}.txt"}}
        for n in range(len(ODD))
    ]
    with subprocess.Popen(SERVER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        assert server.stdin
        assert server.stdout
        server.stdin.write(b"".join(map(framed, [INITIALIZE, INITIALIZED, *opened, *asked])))
        server.stdin.flush()
        answered = set()
        for body in messages(server.stdout.read1):  # type: ignore[attr-defined]
            message = json.loads(body)
            if message.get("method") == "window/showMessage":
                assert message["params"]["message"].endswith("0.txt: is not text: it holds NUL bytes")
            answered |= {message["id"]} if message.get("result") and "version" in message["result"] else set()
            if len(answered) == len(ODD):
                break
        out, errors = server.communicate(framed(SHUTDOWN) + framed(EXIT), PATIENCE)
        assert (server.returncode, errors) == (0, b""), out[-300:]


def test_an_editor_that_stops_listening_leaves_no_traceback(tmp_path: Path) -> None:
    with subprocess.Popen(SERVER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        assert server.stdin
        assert server.stdout
        server.stdout.close()
        server.stdin.write(framed(INITIALIZE) + framed(INITIALIZED))
        server.stdin.flush()
        assert server.wait(PATIENCE) == 1
        assert server.stderr
        assert server.stderr.read() == b""


@pytest.mark.skipif(os.name != "posix", reason="the end of the stream tells it elsewhere")
def test_the_server_ends_with_the_process_that_it_serves() -> None:
    parent = subprocess.Popen([sys.executable, "-c", "pass"])
    parent.wait()
    with subprocess.Popen(SERVER, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin
        server.stdin.write(framed(INITIALIZE | {"params": {"capabilities": {}, "processId": parent.pid}}))
        server.stdin.flush()
        assert server.wait(PATIENCE) == 1


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1 << 16])
def test_messages_in_pieces(size: int) -> None:
    stream = b"noise\r\nContent-Length: 2\r\nContent-Type: x\r\n\r\n{}Content-Length:3 \r\n\r\n[1]Content-Length: 9\r\n\r\n[1"

    def pieces() -> Iterator[bytes]:
        yield from (stream[at : at + size] for at in range(0, len(stream), size))
        yield b""

    read = pieces()
    assert [*messages(lambda _: next(read))] == [b"{}", b"[1]"]
