"""Spellings: capitalised words in a row, each of which may be a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Spelling
from newslint.spans import Span
from newslint.words import folded

_WORD = compiled(
    r"""(?<![\w@#/&.'’-])(?<!=")            # no handle, hashtag, address or attribute
    (?:(?:a[bdlnrstz]|ash|el|bin|ibn)-)?   # an Arabic article: al-Qaeda
    [^\W\d_a-z](?:\w|[.'’-](?=\w))*""",
    re.VERBOSE,
)
_NO_PART = frozenset({"The", "A", "An", "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Sir", "Dame"})
"""No part of the name they stand before, for comparing."""

_POSSESSIVE = compiled(r"['’]s?$")
_OPENERS = frozenset(["", *".!?:;–—-\"“”'‘’([\n"])
_MOST_WORDS = 4


def spellings(doc: Document) -> tuple[Spelling, ...]:
    """Every run of capitalised words in the body, and every part of one, of up to four words."""
    return tuple(spelling for run in _runs(doc.body) for spelling in _parts(run, doc.body))


def _runs(body: str) -> Iterator[Sequence[re.Match[str]]]:
    """Capitalised words with one space between them, or an initial's dot and a space."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(body):
        if not word[0][0].isupper() and "-" not in word[0]:  # small, or of a script without capitals
            continue
        ended = run and body[run[-1].end() : word.start()] != (". " if len(run[-1][0]) == 1 else " ")
        if ended or word[0] in _NO_PART:
            yield run
            run = []
        if word[0] not in _NO_PART:
            run.append(word)
    yield run


def _parts(run: Sequence[re.Match[str]], body: str) -> Iterator[Spelling]:
    ends = {at for at, word in enumerate(run) if _POSSESSIVE.search(word[0])} | {-1, len(run) - 1}
    for first in range(len(run)):
        opening = _opens_sentence(body, run[first].start())
        for last in range(first, min(first + _MOST_WORDS, len(run))):
            words = [word[0] for word in run[first : last + 1]]
            words[-1] = _POSSESSIVE.sub("", words[-1])
            span = Span(run[first].start(), run[last].start() + len(words[-1]))
            yield Spelling(span, folded("".join(words)), _printed(words), {first - 1, last} <= ends, opening)


def _opens_sentence(body: str, at: int) -> bool:
    return body[max(0, at - 3) : at].rstrip(" ")[-1:] in _OPENERS


def _printed(words: Sequence[str]) -> str:
    """As the name stands but for dots, the space between initials and the shape of apostrophes."""
    words = [word.replace(".", "").replace("’", "'") for word in words]
    words[0] = words[0][:1].upper() + words[0][1:]
    printed = words[0]
    for before, word in pairwise(words):
        printed += word if len(before) == len(word) == 1 else f" {word}"
    return printed
