"""A summary as one page that needs nothing else: bars by rule, lines by month, a map of rules by outlets, and the tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newslint.corpus import plots
from newslint.corpus.summary import By, Summary, ranked
from newslint.view.markup import escaped
from newslint.view.page import page

_OUTLETS = 8
"""Columns of the map."""

_COLUMNS = {
    "rule": ("rule", "findings", "per 1,000 words"),
    "outlet": ("outlet", "documents", "words", "findings", "per 1,000 words"),
    "month": ("month", "documents", "words", "findings", "per 1,000 words"),
}


def whole(made: Summary, top: int = 20) -> str:
    """The page; ``top`` is how many rules, outlets and errors it shows, 0 for all."""
    parts = _rules(made, top), _months(made), _map(made, top), _outlets(made, top), _failures(made, top)
    body = f'<main id="text" tabindex="-1">\n{"".join(parts)}</main>\n'
    return page("corpus", [made.name], "findings in an archive", header=_totals(made), body=body, skip="text")


def _totals(made: Summary) -> str:
    rate = made.per(made.findings.total(), made.total_words)
    known = sorted(month for _, month in made.words if month[:1].isdigit())
    rows = [
        ("documents", f"{made.documents.total():,}"),
        ("words", f"{made.total_words:,}"),
        ("findings", f"{made.findings.total():,}"),
        ("failures", f"{made.failures:,}"),
        *([("published", f"{known[0]} to {known[-1]}")] if known else []),
        *([("broke off", f"a rule, in {made.states['partial']:,} documents")] if made.states["partial"] else []),
    ]
    told = "".join(f"<div><dt>{label}</dt><dd>{escaped(words)}</dd></div>" for label, words in rows)
    words = "no words were read" if rate is None else f"{rate:.2f} findings per 1,000 words"
    return f'<p class="sum">{words}</p>\n<dl class="totals">{told}</dl>\n'


def _section(title: str, caption: str, body: str) -> str:
    return f'<section>\n<h2>{title}</h2>\n<p class="caption">{caption}</p>\n{body}</section>\n' if body else ""


def _rules(made: Summary, top: int) -> str:
    rows = made.rows("rule")
    if not rows:
        return _section("By rule", "Where nothing is found, that is no proof.", "<p>No finding.</p>\n")
    shown = rows[: top or None]
    most = max(row["per_1000_words"] or 0 for row in shown) or 1
    bars = "".join(_bar(row, most) for row in shown)
    return _section("By rule", _cut("Findings for 1,000 words of the archive", len(shown), len(rows), "rules"),
                    f'<ol class="bars">{bars}</ol>\n{_table("rule", rows)}')  # fmt: skip


def _bar(row: dict[str, Any], most: float) -> str:
    rate = row["per_1000_words"] or 0
    words = f"{row['code']} {row['rule']}: {row['findings']:,} findings, {rate:.3f} per 1,000 words"
    return (
        f'<li title="{escaped(words)}"><span class="name"><b>{escaped(row["code"])}</b> {escaped(row["rule"])}</span>'
        f'<svg width="100%" height="14" aria-hidden="true"><rect width="{max(0.4, rate * 100 / most):.2f}%" height="14"/></svg>'
        f'<span class="rate">{rate:.2f}</span></li>\n'
    )


def _months(made: Summary) -> str:
    caption = "Findings for 1,000 words of a month; hollow where it has few words. The arrow keys go from month to month."
    drawn = plots.lines(made)
    rows = made.rows("month")
    return _section(
        "By month", caption if drawn else "By the month of publication.", drawn + _table("month", rows, shut=bool(drawn))
    )


def _map(made: Summary, top: int) -> str:
    rules, outlets = made.rows("rule")[: top or None], made.outlets[:_OUTLETS]
    caption = _cut("Findings for 1,000 words of an outlet; the more, the darker", len(outlets), len(made.outlets), "outlets")
    return _section("Rules by outlets", caption, plots.heat(made, rules, outlets))


def _outlets(made: Summary, top: int) -> str:
    rows = made.rows("outlet")
    if len(rows) < 2:
        return ""
    shown = rows[: top or None]
    return _section(
        "By outlet",
        _cut("Most findings per 1,000 words first", len(shown), len(rows), "outlets"),
        _table("outlet", shown, shut=False),
    )


def _failures(made: Summary, top: int) -> str:
    if not made.errors:
        return ""
    every = ranked(made.errors)
    rows = "".join(f"<tr><td>{number:,}</td><td>{escaped(error)}</td></tr>\n" for error, number in every[: top or None])
    head = '<thead><tr><th scope="col">failures</th><th scope="col">what was wrong</th></tr></thead>'
    table = _wide("Failures", f'<table class="errors">{head}<tbody>{rows}</tbody></table>')
    return _section("Failures", "Nothing is known of these documents; each stands in failures.parquet.", table)


def _cut(words: str, shown: int, of: int, what: str) -> str:
    return f"{words}{f'; {shown:,} of {of:,} {what}' if shown < of else ''}."


def _table(by: By, rows: Sequence[dict[str, Any]], *, shut: bool = True) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in _COLUMNS[by])
    body = "".join(_row(by, row) for row in rows)
    table = _wide(f"Findings by {by}", f"<table><thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table>")
    return f'<details class="numbers"><summary>The same as a table</summary>\n{table}</details>\n' if shut else table


def _row(by: By, row: dict[str, Any]) -> str:
    name = f"<b>{escaped(row['code'])}</b> {escaped(row['rule'])}" if by == "rule" else escaped(row[by])
    numbers = ("findings",) if by == "rule" else ("documents", "words", "findings")
    rate = row["per_1000_words"]
    cells = "".join(f"<td>{row[number]:,}</td>" for number in numbers)
    return f'<tr><th scope="row">{name}</th>{cells}<td>{"–" if rate is None else f"{rate:.2f}"}</td></tr>\n'


def _wide(label: str, table: str) -> str:
    """A table that may be wider than the window, and is then moved by keys too."""
    return f'<div class="wide" role="region" aria-label="{label}" tabindex="0">{table}</div>\n'
