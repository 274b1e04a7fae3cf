"""Two wordings held against each other: which of their words differ, for reports that mark them on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.spans import Span
from newslint.view.readable import readable

MOST = 1200
"""Code points that are shown of a wording; what lies behind them is cut."""

_WORD = compiled(r"[^\W_]+(?:[’'.,-][^\W_]+)*|[$£€%]")
_MARK = compiled(rf"{_WORD.pattern}|[^\w\s]")
_SPACE = compiled(r"[\t\r\n]")
_LONGEST = 300
"""Tokens; comparing longer wordings would take time and say nothing to a reader."""

_SHARED = 0.2
"""Share of words in common below which two wordings are simply others."""

_ALIKE = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "‐": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A place of a text, from 1, and its words as a reader sees them with what stands round them in its paragraph."""

    line: int
    column: int
    before: str
    words: str
    after: str

    @property
    def place(self) -> str:
        return f"{self.line}:{self.column}"


def excerpt(doc: Document, span: Span, room: int = 280) -> Excerpt:
    """The words of a span of the file, with at most ``room`` code points of its paragraph on either side."""
    reading = doc.reading
    here = reading.original.copied(span) if reading.original else span
    text = reading.text
    left = max(text.rfind("\n", 0, here.start) + 1, here.start - room)
    ends = text.find("\n", here.end)
    right = min(len(text) if ends < 0 else ends, here.end + room)
    before, words, after = text[left : here.start], here.of(text), text[here.end : right]
    if left and text[left - 1] != "\n":
        before = f"…{before.partition(' ')[2] or before}"
    if right < len(text) and text[right] != "\n":
        after = f"{after.rpartition(' ')[0] or after}…"
    words = words if len(words) <= MOST else f"{words[: MOST - 1]}…"
    return Excerpt(*doc.lines.position(span.start), *(readable(_SPACE.sub(" ", part)) for part in (before, words, after)))


def differing(here: str, there: str) -> tuple[list[Span], list[Span]]:
    """The stretches of two wordings that the other has not; all of both where they have next to nothing in common."""
    whole = [Span(0, len(here))] if here else [], [Span(0, len(there))] if there else []
    for token in (_WORD, _MARK):  # marks only where no word differs
        ours, theirs = ([found.span() for found in token.finditer(words)] for words in (here, there))
        if max(len(ours), len(theirs)) > _LONGEST:
            return whole
        matcher = SequenceMatcher(None, _keys(here, ours), _keys(there, theirs), autojunk=False)
        if matcher.ratio() < _SHARED:
            return whole
        changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
        if changes:
            return (
                [Span(ours[first][0], ours[last - 1][1]) for _, first, last, _, _ in changes if first < last],
                [Span(theirs[first][0], theirs[last - 1][1]) for _, _, _, first, last in changes if first < last],
            )
    return [], []


def pieces(words: str, marked: Sequence[Span]) -> list[tuple[str, bool]]:
    """Words in pieces, each with whether it is marked; put together they are the words."""
    made, at = [], 0
    for span in marked:
        made += [(words[at : span.start], False), (span.of(words), True)]
        at = span.end
    return [piece for piece in [*made, (words[at:], False)] if piece[0]]


def _keys(words: str, places: Sequence[tuple[int, int]]) -> list[str]:
    return [words[start:end].translate(_ALIKE).casefold() for start, end in places]
