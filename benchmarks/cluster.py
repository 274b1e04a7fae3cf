"""An archive over a cluster of real processes, some of which are killed: whatever happens, the same bytes come out.

A scheduler and three workers, or so many; documents of which some break, hang or kill whoever lints them; a worker, then the
client, then the scheduler killed with SIGKILL half-way.

Prints what came in and out of each run; exit status 1 where a run differs from one process alone.

    python benchmarks/cluster.py [--documents 300] [--select T,W] [STORIES.jsonl]
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[1]
DRIVE = ROOT / "tests" / "corpus" / "drive.py"
MAGIC = ("xyzraises", "xyzsleeps", "xyzexits", "xyzcrashes", "xyzhangs")
TABLES = ("documents", "findings", "failures")
WORDS = 250
ENV = {**os.environ, "PYTHONPATH": str(ROOT)}


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="?", type=Path, help="JSON lines with 'text'; by default, the stories that ship")
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--poison", type=int, default=3, help="how many documents break")
    parser.add_argument("--select", default="")
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--short", action="store_true", help="leave out what the other runs show too")
    parser.add_argument("--retries", type=int, default=1)
    parser.add_argument("--seconds", default="1", help="of computing that a document may take; more on a busy machine")
    args = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        archive = folder / "archive.jsonl"
        _write(archive, args.stories, args.documents, args.poison)
        options = [
            f"seconds={args.seconds}",
            f"retries={args.retries}",
            f"size={max(5, args.documents // 30)}",
            f"select={args.select}",
        ]
        _run("one process", archive, folder / "one", options)
        address, scheduler, workers = stack.enter_context(_cluster(folder, args.workers))
        there = [*options, f"scheduler={address}"]
        if not args.short:
            _run(f"{args.workers} workers", archive, folder / "all", there)
        _killed("worker", archive, folder / "lost", there, workers[0])
        _killed("client", archive, folder / "resumed", there, None, options if args.short else there)
        _killed("scheduler", archive, folder / "alone", there, scheduler, options)
        runs = [run for run in ("all", "lost", "resumed", "alone") if (folder / run).exists()]
        alike = [_digests(folder / run) == _digests(folder / "one") for run in runs]
    print("the same bytes" if all(alike) else f"DIFFERENT BYTES: {alike}")
    return 0 if all(alike) else 1


def _run(what: str, archive: Path, out: Path, options: Sequence[str]) -> None:
    begun = time.monotonic()
    _report(what, out, subprocess.Popen(_command(archive, out, options), stdout=subprocess.PIPE, text=True, env=ENV), begun)


def _killed(
    what: str,
    archive: Path,
    out: Path,
    options: Sequence[str],
    victim: subprocess.Popen[bytes] | None,
    again: Sequence[str] = (),
) -> None:
    """A run with a process killed once some shards are written: the client itself, where no other is named.

    With ``again``, the options of a resumed run, it must end the client, which then resumes.
    """
    begun = time.monotonic()
    client = subprocess.Popen(_command(archive, out, options), stdout=subprocess.PIPE, text=True, env=ENV)
    while client.poll() is None and len(list(out.glob("parts/*.arrow"))) < 3:
        time.sleep(0.02)
    (victim or client).send_signal(signal.SIGKILL)
    done = len(list(out.glob("parts/*.arrow")))
    print(f"{what} killed with {done} shards written", flush=True)
    if again:
        assert client.wait() == (2 if victim else -signal.SIGKILL)
        client = subprocess.Popen(_command(archive, out, [*again, "resume=yes"]), stdout=subprocess.PIPE, text=True, env=ENV)
    _report(f"{what} killed", out, client, begun)


def _report(what: str, out: Path, client: subprocess.Popen[str], begun: float) -> None:
    told = client.communicate()[0].strip()
    digest = sha256(repr(_digests(out)).encode()).hexdigest()[:12]
    print(f"{what:<18} {told}; {digest}; exit status {client.returncode}; {time.monotonic() - begun:.0f} s", flush=True)


def _command(archive: Path, out: Path, options: Sequence[str]) -> list[str]:
    return [sys.executable, str(DRIVE), str(archive), str(out), *options]


def _digests(out: Path) -> list[str]:
    return [
        sha256((out / f"{name}.parquet").read_bytes()).hexdigest() if (out / f"{name}.parquet").exists() else ""
        for name in TABLES
    ]


def _write(archive: Path, stories: Path | None, number: int, poison: int) -> None:
    """So many documents, with words that break whoever lints them spread among them."""
    if stories:
        texts = [json.loads(line)["text"] for line in stories.read_text(encoding="utf-8").splitlines()]
    else:
        texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").rglob("*.txt"))]
    places = {(at + 1) * number // (poison + 1): word for at, word in enumerate(MAGIC[:poison])}
    with archive.open("w", encoding="utf-8") as out:
        for at in range(number):
            text = " ".join(texts[at % len(texts)].split()[:WORDS]) + f"\n\nThis is {places.get(at, 'xyzzy')}.\n"
            out.write(json.dumps({"id": f"{at:06}", "text": text, "outlet": f"Paper {at % 3}"}) + "\n")


@contextmanager
def _cluster(folder: Path, workers: int) -> Iterator[tuple[str, subprocess.Popen[bytes], list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, the scheduler, and its workers."""
    file, quiet = folder / "scheduler.json", {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": ENV}
    begin = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    held = [subprocess.Popen([*begin, "--scheduler-file", str(file)], **quiet)]  # type: ignore[call-overload]
    try:
        while not file.exists() or not file.read_text().endswith("}"):
            time.sleep(0.1)
        address = json.loads(file.read_text())["address"]
        begin = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard"]
        spill = ["--local-directory", str(folder), "--memory-limit", "0"]
        held += [subprocess.Popen([*begin, *spill], **quiet) for _ in range(workers)]  # type: ignore[call-overload]
        yield address, held[0], held[1:]
    finally:
        for process in held:
            process.kill()
            process.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
