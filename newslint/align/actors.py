"""Whether two passages speak of different people or bodies: 13 goals of one player are no slip for 33 of another.

``Actors().apart(one, other)`` asks it of two places, the one in the draft and the other in a source, in
either order; a place is a mention, figure or date, in its sentence (``align.places.Place``). It answers
True where each passage names somebody whom the other text knows too, but names elsewhere and not
here; where one does, and the two have nobody in common; or where each has a subject of its own
("Jones has 3 ...", "Smith has 4 ..."). Whom only one of the texts names says
nothing, and "He" may be anybody: False.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from newslint.align.wording import stem
from newslint.document import Document
from newslint.kept.regexes import compiled
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
_WHERE = compiled(r"\b(?:in|at|near|outside|across|around|over|into|through|off|to|from|of|on|for) (?:the )?$", re.IGNORECASE)
"""A name behind it is a place, or no more than what is done to it: nobody who acts."""

_PEOPLES = compiled(
    r".*(?:[ie]an|can|ish|ese|[aei][lnq]i)|french|dutch|greek|swiss|czech|german|turk|swede|dane|scot|serb|croat|kurd"
)
"""Nationals and languages, which go before any noun: "the Australian climber"."""

_ACTS = compiled(
    r" (?:also |now |just |already |then )?(?:has|had|have|was|were|is|are|will|did|made|got|took|won|lost|ran|said|\w{3,}ed)\b"
)
"""A name before it is the subject of its clause."""

_REACH = 24
_LETTERS = compiled(r"[A-Z]{2,}s")  # RBIs, MPs


class Placed(Protocol):
    """A mention in its sentence."""

    @property
    def doc(self) -> Document: ...
    @property
    def mention(self) -> Mention: ...
    @property
    def sentence(self) -> Span: ...


@dataclass(frozen=True)
class _Name:
    """A name, in the words by which it is met again: "Smith" is "John Smith"."""

    start: int
    words: frozenset[str]
    acts: bool = False
    adjective: bool = False


class Actors:
    """Who is named where, in each text that was asked about."""

    def apart(self, one: Placed, other: Placed) -> bool:
        """Whether the two places speak of different people or bodies."""
        here, there = one.doc.once(_Cast), other.doc.once(_Cast)
        own = here.own(one), there.own(other)
        known = _among(own[0], there.known), _among(own[1], here.known)
        if not any(known):
            return False
        strange = _but(known[0], there.near(other.sentence)), _but(known[1], here.near(one.sentence))
        if all(strange) or (strange[0] and strange[0] == known[0]) or (strange[1] and strange[1] == known[1]):
            return True
        subjects = [[name for name in names if name.acts] for names in own]
        return (
            all(subjects)
            and _but(subjects[0], _words(own[1])) == subjects[0]
            and _but(subjects[1], _words(own[0])) == subjects[1]
        )


def _words(names: Iterable[_Name]) -> frozenset[str]:
    return frozenset(word for name in names for word in name.words)


def _among(names: Sequence[_Name], words: frozenset[str]) -> list[_Name]:
    return [name for name in names if name.words & words]


def _but(names: Sequence[_Name], words: frozenset[str]) -> list[_Name]:
    return [name for name in names if not name.words & words]


class _Cast:
    """The names of one text, in text order."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc

    @cached_property
    def known(self) -> frozenset[str]:
        return _words(self._names)

    def own(self, place: Placed) -> list[_Name]:
        """Those who may act in the clause of the mention, or in its sentence, where it has no clause."""
        start = place.mention.span.start
        at = bisect_right(self._clauses, start, key=lambda clause: clause.span.start)
        clause = next((one for one in reversed(self._clauses[max(0, at - BACK) : at]) if one.span.end > start), None)
        return [
            name for name in self._within(clause.span if clause else place.sentence) if not (name.adjective or self._placed(name))
        ]

    def near(self, sentence: Span) -> frozenset[str]:
        """Those whom the sentence names, or the one before it, or the last before it that names anybody."""
        at = bisect_left(self._sentences, sentence.start, key=lambda one: one.start)
        named = _words(name for one in self._sentences[max(0, at - 1) : at + 1] for name in self._within(one))
        before = (_words(self._within(one)) for one in reversed(self._sentences[max(0, at - BACK) : max(0, at - 1)]))
        return named or next(filter(None, before), frozenset())

    def _within(self, span: Span) -> Sequence[_Name]:
        first = bisect_left(self._names, span.start, key=lambda name: name.start)
        return self._names[first : bisect_left(self._names, span.end, key=lambda name: name.start)]

    def _placed(self, name: _Name) -> bool:
        return bool(_WHERE.search(self._doc.body, max(0, name.start - _REACH), name.start))

    @cached_property
    def _sentences(self) -> list[Span]:
        return [sentence.span for sentence in self._doc.all(Sentence)]

    @cached_property
    def _clauses(self) -> list[Clause]:
        return sorted(self._doc.all(Clause), key=lambda clause: clause.span.start)

    @cached_property
    def _names(self) -> list[_Name]:
        """Every name in full; a word that opens sentences alone may be any word."""
        spellings = self._doc.all(Spelling)
        words = [one for one in spellings if " " not in one.printed]
        sure = {one.key for one in words if not one.opening}
        whole: dict[int, Span] = {}
        for one in spellings:
            if one.alone:
                whole.setdefault(one.span.end, one.span)  # the longest comes first
        last = {one.span.end: one for one in words}
        return sorted(self._named(whole, last, sure), key=lambda name: name.start)

    def _named(self, whole: Mapping[int, Span], words: Mapping[int, Spelling], sure: Collection[str]) -> Iterator[_Name]:
        for end, span in whole.items():
            last = words.get(end)
            if last and last.key in sure and not _nobody(last):
                said = frozenset(stem(part) for part in span.of(self._doc.body).split())
                yield _Name(span.start, said, bool(_ACTS.match(self._doc.body, end)), bool(_PEOPLES.fullmatch(last.key)))


def _nobody(name: Spelling) -> bool:
    return name.key in _NOBODY or bool(_LETTERS.fullmatch(name.printed))
