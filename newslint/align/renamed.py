"""Names that stand in a sentence of the draft where the same sentence of a source has another. No model is asked.

Two sentences are the same where, these names aside, nearly all their content is; two names stand in the
same place where the words beside them are the same, or one of them and part of the name ("Rio Negro", "Rio Verde").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from newslint.align.capitals import TITLES, Run, words
from newslint.align.knownnames import CALENDAR, KnownNames
from newslint.align.likeness import derived, one_name
from newslint.align.offices import HEADS, another
from newslint.align.places import share
from newslint.align.wording import content, stem
from newslint.comparisons import Alignment, Ground, NameMatch
from newslint.document import Document, Dossier
from newslint.facts.common import CAPITALS, CITIES
from newslint.facts.gazetteer import GAZETTEER
from newslint.kept.regexes import compiled
from newslint.spans import Span
from newslint.words import STOP_WORDS, WORD, folded, word_set

_BY_A_WORD, _PARTLY, _WHOLLY = (0.4, 0.3), (0.65, 0.5), (0.8, 0.65)
"""Shares of what the draft's sentence says, and the source's, that the other must have: where the two differ in one of
their words, where some part of them is the same, and where the whole is another."""

_LONGEST = 1_000
"""Characters of a sentence above which it is a list."""

_FEWEST, _FEW = 2, 3
"""Words of content that a sentence must have beside the name; where it has few, all must be the same."""

_ONE_BODY = tuple(map(word_set, ("conservative conservatives tory tories", "republican republicans gop", "navy naval")))
"""Words for one body."""

_OPENS = STOP_WORDS | word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety hundreds thousands millions dozens half most"
)
"""Words that have a capital where they open a sentence, and name nobody there."""

_TOLD = compiled(r"\b(?:[Tt]old|[Tt]ells?|[Tt]elling|[Ii]nterview(?:ed)?\s(?:with|by))\s(?:the\s)?$")
"""What stands before an outlet: every outlet tells of itself."""

_BEFORE = 20
_POSSESSIVE = compiled(r"['’]s?(?!\w)")


@dataclass(frozen=True)
class _Slot:
    """A name in its sentence."""

    doc: Document
    sentence: Span
    run: Run

    @cached_property
    def span(self) -> Span:
        return self.run[0].span.through(self.run[-1].span)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return tuple(word.key for word in self.run)

    @cached_property
    def rest(self) -> frozenset[str]:
        """What the sentence says beside the name."""
        return frozenset(stem for stem, place in content(self.doc.body, self.sentence) if not place.overlaps(self.span))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the sentence."""
        return frozenset(folded(_POSSESSIVE.sub("", word)) for word in WORD.findall(self.sentence.of(self.doc.body)))

    @cached_property
    def before(self) -> str:
        """The word before the name, in its sentence."""
        found = WORD.findall(self.doc.body[self.sentence.start : self.span.start])
        return folded(found[-1]) if found else ""

    @cached_property
    def after(self) -> str:
        """The word after it."""
        found = WORD.search(_POSSESSIVE.sub("", self.doc.body[self.span.end : self.sentence.end], count=1))
        return folded(found[0]) if found else ""


class Runs:
    """The names of a text, by where they stand."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.all = tuple(kept for run in dict.fromkeys(word.run for word in words(doc)) if (kept := _kept(run)))
        self._starts = [run[0].start for run in self.all]

    def within(self, sentence: Span) -> Iterator[_Slot]:
        """The names of one sentence."""
        for at in range(bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)):
            yield _Slot(self.doc, sentence, self.all[at])


def _kept(run: Run) -> Run:
    """Without days, months, and the small words and numbers that open a sentence."""
    return tuple(word for word in run if word.key not in CALENDAR and not (word.opening and word.key in _OPENS))


def strange(run: Run, new: Iterable[Span], known: KnownNames) -> bool:
    """Whether a name has ``new`` words, or two side by side that stand so in no source."""
    kept = _kept(run)
    return any(word.span in new for word in kept) or any(not known.pair(pair[0].key, pair[1].key) for pair in pairwise(kept))


def renamed(runs: Sequence[Run], dossier: Dossier, texts: Mapping[str, Runs]) -> Iterator[NameMatch]:
    """One for each of these strange names of the draft that stands where a source has another."""
    aligned: defaultdict[Span, list[Alignment]] = defaultdict(list)
    for alignment in dossier.all(Alignment) if runs else ():
        aligned[alignment.span].append(alignment)
    sentences = sorted(aligned)
    for run in runs:
        at = bisect_right(sentences, run[0].start, key=lambda span: span.start) - 1
        kept = _kept(run)
        if at < 0 or not kept or not sentences[at].covers(kept[-1].span):
            continue
        slot = _Slot(dossier.draft, sentences[at], kept)
        found = (_instead(slot, alignment, texts[alignment.source]) for alignment in aligned[slot.sentence])
        if match := next(filter(None, found), None):
            yield match


def _instead(ours: _Slot, alignment: Alignment, text: Runs) -> NameMatch | None:
    """The name that the aligned sentence has in place of this one."""
    told = _TOLD.search(ours.doc.body, max(0, ours.span.start - _BEFORE), ours.span.start)
    if told or max(len(ours.sentence), len(alignment.source_span)) > _LONGEST or len(ours.rest) < _FEWEST:
        return None
    for theirs in text.within(alignment.source_span):
        same = sum(any(_one(one, other) for other in theirs.keys) for one in ours.keys)
        before = ours.before == theirs.before
        after = ours.after == theirs.after and (before or bool(ours.after))
        if not (before and after) and not (same and (before or after)):
            continue
        by_a_word = same and same + 1 == len(ours.keys) == len(theirs.keys)
        enough = _BY_A_WORD if by_a_word else _PARTLY if same else _WHOLLY
        enough = (1.0, 1.0) if len(ours.rest) < _FEW else enough
        alike = share(ours.rest, theirs.rest)
        if alike >= enough[0] and share(theirs.rest, ours.rest) >= enough[1] and _another(ours, theirs):
            grounds = Ground("what the two sentences say besides", round(alike, 2)), *_shown(ours, before, after)
            return NameMatch(ours.span, "differs", alike, alignment.source, theirs.span, "other", grounds=grounds)
    return None


def _shown(slot: _Slot, before: bool, after: bool) -> Iterator[Ground]:
    if before and slot.before:
        yield Ground(f"both after “{slot.before}”")
    if after and slot.after:
        yield Ground(f"both before “{slot.after}”")


def _another(ours: _Slot, theirs: _Slot) -> bool:
    """Whether these are names of two, of one kind, and neither sentence has both."""
    mine = [key for key in ours.keys if not any(_one(key, other) for other in theirs.keys)]
    other = [key for key in theirs.keys if not any(_one(key, one) for one in ours.keys)]
    if mine and other and TITLES.issuperset((*mine, *other)):
        return {mine[-1], other[-1]} <= HEADS and another(" ".join(mine), " ".join(other))
    mine, other = ([key for key in keys if key not in TITLES] for keys in (mine, other))
    if not mine or not other or theirs.words.intersection(mine) or ours.words.intersection(other):
        return False
    if not ours.rest.isdisjoint(map(stem, other)) or not theirs.rest.isdisjoint(map(stem, mine)):
        return False
    if _short(mine, other) or _short(other, mine) or any(mine[0] in body and other[0] in body for body in _ONE_BODY):
        return False
    return len({_kind(ours), _kind(theirs)} - {""}) < 2 and _initials(ours, mine) == _initials(theirs, other)


def _one(one: str, other: str) -> bool:
    return one == other or one_name(one, other) or derived(one, other) or stem(one) == stem(other)


def _short(one: Sequence[str], other: Sequence[str]) -> bool:
    """Jen and Jennifer, J. and Jennifer; NATO and North Atlantic Treaty Organisation."""
    return other[0].startswith(one[0]) or (len(one) == 1 and len(other) > 1 and one[0] == "".join(key[0] for key in other))


def _initials(slot: _Slot, keys: Sequence[str]) -> bool:
    """Whether any of these words of it is in capitals: "RB Bush" and "Reggie Bush" are one."""
    return any(word.key in keys and word.printed.isupper() for word in slot.run)


def _kind(slot: _Slot) -> str:
    """What the gazetteer takes it for, if it is there: a city is no country."""
    name = " ".join(word.printed for word in slot.run)
    return "city" if name in CITIES or name in CAPITALS else GAZETTEER.get(name, "")
