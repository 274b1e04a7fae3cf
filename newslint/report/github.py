"""Workflow commands of GitHub Actions: a line a finding, shown on the changed lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from newslint.errors import InputError, NewslintError, Note, one_line
from newslint.finding import Finding, Outcome
from newslint.report import Style, flake8, places

COMMAND = {"error": "error", "warning": "warning", "info": "notice"}


def report(outcomes: Iterable[Outcome], out: TextIO, style: Style) -> None:
    for outcome in outcomes:
        for finding in style.shown(outcome):
            out.write(_finding(outcome, finding, style) + "\n")
        for rule, reason in outcome.crashed:
            out.write(_command("error", {"file": places.path(outcome.draft.name), "title": rule}, f"broke off: {reason}") + "\n")
    for fault in style.faults:
        out.write(_fault(fault) + "\n")


def _finding(outcome: Outcome, finding: Finding, style: Style) -> str:
    lines = outcome.draft.lines
    (line, column), (end_line, end_column) = lines.position(finding.span.start), lines.position(finding.span.end)
    about: dict[str, object] = {"file": places.path(outcome.draft.name), "line": line, "endLine": end_line}
    if line == end_line:  # GitHub takes columns for a place on one line alone
        about |= {"col": column, "endColumn": end_column}
    title = f"{finding.code} {finding.rule}"
    return _command(COMMAND[finding.severity], about | {"title": title}, flake8.line(outcome, finding, style))


def _fault(fault: NewslintError) -> str:
    about: dict[str, object] = {"title": "newslint"}
    if isinstance(fault, InputError) and fault.path:
        about = {"file": places.path(fault.path)} | ({"line": fault.line} if fault.line else {}) | about
    return _command("notice" if isinstance(fault, Note) else "error", about, str(fault))


def _command(name: str, about: dict[str, object], message: str) -> str:
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in about.items())
    return f"::{name} {properties}::{_data(message)}"


def _data(text: str) -> str:
    """The text with what would end the command written as GitHub writes it, and no other control character."""
    kept = "\n".join(one_line(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return kept.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
