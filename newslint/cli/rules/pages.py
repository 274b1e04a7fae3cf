"""``newslint rules docs``: the manual, written from the rule files."""

from __future__ import annotations

import argparse

from newslint import docs
from newslint.cli.rules import chosen
from newslint.cli.setup import Linters
from newslint.cli.streams import writing


def run(args: argparse.Namespace) -> int:
    """Write the pages; with ``--check`` only say which are out of date: 1 if any."""
    linters = Linters(args)
    _, rules = chosen.every(linters, args.select)
    wanted = docs.pages(rules)
    if args.check:
        with writing(args.out):
            stale = [*docs.differing(args.out, wanted)]
        for name in stale:
            print(f"{args.out / name} is not as 'newslint rules docs --out {args.out}' writes it")
        return linters.status or int(bool(stale))
    with writing(args.out):
        changed = docs.write(args.out, wanted)
    print(f"{len(wanted)} pages in {args.out}, {len(changed)} changed")
    return linters.status
