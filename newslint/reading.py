"""The reading copy: a text as its reader sees it, with the way back to every place in the file.

Markup is gone from it, not blanked: "Mon<b>day</b>" reads "Monday". Entities are the letters
they stand for, letters and their combining accents are one, and what no reader sees (soft
hyphens, zero-width spaces) is left out. A block is one line, however it was wrapped.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newslint.kept.regexes import compiled
from newslint.spans import GONE, LineIndex, Span

_HIDDEN = "\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe0f\ufeff"
"""Hyphens and spaces without width, and signs for the direction of writing, as in a set of a regex."""

_ODD = compiled(rf"[^\S ]|[{_HIDDEN}\u0300-\u036f]")
_UNEVEN = compiled(rf"(?P<space>[\s{_HIDDEN}]+)|[^\W\d_][\u0300-\u036f]+")
_UNSEEN = compiled(f"[{_HIDDEN}{GONE}]")
_LONGEST = 34
_WRITTEN = compiled(r"&#?\w{1,32};|\\(?=[!-/:-@\[-`{-~])|</?[qQ]\b[^<>]{0,300}>")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the copy, from ``copy`` on: letter by letter what the file has from ``start`` to
    ``end`` or, where it is ``whole``, what stands for all of that."""

    copy: int
    start: int
    end: int
    whole: bool


@dataclass(frozen=True)
class Original:
    """Where a reading copy came from: the text of the file, and its stretches in order."""

    text: str
    lines: LineIndex
    runs: Sequence[Run] = field(repr=False)

    def span(self, span: Span) -> Span:
        """Where a span of the copy stands in the file; markup inside it is inside, at its ends it is not."""
        start = self._start(span.start)
        return Span(start, max(start, self._end(span.end)) if len(span) else start)

    def copied(self, span: Span) -> Span:
        """Where a stretch of the file stands in the copy; of no length where a reader sees nothing of it."""
        start = self._copied(span.start)
        return Span(start, max(start, self._copied(span.end)))

    def same(self, span: Span, words: str) -> bool:
        """Whether the file has just these words there, but for its white space: no markup, no entity."""
        return self.span(span).of(self.text).split() == words.split()

    def _start(self, at: int) -> int:
        run = self._run(at)
        return run.start if run.whole else min(run.start + at - run.copy, run.end)

    def _end(self, at: int) -> int:
        run = self._run(max(0, at - 1))
        return run.end if run.whole else min(run.start + at - run.copy, run.end)

    def _copied(self, at: int) -> int:
        """What was copied from before this place of the file is before the answer in the copy."""
        i = bisect_right(self.runs, at, key=lambda run: run.start) - 1
        if i < 0:
            return 0
        run = self.runs[i]
        if at == run.start or (run.whole and at < run.end):
            return run.copy
        if at < run.end or i + 1 == len(self.runs):
            return run.copy + (1 if run.whole else min(at, run.end) - run.start)
        return self.runs[i + 1].copy

    def _run(self, at: int) -> Run:
        return self.runs[max(0, bisect_right(self.runs, at, key=lambda run: run.copy) - 1)]


def plain(text: str, prose: str, blocks: Sequence[Span]) -> bool:
    """Whether a text already reads as its copy would: no markup, no wrapped lines, nothing odd."""
    return prose == text and not any(_ODD.search(text, block.start, block.end) for block in blocks)


def copied(text: str, prose: str, blocks: Sequence[Span], away: Sequence[Span] = ()) -> tuple[str, Original, list[Span]]:
    """The reading copy of these blocks, the way back, and where the blocks stand in the copy; one
    that shows a reader nothing has no length there.

    ``prose`` is the text with ``GONE`` where markup stood, and is as long. ``away`` are spans
    inside blocks that are left out, too. Doubled spaces stay where the writer may have typed
    them, which is in a text without markup.
    """
    made = _Copy(text, prose, typed=prose == text)
    away = [_with_blanks(span, text) for span in away]
    places = []
    last: Span | None = None
    for block in blocks:
        if not _UNSEEN.sub("", block.of(prose)).strip():
            places.append(Span(made.size, made.size))
            continue
        if last:
            made.gap(Span(max(last.end, made.end), block.start))
        at = made.size
        for part in _outside(block, away):
            made.stretch(part)
        places.append(Span(at, made.size))
        last = block
    return "".join(made.parts), Original(text, LineIndex(text), made.runs or [Run(0, 0, 0, whole=False)]), places


def _with_blanks(span: Span, text: str) -> Span:
    """A span with the blanks before it, which would stand beside those behind it if it went alone."""
    if text[span.end : span.end + 1].strip():
        return span
    start = span.start
    while start and text[start - 1] in " \t":
        start -= 1
    return Span(start, span.end)


def _outside(block: Span, away: Sequence[Span]) -> Iterator[Span]:
    at = block.start
    for span in away:
        if span.overlaps(block):
            if at < span.start:
                yield Span(at, span.start)
            at = span.end
    if at < block.end:
        yield Span(at, block.end)


@dataclass
class _Copy:
    """A reading copy while it is written."""

    text: str
    prose: str
    typed: bool
    size: int = 0
    parts: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)

    @property
    def end(self) -> int:
        """How far the text has been copied."""
        return self.runs[-1].end if self.runs else 0

    def gap(self, span: Span) -> None:
        """What parts two blocks: a space on one line, a line end otherwise, nothing where they touch."""
        if len(span):
            one_line = self.typed and not span.of(self.prose).strip(" ")
            self._add(" " if one_line else "\n", span.start, span.end, whole=True)

    def stretch(self, span: Span) -> None:
        """A part of a block, in which entities, white space and accents become single characters."""
        at = span.start
        # the last letter of a block may be written longer than the block is
        for found in () if self.typed else _WRITTEN.finditer(self.text, span.start, span.end + _LONGEST):
            start, end = found.start(), found.end() + (found[0] == "\\")
            shown = self.prose[start:end].strip(GONE)
            named = found[0] != "\\" and shown != found[0]
            if at <= start < span.end and _UNSEEN.sub("", shown).strip() and (named or shown == self.text[start + 1 : end]):
                self._evened(at, start)
                self._add(shown, start, end, whole=True)
                at = end
        self._evened(at, max(at, span.end))

    def _evened(self, start: int, end: int) -> None:
        at = start
        for found in _UNEVEN.finditer(self.prose, start, end):
            shown = self._space(found[0]) if found["space"] else unicodedata.normalize("NFC", found[0])
            if shown != found[0] and len(shown) < 2:
                self._add(self.prose[at : found.start()], at, found.start())
                self._add(shown, found.start(), found.end(), whole=True)
                at = found.end()
        self._add(self.prose[at:end], at, end)

    def _space(self, words: str) -> str:
        """One space, or none where nothing but markup stands; spaces typed twice stay, a rule may want to tell."""
        seen = _UNSEEN.sub("", words)
        return seen if self.typed and not seen.strip(" ") else " " if seen else ""

    def _add(self, words: str, start: int, end: int, *, whole: bool = False) -> None:
        if words:
            self.runs.append(Run(self.size, start, end, whole))
            self.parts.append(words)
            self.size += len(words)
