"""What a story is found by: the stems of its words, its names and the days that it speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.align.wording import FORMAL, stem
from newslint.document import Document
from newslint.mentions import Block, DateMention, Spelling
from newslint.words import STOP_WORDS, WORD, folded

LONGEST = 40
"""Letters of a term; what is longer is no word of a language."""

_SMALL = STOP_WORDS | FORMAL
_HEADLINE = 160
"""Letters of a first paragraph that may be a headline."""


def terms(doc: Document) -> tuple[str, ...]:
    """The terms of a document, each once, sorted: letters and digits alone, with a letter in front that says of what kind.

    ``w`` a stem, ``n`` a name (each of its words, and the whole of it), ``d`` a day that a date of the text means.
    """
    doc = doc.reading
    return tuple(sorted({*_words(doc.body), *_names(doc), *_days(doc)}))


def sought(words: str) -> tuple[str, ...]:
    """The terms of what somebody looks for: stems, so that any form of a word is found."""
    return tuple(sorted(set(_words(words))))


def headline(doc: Document) -> str:
    """The headline of a document, on one line; empty where it has none."""
    blocks = doc.reading.all(Block)
    found = next((block for block in blocks if block.kind == "headline"), None)
    return " ".join(found.span.of(doc.reading.body).split())[:_HEADLINE] if found else ""


def _words(body: str) -> Iterator[str]:
    for word in {found[0].lower() for found in WORD.finditer(body)}:
        if len(word) > 2 and word not in _SMALL and not any(map(str.isdigit, word)) and (kept := folded(stem(word))):
            yield f"w{kept[:LONGEST]}"


def _names(doc: Document) -> Iterator[str]:
    for spelling in doc.all(Spelling):
        whole = spelling.alone and " " in spelling.printed
        if (whole or (not spelling.opening and " " not in spelling.printed)) and spelling.key:
            yield f"n{spelling.key[:LONGEST]}"


def _days(doc: Document) -> Iterator[str]:
    for date in doc.all(DateMention):
        if date.earliest and date.earliest == date.latest:
            yield f"d{date.earliest:%Y%m%d}"
