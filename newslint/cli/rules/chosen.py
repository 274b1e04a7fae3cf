"""The rules that a command line means."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from newslint.cli.setup import Linters
from newslint.config import Config
from newslint.errors import RuleFileError
from newslint.linter import Linter
from newslint.rule import Rule
from newslint.rulefile import files
from newslint.select import Selection


def every(linters: Linters, select: Iterable[list[str]] | None = None) -> tuple[Linter, list[Rule]]:
    """All rules, the desk's own among them, or those that ``--select`` names; what is wrong with others is said."""
    linter = linters.of(Path())
    for fault in linter.faults:
        linters.complain(fault)
    chosen = linter.rules
    if words := tuple(chain.from_iterable(select or ())):
        selection = Selection.of(Config(select=words), chosen)
        chosen = [rule for rule in chosen if selection.wants(rule, "")]
    return linter, chosen


def at(paths: Iterable[Path], linters: Linters, linter: Linter) -> list[Rule]:
    """The rules in these files and folders; what is wrong with others is said."""
    found, wanted = [], files(paths)
    taken = {key: head.path for head in reversed(linter.heads) for key in (head.id, head.code) if key}
    for path in wanted:
        try:
            rule = linter.rule_in(path, beside=wanted)
            for key in (rule.id, rule.code):
                if taken.setdefault(key, path).resolve() != path.resolve():
                    raise RuleFileError(f"{key} is already taken by {taken[key]}", path=path)
            found.append(rule)
        except RuleFileError as problem:
            linters.complain(problem)
    return found
