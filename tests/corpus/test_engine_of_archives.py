"""Documents that break whoever lints them, runs that are killed: nothing is lost, doubled or different. With real processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.project import ROOT

DRIVE = Path(__file__).with_name("drive.py")
ENV = {**os.environ, "PYTHONPATH": str(ROOT)}


def archive(path: Path, words: list[str]) -> Path:
    """A document for each word."""
    rows = ({"id": f"{at:03}", "text": f"The word is {word}.", "published": "2026-01-05"} for at, word in enumerate(words))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def begun(folder: Path, out: str, *options: str) -> subprocess.Popen[str]:
    words = [sys.executable, str(DRIVE), str(folder / "a.jsonl"), str(folder / out), "select=X", *options]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENV)


def done(folder: Path, out: str, *options: str) -> tuple[int, str]:
    process = begun(folder, out, *options)
    told, complaints = process.communicate(timeout=100)
    return process.returncode, told + complaints


def table(folder: Path, out: str, name: str) -> list[dict[str, object]]:
    return pq.read_table(folder / out / f"{name}.parquet").to_pylist()


def tables(folder: Path, out: str) -> list[bytes]:
    return [(folder / out / f"{name}.parquet").read_bytes() for name in ("documents", "findings", "failures")]


BROKEN = [
    ("xyzraises", "poison broke off (ValueError: no such thing as <object object>)", "partial"),
    ("xyzsleeps", "no end within 0.4 s", "failed"),
    ("xyzhangs", "no end within 0.4 s", "failed"),
    ("xyzexits", "killed its process (exit status 7)", "failed"),
    ("xyzcrashes", "killed its process (SIGSEGV)", "failed"),
    ("xyzgrows", "poison broke off (MemoryError:)", "partial"),
]


@pytest.mark.skipif(sys.platform != "linux", reason="signals and limits of Linux")
def test_a_document_that_breaks_costs_itself_alone(tmp_path: Path) -> None:
    words = [word for broken, _, _ in BROKEN for word in ("xyzzy", broken)] + ["xyzzy"]
    archive(tmp_path / "a.jsonl", words)
    status, told = done(tmp_path, "out", "seconds=0.4", "retries=1", "size=5", "jobs=2")
    assert status == 2, told
    assert [(row["id"], row["error"], row["attempt"]) for row in table(tmp_path, "out", "failures")] == [
        (f"{at * 2 + 1:03}", error, 2) for at, (_, error, _) in enumerate(BROKEN)
    ]
    documents = table(tmp_path, "out", "documents")
    assert [row["id"] for row in documents] == [f"{at:03}" for at in range(len(words))]
    assert [row["status"] for row in documents][1::2] == [status for _, _, status in BROKEN]
    assert [row["id"] for row in table(tmp_path, "out", "findings")] == [f"{at:03}" for at in range(0, len(words), 2)]


def test_a_run_that_is_killed_goes_on_and_ends_the_same(tmp_path: Path) -> None:
    archive(tmp_path / "a.jsonl", ["xyzzy"] * 60)
    assert done(tmp_path, "whole", "size=50")[0] == 0
    client = begun(tmp_path, "killed", "size=2")
    while client.poll() is None and not list(tmp_path.glob("killed/parts/*.arrow")):
        time.sleep(0.01)
    client.send_signal(signal.SIGKILL)
    client.communicate()
    assert not (tmp_path / "killed" / "documents.parquet").exists()
    status, told = done(tmp_path, "killed", "size=2")
    assert (status, "--resume" in told) == (2, True)
    status, told = done(tmp_path, "killed", "size=2", "resume=yes", "select=X,T101")
    assert (status, "the settings" in told) == (2, True)
    assert done(tmp_path, "killed", "size=2", "resume=yes", "jobs=2")[0] == 0
    assert tables(tmp_path, "killed") == tables(tmp_path, "whole")
    assert "finished already" in done(tmp_path, "killed", "size=2", "resume=yes")[1]


@pytest.mark.skipif(os.name == "nt", reason="a folder cannot be held there")
def test_two_runs_do_not_write_to_one_folder(tmp_path: Path) -> None:
    archive(tmp_path / "a.jsonl", ["xyzsleeps"])
    first = begun(tmp_path, "out")
    while first.poll() is None and not (tmp_path / "out").exists():
        time.sleep(0.01)
    status, told = done(tmp_path, "out", "resume=yes")
    assert (status, "another run writes to" in told) == (2, True)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    archive(tmp_path / "a.jsonl", ["xyzzy"])
    assert done(tmp_path, "out", "resume=yes")[0] == 0


def test_what_is_there_stays_until_there_is_something_in_its_place(tmp_path: Path) -> None:
    archive(tmp_path / "a.jsonl", ["xyzzy"])
    assert done(tmp_path, "out")[0] == 0
    before = tables(tmp_path, "out")
    status, told = done(tmp_path, "out", "overwrite=yes", "scheduler=tls://127.0.0.1:1")
    assert (status, "tls:// goes with" in told) == (2, True)
    assert tables(tmp_path, "out") == before
    archive(tmp_path / "a.jsonl", ["xyzzy", "xyzzy"])
    assert done(tmp_path, "out", "overwrite=yes")[0] == 0
    assert tables(tmp_path, "out") != before


def test_ctrl_c_says_how_to_go_on(tmp_path: Path) -> None:
    archive(tmp_path / "a.jsonl", ["xyzzy"] * 60 + ["xyzsleeps"])
    client = begun(tmp_path, "out", "size=20")
    while client.poll() is None and not list(tmp_path.glob("out/parts/*.arrow")):
        time.sleep(0.01)
    client.send_signal(signal.SIGINT)
    told = client.communicate(timeout=30)[1]
    assert "parts written; go on with --resume" in told
    assert client.returncode != 0


def test_a_cluster_of_which_any_part_is_killed_gives_the_same_bytes() -> None:
    few = ["--documents", "60", "--select", "X", "--retries", "0", "--workers", "2", "--short"]
    ran = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "cluster.py"), *few], capture_output=True, text=True, check=False, timeout=300
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.count("60 documents, 57 findings, 3 failures") == 4
    assert ran.stderr.count("the scheduler is gone; ") == 1
