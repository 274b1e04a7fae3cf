"""The command line as it is: a process of its own, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

RULE = """\
id: {id}
code: {code}
title: The word {id}
check: pattern
severity: {severity}
options: {{phrases: [{id}], in-quotes: true}}
message: The word “{{found}}” was found.
why: To have something to find.
examples:
  - bad: <<{id}>>
  - good: omega
  - good: psi
"""


@dataclass(frozen=True)
class Done:
    """What a command printed and how it ended."""

    out: str
    err: str
    status: int

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """``run("check", "draft.txt", given="...")``: the words after ``newslint``, and standard input as text or bytes."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("NEWSLINT")} | {"COLUMNS": "100"}

    def run(*words: str, given: str | bytes = b"", folder: Path = tmp_path) -> Done:
        command = [sys.executable, "-m", "newslint", *words]
        given = given.encode() if isinstance(given, str) else given
        done = subprocess.run(command, cwd=folder, env=env, input=given, capture_output=True, check=False, timeout=120)
        assert b"Traceback" not in done.stderr or done.returncode == 3, done.stderr.decode()
        return Done(done.stdout.decode(), done.stderr.decode(), done.returncode)

    return run


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Three rules of a desk's own, one for each severity, and a draft that breaks each of them."""
    rules = tmp_path / "rules"
    rules.mkdir()
    for id_, code, severity in (("alpha", "Z101", "error"), ("beta", "Z102", "warning"), ("gamma", "Z201", "info")):
        (rules / f"{id_}.yaml").write_text(RULE.format(id=id_, code=code, severity=severity))
    (tmp_path / ".newslint.yaml").write_text("select: [Z]\nrules-path: [rules]\n")
    (tmp_path / "draft.txt").write_text("alpha beta gamma\n")
    return tmp_path
