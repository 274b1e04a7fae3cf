"""Colour, the bar of a long run, and what is said of a slip: what somebody at a terminal sees."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run

BAR = re.compile(r"[━╌]{24}  \d+ of \d+ drafts")
WIPED = "\r\x1b[K"
SLOW = "newslint.cli.progress"
QUICKLY = f"import {SLOW} as p; p.LONG = p.OFTEN = 0.0; import sys; from newslint.cli import run; sys.exit(run(sys.argv[1:]))"
"""newslint as always, but that it calls any run a long one."""


def watched(folder: Path, *words: str, stop: bool = False, out: bool = True, **env: str) -> tuple[str, str, int]:
    """What a terminal got, what a pipe instead of standard output got, and the exit status; ``stop`` presses Ctrl-C at the bar."""
    at, end = pty.openpty()
    command = [sys.executable, "-c", QUICKLY, "check", "--no-plugins", *words]
    done = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | {"TERM": "xterm"} | env,
        stdin=end,
        stderr=end,
        stdout=end if out else subprocess.PIPE,
    )
    os.close(end)
    shown, until = b"", time.monotonic() + 60
    while time.monotonic() < until:
        try:
            shown += os.read(at, 65536)
        except OSError:  # the other end is closed
            break
        if stop and BAR.search(shown.decode(errors="ignore")):
            done.send_signal(signal.SIGINT)
            stop = False
    piped = done.stdout.read().decode() if done.stdout else ""
    status = done.wait(60)
    os.close(at)
    return shown.decode().replace("\r\n", "\n"), piped, status


def seen(shown: str) -> str:
    """What stays on the terminal: of a line that is wiped away, nothing."""
    return "\n".join(line.rsplit(WIPED, 1)[-1] for line in shown.split("\n"))


@pytest.fixture
def drafts(desk: Path) -> Path:
    for number in range(8):
        (desk / f"draft{number}.txt").write_text("alpha\n")
    return desk


def test_a_bar_is_shown_and_gone(drafts: Path) -> None:
    shown, _, status = watched(drafts, ".", "gone.txt", "--format", "flake8")
    assert status == 2
    assert BAR.search(shown)
    expected = [
        "draft.txt:1:1: Z101 The word “alpha” was found. (alpha)",
        "draft.txt:1:7: Z102 The word “beta” was found. (beta)",
    ]
    expected += [f"draft{number}.txt:1:1: Z101 The word “alpha” was found. (alpha)" for number in range(8)]
    assert seen(shown).splitlines() == [*expected, "newslint: gone.txt: cannot be read: No such file or directory"]


def test_no_bar_where_nobody_looks(drafts: Path, process: Run) -> None:
    shown, piped, _ = watched(drafts, ".", out=False)
    assert seen(shown) == ""
    assert len(piped.splitlines()) == 10
    assert "\x1b" not in piped
    assert process("check", ".").err == ""
    for words, env in ((("draft1.txt",), {}), ((".",), {"TERM": "dumb"}), ((".", "--diff"), {})):
        assert not BAR.search(watched(drafts, *words, **env)[0])


def test_documents_of_a_batch_are_counted(drafts: Path) -> None:
    (drafts / "batch.jsonl").write_text('{"id": "a", "text": "alpha"}\n' * 3)
    shown, piped, _ = watched(drafts, "--batch", "batch.jsonl", out=False)
    assert "2 documents" in shown
    assert seen(shown) == ""
    assert len(piped.splitlines()) == 3


def test_ctrl_c_leaves_the_terminal_clean(drafts: Path) -> None:
    for number in range(900):  # it must not be through before we have seen the bar
        (drafts / f"more{number}.txt").write_text("omega\n")
    shown, _, status = watched(drafts, ".", stop=True, out=False)
    assert status == 130
    assert shown.endswith(WIPED)
    assert "Traceback" not in shown


COLORED = {
    "never": ((), {"NO_COLOR": ""}, False),
    "always": (("--color", "always"), {}, True),
    "always beats NO_COLOR": (("--color", "always"), {"NO_COLOR": "1"}, True),
    "FORCE_COLOR": ((), {"FORCE_COLOR": "1"}, True),
    "NO_COLOR beats FORCE_COLOR": ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    "never beats FORCE_COLOR": (("--color", "never"), {"FORCE_COLOR": "1"}, False),
}


@pytest.mark.parametrize("case", COLORED)
@pytest.mark.parametrize("command", [("check",), ("sources", "--source", "draft.txt"), ("inspect",), ("rules", "try", "alpha")])
def test_colour(case: str, command: tuple[str, ...], run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words, env, colored = COLORED[case]
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    given = ("--on", "draft.txt") if "try" in command else ("draft.txt", "--format", "terminal")
    assert ("\x1b[" in run(*command, *given, *words).out) == colored


def test_colour_at_a_terminal(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    assert "\x1b[" in watched(desk, "draft.txt")[0]
    for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in watched(desk, "draft.txt", **env)[0]
    assert "\x1b" not in watched(desk, "draft.txt", "--color", "never")[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("chekc draft.txt", "no command and no file is called 'chekc'; did you mean 'newslint check'?"),
        ("draft.txt --formt json", "unrecognized arguments: --formt json; did you mean --format? (see 'newslint check --help')"),
        ("inspect --no-such draft.txt", "(see 'newslint inspect --help')"),
        (
            "rules list --selct Z1",
            "unrecognized arguments: --selct Z1; did you mean --select? (see 'newslint rules list --help')",
        ),
        ("corpus index --out a --updaet", "did you mean --update? (see 'newslint corpus index --help')"),
        ("draft.txt --format sariff", "no format is called 'sariff'; did you mean 'sarif'?"),
        ("explain alhpa", "no rule is called 'alhpa'; did you mean 'alpha'?"),
        ("draft.txt --select K7", "'newslint rules list' names them all"),
    ],
)
def test_a_slip_is_told_with_what_was_meant(words: str, said: str, run: Run, desk: Path) -> None:
    done = run(*words.split())
    assert (done.status, done.out) == (2, "")
    assert said in done.err


def test_a_draft_may_be_called_like_a_slip(run: Run, desk: Path) -> None:
    (desk / "chekc").write_text("alpha\n")
    assert run("chekc").status == 1
