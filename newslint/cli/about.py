"""``newslint explain``, ``rules``, ``plugins`` and ``doctor``: newslint about itself."""

from __future__ import annotations

import argparse
from pathlib import Path

from newslint import docs
from newslint.cli.setup import Linters
from newslint.errors import NewslintError, RuleFileError
from newslint.linter import Linter
from newslint.rule import Rule
from newslint.rulefile import files


def explain(args: argparse.Namespace) -> int:
    print(docs.page(Linters(args).of(Path()).rule(args.rule), plain=True))
    return 0


def rules(args: argparse.Namespace) -> int:
    linters = Linters(args)
    linter = linters.of(Path())
    if args.verb == "list":
        for rule in linter.rules:
            fared = f"{rule.measured.right}/{rule.measured.judged}" if rule.measured else ""
            print(f"{rule.code}  {rule.gravest:<8}{rule.id:<28}{fared:<7}{rule.title}")
        return 2 if linters.failed else 0
    return _test(args.paths, linters, linter)


def _test(paths: list[Path], linters: Linters, linter: Linter) -> int:
    """Run the examples of these files; each thing wrong is a line. 1 if any failed."""
    from newslint.testing import failures

    chosen = linter.rules
    if paths:
        chosen = list(_at(paths, linters, linter))
    wrong = [line for rule in chosen for line in failures(rule, linter)]
    for line in wrong:
        print(line)
    examples = sum(len(rule.examples) for rule in chosen)
    print(f"{len(chosen)} rules, {examples} examples, {len(wrong)} failed")
    return 2 if linters.failed else 1 if wrong else 0


def _at(paths: list[Path], linters: Linters, linter: Linter) -> list[Rule]:
    from newslint.rulefile import load

    found = []
    for path in files(paths):
        try:
            found.append(load(path, linter.checks))
        except RuleFileError as problem:
            linters.complain(problem)
    return found


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
