"""Frames: a text with its quotations filled in, so that a sentence is read without what is quoted in it.

A quotation is read as one word of its own kind, the title of a work as a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from newslint.kept.regexes import compiled
from newslint.mentions import Quote
from newslint.spans import Span

FILLER = "\ue000"
TITLE = "\ue001"
MOST = 600
"""Tokens of a sentence that are read; a text without full stops must not be slow."""

_TOKEN = compiled(
    rf"""{FILLER}+ | {TITLE}+
    | (?:[^\W\d_]\.){{2,}} | (?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Jr|Sr|St|No|Inc|Corp|Co|Ltd|[A-Z]
        |Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.
    | \d+(?:[.,]\d+)* | [^\W\d_][^\W_]*(?:(?:['’&/-]|–(?=[A-Z]))[^\W_]+)*(?:(?<=s)['’](?!\w))? | [^\W_]+ | [^\w\s]""",
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word, a mark or a whole quotation."""

    start: int
    end: int
    text: str
    low: str

    def cut(self, end: int) -> Token:
        """The token up to ``end``: "Roe" of "Roe's"."""
        kept = max(0, end - self.start)
        return self if end >= self.end else Token(self.start, end, self.text[:kept], self.low[:kept])

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or self.text[0] == TITLE

    @property
    def quote(self) -> bool:
        return self.text[0] == FILLER


def frame(text: str, quotes: Iterable[Quote]) -> str:
    """``text`` with each quotation filled, same length."""
    parts, at = [], 0
    for quote in quotes:
        span = quote.outer
        parts += [text[at : span.start], _title(quote, text) if quote.kind == "title" else FILLER * len(span)]
        at = span.end
    return "".join([*parts, text[at:]])


def _title(quote: Quote, text: str) -> str:
    """A title; a comma inside its marks belongs to the sentence around it."""
    length = len(quote.outer)
    return TITLE * (length - 1) + "," if length > 1 and quote.span.of(text).endswith(",") else TITLE * length


def joined(sentences: Iterable[Span], outers: Sequence[Span]) -> Iterator[Span]:
    """The sentences, those that meet inside one quotation put together."""
    begun: Span | None = None
    index = 0
    for sentence in sentences:
        whole = begun.through(sentence) if begun else sentence
        while index < len(outers) and outers[index].end <= sentence.end:
            index += 1
        if index < len(outers) and outers[index].start < sentence.end:
            begun = whole
            continue
        yield whole
        begun = None
    if begun:
        yield begun


def tokens(text: str, within: Span) -> list[Token]:
    """The tokens of one sentence of a frame, ``MOST`` at most."""
    found = islice(_TOKEN.finditer(text, within.start, within.end), MOST)
    return [Token(*match.span(), (word := match[0]), word.lower()) for match in found]
