"""Document -> voices: what the words around each quotation tell of who speaks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, Block, Quote, Voice
from newslint.spans import Span

REACH = 3
"""Paragraphs back in which readers still remember who was speaking."""

LEAD = 80
"""Characters before a quotation that may say where it comes from."""

_AWAY = ("front-matter", "boilerplate", "code")
_SENTENCE_END = compiled(r"[.!?][\"'”’)]*\s+(?=[A-Z“\"‘'])")
_CREDIT = compiled(r"[.,]?\s*(?:[-–—―~]+|[(\[]|by\b)\s*@?[A-Z]")
_OPENED = compiled(
    r"\s(?:(?:he|she|they|the\s\w+)\s|(?:[A-Z][\w.’'-]+\s){1,3})(?:began|started|opened|finished|ended|closed|interrupted|state)\b"
)


def voices(doc: Document) -> tuple[Voice, ...]:
    """Every quotation with what its paragraph, and those close by, tell of its speaker."""
    return tuple(_voices(doc))


def _voices(doc: Document) -> Iterator[Voice]:
    starts = [block.start for block in doc.all(Block) if block.kind not in _AWAY]
    spoken = _spoken(doc, starts)
    for quote in doc.all(Quote):
        block = bisect_right(starts, quote.outer.start) - 1
        alone = not doc.text[starts[block] : min(quote.outer.start, starts[block] + LEAD)].strip()
        first = starts[max(0, block - alone)]
        heard = (
            block in spoken
            or quote.continued
            or bool(_CREDIT.match(doc.text, quote.outer.end) or _OPENED.match(doc.text, quote.outer.end))
        )
        near = any(other in spoken for other in range(block - REACH, block + 2))
        yield Voice(quote.outer, quote, block, _lead_in(doc.text, first, quote.outer.start), heard, near, alone)


def _spoken(doc: Document, starts: Sequence[int]) -> set[int]:
    """The numbers of the blocks in which somebody speaks."""
    cues = [attribution.cue for attribution in doc.all(Attribution) if attribution.kind != "agentless"]
    cues += [quote.cue for quote in doc.all(Quote) if quote.cue]
    return {bisect_right(starts, cue.start) - 1 for cue in cues}


def _lead_in(text: str, first: int, end: int) -> Span:
    """The words of the same sentence before a quotation, from ``first`` on; a colon's paragraph before is one of them."""
    end = Span(max(first, end - LEAD), end).stripped(text).end  # however wide the gap between two paragraphs is
    before = Span(max(first, end - LEAD), end).stripped(text)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, before.start, before.end)]
    return Span(max([before.start, *ends]), before.end)
