"""A saying: a cue with its source and with what is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newslint.annotate.speech.cues import Form
from newslint.annotate.speech.frames import Token
from newslint.annotate.speech.subjects import Range
from newslint.kept.regexes import compiled
from newslint.spans import Span

_CONTRACTED = compiled(r"(i|you|he|she|it|we|they|who)['’](?:s|ve|d|re|m|ll)$", re.IGNORECASE)
_MARKS = frozenset(",:;.–—-")


class Saying(NamedTuple):
    """A cue with its source and content; without a source the sentence hides who says so ("is said to")."""

    cue: Span
    form: Form
    source: Span | None
    content: Span | None


def span_of(tokens: Sequence[Token], of: Range | None) -> Span | None:
    """The characters of these tokens; of "he's" only the pronoun."""
    if of is None:
        return None
    contracted = _CONTRACTED.match(tokens[of[0]].text) if of[0] == of[1] else None
    return Span(tokens[of[0]].start, tokens[of[0]].start + contracted.end(1) if contracted else tokens[of[1]].end)


def stretch(tokens: Sequence[Token], first: int, last: int) -> Span | None:
    """From token ``first`` to ``last``, without marks at its ends."""
    while first <= last and tokens[first].text in _MARKS:
        first += 1
    while first <= last and tokens[last].text in _MARKS:
        last -= 1
    return Span(tokens[first].start, tokens[last].end) if first <= last else None


def told(said: Iterable[Saying]) -> Iterator[Span]:
    """What is reported in a clause, without its own speaker: the "she lied" of "Roe said that she lied"."""
    for saying in said:
        if saying.content and saying.source and saying.form.sorts == {"say"} and saying.content.start > saying.cue.start:
            yield saying.content
