"""Rules as SARIF has them: what a viewer shows of a rule beside its results."""

from __future__ import annotations

from typing import Any

from newslint import __version__
from newslint.finding import Finding, Outcome
from newslint.rule import Measured, Rule

Node = dict[str, Any]

LEVEL = {"error": "error", "warning": "warning", "info": "note"}
PROBLEM = {"error": "error", "warning": "warning", "info": "recommendation"}
"""A severity in the words of GitHub's code scanning."""

PRECISION = ((0.95, "very-high"), (0.85, "high"), (0.7, "medium"), (0.0, "low"))
"""The share of a rule's findings on published stories that were right, in the same words."""

ENOUGH = 10
"""Findings that must have been judged for a share to say something."""

SHOWN = 2
"""How many examples of each kind are shown."""


class Rules:
    """The rules that spoke, in the order in which they first did."""

    def __init__(self) -> None:
        self.entries: list[Node] = []
        self._index: dict[str, int] = {}

    def index(self, finding: Finding, outcome: Outcome) -> int:
        """The number of a finding's rule, which is put in where it is new."""
        at = self._index.setdefault(finding.rule, len(self._index))
        if at == len(self.entries):
            rule = outcome.rules.get(finding.rule)
            self.entries.append(descriptor(rule) if rule else {"id": finding.code, "name": _name(finding.rule)})
        return at


def driver(rules: Rules) -> Node:
    return {
        "name": "newslint",
        "fullName": f"newslint {__version__}",
        "semanticVersion": __version__,
        "version": __version__,
        "shortDescription": {"text": "Editorial consistency linter for journalists."},
        "rules": rules.entries,
    }


def descriptor(rule: Rule) -> Node:
    """A rule with its title, reason, examples and page on the web, where it has one."""
    made: Node = {
        "id": rule.code,
        "name": _name(rule.id),
        "shortDescription": {"text": _sentence(rule.title)},
        "fullDescription": {"text": _sentence(rule.why)},
        "help": {"text": "\n".join(_help(rule, "")), "markdown": "\n".join(_help(rule, "*"))},
        "defaultConfiguration": {"level": LEVEL[rule.gravest]},
    }
    if web := next((link for link in rule.links if link.startswith(("http://", "https://"))), ""):
        made["helpUri"] = web
    properties: Node = {"id": rule.id, "tags": [*rule.tags], "problem.severity": PROBLEM[rule.gravest]}
    precision = _precision(rule.measured)
    return made | {"properties": properties | ({"precision": precision} if precision else {})}


def _help(rule: Rule, star: str) -> list[str]:
    """Why, and what is reported and what is not, as plain lines or, with ``star``, as Markdown."""
    lines = [rule.why.strip()]
    bad, good = ([one for one in rule.examples if getattr(one, kind)][:SHOWN] for kind in ("bad", "good"))
    for title, texts in (
        ("Reported", [one.bad.replace("<<", star * 2).replace(">>", star * 2) for one in bad]),
        ("Not reported", [one.good for one in good]),
    ):
        if texts:
            lines += [
                "",
                f"{star * 2}{title}{star * 2}",
                *(f"{'> ' if star else '- '}{' '.join(text.split())}\n" for text in texts),
            ]
    return [*lines, "", f"newslint explain {rule.code}" if not star else f"More: `newslint explain {rule.code}`"]


def _precision(measured: Measured | None) -> str:
    if not measured or measured.judged < ENOUGH:
        return ""
    share = measured.right / measured.judged
    return next(word for floor, word in PRECISION if share >= floor)


def _name(rule: str) -> str:
    """``NumberDiffersFromSource``, as SARIF names rules."""
    return "".join(part[:1].upper() + part[1:] for part in rule.split("-"))


def _sentence(words: str) -> str:
    words = " ".join(words.split())
    return words if words.endswith((".", "?", "!", "”", "'")) else words + "."
