"""What bash, zsh and fish complete, asked of the shells themselves."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.tools import program

Complete = Callable[[Path, str, set[str]], set[str]]
"""The words that a shell offers for the last word of a line, in a folder with its script; these are wanted."""

BASH = """\
source ./newslint.bash
COMP_WORDS=($1)
[[ "$1" == *' ' ]] && COMP_WORDS+=("")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE="$1" COMP_POINT=${#1}
_shtab_newslint newslint "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""

ZSH = "fpath=($PWD $fpath); autoload -Uz compinit; compinit -D -u; LISTMAX=1000; bindkey '^I' list-choices; clear; PS1=rea''dy:\n"
CODES = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|[=>])|\r")


def by_bash(folder: Path, line: str, _: set[str]) -> set[str]:
    words = [program("bash"), "--norc", "-c", BASH, "bash", line]
    return set(subprocess.run(words, cwd=folder, capture_output=True, text=True, check=True).stdout.split())


def by_fish(folder: Path, line: str, _: set[str]) -> set[str]:
    words = [program("fish"), "--no-config", "-c", f"source newslint.fish; complete -C '{line}'"]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=True, env=os.environ | {"HOME": str(folder)})
    return {row.split("\t")[0] for row in done.stdout.splitlines()}


def by_zsh(folder: Path, line: str, wanted: set[str]) -> set[str]:
    """As somebody at a terminal does: the line, the tab key, and what is then listed below it, until all that is wanted is."""
    at, end = pty.openpty()
    env = os.environ | {"TERM": "xterm", "COLUMNS": "500", "LINES": "1000", "HOME": str(folder)}
    shell = subprocess.Popen(
        [program("zsh"), "-f", "-i"], cwd=folder, env=env, stdin=end, stdout=end, stderr=end, start_new_session=True
    )
    os.close(end)
    try:
        os.write(at, f"stty rows 1000 cols 500; {ZSH}".encode())
        _shown(at, lambda words: "ready:" in words)
        os.write(at, f"{line}\t".encode())
        return _shown(at, wanted.issubset)
    finally:
        shell.kill()
        shell.wait()
        os.close(at)


def _shown(at: int, enough: Callable[[set[str]], bool]) -> set[str]:
    """The words that come from the terminal until they are enough, or nothing more comes."""
    shown, words = b"", set[str]()
    while not enough(words) and select.select([at], [], [], 60)[0]:
        shown += os.read(at, 65536)
        words = {*CODES.sub(" ", shown.decode(errors="replace")).replace("\x07", "").split()}
    return words


OFFERED = {
    "newslint ": {"check", "sources", "inspect", "explain", "rules", "completions"},
    "newslint check --format ": {"sarif", "junit", "github", "gitlab", "terminal"},
    "newslint explain ": {"Z101", "alpha"},
    "newslint check --select Z2": {"Z201"},
    "newslint check draft.txt --ext": {"--extend-select", "--extend-ignore"},
    "newslint check dr": {"draft.txt"},
    "newslint draft.txt --for": {"--format"},
}
SLOW = 4
"""zsh waits for a terminal, so it is asked the first few; behind a draft without a command it knows no options."""


@pytest.mark.skipif(sys.platform == "win32", reason="no such shells")
@pytest.mark.parametrize(("shell", "by", "lines"), [("bash", by_bash, 7), ("fish", by_fish, 7), ("zsh", by_zsh, SLOW)])
def test_shells_complete(shell: str, by: Complete, lines: int, run: Run, desk: Path) -> None:
    program(shell)
    done = run("completions", shell)
    assert (done.status, done.err) == (0, "")
    (desk / ("_newslint" if shell == "zsh" else f"newslint.{shell}")).write_text(done.out, encoding="utf-8")
    for line, offered in list(OFFERED.items())[:lines]:
        assert offered <= by(desk, line, offered), line


def test_a_shell_that_we_do_not_know_is_said(run: Run) -> None:
    done = run("completions", "tcsh")
    assert done.status == 2
    assert "'bash', 'zsh', 'fish'" in done.err
