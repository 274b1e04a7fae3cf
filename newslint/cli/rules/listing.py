"""``newslint rules list``."""

from __future__ import annotations

import argparse

from newslint import docs
from newslint.cli.rules import chosen
from newslint.cli.setup import Linters


def run(args: argparse.Namespace) -> int:
    linters = Linters(args)
    _, rules = chosen.every(linters, args.select)
    print(docs.listed(rules, args.format))
    return linters.status
