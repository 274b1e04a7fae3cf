"""Time from a keystroke to what is shown, and memory, with the real language server.

    python benchmarks/lsp.py DRAFT [--edits 200] [--again 1000] [--gap 0.3]

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
"""Seconds of quiet after which a server runs all rules; its default."""

MODEL = 5.0
"""Seconds in which the model is loaded, behind the first draft."""


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

    def cpu(self) -> float:
        """Seconds of the processor that it has used."""
        user, system = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(") ", 1)[1].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def left(self) -> int:
        """Its exit status, once it was told to go."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        return self.process.wait(20)

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream
        while line := stream.readline():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
                while stream.readline().strip():
                    pass
                self.said.put((time.perf_counter(), json.loads(stream.read(length))))


class Editor:
    """A draft open in a server, and somebody who types in it."""

    def __init__(self, server: Server, draft: Path) -> None:
        self.server, self.text, self.uri = server, draft.read_text(encoding="utf-8"), draft.absolute().as_uri()
        self.version = 1
        self._lines = self.text.split("\n")
        self._chance = random.Random(1)

    def opened(self) -> tuple[float, float]:
        """Seconds until the first diagnostics were shown, and all."""
        document = {"uri": self.uri, "languageId": "plaintext", "version": 1, "text": self.text}
        begun = self.server.tell("textDocument/didOpen", {"textDocument": document})
        return self.server.shown(1) - begun, self._settled() - begun

    def edit(self) -> float:
        """Type a little at a place where people do; when it was sent."""
        self.version += 1
        line = self._chance.choice([n for n, words in enumerate(self._lines) if words])
        at = self._chance.randint(0, len(self._lines[line]))
        words = self._chance.choice(WORDS).replace("\n\n", " ")
        self._lines[line] = self._lines[line][:at] + words + self._lines[line][at:]
        place = {"line": line, "character": len(self._lines[line][:at].encode("utf-16-le")) // 2}
        change = {"range": {"start": place, "end": place}, "text": words}
        return self.server.tell(
            "textDocument/didChange", {"textDocument": {"uri": self.uri, "version": self.version}, "contentChanges": [change]}
        )

    def typed(self) -> tuple[float, float]:
        """Seconds from an edit until the diagnostics of the quick rules were shown, and those of all."""
        sent = self.edit()
        return self.server.shown(self.version) - sent, self._settled() - sent

    def hurried(self, edits: int) -> None:
        """Edits that do not wait for what is shown."""
        for number in range(edits):
            self.edit()
            time.sleep(0.02)
            if number % 20 == 0:
                self._settled()
        self._settled()

    def closed(self) -> None:
        self.server.tell("textDocument/didClose", {"textDocument": {"uri": self.uri}})

    def _settled(self) -> float:
        return self.server.ask("newslint/settled", {"uri": self.uri})[0]


def typing(server: Server, draft: Path, edits: int, again: int, gap: float) -> None:
    editor = Editor(server, draft)
    first, all_ = editor.opened()
    print(
        f"{draft.name}: {len(editor.text.split())} words; first shown after {1000 * first:.0f} ms, all after {1000 * all_:.0f} ms"
    )
    time.sleep(MODEL)
    quick, whole = [], []
    for _ in range(edits):
        soon, late = editor.typed()
        quick.append(soon)
        whole.append(late)
        time.sleep(gap * random.random())
    for name, times in (("quick", quick), ("all", whole), ("all without the pause", [one - PAUSE for one in whole])):
        times.sort()
        middle, last = 1000 * statistics.median(times), 1000 * times[len(times) * 95 // 100]
        print(f"  {name}: median {middle:.0f} ms, 95th percentile {last:.0f} ms")
    print(f"  memory after {edits} edits: {server.memory():.0f} MB")
    editor.hurried(again)
    print(f"  memory after {edits + again} edits: {server.memory():.0f} MB")
    editor.closed()


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
        print(f"  load of the machine: {os.getloadavg()[0]:.1f}; exit status {server.left()}")


if __name__ == "__main__":
    main()
