"""``newslint rules test``: the examples of rules, and what they leave unsaid."""

from __future__ import annotations

import argparse
from pathlib import Path

from newslint import facts
from newslint.cli.progress import counted, watched
from newslint.cli.rules import chosen
from newslint.cli.setup import Linters
from newslint.linter import Linter
from newslint.rule import Rule


def run(args: argparse.Namespace) -> int:
    """Each thing wrong is a line; 1 if there was any, 2 for a file that cannot be used."""
    linters = Linters(args, rules=not args.paths)
    if args.paths:
        linter = linters.of(Path())
        rules = chosen.at(args.paths, linters, linter)
        return tested(rules, linters, linter, tables=[])
    linter, rules = chosen.every(linters)
    return tested(rules, linters, linter, tables=[*sorted(facts.TABLES.glob("*.yaml")), *linter.config.facts])


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
    print(f"{counted(len(rules), 'rule')}, {counted(examples, 'example')}, {len(wrong)} failed")
    return 2 if linters.failed else 1 if wrong else 0
