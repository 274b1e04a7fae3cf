"""``newslint plugins`` and ``doctor``: newslint about itself."""

from __future__ import annotations

import argparse
from pathlib import Path

from newslint import docs
from newslint.cli.setup import Linters
from newslint.errors import NewslintError
from newslint.linter import Linter


def plugins(args: argparse.Namespace) -> int:
    linter = Linters(args).of(Path())
    for name, plugin in sorted(linter.manager.list_name_plugin()):
        print(f"{name}  ({getattr(plugin, '__file__', None) or plugin})")
        for line in docs.added(linter.manager, plugin, linter.config):
            print(f"    {line}")
    return 0


def doctor(args: argparse.Namespace) -> int:
    from newslint import doctor as examine

    linter: Linter | None = None
    fault = ""
    try:
        linter = Linters(args).of(Path())
    except NewslintError as problem:
        fault = str(problem)
    rows = examine.report(linter, fault)
    for row in rows:
        mark = "ok  " if row.ok else "MEND"
        print(f"{mark}  {row.name:<24}{row.value}" + (f"\n      {' ' * 24}{row.mend}" if row.mend and not row.ok else ""))
    return 0 if all(row.ok for row in rows) else 2
