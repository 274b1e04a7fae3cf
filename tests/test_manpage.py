"""The manual page is that of the command line as it is, and one that man can show."""

from __future__ import annotations

import argparse
import os
import runpy
import subprocess
from collections.abc import Iterator

from newslint.cli.arguments import parser
from tests.project import ROOT
from tests.tools import program

PAGE = ROOT / "docs" / "newslint.1"


def test_the_page_is_current() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "manpage.py"))["page"]()
    assert PAGE.read_text(encoding="utf-8") == made, "python scripts/manpage.py"


def test_man_shows_it() -> None:
    env = os.environ | {"MANWIDTH": "100", "LC_ALL": "C.UTF-8", "MANROFFOPT": "-ww"}
    done = subprocess.run([program("man"), "-l", PAGE], env=env, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    text = " ".join(done.stdout.split())
    for action in actions(parser("rules")):
        assert action.help, action.dest
        for flag in action.option_strings:
            assert f" {flag}" in text
    for title in ("NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "EXIT STATUS", "FILES", "ENVIRONMENT", "EXAMPLES"):
        assert f"\n{title}\n" in done.stdout
    assert r"\-" not in text


def actions(of: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for sub in action.choices.values():
                yield from actions(sub)
        elif action.help != argparse.SUPPRESS and action.dest not in ("help", "version"):
            yield action
