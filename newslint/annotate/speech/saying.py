"""A saying: a cue with its source and with what is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newslint.annotate.speech.cues import Form
from newslint.annotate.speech.frames import Token
from newslint.annotate.speech.subjects import Range
from newslint.spans import Span

_MARKS = frozenset(",:;.–—-")


class Saying(NamedTuple):
    """A cue with its source and content; without a source the sentence hides who says so ("is said to")."""

    cue: Span
    form: Form
    source: Span | None
    content: Span | None


def span_of(tokens: Sequence[Token], of: Range | None) -> Span | None:
    return Span(tokens[of[0]].start, tokens[of[1]].end) if of else None


def stretch(tokens: Sequence[Token], first: int, last: int) -> Span | None:
    """From token ``first`` to ``last``, without marks at its ends."""
    while first <= last and tokens[first].text in _MARKS:
        first += 1
    while first <= last and tokens[last].text in _MARKS:
        last -= 1
    return Span(tokens[first].start, tokens[last].end) if first <= last else None
