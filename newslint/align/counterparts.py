"""What keeps a figure of a source from being the one that a figure of the draft was meant to be.

"The last two games" are a part of "14 games", "eight days ago" is no "five days of rioting", "12 from
the north" and "11 from the south" are the "23" of another text, and a count of guns is held against the
count of guns, where the sentence has one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from newslint.align.actors import Actors
from newslint.align.events import events
from newslint.align.places import Place
from newslint.align.values import same_kind, same_noun
from newslint.facts.nouns import Nouns
from newslint.kept.regexes import compiled
from newslint.mentions import Quantity
from newslint.spans import Span

Figure = Place[Quantity]
_Sentence = tuple[int, Span]

_REACH = 24
_BESIDE = 30
"""How many characters lie between two figures that a reader adds up."""

_PART_BEFORE = compiled(
    r"\b(?:(first|last|final|next|past|previous|opening|closing)|(another|other|remaining|extra|additional|further))\s$", re.I
)
_PART_BEHIND = compiled(
    r"\s?(?:(of (?:the|his|her|its|their|those|these|our|my)\b)|more\b|others?\b|(?:additional|further|extra|remaining)\b)", re.I
)
_POINT = compiled(r"\s(?:ago|earlier|later|before|after|since|away|beforehand|afterwards|previously|prior)\b", re.I)
"""Behind a time, they make it a point and no stretch."""


_AT_AGE = compiled(r"\b(?:age of|aged?|when (?:s?he|they) (?:was|were)|at(?: just| only)?)\s$", re.I)
"""Before an age, that of somebody at some event: "in 2005, at the age of 91"."""


class Counterparts:
    """Whether two figures that disagree may be one and the same, but for a slip."""

    def __init__(self, nouns: Nouns, having: Iterable[Figure]) -> None:
        self._nouns, self._actors = nouns, Actors()
        self._beside: defaultdict[_Sentence, list[Quantity]] = defaultdict(list)
        self._having: defaultdict[tuple[_Sentence, Decimal], list[Quantity]] = defaultdict(list)
        self._alike: dict[tuple[_Sentence, object], Sequence[Quantity]] = {}
        for figure in having:
            self._beside[_at(figure)].append(figure.mention)
            if len(figure.mention.value) == 1:
                self._having[_at(figure), figure.mention.value[0]].append(figure.mention)

    def may_be(self, one: Figure, other: Figure) -> bool:
        return not (
            _part(one) != _part(other)
            or _point(one) != _point(other)
            or _ages_apart(one, other)
            or self._better(one, other)
            or self._better(other, one)
            or self._adds_up(one, other.mention)
            or self._adds_up(other, one.mention)
            or self._actors.apart(one, other)
        )

    def _better(self, one: Figure, other: Figure) -> bool:
        """Whether the other's sentence has a figure for what the one counts, and this is not it."""
        if same_noun(one.mention, other.mention, self._nouns):
            return False
        return any(rival != other.mention for rival in self._of_its_sort(one.mention, _at(other)))

    def _of_its_sort(self, one: Quantity, sentence: _Sentence) -> Sequence[Quantity]:
        """What counts the same in a sentence; asked once of all figures that count the same."""
        asked = sentence, (one.kind, one.unit, one.per, one.noun, one.fate)
        if asked not in self._alike:
            self._alike[asked] = [
                rival
                for rival in self._beside.get(sentence, ())
                if same_kind(one, rival, strict=True) and same_noun(one, rival, self._nouns)
            ]
        return self._alike[asked][:2]

    def _adds_up(self, one: Figure, whole: Quantity) -> bool:
        """Whether the figure and another of its sentence come to the whole."""
        if not len(whole.value) == len(one.mention.value) == 1:
            return False
        return any(
            part != one.mention
            and max(part.start, one.mention.start) - min(part.end, one.mention.end) <= _BESIDE
            and same_kind(one.mention, part, strict=True)
            and same_noun(one.mention, part, self._nouns) is not False
            for part in self._having.get((_at(one), whole.value[0] - one.mention.value[0]), ())
        )


def _at(figure: Figure) -> _Sentence:
    return id(figure.doc), figure.sentence


def _part(figure: Figure) -> str:
    """Whether it counts a stretch of a whole ("the last two") or what is left of one ("two more")."""
    text, span = figure.doc.body, figure.mention.span
    before = _PART_BEFORE.search(text, max(0, span.start - _REACH), span.start)
    if before:
        return "stretch" if before[1] else "rest"
    behind = _PART_BEHIND.match(text, figure.mention.figure.end)
    if behind:
        return "some" if behind[1] else "rest"
    return ""


def _point(figure: Figure) -> bool:
    return figure.mention.scale is not None and bool(_POINT.match(figure.doc.body, figure.mention.end))


def _ages_apart(one: Figure, other: Figure) -> bool:
    """Whether one of two ages is that at an event, and the other is told of with none or another."""
    if "age" not in (one.mention.kind, other.mention.kind):
        return False
    if not any(
        _AT_AGE.search(figure.doc.body, max(0, figure.mention.start - _REACH), figure.mention.start) for figure in (one, other)
    ):
        return False
    here, there = (events(figure.sentence.of(figure.doc.body)) for figure in (one, other))
    return here != there and not here & there
