"""The command line: one function a subcommand, each returning the exit status."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from newslint.cli.arguments import COMMANDS, parsed
from newslint.errors import InputError, NewslintError, UsageError, unwritten

if TYPE_CHECKING:
    from newslint.run.keeping import Kept

CLEAN, MENDABLE, OURS = 0, 2, 3

_FUNCTIONS = {
    "check": "check:check",
    "sources": "sources:sources",
    "inspect": "inspect:inspect",
    "explain": "rules:explain",
    "rules": "rules:rules",
    "plugins": "about:plugins",
    "doctor": "about:doctor",
    "lsp": "lsp:lsp",
    "serve": "serve:serve",
    "cache": "cache:cache",
    "corpus": "corpus:corpus",
    "completions": "completions:completions",
}
"""Where each command is, as ``module:name``: imported when called, so that each pays for itself alone."""


def run(words: list[str], kept: Kept | None = None) -> int:
    """Run one command line; 0 clean, 1 findings, 2 the user's to mend, 3 ours. ``kept`` is what a warm process has kept."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        args = parsed(_with_command(words))
        if args.version:
            from newslint import __version__

            print(f"newslint {__version__}")
            return CLEAN
        args.kept = kept
        _refuse_nowhere()
        return _command(args.command)(args)
    except NewslintError as fault:
        for one in fault.every if isinstance(fault, InputError) else (fault,):
            print(f"newslint: {one}", file=sys.stderr)
        return MENDABLE
    except KeyboardInterrupt:
        from newslint.cli.progress import hide

        hide()
        return 130
    except Exception as fault:
        if unwritten(fault):  # said when the process ends
            raise
        import traceback

        traceback.print_exc()
        print("newslint: this is a fault of newslint, not of your text; please report it with the lines above", file=sys.stderr)
        return OURS


def _with_command(words: list[str]) -> list[str]:
    """``newslint draft.txt`` means ``newslint check draft.txt``."""
    if words and (words[0] in COMMANDS or words[0] in ("-h", "--help", "--version")):
        return words
    if words and words[0].isalpha():
        _refuse_slip(words[0])
    return ["check", *words] if words else ["--help"]


def _refuse_nowhere() -> None:
    """Say so where the current folder was removed: no path leads anywhere from there."""
    try:
        os.getcwd()  # noqa: PTH109
    except OSError as fault:
        raise UsageError(f"the current folder cannot be found ({fault.strerror}); go to another one") from None


def _refuse_slip(word: str) -> None:
    """Name the command that is meant by a word that is neither one nor a draft."""
    from pathlib import Path

    from newslint.paths import is_there
    from newslint.typedyaml import closest

    if (close := closest(word, COMMANDS)) and not is_there(Path(word)):
        raise UsageError(f"no command and no file is called {word!r}; did you mean 'newslint {close}'?")


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    from newslint.kept import methods

    methods.keep()
    module, function = _FUNCTIONS[name].split(":")
    command: Callable[[argparse.Namespace], int] = getattr(import_module(f"newslint.cli.{module}"), function)
    return command
