"""``newslint rules test``: the examples of rules, what they leave unsaid, and tables of facts."""

from __future__ import annotations

import argparse
from dataclasses import fields
from pathlib import Path

from newslint import facts
from newslint.cli.progress import counted, watched
from newslint.cli.rules import chosen
from newslint.cli.setup import Linters
from newslint.linter import Linter
from newslint.rule import Rule
from newslint.rulefile import files


def run(args: argparse.Namespace) -> int:
    """Each thing wrong is a line; 1 if there was any, 2 for a file that cannot be used."""
    linters = Linters(args, rules=not args.paths)
    if args.paths:
        linter, given = linters.of(Path()), files(args.paths)
        tables = [path for path in given if _is_table(path)]
        rules = chosen.at([path for path in given if path not in tables], linters, linter)
        return tested(rules, linters, linter, tables)
    linter, rules = chosen.every(linters)
    return tested(rules, linters, linter, tables=[*sorted(facts.TABLES.glob("*.yaml")), *linter.config.facts])


def _is_table(path: Path) -> bool:
    """Whether a file holds house facts and not a rule."""
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return False
    keys = {line.partition(":")[0] for line in text.splitlines() if ":" in line}
    return "id" not in keys and not keys.isdisjoint(field.name for field in fields(facts.Table))


def tested(rules: list[Rule], linters: Linters, linter: Linter, tables: list[Path]) -> int:
    """Run the examples of these rules, and look over these tables of facts."""
    from newslint.testing import failures, remarks

    wrong: list[str] = []
    notes: list[str] = []
    for rule in watched(rules, "rules"):
        failed = [*failures(rule, linter)]
        wrong += failed
        notes += [] if failed else remarks(rule, linter)  # first things first
    wrong += facts.lint(tables) if tables else []
    for line in wrong:
        print(line)
    for line in notes:
        print(f"{line} (a note)")
    examples = sum(len(rule.examples) for rule in rules)
    what = [counted(len(rules), "rule"), counted(examples, "example")] + ([counted(len(tables), "table")] if tables else [])
    print(f"{', '.join(what)}, {len(wrong)} failed")
    return 2 if linters.failed else 1 if wrong else 0
