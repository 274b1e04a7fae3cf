"""Findings of an earlier state of a draft that still hold, moved to their place in a later one."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from newslint.document import Document
from newslint.finding import Finding, Outcome
from newslint.kept.regexes import compiled
from newslint.mentions import Block, Sentence
from newslint.spans import Span

Key = tuple[str, str]

_TELLS_A_PLACE = compiled(r"\blines?\s\d|(?<![\w:])\d+:\d+")
"""In a message: "on line 13", "13:18"; not "guardian.txt:8:46", which is not in the draft."""


def carried(last: Outcome, draft: Document, *, without: Collection[str]) -> Iterator[Finding]:
    """The findings of ``last`` that hold for this later state of its draft, but for those of the rules ``without``.

    A finding holds where the text of every block, or in a block that has changed of every sentence, is the same that it lies
    in, shows, speaks for or would mend. One whose message tells a place in the draft holds only where that is still there.
    """
    moves = _Moves(last.draft, draft)
    for finding in (*last.findings, *(one.finding for one in last.hidden)):
        if finding.rule not in without and (moved := _moved(finding, moves)):
            yield moved


class _Moves:
    """How far each unchanged block of a draft has moved, and in the others each unchanged sentence: what is found in
    one sentence of a paragraph does not come and go while the next is written."""

    def __init__(self, old: Document, new: Document) -> None:
        self.old, self.new = old, new
        self.blocks = [block.span for block in old.all(Block)]
        blocks = _pairs(_alike(old), _alike(new))
        self.sentences = _between(_sentences(old), self.blocks, {*blocks})
        fresh = _between(_sentences(new), [block.span for block in new.all(Block)], {*blocks.values()})
        self.by = blocks | _pairs(_worded(old, self.sentences), _worded(new, fresh))

    def of(self, span: Span) -> tuple[int, bool] | None:
        """How far a span has moved, in characters, and whether it is on another line or column; None for one that does not
        lie in what is unchanged."""
        first = last = _round(self.blocks, span)
        if first not in self.by:
            first = _round(self.sentences, Span(span.start, span.start))
            last = _round(self.sentences, Span(max(span.start, span.end - 1), span.end))
        if first not in self.by or last not in self.by:
            return None
        by, by_last = (self.by[one].start - one.start for one in (first, last))
        if by != by_last or span.moved(by).of(self.new.text) != span.of(self.old.text):
            return None
        return by, self.old.lines.position(span.start) != self.new.lines.position(span.start + by)


def _round(spans: Sequence[Span], inner: Span) -> Span:
    """Which of these, in text order, covers another; one of nothing where none does."""
    at = bisect_right(spans, inner.start, key=lambda one: one.start) - 1
    return spans[at] if at >= 0 and spans[at].covers(inner) else Span(0, 0)


def _pairs(before: Mapping[Key, Sequence[Span]], after: Mapping[Key, Sequence[Span]]) -> dict[Span, Span]:
    """What stands for what; where one of two alike is gone, nobody knows which."""
    same = (key for key, spans in before.items() if len(spans) == len(after.get(key, ())))
    return {one: other for key in same for one, other in zip(before[key], after[key], strict=True)}


def _alike(doc: Document) -> Mapping[Key, Sequence[Span]]:
    """The blocks by their kind and text."""
    found: defaultdict[Key, list[Span]] = defaultdict(list)
    for block in doc.all(Block):
        found[block.kind, block.span.of(doc.text)].append(block.span)
    return found


def _worded(doc: Document, spans: Sequence[Span]) -> Mapping[Key, Sequence[Span]]:
    """Spans by their words."""
    found: defaultdict[Key, list[Span]] = defaultdict(list)
    for span in spans:
        found["", span.of(doc.text)].append(span)
    return found


def _sentences(doc: Document) -> list[Span]:
    return [doc.reading.placed(one.span) for one in doc.reading.all(Sentence)]


def _between(sentences: Sequence[Span], blocks: Sequence[Span], unchanged: Collection[Span]) -> list[Span]:
    """The sentences that lie in none of the unchanged blocks."""
    return [span for span in sentences if span and _round(blocks, span) not in unchanged]


def _moved(finding: Finding, moves: _Moves) -> Finding | None:
    """The finding in its new place, still without what it has from its neighbours: fingerprint, and who speaks for it."""
    shown = [evidence.span for evidence in finding.evidence if evidence.source is None]
    edits = finding.fix.edits if finding.fix else ()
    by: dict[Span, int] = {}
    for span in (finding.span, *finding.reach, *shown, *(edit.span for edit in edits)):
        if (move := moves.of(span)) is None:
            return None
        if move[1] and _TELLS_A_PLACE.search(finding.message):
            return None
        by[span] = move[0]

    def to(span: Span) -> Span:
        return span.moved(by[span])

    return replace(
        finding,
        span=to(finding.span),
        evidence=tuple(one if one.source else replace(one, span=to(one.span)) for one in finding.evidence),
        fix=replace(finding.fix, edits=tuple(replace(edit, span=to(edit.span)) for edit in edits)) if finding.fix else None,
        reach=tuple(map(to, finding.reach)),
        fingerprint="",
        gathered="",
    )
