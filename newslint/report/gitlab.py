"""Code quality reports of GitLab: one array, shown in merge requests."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any, TextIO

from newslint.errors import InputError, NewslintError, Note
from newslint.finding import Finding, Outcome
from newslint.report import Style, places

SEVERITY = {"error": "critical", "warning": "major", "info": "info"}
BLOCKING = "blocker"
"""How grave it is that a draft could not be read, or not by every rule: it must not look clean."""


def report(outcomes: Iterable[Outcome], out: TextIO, style: Style) -> None:
    seen: dict[str, int] = {}
    before = "[\n"
    for issue in _issues(outcomes, style):
        key = "\x1f".join([issue["check_name"], issue["location"]["path"], issue["fingerprint"]])
        seen[key] = seen.get(key, 0) + 1
        mark = blake2b(f"{key}\x1f{seen[key]}".encode("utf-8", "surrogatepass"), digest_size=16)
        out.write(before + json.dumps(issue | {"fingerprint": mark.hexdigest()}, ensure_ascii=False))
        before = ",\n"
    out.write("\n]\n" if seen else "[]\n")


def _issues(outcomes: Iterable[Outcome], style: Style) -> Iterator[dict[str, Any]]:
    """Each with a fingerprint that is told apart from all others of its rule and file alone."""
    for outcome in outcomes:
        for finding in style.shown(outcome):
            yield _finding(outcome, finding, style)
        for rule, reason in outcome.crashed:
            yield _issue(rule, f"broke off: {reason}", BLOCKING, reason, outcome.draft.name, {"begin": 1})
    for fault in style.faults:
        if isinstance(fault, InputError) and fault.path and not isinstance(fault, Note):
            yield _fault(fault)


def _finding(outcome: Outcome, finding: Finding, style: Style) -> dict[str, Any]:
    draft = outcome.draft
    (line, column), (end_line, end_column) = draft.lines.position(finding.span.start), draft.lines.position(finding.span.end)
    description = f"{finding.code} {style.message(outcome, finding)}"
    made = _issue(
        finding.rule, description, SEVERITY[finding.severity], finding.fingerprint, draft.name, {"begin": line, "end": end_line}
    )
    made["location"]["positions"] = {
        "begin": {"line": line, "column": column},
        "end": {"line": end_line, "column": end_column},
    }
    return made


def _fault(fault: NewslintError) -> dict[str, Any]:
    assert isinstance(fault, InputError)
    return _issue("unread", fault.message, BLOCKING, fault.message, str(fault.path), {"begin": fault.line or 1})


def _issue(name: str, description: str, severity: str, mark: str, path: str, lines: dict[str, int]) -> dict[str, Any]:
    return {
        "description": description,
        "check_name": name,
        "fingerprint": mark,
        "severity": severity,
        "location": {"path": places.path(path), "lines": lines},
    }
