"""``newslint rules schema``: what editors complete rule files and configurations by."""

from __future__ import annotations

import argparse
from pathlib import Path

from newslint import schema
from newslint.cli.rules import chosen
from newslint.cli.setup import Linters
from newslint.cli.streams import writing
from newslint.paths import is_file


def run(args: argparse.Namespace) -> int:
    """Print one schema, or write both into a folder; with ``--check`` only say which are out of date: 1 if any."""
    linters = Linters(args)
    linter, rules = chosen.every(linters)
    made = schema.texts(linter.checks, rules)
    if args.which:
        print(made[f"{args.which}.schema.json"], end="")
        return linters.status
    stale = [name for name, text in made.items() if not _is(args.out / name, text)]
    for name in stale:
        if args.check:
            print(f"{args.out / name} is not as 'newslint rules schema --out {args.out}' writes it")
        else:
            with writing(args.out / name):
                args.out.mkdir(parents=True, exist_ok=True)
                (args.out / name).write_text(made[name], encoding="utf-8")
            print(f"{args.out / name} written")
    return linters.status or int(bool(stale) and args.check)


def _is(path: Path, text: str) -> bool:
    return is_file(path) and path.read_text(encoding="utf-8", errors="replace") == text
