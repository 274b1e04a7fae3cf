"""The command line in a folder of its own.

Starting Python and importing newslint costs more than most of these tests, so ``run`` calls the
function that the console script calls; ``process`` is for what only a process of its own can show.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from newslint import cli

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
  - bad: “<<{id}>>”
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
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """``run("check", "draft.txt", given="...")``: the words after ``newslint``, and standard input as text or bytes."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("NEWSLINT_PLUGINS", raising=False)

    def run(*words: str, given: str | bytes = b"") -> Done:
        streams = [io.TextIOWrapper(io.BytesIO(given.encode("utf-8", "surrogateescape") if isinstance(given, str) else given))]
        streams += [io.TextIOWrapper(io.BytesIO(), newline="\n") for _ in range(2)]
        with monkeypatch.context() as patch:
            for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
                patch.setattr(sys, name, stream)
            try:
                status = cli.run(list(words))
            except SystemExit as leaving:  # --help
                status = int(leaving.code or 0)
        out, err = (_written(stream) for stream in streams[1:])
        assert "Traceback" not in err, err
        return Done(out, err, status)

    return run


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode()  # type: ignore[attr-defined, no-any-return]


@pytest.fixture
def process(tmp_path: Path) -> Run:
    """The same in a process of its own, with these additions to its environment."""

    def process(*words: str, given: str | bytes = b"", **environment: str) -> Done:
        command = [sys.executable, "-m", "newslint", *words]
        given = given.encode() if isinstance(given, str) else given
        env = os.environ | environment
        done = subprocess.run(command, cwd=tmp_path, env=env, input=given, capture_output=True, check=False, timeout=200)
        return Done(done.stdout.decode(), done.stderr.decode(), done.returncode)

    return process


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
