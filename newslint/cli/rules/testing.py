"""``newslint rules test``: the examples of rules, what they leave unsaid, and tables of facts."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

from newslint import facts
from newslint.cli.progress import counted, watched
from newslint.cli.rules import chosen
from newslint.cli.setup import Linters
from newslint.errors import InputError
from newslint.kept.regexes import compiled
from newslint.linter import Linter
from newslint.rule import Rule
from newslint.rulefile import RuleText, files
from newslint.typedyaml import closest
from newslint.words import listed


def run(args: argparse.Namespace) -> int:
    """Each thing wrong is a line; 1 if there was any, 2 for a file that cannot be used."""
    linters = Linters(args, rules=not args.paths)
    if args.paths:
        linter, given = linters.of(Path()), [*_given(args.paths, linters)]
        tables = [path for path in given if _is_table(path)]
        rules = chosen.at([path for path in given if path not in tables], linters, linter)
        return tested(rules, linters, linter, tables)
    linter, rules = chosen.every(linters)
    return tested(rules, linters, linter, tables=[*sorted(facts.TABLES.glob("*.yaml")), *linter.config.facts])


def _given(paths: list[Path], linters: Linters) -> Iterator[Path]:
    """The files named and those in folders named; what is neither a rule nor a table, and a folder without any, is said."""
    for path in paths:
        found = files([path])
        if not found:
            linters.complain(InputError("holds no rule file (.yaml, .yml)", path=path))
        for file in found:
            keys = _keys(file)
            if keys and keys.isdisjoint(_RULE) and not _is_table(file):
                linters.complain(InputError(f"is neither a rule nor a table of facts: its keys are {_said(keys)}", path=file))
            else:
                yield file


_TABLE = frozenset(field.name for field in fields(facts.Table))
_RULE = frozenset(field.name.replace("_", "-") for field in fields(RuleText))
_KEY = compiled(r"([\w-]+):(?:\s|$)")
_FEW = 5


def _said(keys: Iterable[str]) -> str:
    return listed(sorted(keys)[:_FEW])


def _keys(path: Path) -> set[str]:
    """The keys of a file that stand at the left, as a quick look finds them."""
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return set()
    return {found[1] for line in text.splitlines() if (found := _KEY.match(line))}


def _is_table(path: Path) -> bool:
    """Whether a file holds house facts and not a rule, or means to: a key may be misspelt."""
    keys = _keys(path)
    return keys.isdisjoint(_RULE) and any(closest(key, _TABLE) for key in keys)


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
