"""Two wordings of one quotation: where they differ, and what kind of difference that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from newslint.align.quotes.words import FULL, NEGATIONS, Word
from newslint.comparisons import QuoteChange, WordChange
from newslint.kept.regexes import compiled
from newslint.spans import Span
from newslint.words import word_set

_SMALL = word_set("a an the that")
_MENDS = [
    word_set(row)
    for row in """
        is are am 's
        was were
        has have 's
        had would 'd
        do does
        a an
        gonna going
        gotta got
        them em
        because cause cos
        who whom that which
        this these
        that those
        me i
        we us
        'll shall
    """.strip().splitlines()
]
"""Words that stand for each other where grammar is mended, or a contraction is written out."""

_CHATTER = ("you know", "i mean", "sort of", "kind of", "yes", "yeah", "well", "okay", "look", "to")
"""What may be left out of spoken words: fillers, and the "to" of "gonna"."""

_VERBS = compiled(r"(?:den(?:y|ie[sd])|fail(?:s|ed)?|refus(?:es?|ed)|reject(?:s|ed)?|unable)$")
"""Verbs that take back what follows them."""

_PREFIX = compiled(
    r"un(?!less$|til$|ion$|ite)(?=\w{4})|non(?=\w{4})"
    r"|in(?=(?:accurate|adequate|appropriate|capable|complete|correct|credible|effective|efficient|sufficient|secure|tolerable|valid)$)"
    r"|im(?=(?:possible|proper|moral|partial|patient|practical|probable)$)|il(?=(?:legal|legitimate|logical)$)"
    r"|ir(?=(?:regular|relevant|responsible|rational)$)|dis(?=(?:agreed?|approved?|honest|loyal|satisfied|similar|liked?)$)"
)
_SUPPORT = word_set("do does did is are was were will would can could has have had be any some a the ever always all every")
"""What comes and goes with a negation: "did not go" and "went", "no money" and "some money"."""

SHOWN = 90
"""Characters of a quotation that are shown in full."""

ROUND = 3
"""Words shown on either side of those that differ."""

MOST_ELSE = 0.2
"""Share of other words that may differ where a lost negation is what sets two wordings apart."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The words of the draft, and those of the source in their place; one of them may be none."""

    ours: Sequence[Word]
    theirs: Sequence[Word]
    place: WordChange

    @property
    def trivial(self) -> bool:
        """Whether a careful desk would let it pass: spelling, a contraction, a filler, an article, grammar mended."""
        ours, theirs = [_full(word) for word in self.ours], [_full(word) for word in self.theirs]
        if "".join(ours) == "".join(theirs):
            return True
        if not ours or not theirs:
            words = ours or theirs
            return " ".join(words) in _CHATTER or set(words) <= _SMALL
        return len(ours) == len(theirs) and all(map(_mended, ours, theirs))

    @property
    def flips(self) -> bool:
        """Whether one side says no where the other does not."""
        ours, theirs = [word.form for word in self.ours], [word.form for word in self.theirs]
        if (_says_no(ours) + _says_no(theirs)) % 2:
            return True
        return any(
            _PREFIX.sub("", one, count=1) == other or one == _PREFIX.sub("", other, count=1)
            for one, other in zip(ours, theirs, strict=False)
            if one != other
        )

    @property
    def weight(self) -> int:
        """How many words differ, those left out that come and go with a negation."""
        return max(*(sum(_full(word) not in _SUPPORT for word in side) for side in (self.ours, self.theirs)), 0)


def differences(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[Difference]:
    """The stretches in which two wordings differ, in order."""
    codes = Levenshtein.opcodes([word.form for word in ours], [word.form for word in theirs])
    for same, group in groupby(codes, key=lambda code: code.tag == "equal"):
        run = list(group)
        if not same:
            here, there = (run[0].src_start, run[-1].src_end), (run[0].dest_start, run[-1].dest_end)
            place = WordChange(_span(ours, *here), _span(theirs, *there))
            yield Difference(ours[slice(*here)], theirs[slice(*there)], place)


def trimmed(ours: Sequence[Word], theirs: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """The stretch of the source without what it has before the quotation's first word, and after its last."""
    codes = Levenshtein.opcodes([word.form for word in ours], [word.form for word in theirs[first : last + 1]])
    if codes and codes[0].tag == "insert" and len(codes) > 1:
        first += codes[0].dest_end
    if codes and codes[-1].tag == "insert" and len(codes) > 1:
        last -= codes[-1].dest_end - codes[-1].dest_start
    return first, last


def change(found: Sequence[Difference], length: int) -> QuoteChange:
    """What kind of difference these are together, in a quotation of so many words."""
    grave = [one for one in found if not one.trivial]
    if not grave:
        return "trivial" if found else "none"
    if sum(one.flips for one in grave) == 1 and sum(one.weight for one in grave) - 1 <= MOST_ELSE * length:
        return "negated"
    return "reworded" if any(one.ours and one.theirs for one in grave) else "altered"


def stretch(changes: Sequence[WordChange], ours: tuple[str, Span], theirs: tuple[str, Span]) -> WordChange | None:
    """Where a long quotation differs, a few words round it; None where the whole is short enough to be shown.

    ``ours`` and ``theirs`` are the two texts, and where the quotation stands in each. Changes too far
    apart to be shown together are told by the first.
    """
    if not changes or max(len(ours[1]), len(theirs[1])) <= SHOWN:
        return None
    together = WordChange(changes[0].span.through(changes[-1].span), changes[0].other.through(changes[-1].other))
    for one in (together, changes[0]):
        shown = WordChange(_widened(*ours, one.span), _widened(*theirs, one.other))
        if max(len(shown.span), len(shown.other)) <= SHOWN:
            break
    return shown


def _widened(text: str, bounds: Span, inner: Span) -> Span:
    """The span with ROUND words more on either side."""
    words = [(found.start(), found.end()) for found in re.finditer(r"\S+", text[bounds.start : bounds.end])]
    at = Span(inner.start - bounds.start, inner.end - bounds.start)
    first = sum(end <= at.start for _, end in words)
    last = sum(start < at.end for start, _ in words) if at else first
    start = words[max(0, first - ROUND)][0]
    return Span(bounds.start + start, bounds.start + words[min(len(words), last + ROUND) - 1][1])


def _span(words: Sequence[Word], first: int, end: int) -> Span:
    """The words from ``first`` up to ``end``; where there are none, the place behind the word before."""
    if first < end:
        return words[first].span.through(words[end - 1].span)
    at = words[first - 1].span.end if first else words[0].span.start
    return Span(at, at)


def _full(word: Word) -> str:
    return FULL.get(word.form, word.form)


def _mended(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in _MENDS)


def _says_no(forms: Sequence[str]) -> int:
    return sum(form in NEGATIONS or bool(_VERBS.match(form)) for form in forms)
