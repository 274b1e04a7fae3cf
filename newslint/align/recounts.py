"""Figures that count again what the draft has counted before, and say otherwise."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from newslint.align.counterparts import Counterparts
from newslint.align.places import Place, places
from newslint.align.values import WELL_ABOVE, agree, allows, rounds_to
from newslint.align.wording import content
from newslint.comparisons import Recount
from newslint.document import Document
from newslint.facts import Facts
from newslint.mentions import Attribution, DateMention, Quantity
from newslint.spans import Span
from newslint.words import word_set

Figure = Place[Quantity]

MOST = 8
"""Figures for the same from which on the draft keeps a tally, and none is told again."""

TELLING = 2
"""Words that must say what is counted, for two counts of it to be of the same: "registered voters"."""

FEW = 5
"""Counts below this stand in any text for something else."""

FAR = 4
"""How many times greater one of two figures may be that were meant to be the same."""

GREAT = Decimal(10**5)
"""From which size on a figure may have lost three zeros, or have three too many."""

NEAR = 60
"""How many characters either side say that a figure is another one on purpose, or what it measures."""

_OTHER = re.compile(
    r"""\b(?:add(?:ed|ing|itional)|again|another|also|average|back|before|between|by\sthen|climb(?:ed|s|ing)|could|expected
    |(?:down|up)\s(?:by|from|on|to)|each|earlier|else(?:where)?|every|fall(?:en|ing|s)?|fell|first|forecast|former(?:ly)?|further
    |gr(?:ew|own|owing)|increas(?:ed|es|ing)|initial(?:ly)?|last|later|latest|more|next|now|of\s(?:them|these|those|whom)
    |others?|predict(?:ed|s)?|previous(?:ly)?|projected|remain(?:ed|ing|s)?|revis(?:ed|ing)|ris(?:en?|es|ing)|rose|same|second|separate(?:ly)?
    |similar(?:ly)?|since|so\sfar|still|than|third|total|until|was\sput|would|worst|year)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that say of a figure that it is of another time, another part or another event."""

_PART = re.compile(r"(?:\s[\w'’-]+){0,2}?\sof\s(?:the|these|those|its|their)\b")
"""Behind a figure, makes it a part of the whole: "12 of those hurt"."""

_ATTRIBUTIVE = re.compile(r"[ -](?:[a-z]+[ -])??(?P<noun>[a-z]{4,})\b")
_COMPOUND = re.compile(r"-[a-z]+\s(?P<noun>(?!index)[a-z]{4,})\b")
_BEFORE_ONE = re.compile(r"\b(?:an?|the|its|his|her|their|this)\s$", re.IGNORECASE)
"""A sum that says which one is meant: "the £3m scheme"."""

_SOME = re.compile(r"\s(?:not|still|that|which|who|whose|with|without)\b")
_DEFINITE = re.compile(r"(?:\b(?:all|its|our|the|their|these|those)|['’]s)\s$", re.IGNORECASE)

REPEATED, REACH = 4, 24
"""Words in a row that make a figure the same as another; and characters before a count that name it one of another lot."""

_WORD = re.compile(r"[a-z][\w'’-]*")
_BREAK = re.compile(r"[:;()“”\"]|\bfrom\s$|\bto\s$|\bby\s$")
_BEHIND = re.compile(r"(?:\s(?:were|was|are|have been|had been|being))?\s(?P<words>[a-z]+(?:\s[a-z]+){3})\b")
_THE = re.compile(r"\b(?:all(?:\sthe)?|the|these|those)\s$", re.IGNORECASE)
_MORE = re.compile(
    r"\b(?:other|others|another|more|further|additional|extra|remaining|rest|new|first|second|last|next|previous|former|average)\b", re.I
)
_BEFORE_PART = re.compile(r"\b(?:of|among|than|with|including)\s(?:all\s|the\s)+$", re.IGNORECASE)

_CALENDAR = word_set(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
    October November December
    """
)
_NAME = re.compile(r"(?<=[\w,;:–—\"“'‘(-] )[A-Z][\w'’-]{2,}|(?<=[\w,;:–—(-] )[A-Z]{2,}\b")


def recounts(doc: Document) -> tuple[Recount, ...]:
    """Every figure in the writer's own words that an earlier one for the same contradicts, in text order."""
    figures = [one for one in places(doc, Quantity) if len(one.mention.value) == 1 and not doc.quoted(one.mention.span)]
    same, great = _grouped(figures, _keys), _grouped(figures, _great)
    if not same and not great:
        return ()
    telling = _Telling(doc, Counterparts(next(iter(doc.all(Facts)), Facts()).nouns, figures))
    found: dict[Span, Recount] = {}
    for groups, told in ((great, telling.zeros), (same, telling.differs)):
        for group in groups:
            for at, other in enumerate(group):
                recount = _first(group[:at], other, told)
                if recount and recount.span not in found:
                    found[recount.span] = recount
    return tuple(sorted(found.values(), key=lambda one: one.span))


def _first(earlier: Sequence[Figure], other: Figure, told: Callable[[Figure, Figure], Recount | None]) -> Recount | None:
    """The first of the earlier figures that contradicts this one, where none of them says the same."""
    if any(one.mention.value == other.mention.value for one in earlier):
        return None
    return next((recount for one in earlier if (recount := told(one, other))), None)


def _grouped(figures: Sequence[Figure], keys: Callable[[Figure], Iterator[Hashable]]) -> list[list[Figure]]:
    """Figures that may be for the same: those that have a key in common, unless the draft keeps a tally of it."""
    groups: defaultdict[Hashable, list[Figure]] = defaultdict(list)
    for figure in figures:
        for key in keys(figure):
            groups[key].append(figure)
    return [group for group in groups.values() if 1 < len(group) <= MOST]


def _keys(figure: Figure) -> Iterator[Hashable]:
    """What the figure is for: those who met a fate, what is counted in so many words, "the £3m scheme"."""
    quantity, text = figure.mention, figure.doc.body
    if quantity.kind == "count" and quantity.unit is None and quantity.noun_span and quantity.value[0] > 1:
        if quantity.fate in ("killed", "hurt", "missing"):
            yield quantity.fate, quantity.noun
        counted = _stems(figure)
        if len(counted) >= TELLING:
            yield counted, quantity.fate
        yield quantity.noun
        if behind := _words_behind(figure):
            yield quantity.noun, behind
        if whole := _COMPOUND.match(text, quantity.end):  # "the 340-seat theatre"
            yield quantity.noun, whole["noun"]
    if quantity.kind in ("percent", "money") and len(before := _words_before(figure)) == REPEATED:
        yield quantity.unit, before
    article = _BEFORE_ONE.search(text, max(0, quantity.start - NEAR), quantity.start)
    behind = _ATTRIBUTIVE.match(text, quantity.end)
    if article and behind and quantity.kind in ("money", "measure") and quantity.per is None:
        yield quantity.unit, behind["noun"]


def _great(figure: Figure) -> Iterator[Hashable]:
    """A great figure that may have lost three zeros, or have three too many, by its first digit."""
    quantity = figure.mention
    if quantity.kind in ("money", "count") and quantity.per is None and abs(quantity.value[0]) >= GREAT:
        yield quantity.unit or quantity.noun, quantity.value[0].as_tuple().digits[0]


@dataclass(frozen=True)
class _Telling:
    """What the words round two figures say of whether both are meant for the same."""

    doc: Document
    counterparts: Counterparts

    def zeros(self, one: Figure, other: Figure) -> Recount | None:
        """The same digits for the same, a thousand or a million times apart."""
        a, b = one.mention, other.mention
        telling = any(len(quantity.value[0].normalize().as_tuple().digits) > 1 for quantity in (a, b))
        if not _zeros_apart(a, b) or len(one.context & other.context) < (1 if telling else TELLING):
            return None
        return None if self._other_time(one, other, told=True) else Recount(b.span, b, a, "zeros")

    def differs(self, one: Figure, other: Figure) -> Recount | None:
        """Another figure for the same, of which no word says that it is of another time, place or part."""
        a, b = one.mention, other.mention
        if not _near(a, b) or agree(a, b) or agree(b, a):
            return None
        if _again(one, other):
            return None if self._other_time(one, other, told=True) or _open(a, b) else Recount(b.span, b, a, "differs")
        if one.sentence == other.sentence or allows(a, b):
            return None
        if a.kind == "percent" or a.kind == "money" and not _refers_back(other):
            return self._repeated(one, other)
        if not (a.fate and a.fate == b.fate) and not (_refers_back(other) and max(a.value[0], b.value[0]) >= FEW):
            return None
        if any(_elsewhere(figure) for figure in (one, other)) or _others(one, other):
            return None
        if not self.counterparts.may_be(one, other) or _other_place(one, other):
            return None
        if self._other_time(one, other) and not _COMPOUND.match(other.doc.body, b.end) and not (b.unit and _refers_back(other)):
            return None
        return Recount(b.span, b, a, "differs", self._tellers(one, other))

    def _repeated(self, one: Figure, other: Figure) -> Recount | None:
        """Another rate or sum behind the same words: "the average two-year loan costs"."""
        words = _words_before(one)
        if len(words) < REPEATED or words != _words_before(other) or _other_place(one, other) or self._other_time(one, other):
            return None
        a, b = one.mention, other.mention
        apart = not any(_OTHER.search(figure.around(0, NEAR // 2)) for figure in (one, other))
        return Recount(b.span, b, a, "differs", self._tellers(one, other)) if apart else None

    def _other_time(self, one: Figure, other: Figure, *, told: bool = False) -> bool:
        """Whether the two are of different times; with ``told``, only where each has one of its own."""
        here, there = self._times(one), self._times(other)
        if here and there:
            return not any(_overlap(a, b) for a in here for b in there)
        return not told and any(time.grain not in ("day", "time") for time in (*here, *there))

    def _times(self, figure: Figure) -> list[DateMention]:
        times = self.doc.all(DateMention)
        first = bisect_left(times, figure.sentence.start, key=lambda time: time.start)
        last = bisect_left(times, figure.sentence.end, key=lambda time: time.start)
        return [time for time in times[first:last] if time.type in ("DATE", "TIME") and time.value != "PRESENT_REF"]

    def _tellers(self, one: Figure, other: Figure) -> tuple[Span, Span] | None:
        """Who tells each of the two, where it is not the same."""
        here, there = self._teller(one), self._teller(other)
        if not here or not there or here.of(self.doc.text).lower() == there.of(self.doc.text).lower():
            return None
        return here, there

    def _teller(self, figure: Figure) -> Span | None:
        told = (
            one for one in self.doc.all(Attribution) if one.content and one.source and one.content.covers(figure.mention.span)
        )
        return next((one.source for one in told), None)


def _others(one: Figure, other: Figure) -> bool:
    """Whether both say more closely what they count, and not the same: weapons sites and presidential sites."""
    here, there = (_stems(figure) for figure in (one, other))
    shared = here & there
    return bool(here - shared) and bool(there - shared)


def _stems(figure: Figure) -> frozenset[str]:
    span = figure.mention.noun_span
    return frozenset(stem for stem, _ in content(figure.doc.body, span)) if span else frozenset()


def _elsewhere(figure: Figure) -> bool:
    """Whether the words round it say that it is another figure on purpose, or a part."""
    part = _PART.match(figure.doc.body, figure.mention.end)
    return part is not None or _OTHER.search(figure.around(NEAR, NEAR // 2)) is not None


def _refers_back(figure: Figure) -> bool:
    """Whether it counts those that were told of before ("the 340 jobs"), and not some of many ("the four who left")."""
    text, span, last = figure.doc.body, figure.mention.span, figure.mention.noun_span or figure.mention.span
    if (text[span.end : span.end + 1] == "-" and not _COMPOUND.match(text, span.end)) or _SOME.match(text, last.end):
        return False
    return _DEFINITE.search(text, max(0, span.start - NEAR), span.start) is not None


def _words_before(figure: Figure) -> tuple[str, ...]:
    """The last words of the sentence before the figure."""
    text = figure.doc.body[figure.sentence.start : figure.mention.start].lower()
    return tuple(_WORD.findall(text)[-REPEATED:]) if not _BREAK.search(text[-NEAR:]) else ()


def _words_behind(figure: Figure) -> tuple[str, ...]:
    """The first words behind those counted, without "were": "treated for the effects of"."""
    start = figure.mention.noun_span.end if figure.mention.noun_span else figure.mention.end
    found = _BEHIND.match(figure.doc.body, start, figure.sentence.end)
    return tuple(found["words"].lower().split()) if found else ()


def _again(one: Figure, other: Figure) -> bool:
    """Whether the other counts just those that the one did, in the same words: "the 1,500 rescue workers", "the 93 people
    treated for the effects of smoke"; what is said round them does not matter then."""
    text, at, noun = other.doc.body, other.mention.start, other.mention.noun_span
    if not noun or not _THE.search(text, max(0, at - NEAR), at) or _MORE.search(text, max(0, at - REACH), noun.end):
        return False
    if any(_PART.match(text, figure.mention.end) for figure in (one, other)):
        return False
    stems, behind = _stems(other), _words_behind(other)
    if not stems or stems != _stems(one) or _BEFORE_PART.search(text, max(0, at - REACH), at):
        return False
    return (bool(behind) and behind == _words_behind(one)) or (len(stems) >= TELLING and not _SOME.match(text, noun.end))


def _open(a: Quantity, b: Quantity) -> bool:
    """Whether one leaves room for the other: "more than 9,000" for 9,400."""
    return allows(a, b) and max(a.value[0], b.value[0]) <= WELL_ABOVE * min(a.value[0], b.value[0])


def _zeros_apart(a: Quantity, b: Quantity) -> bool:
    """Whether the one is the other with three or six zeros more, or rounds to it: £3,469,800 and £3.47bn."""
    low, high = sorted((abs(a.value[0]), abs(b.value[0])))
    raised = (low.scaleb(step) for step in (3, 6))
    return any(rounds_to(one, high) or rounds_to(high, one) for one in raised)


def _near(a: Quantity, b: Quantity) -> bool:
    low, high = sorted((abs(a.value[0]), abs(b.value[0])))
    return high <= FAR * low


def _overlap(one: DateMention, other: DateMention) -> bool:
    if one.earliest and one.latest and other.earliest and other.latest:
        return one.earliest <= other.latest and other.earliest <= one.latest
    return one.value == other.value


def _other_place(one: Figure, other: Figure) -> bool:
    """Whether each is told with names, and none is in both."""
    here, there = (_names(figure) for figure in (one, other))
    return bool(here) and bool(there) and not here & there


def _names(figure: Figure) -> frozenset[str]:
    return frozenset(name[:5] for name in _NAME.findall(figure.sentence.of(figure.doc.body)) if name not in _CALENDAR)
