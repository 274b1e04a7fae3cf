"""Where the words of the vocabulary stand in a sentence, in the sense that hedges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.annotate.hedges.vocabulary import ROWS, Row
from newslint.annotate.speech.vocabulary import AUXILIARIES, PREPOSITIONS, PRONOUNS, STOPS
from newslint.kept.regexes import compiled
from newslint.spans import Span
from newslint.words import plural

_HEAD = compiled(r"[A-Za-z]+(?!\w)")
_WORD_START = compiled(r"(?<![\w’'])(?<!\w-)")
_NEXT = compiled(r"[ \t\u00a0]['’‘]?(?P<word>\w[\w.’'&-]*)")
_BEFORE = 40  # characters before a cue that may tell its sense
_MOST = 5  # words of a noun phrase up to its head
_NO_PART = AUXILIARIES | PREPOSITIONS | PRONOUNS | STOPS


class Cue(NamedTuple):
    """A row with its patterns compiled."""

    row: Row
    rest: re.Pattern[str]
    unless: re.Pattern[str] | None


def _by_head() -> dict[str, tuple[Cue, ...]]:
    flags = re.VERBOSE | re.IGNORECASE
    found: dict[str, tuple[Cue, ...]] = {}
    for row in ROWS:
        cue = Cue(row, compiled(rf"(?:{row.rest})(?![\w’'])", flags), compiled(row.unless, flags) if row.unless else None)
        for head in row.heads.split():
            found[head] = (*found.get(head, ()), cue)
    return found


_CUES = _by_head()


def cues(own: str, text: str, sentence: Span) -> Iterator[tuple[Span, Row]]:
    """The cues of one sentence that begin in the writer's ``own`` words; ``text`` has the quotations too."""
    at = sentence.start
    for head in _HEAD.finditer(own, sentence.start, sentence.end):
        if head.start() < at or head[0] == "May":  # the month
            continue
        known = _CUES.get(head[0].lower(), ())
        for cue in known if known and _WORD_START.match(own, head.start()) else ():
            if end := _end(cue, text, head, sentence):
                at = end
                yield Span(head.start(), end), cue.row
                break


def _end(cue: Cue, text: str, head: re.Match[str], sentence: Span) -> int:
    """Where the cue that begins with this word ends, 0 where it is none or in another sense."""
    rest = cue.rest.match(text, head.end(), sentence.end)
    if not rest:
        return 0
    if cue.unless and cue.unless.search(text, max(sentence.start, head.start() - _BEFORE), head.start()):
        return 0
    if cue.row.plural and not _counts(text, rest.end(), sentence.end):
        return 0
    return rest.end()


def _counts(text: str, start: int, end: int) -> bool:
    """Whether a plural noun stands in the phrase that begins at ``start``."""
    for _ in range(_MOST):
        match = _NEXT.match(text, start, end)
        if not match:
            return False
        word = match["word"].lower().rstrip(".")
        if word in _NO_PART:
            return False
        if plural(word):
            return True
        start = match.end()
    return False
