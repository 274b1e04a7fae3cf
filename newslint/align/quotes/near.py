"""The words of a source that come nearest to a stretch of the draft, found by the stems that both have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel, LCSseq

from newslint.align.quotes.texts import SourceWords
from newslint.align.quotes.words import Word
from newslint.kept.regexes import compiled

ALTERED = 0.6
"""Likeness of content stems from which two wordings are one quotation, altered; translations of one
text score 0.67 to 0.75, chance at most 0.36."""

FEW = 3
"""Content words below which a quotation is told by all of its words, and must keep every stem."""

MOST_ROUND = 3
"""How many words are shown beyond those that both wordings have."""

OFTEN = 200
"""Places of one stem in a source that are looked at."""

SHORT = 5
"""Content words below which the small words count too: half of all words must be there."""

_SIDE_BY_SIDE = 6
_STOP = compiled(r"[.!?;:\n“”\"]")


def nearest(whole: Sequence[Word], text: SourceWords, within: range | None = None) -> tuple[float, int, int] | None:
    """The likest stretch, ``within`` these words if need be: how like, and its first and last word."""
    return max(_stretches(whole, text, within or range(len(text.words))), default=None, key=lambda found: found[0])


def alike(whole: Sequence[Word], other: Sequence[Word], score: float, *, quoted: bool) -> bool:
    """Whether two wordings are one quotation: the stems agree, and not by what anybody might say.

    Where few words tell, or the source does not quote them, the small words count too.
    """
    content = [word.stem for word in whole if word.content and not word.negates]
    having = {word.stem for word in other}
    common = sum(stem in having for stem in content)
    if score < ALTERED or not common:
        return False
    if len(content) < FEW:
        return common == len(content)
    in_order = LCSseq.similarity([word.stem for word in whole], [word.stem for word in other])
    return common > 1 and (in_order * 2 >= len(whole) or (quoted and len(content) >= SHORT))


def shared(whole: Sequence[Word], other: Sequence[Word]) -> int:
    """How many of its content words both have."""
    having = {word.stem for word in other}
    return sum(word.stem in having for word in whole if word.content)


def _stretches(whole: Sequence[Word], text: SourceWords, within: range) -> Iterator[tuple[float, int, int]]:
    """Where the telling words line up.

    Each of them that both have votes for the shift between the two texts that would put it in
    place; only around the shifts with most votes are the words compared. A short quotation of
    small words ("I did it") is told by all of them.
    """
    every = sum(word.content for word in whole) < FEW
    telling = [at for at, word in enumerate(whole) if every or word.content]
    votes: Counter[int] = Counter()
    for at in telling:
        for place in text.places.get(whole[at].stem, ())[:OFTEN]:
            if place in within:
                votes[(place - at) // 3] += 1
    wanted = [whole[at].stem for at in telling]
    for bucket, _ in votes.most_common(_SIDE_BY_SIDE):
        start = max(within.start, bucket * 3 - 4)
        stop = min(within.stop, start + len(whole) + 12)
        near = [at for at in range(start, stop) if every or text.words[at].content]
        hits = [at for at in near if text.words[at].stem in wanted]
        if hits:
            having = [text.words[at].stem for at in near if hits[0] <= at <= hits[-1]]
            yield Indel.normalized_similarity(wanted, having), *_rounded_off(whole, text, hits[0], hits[-1])


def _rounded_off(whole: Sequence[Word], text: SourceWords, first: int, last: int) -> tuple[int, int]:
    """The likest stretch with as many words more at either end as the quotation has there, within its sentence."""
    known = [word.stem for word in whole]
    before = min(MOST_ROUND, known.index(text.words[first].stem))
    after = min(MOST_ROUND, known[::-1].index(text.words[last].stem))
    first -= _reach(text, range(first - 1, max(-1, first - before - 3), -1), before, whole[0].form)
    last += _reach(text, range(last + 1, min(len(text.words), last + after + 3)), after, whole[-1].form)
    forms = {word.form for word in whole}
    while not text.words[first].content and text.words[first].form not in forms:
        first += 1
    while not text.words[last].content and text.words[last].form not in forms:
        last -= 1
    return first, last


def _reach(text: SourceWords, beyond: range, count: int, end: str) -> int:
    """How many of the words beyond belong to it: as many as the quotation has, or up to its very first or last word."""
    steps, met = 0, 0
    for steps, at in enumerate(beyond, 1):
        if _stops(text, min(at, at - beyond.step)):
            steps -= 1
            break
        if text.words[at].form == end and count:
            met = steps
    return met or min(steps, count)


def _stops(text: SourceWords, at: int) -> bool:
    """Whether a sentence or a quotation ends between this word and the next."""
    return bool(_STOP.search(text.body, text.words[at].span.end, text.words[at + 1].span.start))
