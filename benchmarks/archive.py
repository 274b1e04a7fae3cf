"""How the time and memory of ``newslint corpus`` grow with the number of documents.

    python benchmarks/archive.py [--documents 1000,4000,16000] [--words 60] [--jobs N] [--select T,W] [STORIES.jsonl]

Short made-up stories, or the first words of those of a file of JSON lines with ``text``, one after another and over again.
``CPU`` is of all processes; ``exponent`` is 1 between two rows where it grew as the documents did. Memory is the most that was
seen at a time, each page by its share: of the client, and of the processes that it began.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

import psutil  # type: ignore[import-untyped]
from sources import stories

OFTEN = 0.5
"""Seconds between two looks at the memory."""


class Cost(NamedTuple):
    """Of a run: seconds and megabytes."""

    wall: float
    cpu: float
    client: float
    others: float


def main(words: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="?", type=Path)
    parser.add_argument("--documents", default="1000,4000,16000", help="how many, by comma")
    parser.add_argument("--words", type=int, default=60, help="of a document")
    parser.add_argument("--jobs", default="1")
    parser.add_argument("--select", default="T,W", help="rules; '' for all")
    args = parser.parse_args(words)
    sizes = [int(size) for size in args.documents.split(",")]
    texts = list(_texts(args.stories, args.words))
    options = ["--jobs", args.jobs, *(["--select", args.select] if args.select else [])]
    heads = ("seconds", "CPU", "ms each", "exponent", "client MB", "others MB")
    print(f"{'documents':<12}{''.join(f'{head:>10}' for head in heads)}", flush=True)
    before = (0, 0.0)
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            cost = _run(Path(folder), texts, size, options)
            grown = f"{math.log(cost.cpu / before[1]) / math.log(size / before[0]):.2f}" if before[0] else ""
            before = size, cost.cpu
            each = cost.cpu / size * 1000
            told = (f"{cost.wall:.1f}", f"{cost.cpu:.1f}", f"{each:.2f}", grown, f"{cost.client:.0f}", f"{cost.others:.0f}")
            print(f"{size:<12,}{''.join(f'{one:>10}' for one in told)}", flush=True)


def _texts(file: Path | None, words: int) -> list[str]:
    if file is None:
        return list(stories(1000, words, seed=1))
    lines = file.read_text(encoding="utf-8").splitlines()
    return [" ".join(json.loads(line)["text"].split()[:words]) for line in lines]


def _run(folder: Path, texts: Sequence[str], size: int, options: Sequence[str]) -> Cost:
    archive = folder / f"{size}.jsonl"
    with archive.open("w", encoding="utf-8") as out:
        for at, text in enumerate(islice(cycle(texts), size)):
            out.write(json.dumps({"id": f"{at:06}", "text": f"{text}\n\nThis is note {at}.\n"}) + "\n")
    run = [sys.executable, "-m", "newslint", "corpus", "run", str(archive), "--out", str(folder / f"{size}")]
    began, used = time.monotonic(), _used()
    client = others = 0.0
    process = subprocess.Popen([*run, "--isolated", "-q", *options], env={**os.environ, "NEWSLINT_SERVE": "off"})
    while process.poll() is None:
        time.sleep(OFTEN)
        with suppress(psutil.Error):
            own, *rest = _memory(psutil.Process(process.pid))
            client, others = max(client, own), max(others, sum(rest))
    if process.returncode:
        sys.exit(f"exit status {process.returncode}")
    return Cost(time.monotonic() - began, _used() - used, client, others)


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _memory(process: psutil.Process) -> list[float]:
    """Megabytes of a process and of each that it began, which may be gone by now."""
    told = []
    for one in (process, *process.children(recursive=True)):
        with suppress(psutil.Error):
            told.append(one.memory_full_info().pss / 1024**2)
    return told


if __name__ == "__main__":
    main(sys.argv[1:])
