"""Findings of an earlier state of a draft that still hold, moved to their place in a later one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from newslint.document import Document
from newslint.finding import Finding, Outcome
from newslint.mentions import Block
from newslint.spans import Span

_TELLS_A_PLACE = re.compile(r"\blines?\s\d|(?<![\w:])\d+:\d+")
"""In a message: "on line 13", "13:18"; not "guardian.txt:8:46", which is not in the draft."""


def carried(last: Outcome, draft: Document, *, without: Collection[str]) -> Iterator[Finding]:
    """The findings of ``last`` that hold for this later state of its draft, but for those of the rules ``without``.

    A finding holds where the text of every block is the same that it lies in, shows, speaks for or would mend. One whose
    message tells a place in the draft holds only where that is still on its line.
    """
    moves = _Moves(last.draft, draft)
    for finding in (*last.findings, *(one.finding for one in last.hidden)):
        if finding.rule not in without and (moved := _moved(finding, moves)):
            yield moved


class _Moves:
    """How far each unchanged block of a draft has moved: in characters, and in lines."""

    def __init__(self, old: Document, new: Document) -> None:
        self.blocks = old.all(Block)
        self.by: dict[Block, tuple[int, int]] = {}
        before, after = _alike(old), _alike(new)
        for key, blocks in before.items():
            if len(blocks) == len(after.get(key, ())):  # where one of two is gone, nobody knows which
                for one, other in zip(blocks, after[key], strict=True):
                    lines = new.lines.position(other.start)[0] - old.lines.position(one.start)[0]
                    self.by[one] = other.start - one.start, lines

    def of(self, span: Span) -> tuple[int, int] | None:
        """How far a span has moved; None for one that does not lie in one unchanged block."""
        at = bisect_right(self.blocks, span.start, key=lambda block: block.start) - 1
        return self.by.get(self.blocks[at]) if at >= 0 and self.blocks[at].span.covers(span) else None


def _alike(doc: Document) -> Mapping[tuple[str, str], Sequence[Block]]:
    """The blocks by their kind and text."""
    found: defaultdict[tuple[str, str], list[Block]] = defaultdict(list)
    for block in doc.all(Block):
        found[block.kind, block.span.of(doc.text)].append(block)
    return found


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
