"""Which lines of a Markdown text are code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.kept.regexes import compiled
from newslint.spans import Cover, Span

LINE = compiled(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
ITEM = compiled(r"\s*(?:[-*+]|(?P<number>\d{1,9})[.)])(?=[ \t]+\S)[ \t]+(?:\[[ xX]\][ \t]+)?")
NOTE = compiled(r" {0,3}\[\^[^\]\s]+\]:[ \t]*")
_FENCE = compiled(r" {0,3}(?P<fence>`{3,}|~{3,})")
_PRE, _PRE_END = compiled(r" {0,3}<pre\b", re.IGNORECASE), compiled(r"</pre\s*>", re.IGNORECASE)
_INDENTED = compiled(r"(?: {4}| {0,3}\t)[ \t]*\S")
_OFTEN = 3
"""Indented paragraphs that may be how somebody types: where most of a text stands so, it is no code."""
_PARAGRAPH = compiled(r"(?:\A|\n\s*\n)(?=[^\r\n])")


def code(text: str, start: int) -> list[Span]:
    """The lines that are code: between fences, in a <pre>, or indented, if that is not how the writer types."""
    indented = list(_indented(text, start))
    paragraphs = len(_PARAGRAPH.findall(text, start))
    spans = [] if len(indented) >= _OFTEN and 2 * len(indented) > paragraphs else indented
    fenced = list(_fenced(text, start))
    inside = Cover(fenced)
    return sorted([*fenced, *(span for span in spans if not inside.touches(span))])


def _fenced(text: str, start: int) -> Iterator[Span]:
    fence, opened = "", 0
    for line in LINE.finditer(text, start):
        words = line[0].rstrip("\r\n")
        closed = _closes(words, fence)
        if not fence:
            fence, opened = _opens(words), line.start()
            closed = fence == "pre" and _closes(words, fence)
        if closed:
            yield Span(opened, line.end())
            fence = ""
    if fence and opened < len(text):
        yield Span(opened, len(text))


def _opens(words: str) -> str:
    """The fence that a line opens code with, or "pre"; empty for any other line."""
    fence = _FENCE.match(words)
    return fence["fence"] if fence else "pre" if _PRE.match(words) else ""


def _closes(words: str, fence: str) -> bool:
    if fence == "pre":
        return _PRE_END.search(words) is not None
    return bool(fence) and words.strip().startswith(fence) and not words.strip(f" \t{fence[0]}")


def _indented(text: str, start: int) -> Iterator[Span]:
    """Indented lines behind an empty one that do not go on with an item of a list."""
    run: Span | None = None
    empty, listed = True, False
    for line in LINE.finditer(text, start):
        span = Span(*line.span())
        indented = _INDENTED.match(line[0]) is not None
        if indented and (run or (empty and not listed)):
            run = run.through(span) if run else span
            continue
        if run:
            yield run
            run = None
        empty = not line[0].strip()
        if not empty and (not indented or ITEM.match(line[0])):
            listed = bool(ITEM.match(line[0]) or NOTE.match(line[0]))
    if run:
        yield run
