"""Whether two passages speak of different people or bodies: 13 goals of one player are no slip for 33 of another.

``Actors().apart(one, other)`` asks it of two places, the one in the draft and the other in a source, in
either order; a place is a mention, figure or date, in its sentence (``align.places.Place``). It answers
True where each passage names somebody whom the other text knows too, but names elsewhere and not
here; or where one does, and the two have nobody in common. Whom only one of the texts names says
nothing, and "He" may be anybody: False.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Protocol

from newslint.document import Document
from newslint.mentions import Clause, Mention, Sentence, Spelling
from newslint.spans import Span
from newslint.words import word_set

BACK = 3
"""How many sentences without a name are gone back over to whom they speak of."""

_NOBODY = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec i gmt est edt
    """
)
_LETTERS = re.compile(r"[A-Z]{2,}s")  # RBIs, MPs


class Placed(Protocol):
    """A mention in its sentence."""

    @property
    def doc(self) -> Document: ...
    @property
    def mention(self) -> Mention: ...
    @property
    def sentence(self) -> Span: ...


class Actors:
    """Who is named where, in each text that was asked about."""

    def __init__(self) -> None:
        self._casts: dict[int, _Cast] = {}

    def apart(self, one: Placed, other: Placed) -> bool:
        """Whether the two places speak of different people or bodies."""
        here, there = self._cast(one.doc), self._cast(other.doc)
        mine, theirs = here.own(one) & there.known, there.own(other) & here.known
        if not (mine or theirs):
            return False
        strangers = mine - there.near(other.sentence), theirs - here.near(one.sentence)
        if all(strangers):
            return True
        return bool((strangers[0] and strangers[0] == mine) or (strangers[1] and strangers[1] == theirs))

    def _cast(self, doc: Document) -> _Cast:
        return self._casts.setdefault(id(doc), _Cast(doc))


class _Cast:
    """The names of one text, each by its last word ("Smith" for "John Smith"), in text order."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc  # kept, so that its id stays its own

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset(key for _, key in self._names)

    def own(self, place: Placed) -> frozenset[str]:
        """Those whom the clause of the mention names; the sentence, where it has no clause."""
        start = place.mention.span.start
        at = bisect_right(self._clauses, start, key=lambda clause: clause.span.start)
        clause = next((one for one in reversed(self._clauses[max(0, at - BACK) : at]) if one.span.end > start), None)
        return frozenset(self._within(clause.span if clause else place.sentence))

    def near(self, sentence: Span) -> frozenset[str]:
        """Those whom the sentence names, or one beside it, or the last before it that names anybody."""
        at = bisect_left(self._sentences, sentence.start, key=lambda one: one.start)
        named = {key for one in self._sentences[max(0, at - 1) : at + 2] for key in self._within(one)}
        before = (list(self._within(one)) for one in reversed(self._sentences[max(0, at - BACK) : max(0, at - 1)]))
        return frozenset(named) | frozenset(next(filter(None, before), ()))

    def _within(self, span: Span) -> Iterator[str]:
        first = bisect_left(self._names, span.start, key=lambda name: name[0])
        last = bisect_left(self._names, span.end, key=lambda name: name[0])
        return (key for _, key in self._names[first:last])

    @cached_property
    def _sentences(self) -> list[Span]:
        return [sentence.span for sentence in self._doc.all(Sentence)]

    @cached_property
    def _clauses(self) -> list[Clause]:
        return sorted(self._doc.all(Clause), key=lambda clause: clause.span.start)

    @cached_property
    def _names(self) -> list[tuple[int, str]]:
        """Where each begins, and its key; a word that opens sentences alone may be any word."""
        spellings = self._doc.all(Spelling)
        words = {one.span.end: one for one in spellings if " " not in one.printed}
        sure = {one.key for one in words.values() if not one.opening}
        ends = sorted({one.span.end for one in spellings if one.alone})
        lasts = (words[end] for end in ends if end in words)
        return [
            (one.span.start, one.key)
            for one in lasts
            if one.key in sure and one.key not in _NOBODY and not _LETTERS.fullmatch(one.printed)
        ]
