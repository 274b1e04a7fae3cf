"""The manual: a page for each rule and an index by family, in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from newslint.docs.listing import cost
from newslint.docs.rulepage import page
from newslint.rule import Rule

OURS = "<!-- Written by `newslint rules docs` from the rule file; change that. -->\n\n"
"""The first line of every page, so that one whose rule is gone can be taken away."""

INDEX = "README.md"


def pages(rules: Iterable[Rule]) -> Mapping[str, str]:
    """The text of every page by the name of its file."""
    rules = sorted(rules, key=lambda rule: (rule.code, rule.id))
    return {INDEX: OURS + _index(rules)} | {f"{rule.id}.md": f"{OURS}{page(rule)}\n" for rule in rules}


def differing(folder: Path, wanted: Mapping[str, str]) -> Iterator[str]:
    """The names of pages in a folder that are missing, out of date, or of no rule."""
    for name, text in sorted(wanted.items()):
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            yield name
    for path in sorted(folder.glob("*.md")):
        if path.name not in wanted and path.read_text(encoding="utf-8", errors="replace").startswith(OURS):
            yield path.name


def write(folder: Path, wanted: Mapping[str, str]) -> list[str]:
    """Bring the pages of a folder up to date; what changed. Files that we did not write are left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = [*differing(folder, wanted)]
    for name in changed:
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (folder / name).unlink()
    return changed


def _index(rules: Sequence[Rule]) -> str:
    parts = ["# The rules"]
    for letter, family in groupby(rules, key=lambda rule: rule.code[0]):
        group = list(family)
        folder = group[0].path.parent.name if group[0].path else ""
        rows = ["| code | rule | severity | needs | |", "|---|---|---|---|---|", *map(_row, group)]
        parts += [f"## {letter} {folder}", "\n".join(rows)]
    return "\n\n".join(parts) + "\n"


def _row(rule: Rule) -> str:
    severity = f"{rule.gravest} (draft)" if rule.status == "draft" else rule.gravest
    title = rule.title.replace("|", "\\|")
    return f"| {rule.code} | [{rule.id}]({rule.id}.md) | {severity} | {cost(rule)} | {title} |"
