"""``newslint rules`` and ``newslint explain``: the rules, for those who read and write them. A module a verb."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path

VERBS = {"list": "listing", "test": "testing", "try": "trying", "new": "new", "docs": "pages", "schema": "schemas"}


def rules(args: argparse.Namespace) -> int:
    module = import_module(f"newslint.cli.rules.{VERBS[args.verb]}")
    return int(module.run(args))


def explain(args: argparse.Namespace) -> int:
    from newslint import docs
    from newslint.cli.setup import Linters

    print(docs.page(Linters(args, rules=False).of(Path()).rule(args.rule), plain=True))
    return 0
