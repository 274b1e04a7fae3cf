"""Outcomes as JSON: one array, or one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from newslint.document import Document
from newslint.finding import Evidence, Finding, Fix, Outcome
from newslint.report import Style
from newslint.spans import Span


def report(outcomes: Iterable[Outcome], out: TextIO, style: Style) -> None:
    del style
    before = "[\n"
    for outcome in outcomes:
        out.write(before + json.dumps(as_dict(outcome), ensure_ascii=False))
        before = ",\n"
    out.write(("\n" if before == ",\n" else "[\n\n") + "]\n")


def report_lines(outcomes: Iterable[Outcome], out: TextIO, style: Style) -> None:
    del style
    for outcome in outcomes:
        out.write(json.dumps(as_dict(outcome), ensure_ascii=False) + "\n")


def as_dict(outcome: Outcome) -> dict[str, Any]:
    """An outcome in the shape that --format jsonl promises."""
    return {
        "id": outcome.draft.name,
        "findings": [_finding(outcome, finding) for finding in outcome.findings],
        "skipped": [{"rule": rule, "reason": reason} for rule, reason in outcome.skipped],
        "crashed": [{"rule": rule, "reason": reason} for rule, reason in outcome.crashed],
    }


def _finding(outcome: Outcome, finding: Finding) -> dict[str, Any]:
    end_line, end_column = outcome.draft.lines.position(finding.span.end)
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity,
        "confidence": finding.confidence,
        **_place(outcome.draft, finding.span),
        "end_line": end_line,
        "end_column": end_column,
        "text": finding.span.of(outcome.draft.text),
        "message": finding.message,
        "evidence": [_evidence(outcome, evidence) for evidence in finding.evidence],
        "fix": _fix(finding.fix) if finding.fix else None,
        "grounds": [{"what": ground.what, "weight": ground.weight} for ground in finding.grounds],
        "fingerprint": finding.fingerprint,
        "gathered": finding.gathered or None,
    }


def _evidence(outcome: Outcome, evidence: Evidence) -> dict[str, Any]:
    doc = outcome.document(evidence)
    return {"source": evidence.source, **_place(doc, evidence.span), "text": evidence.span.of(doc.text), "note": evidence.note}


def _place(doc: Document, span: Span) -> dict[str, int]:
    line, column = doc.lines.position(span.start)
    return {"start": span.start, "end": span.end, "line": line, "column": column}


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}
