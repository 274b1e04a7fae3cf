"""Findings as a table that a spreadsheet opens."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from newslint.finding import Outcome
from newslint.report import Style


def report(outcomes: Iterable[Outcome], out: TextIO, style: Style) -> None:
    del style
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["file", "line", "column", "severity", "code", "rule", "message"])
    for outcome in outcomes:
        for finding in outcome.findings:
            place = outcome.draft.lines.position(finding.span.start)
            rows.writerow([outcome.draft.name, *place, finding.severity, finding.code, finding.rule, finding.message])
