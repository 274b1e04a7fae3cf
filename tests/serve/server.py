"""A server of its own for tests, and clients that talk to it: real processes, a runtime folder and a cache of their own."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newslint.serve.door import asked
from newslint.serve.wire import STATUS, head, unpacked
from tests.waiting import until

NEWSLINT = [sys.executable, "-m", "newslint"]
Said = tuple[int, bytes, bytes]

PATIENT = 60
"""How often to ask a server that, on a busy machine, does not answer in the second that it has; and seconds for its last word."""


@dataclass
class Warm:
    """A warm process whose socket lies under this folder; ``environment`` is that of its clients."""

    folder: Path
    more: Sequence[str] = ()
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        given = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSLINT_", "CI"))}
        given |= {"NEWSLINT_RUNTIME_DIR": str(self.folder / "run"), "NEWSLINT_CACHE_DIR": os.environ["NEWSLINT_CACHE_DIR"]}
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

    def served(self, *words: str, cwd: Path | None = None, given: bytes = b"", **environment: str) -> Said:
        """The same of a run that was handed over; one that was not, since the machine was busy, is asked for again."""
        for _ in range(PATIENT):
            before = self.requests
            said = self.said(*words, cwd=cwd, given=given, **environment)
            if self.requests > before:
                return said
        raise AssertionError(f"{words} was not handed over")

    def cold(self, *words: str, cwd: Path | None = None, given: bytes = b"", **environment: str) -> Said:
        return self.said(*words, cwd=cwd, given=given, **environment, NEWSLINT_SERVE="off")

    def answers(self) -> bool:
        return asked(str(self.place), head(STATUS)) is not None

    def idle(self) -> bool:
        """Whether all that was asked is over and done with, waited for: whoever gave up is still in the queue for a while."""
        return until(lambda: not (state := self.state())["waiting"] and not any(one["busy"] for one in state["workers"]))

    def state(self) -> dict[str, Any]:
        for _ in range(PATIENT):
            if answer := asked(str(self.place), head(STATUS)):
                found: dict[str, Any] = json.loads(unpacked(answer)[0])
                return found
        raise AssertionError(f"no server answers at {self.place}")

    @property
    def requests(self) -> int:
        return int(self.state()["requests"])

    @property
    def workers(self) -> list[int]:
        return [one["process"] for one in self.state()["workers"]]

    def connected(self) -> socket.socket:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(PATIENT)
        connection.connect(str(self.place))
        return connection


def gone(process: int) -> bool:
    """Whether a process ends; one that nobody has asked about any more has ended, too."""
    return until(lambda: not lives(process))


def lives(process: int) -> bool:
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except ProcessLookupError:
        return False
    except OSError:  # no such file, where the system has none
        return Path("/proc/self/stat").exists() is False
    return state.rpartition(")")[2].split()[0] != "Z"
