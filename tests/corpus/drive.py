"""A run over an archive of JSON lines with the plugin that breaks, as a process of its own: IN OUT [option=value ...]."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from newslint import config
from newslint.corpus.cluster import Scheduler
from newslint.corpus.inputs import Inputs
from newslint.corpus.job import Limits
from newslint.corpus.results import Folder
from newslint.corpus.run import How, run
from newslint.errors import NewslintError
from newslint.linter import Linter

POISON = Path(__file__).with_name("poison.py")


def drive(words: list[str]) -> int:
    source, out, *rest = words
    given: dict[str, Any] = dict(word.split("=", 1) for word in rest)
    on: Any = Scheduler(given["scheduler"]) if "scheduler" in given else int(given.get("jobs", 1))
    limits = Limits(seconds=float(given.get("seconds", 60)), retries=int(given.get("retries", 2)))
    how = How(on, limits, resume="resume" in given, overwrite="overwrite" in given)
    settings = replace(
        config.load(None),
        plugins=(POISON,),
        isolated=True,
        select=tuple(given.get("select", "").split(",")) if given.get("select") else (),
    )
    try:
        tally = run(Inputs((source,), size=int(given.get("size", 20))), Folder(out), Linter.made(settings), how)
    except NewslintError as fault:
        sys.stderr.write(f"newslint: {fault}\n")
        return 2
    sys.stdout.write(f"{tally.documents} documents, {tally.findings} findings, {tally.failures} failures\n")
    return tally.status


if __name__ == "__main__":
    sys.exit(drive(sys.argv[1:]))
