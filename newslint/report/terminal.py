"""A report for people at a terminal: colour, the line with a caret, the source passage under it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from newslint.finding import Evidence, Finding, Outcome
from newslint.report import Style, explained
from newslint.spans import Span

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

COLORS = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}


def report(outcomes: Iterable[Outcome], out: TextIO, style: Style) -> None:
    from rich.console import Console

    console = Console(file=out, force_terminal=style.color, no_color=not style.color, highlight=False, soft_wrap=False)
    tally: dict[str, int] = {}
    mendable = 0
    for outcome in outcomes:
        mendable += sum(bool(finding.fix and finding.fix.safe) for finding in outcome.findings)
        findings = style.shown(outcome)
        if findings:
            console.print(f"[bold underline]{_plain(outcome.draft.name)}[/]")
        for finding in findings:
            tally[finding.severity] = tally.get(finding.severity, 0) + 1
            _show(outcome, finding, console, style)
        for reason in sorted({reason for _, reason in outcome.skipped}):
            rules = [rule for rule, why in outcome.skipped if why == reason]
            console.print(f"[dim]{len(rules)} rules did not run: {reason}[/]")
        for rule, fault in outcome.crashed:
            console.print(f"[bold red]{rule} broke off[/]: {_plain(fault)}")
    counts = ", ".join(f"{n} {level}{'s' if n != 1 else ''}" for level in COLORS if (n := tally.get(level)))
    safe = f"; {mendable} can be mended with --fix" if mendable else ""
    console.print(f"[bold]{counts or 'Nothing to report'}[/]{safe}")


def _show(outcome: Outcome, finding: Finding, console: Console, style: Style) -> None:
    from rich.padding import Padding
    from rich.text import Text

    line, column = outcome.draft.lines.position(finding.span.start)
    color = COLORS[finding.severity]
    head = Text.assemble(
        (f"{line}:{column}", "cyan"),
        "  ",
        (finding.code, color),
        "  ",
        style.message(outcome, finding),
        (f"  {finding.rule}", "dim"),
    )
    console.print(head)
    width = max(40, console.width - 8)
    console.print(Padding(_excerpt(outcome.draft.text, finding.span, width, color), (0, 0, 0, 6)))
    if style.explain and (finding.evidence or finding.grounds):
        console.print(Padding(_why(outcome, finding), (0, 0, 0, 6)))
    else:
        for evidence in finding.evidence:
            console.print(Padding(_passage(outcome, evidence, width), (0, 0, 0, 6)))
    if finding.fix and finding.fix.title:
        console.print(
            Padding(Text.assemble(("--fix  " if finding.fix.safe else "offered  ", "cyan"), finding.fix.title), (0, 0, 0, 6))
        )
    console.print()


def _why(outcome: Outcome, finding: Finding) -> Table:
    """The sentences and the grounds, in columns."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2, 0, 0))
    for label, place, words in explained.explained(outcome, finding):
        table.add_row(Text(label, "dim"), Text.assemble((f"{place}  " if place else "", "cyan"), words))
    return table


def _passage(outcome: Outcome, evidence: Evidence, width: int) -> Text:
    from rich.text import Text

    doc = outcome.document(evidence)
    line, column = doc.lines.position(evidence.span.start)
    place = f"{doc.name}:{line}:{column}" if evidence.source else f"{line}:{column}"
    note = f" ({evidence.note})" if evidence.note else ""
    excerpt = _excerpt(doc.text, evidence.span, max(20, width - len(place) - len(note) - 3), "bold green")
    return Text.assemble((f"{place}{note}  ", "cyan"), excerpt)


def _excerpt(text: str, span: Span, width: int, color: str) -> Text:
    """As much of the line around a span as fits, the span in colour."""
    from rich.text import Text

    start = max(text.rfind("\n", 0, span.start) + 1, span.start - max(0, width - len(span)) // 2)
    end = text.find("\n", span.start)
    end = min(end if end >= 0 else len(text), start + width)
    lead, tail = ("…" if start and text[start - 1] != "\n" else ""), ("…" if end < len(text) and text[end] != "\n" else "")
    stop = min(span.end, end)
    return Text.assemble(
        (lead, "dim"), (text[start : span.start], "dim"), (text[span.start : stop], color), (text[stop:end] + tail, "dim")
    )


def _plain(text: str) -> str:
    return text.replace("[", r"\[")
