"""Time from a keystroke to what is shown, and memory, with the real language server.

    python benchmarks/lsp.py DRAFT [--edits 200] [--again 1000] [--gap 0.6]

Types at random places of DRAFT (its sources are those it names), waits each time for the diagnostics of the quick rules and
of all rules, and prints the median and the 95th percentile in milliseconds; ``all`` is counted with the pause that the server
waits for, and without. Then ``--again`` edits without waiting, and the memory of the server in MB.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import random
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

WORDS = ("the ", "mayor ", "said ", "on Monday ", "15 ", "people ", ". ", ", ", "e", "\n\n")
PAUSE = 0.2


class Server:
    """A server, and what it says with the time at which it was said."""

    def __init__(self, pause: float = PAUSE) -> None:
        command = [sys.executable, "-m", "newslint", "lsp", "--no-plugins"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.said: queue.SimpleQueue[tuple[float, dict[str, Any]]] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()
        self.ask("initialize", {"capabilities": {}, "processId": os.getpid(), "rootUri": None,
                                "initializationOptions": {"pause": round(pause * 1000)}})  # fmt: skip
        self.tell("initialized", {})

    def tell(self, method: str, params: Any, **more: Any) -> float:
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()
        return time.perf_counter()

    def ask(self, method: str, params: Any) -> tuple[float, Any]:
        """When the answer came, and what it was."""
        self.tell(method, params, id=method)
        while True:
            when, message = self.said.get(timeout=120)
            if message.get("id") == method:
                return when, message.get("result")

    def shown(self, version: int) -> float:
        """When the first diagnostics of this version came."""
        while True:
            when, message = self.said.get(timeout=120)
            if message.get("params", {}).get("version") == version:
                return when

    def memory(self) -> float:
        """The resident memory of the server in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream
        while line := stream.readline():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
                while stream.readline().strip():
                    pass
                self.said.put((time.perf_counter(), json.loads(stream.read(length))))


def typing(server: Server, draft: Path, edits: int, again: int, gap: float) -> None:
    text, uri, version = draft.read_text(encoding="utf-8"), draft.absolute().as_uri(), 1
    chance = random.Random(1)
    begun = server.tell(
        "textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}}
    )
    print(f"{draft.name}: {len(text.split())} words; first shown after {1000 * (server.shown(1) - begun):.0f} ms", end="")
    print(f", all after {1000 * (server.ask('newslint/settled', {'uri': uri})[0] - begun):.0f} ms")
    time.sleep(5)  # the model is loaded meanwhile
    lines = text.split("\n")

    def edit() -> float:
        """Type a little, or take it away again, at a place where people do."""
        nonlocal version
        version += 1
        line = chance.choice([n for n, words in enumerate(lines) if words])
        at = chance.randint(0, len(lines[line]))
        words = chance.choice(WORDS).replace("\n\n", " ")
        lines[line] = lines[line][:at] + words + lines[line][at:]
        place = {"line": line, "character": len(lines[line][:at].encode("utf-16-le")) // 2}
        change = {"range": {"start": place, "end": place}, "text": words}
        return server.tell(
            "textDocument/didChange", {"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]}
        )

    quick, whole = [], []
    for _ in range(edits):
        sent = edit()
        quick.append(server.shown(version) - sent)
        whole.append(server.ask("newslint/settled", {"uri": uri})[0] - sent)
        time.sleep(gap * chance.random())
    for name, times in (("quick", quick), ("all", whole), ("all without the pause", [one - PAUSE for one in whole])):
        times.sort()
        middle, late = 1000 * statistics.median(times), 1000 * times[len(times) * 95 // 100]
        print(f"  {name}: median {middle:.0f} ms, 95th percentile {late:.0f} ms")
    print(f"  memory after {edits} edits: {server.memory():.0f} MB")
    for n in range(again):
        edit()
        time.sleep(0.02)
        if n % 20 == 0:
            server.ask("newslint/settled", {"uri": uri})
    server.ask("newslint/settled", {"uri": uri})
    print(f"  memory after {edits + again} edits: {server.memory():.0f} MB")
    server.tell("textDocument/didClose", {"textDocument": {"uri": uri}})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("drafts", nargs="+", type=Path, metavar="DRAFT")
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--again", type=int, default=1000)
    parser.add_argument("--gap", type=float, default=0.3, metavar="SECONDS", help="at most between two edits (default: 0.3)")
    args = parser.parse_args()
    for draft in args.drafts:
        server = Server()
        typing(server, draft, args.edits, args.again, args.gap)
        server.ask("shutdown", None)
        server.tell("exit", None)
        print(f"  load of the machine: {os.getloadavg()[0]:.1f}; exit status {server.process.wait(20)}")


if __name__ == "__main__":
    main()
