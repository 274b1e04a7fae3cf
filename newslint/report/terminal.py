"""A report for people at a terminal: the words found, the passage of the source under them, what differs in both.

A severity is a sign as well as a colour. Where there is no colour, what was found stands between ‹ and ›.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TextIO, get_args

from newslint.finding import Evidence, Finding, Outcome, Severity
from newslint.report import Style, explained
from newslint.report.looks import LOOKS, Look
from newslint.report.wordings import Excerpt, differing, excerpt, pieces
from newslint.spans import Span
from newslint.view.readable import readable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_LINES = 2
"""Lines of an excerpt, at most, where what was found is short."""

_NARROW = 40
_MARGIN = 8
"""Columns for line and column."""

_LABEL = 9
"""Columns for what stands before a sentence or a ground."""


def report(outcomes: Iterable[Outcome], out: TextIO, style: Style) -> None:
    from rich.console import Console

    console = Console(file=out, force_terminal=style.color, no_color=not style.color, highlight=False, soft_wrap=False)
    found: list[Finding] = []
    mendable = 0
    for outcome in outcomes:
        mendable += sum(bool(finding.fix and finding.fix.safe) for finding in outcome.findings)
        findings = style.shown(outcome)
        found += findings
        if findings or outcome.skipped or outcome.crashed:
            console.print(_styled(readable(outcome.draft.name), "bold underline"))
        for _, several in groupby(findings, lambda one: one.span):
            _show(outcome, list(several), console, style)
        _unsaid(outcome, console)
    _close(found, mendable, console)


def _unsaid(outcome: Outcome, console: Console) -> None:
    """What was not looked at."""
    for reason, number in sorted(Counter(reason for _, reason in outcome.skipped).items()):
        console.print(_styled(f"{number} rule{'s' if number > 1 else ''} did not run: {reason}", "dim"))
    for rule, fault in outcome.crashed:
        console.print(_styled(f"{rule} broke off", "bold red").append(f": {readable(fault)}", "default"))


def _close(found: Sequence[Finding], mendable: int, console: Console) -> None:
    """The sum of it, and what to do next."""
    tally = Counter(finding.severity for finding in found)
    counts = ", ".join(f"{n} {look.word}{'s' if n != 1 else ''}" for level, look in LOOKS.items() if (n := tally[level]))
    safe = f"; {mendable} can be mended with --fix" if mendable else ""
    console.print(_styled(counts or "Nothing to report", "bold").append(safe, "not bold"))
    if found:
        gravest = min(found, key=lambda one: get_args(Severity).index(one.severity))
        steps = [f"newslint explain {gravest.code} says why", "--explain shows what each rests on", "--format html makes a page"]
        console.print(_styled("; ".join(steps), "dim"))


def _show(outcome: Outcome, findings: Sequence[Finding], console: Console, style: Style) -> None:
    """Findings of the very same words, which are shown once."""
    width = max(_NARROW, console.width - _MARGIN - 1)
    for finding in findings:
        look = LOOKS[finding.severity]
        line, column = outcome.draft.lines.position(finding.span.start)
        head = _styled(f"{look.sign} {finding.code}", look.style).append("  ")
        head.append(readable(style.message(outcome, finding)), "bold").append(f"  {finding.rule}", "dim")
        _write(console, head, f"{line}:{column}")
        if finding is findings[0]:
            _write(console, _here(outcome, finding, width, look, console))
        if style.explain and (finding.evidence or finding.grounds):
            _why(outcome, finding, console)
        else:
            for evidence in finding.evidence:
                _write(console, _there(outcome, finding, evidence, width, console))
        if finding.fix and finding.fix.title:
            how = "--fix  " if finding.fix.safe else "offered  "
            _write(console, _styled(how, "cyan").append(readable(finding.fix.title), "default"))
    console.print()


def _write(console: Console, text: Text, margin: str = "") -> None:
    """A text beside the margin, none of its lines under what stands there."""
    for line in text.wrap(console, max(_NARROW, console.width - _MARGIN)):
        line.rstrip()
        lead = _styled(f"{margin:<{_MARGIN - 1}} ", "cyan") if margin else _styled(" " * _MARGIN, "")
        console.print(lead.append_text(line), soft_wrap=True)
        margin = ""


def _why(outcome: Outcome, finding: Finding, console: Console) -> None:
    """The sentences and the grounds, each beside its label."""
    from rich.text import Text

    for label, place, words in explained.explained(outcome, finding):
        text = Text.assemble((f"{readable(place)}  " if place else "", "cyan"), readable(words))
        shown = f"{label:<{_LABEL - 2}}  "
        for line in text.wrap(console, max(_NARROW, console.width - _MARGIN - _LABEL)):
            line.rstrip()
            console.print(_styled(" " * _MARGIN, "").append(shown, "dim").append_text(line), soft_wrap=True)
            shown = " " * _LABEL


def _here(outcome: Outcome, finding: Finding, width: int, look: Look, console: Console) -> Text:
    """The words found, with as much of the line as fits; of these what a source has otherwise underlined."""
    shown = _fitting(excerpt(outcome.draft, finding.span, width), width)
    source = next((evidence for evidence in finding.evidence if evidence.source is not None), None)
    other = excerpt(outcome.document(source), source.span, 0).words if source else ""
    return _line(shown, differing(shown.words, other)[0] if other else [], look.style, console)


def _there(outcome: Outcome, finding: Finding, evidence: Evidence, width: int, console: Console) -> Text:
    """A passage that bears a finding out, behind its place; what the draft has otherwise is underlined."""
    doc = outcome.document(evidence)
    line, column = doc.lines.position(evidence.span.start)
    place = f"{doc.name}:{line}:{column}" if evidence.source is not None else f"{line}:{column}"
    lead = readable(f"{place} ({evidence.note})  " if evidence.note else f"{place}  ")
    lines = _LINES if evidence.source is not None else 1
    shown = _fitting(excerpt(doc, evidence.span, width * lines), max(_NARROW // 2, width * lines - len(lead) - 8 * (lines - 1)))
    marked = []
    if evidence.source is not None:
        marked = differing(excerpt(outcome.draft, finding.span, 0).words, shown.words)[1]
    return _styled(lead, "cyan").append_text(_line(shown, marked, "green", console))


def _line(shown: Excerpt, marked: Sequence[Span], style: str, console: Console) -> Text:
    text = _styled(shown.before, "dim")
    for words, differs in _signed(shown.words, marked, plain=console.no_color):
        text.append(words, f"{style} underline" if differs else style)
    return text.append(shown.after, "dim")


def _signed(words: str, marked: Sequence[Span], *, plain: bool) -> Iterator[tuple[str, bool]]:
    """The words in pieces, each with whether it differs; between signs where there is no colour to tell them."""
    if plain and words:
        yield "‹", False
    yield from pieces(words, marked)
    if plain and words:
        yield "›", False


def _fitting(shown: Excerpt, width: int) -> Excerpt:
    """As much of an excerpt as goes into ``width`` columns; of long words more, up to three times as much."""
    words = shown.words if len(shown.words) <= 3 * width else f"{shown.words[: 3 * width - 1].rpartition(' ')[0]} …"
    room = max(0, width - len(words) - 4)
    before, after = shown.before, shown.after
    left = max(room // 2, room - len(after))
    right = max(room - room // 2, room - len(before))
    if len(before) > left:
        before = f"…{before[len(before) - left :].partition(' ')[2]}" if left else ""
    if len(after) > right:
        after = f"{after[:right].rpartition(' ')[0]}…" if right else ""
    return Excerpt(shown.line, shown.column, before, words, after)


def _styled(words: str, style: str) -> Text:
    """Text of which the rest may be of another style."""
    from rich.text import Text

    return Text.assemble((words, style))
