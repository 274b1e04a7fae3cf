"""Text into readings: each word looks up the patterns that may start with it, and the longest wins."""

from __future__ import annotations

from collections import defaultdict

from newslint.annotate.dates import clock, days, feasts, lengths, months, often, relative, vague, years
from newslint.annotate.dates.joins import joined, with_shared_years
from newslint.annotate.dates.leads import with_lead
from newslint.annotate.dates.reading import Pattern, Reading
from newslint.kept.regexes import compiled
from newslint.pieces import by_line

_TOKEN = compiled(r"(?i:the)[ \t\xa0]{1,3}(?=([^\W\d_]+))|[^\W\d_]+|\d+|['’](?=\d\d(?!\d))")
_NO_START = frozenset("$£€¥#/\\=@&_~^+")

_LENGTHS = ("#1", "#2", "#4")
"""Figures of so many digits, as hours, days and years have them."""
_BY_START: dict[str, list[Pattern]] = defaultdict(list)
for _module in (days, months, feasts, clock, lengths, often, relative, vague, years):
    for _pattern in _module.PATTERNS:
        for _start in _pattern.starts:
            for _key in ("#", *_LENGTHS) if _start == "#" else [_start]:
                _BY_START[_key].append(_pattern)


def readings(text: str) -> list[Reading]:
    """Every time expression of a text, in order and without overlap."""
    strong = [reading for reading in joined(text, list(by_line(_atoms, None, text))) if not reading.weak]
    dated = with_shared_years(text, strong)
    return [with_lead(text, reading, last) for reading, last in zip(dated, [0, *(one.end for one in dated)], strict=False)]


def _atoms(text: str, _: None, at: int, stop: int) -> list[Reading]:
    """The longest reading at each place of a line, left to right."""
    found: list[Reading] = []
    for token in _TOKEN.finditer(text, at, stop):
        start, word = token.start(), token[0]
        if start < at:
            continue
        figure = word[0].isdigit()
        key = f"#{len(word)}" if figure else f"the {token[1].lower()}" if token[1] else "'" if word[0] in "'’" else word.lower()
        patterns = _BY_START.get(key) or (_BY_START["#"] if figure else None)
        if not patterns or _glued(text, start, figure=figure):
            continue
        read = [reading for pattern in patterns if (hit := pattern.regex.match(text, start)) and (reading := pattern.read(hit))]
        if read:
            best = max(read, key=lambda reading: reading.end)
            found.append(best)
            at = best.end
    return found


def _glued(text: str, start: int, *, figure: bool) -> bool:
    """Whether what stands just before makes this a price, a path, a version or part of a word."""
    if start == 0:
        return False
    last = text[start - 1]
    if last in _NO_START or last.isdigit():
        return True
    return figure and (last.isalpha() or (last in ".,:-" and start > 1 and text[start - 2].isdigit()))
