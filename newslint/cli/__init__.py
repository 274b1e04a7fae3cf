"""The command line: one function a subcommand, each returning the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from newslint.cli.arguments import COMMANDS, parsed
from newslint.errors import InputError, NewslintError, UsageError, unwritten

if TYPE_CHECKING:
    from newslint.run.keeping import Kept

CLEAN, FINDINGS, MENDABLE, OURS = 0, 1, 2, 3


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


def _refuse_slip(word: str) -> None:
    """Name the command that is meant by a word that is neither one nor a draft."""
    from pathlib import Path

    from newslint.paths import is_there
    from newslint.typedyaml import closest

    if (close := closest(word, COMMANDS)) and not is_there(Path(word)):
        raise UsageError(f"no command and no file is called {word!r}; did you mean 'newslint {close}'?")


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    """Imported when called, so that each command pays for itself alone."""
    from newslint.kept import methods

    methods.keep()
    if name == "check":
        from newslint.cli.check import check

        return check
    if name == "sources":
        from newslint.cli.sources import sources

        return sources
    if name == "inspect":
        from newslint.cli.inspect import inspect

        return inspect
    if name == "lsp":
        from newslint.cli.lsp import lsp

        return lsp
    if name == "serve":
        from newslint.cli.serve import serve

        return serve
    if name == "cache":
        from newslint.cli.cache import cache

        return cache
    if name == "corpus":
        from newslint.cli.corpus import corpus

        return corpus
    if name == "completions":
        from newslint.cli.completions import completions

        return completions
    if name in ("explain", "rules"):
        from newslint.cli import rules

        return rules.explain if name == "explain" else rules.rules
    from newslint.cli import about

    return about.plugins if name == "plugins" else about.doctor
