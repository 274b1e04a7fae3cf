"""``newslint completions``: what bash, zsh and fish complete on the command line, made from its own words."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from newslint.cli import arguments
from newslint.cli.setup import Linters
from newslint.inspection import LAYERS
from newslint.ledger import VERDICTS
from newslint.linter import Linter

FILES = ("annotate", "baseline", "batch", "config", "facts", "files", "on", "output_file", "path", "paths", "source", "sources")
FOLDERS = ("out", "sources_dir")
"""What options and arguments take, by the names that argparse gives them."""


def completions(args: argparse.Namespace) -> int:
    """Print the script for a shell; rules and formats are those of the configuration here."""
    import shtab

    top = arguments.parser("rules")
    linter = Linters(args).of(Path())
    words = _words(linter)
    checking = _commands(top)["check"]
    for action in checking._actions:  # a draft without a command is checked
        if action.option_strings and action.dest not in ("help", "version"):
            top._add_action(action)
    for action in chain.from_iterable(parser._actions for parser in _parsers(top)):
        if action.dest in words and not action.choices:
            action.choices = words[action.dest]
        elif action.dest in (*FILES, *FOLDERS):
            action.complete = shtab.FILE if action.dest in FILES else shtab.DIRECTORY  # type: ignore[attr-defined]
    print(shtab.complete(top, args.shell))
    return 0


def _words(linter: Linter) -> dict[str, list[str]]:
    """What else they take, in so far as it can be counted."""
    heads = [head for head in linter.heads if head.id and head.code]
    rules = sorted({head.code for head in heads} | {head.id for head in heads})
    formats = sorted({name for group in linter.manager.hook.newslint_reporters() for name in group})
    chosen = {key: ["ALL", *rules] for key in ("select", "ignore", "extend_select", "extend_ignore")}
    return {**chosen, "rule": rules, "format": formats, "layers": [*LAYERS], "only": [*VERDICTS]}


def _parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for sub in _commands(parser).values():
        yield from _parsers(sub)


def _commands(parser: argparse.ArgumentParser) -> dict[str, Any]:
    subs = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return {name: sub for action in subs for name, sub in action.choices.items()}
