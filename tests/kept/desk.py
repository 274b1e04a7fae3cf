"""A desk's folder, and newslint run in it by processes that are forked, since each of them would import the same."""

from __future__ import annotations

import io
import os
import shutil
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from newslint import __main__, cli  # noqa: F401  imported here, and so in every process
from newslint.cli import check  # noqa: F401
from newslint.document import Dossier, Source
from newslint.kept import looks, shelf, watching  # noqa: F401
from newslint.linter import Linter
from newslint.run import cache

ENVIRONMENT = {"NEWSLINT_SERVE": "off", "LANG": "C.UTF-8", "PATH": os.environ.get("PATH", ""), "HOME": "/nonexistent"}

ROOT = Path(__file__).parents[2]

DRAFT = """Ministry says 40 dead in Zogfort flood

The mayor, Quentin Zognak, said on Monday 12 August 2025 that 15,000 people were in in danger. He told told The Herald.

“We have got 300 boats,” Zognak said. The flood killed 40 people, he added. It was very unique.
"""
SOURCE = "Zogfort, 11 August 2025. More than 10,000 people were in danger. “We have got 200 boats,” said Quentin Zognak. 30 people were killed.\n"


def warmed(linter: Linter) -> None:
    """Import and compile what rules need."""
    draft, source = (linter.parse(Path(name), text.encode()) for name, text in (("draft.txt", DRAFT), ("herald.txt", SOURCE)))
    linter.check(Dossier.of(draft, [Source(source, "herald")], makers=linter.makers))


class Ran(NamedTuple):
    status: int
    out: bytes
    err: bytes


class Desk:
    """A folder with a draft, its source, and whatever a test lays there; ``store`` is where runs are kept."""

    def __init__(self, folder: Path, *, tick: int = looks.TICK, warm: Path | None = None) -> None:
        self.folder = folder / "desk" / "drafts"
        self.store = folder / "store"
        self.tick = tick
        if warm:
            shutil.copytree(warm, self.store)
        self.environment = {**ENVIRONMENT, "NEWSLINT_CACHE_DIR": str(self.store)}
        (self.folder / "draft.sources").mkdir(parents=True)
        self.write("draft.txt", DRAFT)
        self.write("draft.sources/herald.txt", SOURCE)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(
        self, *words: str, environment: Mapping[str, str] | None = None, together: bool = False, folder: Path | None = None
    ) -> Ran:
        """One command line; with ``together`` both streams lead to one file."""
        out, err = (self.store.parent / name for name in ("out", "err"))
        handles = [os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC) for path in (out, err)]
        child = os.fork()
        if not child:
            status = 99
            try:
                os.dup2(handles[0], 1)
                os.dup2(handles[0 if together else 1], 2)
                status = self._child([*words], {**self.environment, **(environment or {})}, folder or self.folder)
            finally:
                os._exit(status)
        for handle in handles:
            os.close(handle)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return Ran(status, out.read_bytes(), err.read_bytes())

    def _child(self, words: list[str], environment: Mapping[str, str], folder: Path) -> int:
        os.chdir(folder)
        sys.path[:] = [path for path in sys.path if Path(path) != ROOT]  # what other tests write there is not what changes
        os.environ.clear()
        os.environ.update(environment)
        sys.argv = ["newslint", *words]
        cache._START, looks.TICK = time.time_ns(), self.tick
        sys.stdout = io.TextIOWrapper(open(1, "wb"), encoding="utf-8")  # noqa: SIM115
        sys.stderr = io.TextIOWrapper(open(2, "wb", buffering=0), encoding="utf-8", write_through=True)  # noqa: SIM115
        status = __main__.main()
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        shelf.shared().save()  # as at the end of a process
        return status

    def hits(self, tier: str = "run") -> int:
        """How often something was there when asked for."""
        from newslint.kept.store import Store

        return int(Store(self.store).status().tiers.get(tier, (0, 0, 0, 0))[2])
