"""One line a finding: ``path:line:column: CODE message (rule-id)``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from newslint.errors import one_line
from newslint.finding import Finding, Outcome
from newslint.report import Style
from newslint.view.readable import readable


def report(outcomes: Iterable[Outcome], out: TextIO, style: Style) -> None:
    for outcome in outcomes:
        if style.quiet and outcome.findings:
            out.write(f"{one_line(outcome.draft.name)}\n")
            continue
        for finding in style.shown(outcome):
            out.write(line(outcome, finding, style) + "\n")
            if style.show_source:
                out.write(pointed(outcome, finding) + "\n")
            if style.explain:
                from newslint.report import explained

                out.writelines(row + "\n" for row in explained.lines(outcome, finding))


def line(outcome: Outcome, finding: Finding, style: Style) -> str:
    row, column = outcome.draft.lines.position(finding.span.start)
    place = f"{one_line(outcome.draft.name)}:{row}:{column}"
    return f"{place}: {finding.code} {readable(style.message(outcome, finding))} ({finding.rule})"


def pointed(outcome: Outcome, finding: Finding, width: int = 100) -> str:
    """The source line around the finding, shortened to ``width``, with a caret under its first letter."""
    lines = outcome.draft.lines
    row, column = lines.position(finding.span.start)
    text = lines.line_span(row).of(outcome.draft.text).replace("\t", " ")
    start = 0 if len(text) <= width else max(0, min(column - 1 - width // 3, len(text) - width))
    shown = text[start : start + width]
    marks = max(1, min(len(finding.span), len(shown) - (column - 1 - start)))
    return f"    {readable(shown)}\n    {' ' * (column - 1 - start)}{'^' * marks}"
