"""How hard each paragraph is to read, as bars; a bar is a link to its paragraph, and a table says the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newslint.checks.readability import FEWEST_WORDS, Readability
from newslint.finding import Outcome
from newslint.view.markup import escaped

_HEIGHT = 140
"""Pixels of the tallest bar there may be."""

_MOST = 24.0
"""Grades; what is harder ends at the top."""

_STEP = 6

_NAMES = {"flesch-kincaid": "Flesch-Kincaid", "gunning-fog": "Gunning fog"}


class Bar(NamedTuple):
    """A paragraph: the id of its passage, its line, its words, its grade."""

    id: str
    line: int
    words: int
    grade: float


def plot(outcome: Outcome, at: int, passages: Mapping[int, str]) -> str:
    """The plot for draft ``at``; empty where there are no two paragraphs to compare."""
    rule = next((rule.check for rule in outcome.rules.values() if isinstance(rule.check, Readability)), None)
    check = rule or Readability()
    bars = _bars(outcome, check, passages)
    if len(bars) < 2:
        return ""
    limit = check.limit if rule else None
    name = _NAMES[check.formula]
    over = f" The line is the limit for the whole story, grade {check.limit:g}." if limit else ""
    return (
        f'<section class="reading" aria-label="Readability">\n<h3>How hard each paragraph is to read</h3>\n'
        f'<p class="caption" id="c{at}">Reading grade ({name}): years of school that a paragraph asks for.{over} '
        f"Paragraphs of fewer than {FEWEST_WORDS} words have hardly a grade and are drawn hollow.</p>\n"
        f'<div class="plot"><svg role="group" aria-describedby="c{at}" aria-label="Reading grade by paragraph" '
        f'width="100%" height="{_HEIGHT}">\n'
        f"{_axes(bars)}{''.join(_bar(bar, number, len(bars)) for number, bar in enumerate(bars))}{_limit(limit)}</svg></div>\n"
        f"{_table(bars)}</section>\n"
    )


def _bars(outcome: Outcome, check: Readability, passages: Mapping[int, str]) -> list[Bar]:
    reading = outcome.draft.reading
    starts = sorted(passages)
    made = []
    for block, words, grade in check.grades(reading):
        place = reading.placed(block.span).start
        at = bisect_right(starts, place) - 1
        if at >= 0 and words:
            made.append(Bar(passages[starts[at]], outcome.draft.lines.position(place)[0], words, max(0.0, grade)))
    return made


def _y(grade: float) -> float:
    return round(_HEIGHT * (1 - min(grade, _MOST) / _MOST), 1)


def _axes(bars: Sequence[Bar]) -> str:
    grades = range(0, int(_MOST) + 1, _STEP)
    made = [
        f'<line class="grid" x1="0" x2="100%" y1="{_y(grade)}" y2="{_y(grade)}"/>'
        f'<text x="-8" y="{_y(grade) + 4}" text-anchor="end">{grade}</text>'
        for grade in grades
    ]
    made.append('<text class="axis" x="-8" y="-14" text-anchor="start">grade (years of school)</text>')
    step = max(1, -(-len(bars) // 12))
    for number in range(0, len(bars), step):
        x = (number + 0.5) * 100 / len(bars)
        made.append(f'<text x="{x:.2f}%" y="{_HEIGHT + 16}" text-anchor="middle">{bars[number].line}</text>')
    made.append(f'<text class="axis" x="100%" y="{_HEIGHT + 34}" text-anchor="end">paragraph, by its line in the file</text>')
    return "\n".join(made) + "\n"


def _limit(limit: float | None) -> str:
    """A line over the bars; a pointer goes through it to them."""
    if not limit:
        return ""
    return (
        f'<line class="limit" x1="0" x2="100%" y1="{_y(limit)}" y2="{_y(limit)}"/>'
        f'<text class="limit-word" x="100%" y="{_y(limit) - 5}" text-anchor="end">limit {limit:g}</text>\n'
    )


def _bar(bar: Bar, number: int, of: int) -> str:
    words = f"line {bar.line}: grade {bar.grade:.1f}, {bar.words} words"
    width = 100 / of
    y = _y(bar.grade)
    place = f'x="{number * width + width * 0.14:.2f}%" width="{width * 0.72:.2f}%" y="{y}" height="{round(_HEIGHT - y, 1)}"'
    few = " few" if bar.words < FEWEST_WORDS else ""
    over = ""
    if bar.grade > _MOST:
        middle = (number + 0.5) * width
        over = f'<text class="over{few}" x="{middle:.2f}%" y="12" text-anchor="middle" aria-hidden="true">{bar.grade:.0f}</text>'
    return (
        f'<a class="bar{few}" href="#{bar.id}" aria-label="{escaped(words)}"'
        f"{'' if number == 0 else ' tabindex=-1'}><title>{escaped(words)}</title>"
        f"<rect {place}/></a>{over}\n"
    )


def _table(bars: Sequence[Bar]) -> str:
    rows = "".join(
        f'<tr><td><a href="#{bar.id}">{bar.line}</a></td><td>{bar.words}</td><td>{bar.grade:.1f}</td></tr>' for bar in bars
    )
    return (
        '<details class="numbers"><summary>The same as a table</summary>\n<table><thead><tr><th scope="col">line</th>'
        f'<th scope="col">words</th><th scope="col">grade</th></tr></thead><tbody>{rows}</tbody></table></details>\n'
    )
