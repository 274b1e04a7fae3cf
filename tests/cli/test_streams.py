"""Standard streams that are full or closed: one clear line and exit status 2, never a traceback, and nothing written elsewhere."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.errors import unwritten

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="a shell, and a disk that is always full")

FULL = "newslint: standard output cannot be written: No space left on device\n"
CLOSED = "newslint: standard output cannot be written: Bad file descriptor\n"
MISSING = "newslint: missing.txt: cannot be read: No such file or directory\n"
SEEN = "draft.txt:1:17: T108 “of” stands twice. (leftover-mark)\n"
DRAFT = "draft.txt --select T108"

STREAMS = [
    (f"{DRAFT} > /dev/full", 2, FULL),
    (f"{DRAFT} >&-", 2, CLOSED),
    (f"{DRAFT} missing.txt >&-", 2, MISSING + CLOSED),
    (f"{DRAFT} >&- 2>&-", 2, ""),
    (f"{DRAFT} 2>&-", 1, SEEN),
    (f"{DRAFT} missing.txt 2>&-", 2, SEEN),
    (f"{DRAFT} missing.txt 2> /dev/full", 2, SEEN),
    (f"{DRAFT} <&-", 1, SEEN),
    (f"{DRAFT} >&- --format json --output-file out.json", 1, ""),
    ("--help > /dev/full", 2, FULL),
    ("--version >&-", 2, CLOSED),
    ("- --select T108 <&-", 0, "newslint: stdin.txt: is empty\n"),
]


@pytest.mark.parametrize(("words", "status", "said"), STREAMS)
def test_streams_that_are_full_or_closed(tmp_path: Path, words: str, status: int, said: str) -> None:
    (tmp_path / "draft.txt").write_text("It was the name of of a town.\n", encoding="utf-8")
    line = f"{shlex.quote(sys.executable)} -m newslint {words}"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    environment |= {"NEWSLINT_SERVE": "off", "NEWSLINT_CACHE_DIR": str(tmp_path / "cache")}
    for _ in range(2):  # the second time perhaps from what was kept
        done = subprocess.run(["sh", "-c", line], cwd=tmp_path, env=environment, capture_output=True, check=False)
        assert (done.returncode, (done.stdout + done.stderr).decode()) == (status, said)


def test_a_reader_that_leaves_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("It was the name of of a town.\n\n" * 3000, encoding="utf-8")
    line = f"{{ {shlex.quote(sys.executable)} -m newslint {DRAFT} --no-cache --max-per-rule 0; echo $? >&2; }} | head -c 1"
    done = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"d", b"0\n")


def test_a_file_that_cannot_be_written_is_another_matter() -> None:
    assert not unwritten(OSError(28, "No space left on device", "out.txt"))
    assert not unwritten(ValueError())
    assert unwritten(OSError(28, "No space left on device"))
