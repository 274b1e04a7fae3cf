"""A server of its own for tests, and clients that talk to it: real processes, a runtime folder and a cache of their own."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newslint.serve.door import asked
from newslint.serve.wire import STATUS, head, unpacked

NEWSLINT = [sys.executable, "-m", "newslint"]
Said = tuple[int, bytes, bytes]


@dataclass
class Warm:
    """A warm process under this folder; ``environment`` is that of its clients."""

    folder: Path
    more: Sequence[str] = ()
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        given = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSLINT_", "CI"))}
        given |= {"NEWSLINT_RUNTIME_DIR": str(self.folder / "run"), "NEWSLINT_CACHE_DIR": str(self.folder / "cache")}
        self.environment = given | self.environment

    @property
    def place(self) -> Path:
        return self.folder / "run" / "serve.sock"

    def start(self) -> Warm:
        done = self.said("serve", *self.more, cwd=self.folder)
        assert done[0] == 0, done
        return self

    def stop(self) -> None:
        self.said("serve", "stop")

    def said(self, *words: str, cwd: Path | None = None, given: bytes = b"", **environment: str) -> Said:
        """Exit status, standard output and standard error of a client."""
        done = subprocess.run(
            [*NEWSLINT, *words], cwd=cwd, input=given, env=self.environment | environment, capture_output=True, check=False
        )
        return done.returncode, done.stdout, done.stderr

    def cold(self, *words: str, cwd: Path | None = None, given: bytes = b"", **environment: str) -> Said:
        return self.said(*words, cwd=cwd, given=given, **environment, NEWSLINT_SERVE="off")

    def state(self) -> dict[str, Any]:
        answer = asked(str(self.place), head(STATUS))
        assert answer is not None
        found: dict[str, Any] = json.loads(unpacked(answer)[0])
        return found

    @property
    def requests(self) -> int:
        return int(self.state()["requests"])

    @property
    def workers(self) -> list[int]:
        return [one["process"] for one in self.state()["workers"]]

    def connected(self) -> socket.socket:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(10)
        connection.connect(str(self.place))
        return connection


def gone(process: int, within: float = 15.0) -> bool:
    """Whether a process ends in time; one that nobody has asked about any more has ended, too."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        try:
            state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False
