"""The plots of a summary, as SVG and tables that need no script: lines by month, and a map of rules by outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import ceil, log10

from newslint.corpus.inputs.days import months
from newslint.corpus.summary import NO_DATE, Summary
from newslint.view.markup import escaped

LINES = 5
"""Outlets that have a line of their own beside that of all."""

_HEIGHT = 220
_SHADES = 6
_FEWEST = 200
"""Words of a month below which its rate is drawn hollow."""

Points = list[tuple[str, float, int, int]]
"""Month, findings per 1,000 words, findings, words."""


def lines(made: Summary) -> str:
    """Findings per 1,000 words by month: of all outlets, and of the largest; empty where there are no two months."""
    known = sorted({month for _, month in made.words if month != NO_DATE})
    if len(known) < 2 or int(known[-1][:4]) - int(known[0][:4]) > 300:
        return ""
    axis = list(months(known[0], known[-1]))
    outlets = made.outlets[:LINES] if len(made.outlets) > 1 else []
    series = [("all outlets", _points(made, None)), *((name, some) for name in outlets if (some := _points(made, name)))]
    top = _round_up(max(point[1] for _, points in series for point in points))
    drawn = "".join(_line(number, name, points, axis, top) for number, (name, points) in reversed([*enumerate(series)]))
    keys = "".join(_key(number, name) for number, (name, _) in enumerate(series))
    return (
        f'<ul class="key">{keys}</ul>\n<div class="plot"><svg role="group" aria-label="Findings per 1,000 words by month" '
        f'width="100%" height="{_HEIGHT}">\n{_grid(axis, top)}{drawn}</svg></div>\n<p class="told" aria-live="polite"></p>\n'
    )


def _points(made: Summary, outlet: str | None) -> Points:
    words: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for (name, month), number in made.words.items():
        if outlet in (None, name):
            words[month] += number
    for (_, name, month), number in made.findings.items():
        if outlet in (None, name):
            found[month] += number
    return [(month, found[month] * 1000 / words[month], found[month], words[month])
            for month in sorted(words) if month != NO_DATE and words[month]]  # fmt: skip


def _round_up(value: float) -> float:
    """The end of an axis: 1, 2 or 5 times a power of ten, or a little more."""
    if value <= 0:
        return 1.0
    unit = 10.0 ** (ceil(log10(value)) - 1)
    return next(step * unit for step in (1, 2, 4, 5, 8, 10) if value <= step * unit * 1.0000001)


def _grid(axis: Sequence[str], top: float) -> str:
    made = []
    for part in range(5):
        y, value = round(_HEIGHT * (1 - part / 4), 1), top * part / 4
        made.append(f'<line class="grid" x1="0" x2="100%" y1="{y}" y2="{y}"/>'
                    f'<text x="-8" y="{y + 4}" text-anchor="end">{value:g}</text>\n')  # fmt: skip
    made.append('<text class="axis" x="-30" y="-14">findings per 1,000 words</text>')
    step = max(1, ceil(len(axis) / 6))
    for number, at in enumerate(range(0, len(axis), step)):
        anchor = "start" if at == 0 else "middle"
        odd = ' class="odd"' if number % 2 else ""
        made.append(f'<text{odd} x="{_x(at, axis):.2f}%" y="{_HEIGHT + 18}" text-anchor="{anchor}">{axis[at]}</text>')
    return "".join(made) + "\n"


def _x(at: int, axis: Sequence[str]) -> float:
    return at * 100 / max(1, len(axis) - 1)


def _line(number: int, name: str, points: Points, axis: Sequence[str], top: float) -> str:
    where = {month: at for at, month in enumerate(axis)}
    places = [(_x(where[month], axis), round(_HEIGHT * (1 - rate / top), 1)) for month, rate, *_ in points]
    paths = "".join(
        f'<polyline points="{" ".join(f"{x * 10:.1f},{y}" for x, y in run)}" vector-effect="non-scaling-stroke"/>'
        for run in _runs([where[month] for month, *_ in points], places)
    )
    dots = "".join(
        _dot(f"{name}, {month}: {rate:.2f} per 1,000 words ({_findings(found)}, {words:,} words)", x, y, hollow=words < _FEWEST)
        for (month, rate, found, words), (x, y) in zip(points, places, strict=True)
    )
    return (
        f'<g class="line l{number}"><svg viewBox="0 0 1000 {_HEIGHT}" preserveAspectRatio="none" width="100%" height="{_HEIGHT}">'
        f"{paths}</svg>\n{dots}</g>\n"
    )


def _runs(months: Sequence[int], places: Sequence[tuple[float, float]]) -> Iterator[Sequence[tuple[float, float]]]:
    """The places of months that follow each other: no line is drawn over months of which nothing is known."""
    start = 0
    for at in range(1, len(months) + 1):
        if at == len(months) or months[at] != months[at - 1] + 1:
            if at - start > 1:
                yield places[start:at]
            start = at


def _dot(words: str, x: float, y: float, *, hollow: bool) -> str:
    few = " few" if hollow else ""
    label = escaped(words)
    return (
        f'<g class="stop{few}" role="img" tabindex="-1" aria-label="{label}"><title>{label}</title>'
        f'<circle cx="{x:.2f}%" cy="{y}" r="4"/></g>\n'
    )


def _key(number: int, name: str) -> str:
    return (
        f'<li><svg class="line l{number}" width="34" height="10" aria-hidden="true"><line x1="0" x2="34" y1="5" y2="5"/>'
        f'<circle cx="17" cy="5" r="4"/></svg> {escaped(name)}</li>'
    )


def heat(made: Summary, rules: Sequence[Mapping[str, object]], outlets: Sequence[str]) -> str:
    """Rules by outlets, the more findings per 1,000 words the darker; empty where there is one outlet."""
    if len(outlets) < 2 or not rules:
        return ""
    words: Counter[str] = Counter()
    for (outlet, _), number in made.words.items():
        words[outlet] += number
    found: Counter[tuple[object, str]] = Counter()
    for (rule, outlet, _), number in made.findings.items():
        found[rule[1], outlet] += number
    rates = {(row["rule"], name): found[row["rule"], name] * 1000 / max(1, words[name]) for row in rules for name in outlets}
    most = max(rates.values(), default=0) or 1
    head = "".join(f'<th scope="col"><span>{escaped(name)}</span></th>' for name in outlets)
    body = ""
    for row in rules:
        cells = "".join(
            _cell(
                rates[row["rule"], name],
                most,
                f"{row['code']}, {name}: {_findings(found[row['rule'], name])}, {words[name]:,} words",
            )
            for name in outlets
        )
        body += f'<tr><th scope="row"><b>{escaped(str(row["code"]))}</b> {escaped(str(row["rule"]))}</th>{cells}</tr>\n'
    return (
        '<div class="wide" role="region" aria-label="Rules by outlets" tabindex="0"><table class="heat">'
        f'<thead><tr><th scope="col">rule</th>{head}</tr></thead>\n<tbody>{body}</tbody></table></div>\n'
    )


def _cell(rate: float, most: float, words: str) -> str:
    shade = ceil(rate / most * _SHADES) if rate else 0
    return f'<td class="s{shade}" title="{escaped(words)}">{f"{rate:.2f}" if rate else "·"}</td>'


def _findings(number: int) -> str:
    return f"{number:,} finding{'' if number == 1 else 's'}"
