"""Passages of the draft that a source has in the same words, outside quotation marks on both sides."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from newslint.comparisons import Alignment, Copy
from newslint.document import Document, Dossier
from newslint.kept.regexes import compiled
from newslint.mentions import BlockKind, Sentence
from newslint.spans import Cover, Span
from newslint.words import STOP_WORDS, word_set

RUN = 8
"""Words in a row from which a passage is a copy."""

TILE, SHARE, ALIGNED, LEAST, MOST = 3, 0.6, 0.35, 12, 120
"""A sentence of ``LEAST`` to ``MOST`` words is copied, in another order, where so much of it stands in pieces of at
least ``TILE`` words in a sentence of a source that is so much alike."""

TELLING = 3
"""Words of their own, neither names nor small words, that a copy must have: titles and offices have none."""

_PROSE: frozenset[BlockKind] = frozenset({"paragraph", "list-item", "standfirst", "caption"})
_WORD = compiled(r"[^\W_]+(?:['’.,][^\W_]+)*")
_HONORIFICS = word_set("mr mrs ms miss dr sir")
_OPENING = compiled(r"(?:^|[.!?:][”\"’')]?\s+|\n\s*)[“\"‘'(]?$")
_STOCK = compiled(
    r"""did\snot\s(?:immediately\s)?(?:respond|reply|return)|declined\sto\s(?:comment|be|give)|(?:could|can)\snot\s(?:immediately\s)?be\s
    (?:reached|verified)|request(?:s|ed)?\s(?:for\scomment|anonymity)|condition\sof\sanonymity|not\sauthori[sz]ed\sto|
    an\sinvestigation\sis|anyone\swith\sinformation|is\sscheduled\sto\sappear|pleaded\snot\sguilty|have\sbeen\sinformed""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that every paper has in the same order."""


class _Word(NamedTuple):
    form: str
    start: int
    end: int


class Wording:
    """The words of a text that are its writer's own, in stretches that no quotation or layout breaks."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.stretches: list[list[_Word]] = [list(words) for words in _stretches(doc) if words]

    @cached_property
    def index(self) -> Mapping[tuple[str, ...], tuple[int, int]]:
        """Where each run of ``RUN`` words first stands: stretch and word."""
        return _run_index(self.stretches)

    @cached_property
    def sentences(self) -> Mapping[int, Sequence[_Word]]:
        """The words of each sentence, by where it starts; a quotation may stand between them."""
        found: defaultdict[int, list[_Word]] = defaultdict(list)
        words = iter([word for stretch in self.stretches for word in stretch])
        word = next(words, None)
        for sentence in self.doc.all(Sentence):
            while word and word.start < sentence.end:
                if word.start >= sentence.start:
                    found[sentence.start].append(word)
                word = next(words, None)
        return found

    @cached_property
    def count(self) -> int:
        return sum(map(len, self.stretches))

    def telling(self, words: Iterable[_Word]) -> int:
        """How many of them are neither names nor small words."""
        return sum(word.form not in STOP_WORDS and word.form.isalpha() and not self._name(word) for word in words)

    def _name(self, word: _Word) -> bool:
        text = self.doc.own_words
        return text[word.start].isupper() and not _OPENING.search(text, max(0, word.start - 4), word.start)


def _run_index(stretches: Sequence[Sequence[_Word]]) -> dict[tuple[str, ...], tuple[int, int]]:
    index: dict[tuple[str, ...], tuple[int, int]] = {}
    for at, words in enumerate(stretches):
        forms = [word.form for word in words]
        for start, run in enumerate(zip(*(forms[ahead:] for ahead in range(RUN)))):  # noqa: B905  the shortest ends it
            index.setdefault(run, (at, start))
    return index


def _stretches(doc: Document) -> Iterator[list[_Word]]:
    """The words of each block, cut where a quotation stands between."""
    text = doc.own_words
    words: list[_Word] = []
    block, end = None, 0
    for sentence in doc.all(Sentence):
        if sentence.block.kind not in _PROSE:
            continue
        if sentence.block != block:
            yield words
            words = []
        block = sentence.block
        for match in _WORD.finditer(text, sentence.start, sentence.end):
            if words and match.start() - end > 1 and doc.quoted(Span(end, match.start())):  # a space alone is no quotation
                yield words
                words = []
            end = match.end()
            form = match[0].lower().replace("’", "'")
            if form not in _HONORIFICS:
                words.append(_Word(form, *match.span()))
    yield words


def copies(dossier: Dossier) -> tuple[Copy, ...]:
    """One for each passage, in text order: the longest runs first, then sentences put in another order."""
    draft = dossier.draft.once(Wording)
    sources = {source.id: source.doc.once(Wording) for source in dossier.sources}
    runs = [copy for words in draft.stretches for copy in _runs(draft, words, sources)]
    taken = Cover(copy.span for copy in runs)
    reordered = [copy for copy in _reordered(dossier, draft, sources) if not taken.touches(copy.span)]
    return tuple(sorted([*runs, *reordered], key=lambda copy: copy.span))


def shared(one: Wording, other: Wording) -> float:
    """How much of the shorter of two texts stands in the other, word for word."""
    short, long = sorted((one, other), key=lambda wording: wording.count)
    if not short.count:
        return 0.0
    return sum(end - start for words in short.stretches for start, end, _, _ in _found(words, long)) / short.count


def _runs(draft: Wording, words: Sequence[_Word], sources: Mapping[str, Wording]) -> Iterator[Copy]:
    """The runs that a stretch shares with the sources; of two that overlap the longer, pieces of one passage made one."""
    runs = _run_index([words])
    found = [
        (start, end, source, Span(theirs[0].start, theirs[-1].end))
        for source, wording in sources.items()
        if not wording.index.keys().isdisjoint(runs)
        for start, end, at, first in _found(words, wording)
        for theirs in [wording.stretches[at][first : first + end - start]]
    ]
    kept: list[tuple[int, int, str, Span, int]] = []
    free = [True] * len(words)
    for start, end, source, place in sorted(found, key=lambda run: (run[0] - run[1], run[0])):
        if all(free[start:end]):
            free[start:end] = [False] * (end - start)
            kept.append((start, end, source, place, end - start))
    for start, end, source, place, count in _joined(sorted(kept)):
        span = Span(words[start].start, words[end - 1].end)
        if draft.telling(words[start:end]) >= TELLING and not _stock(span, count, draft.doc):
            yield Copy(span, source, place, count, count / (end - start), count / draft.count)


def _stock(span: Span, count: int, draft: Document) -> bool:
    """Whether a short passage is one that every paper has in these words."""
    return count < 2 * RUN and bool(_STOCK.search(span.of(draft.body)))


def _joined(runs: Sequence[tuple[int, int, str, Span, int]]) -> list[tuple[int, int, str, Span, int]]:
    """Runs of one source with no more than a few words between them, as one."""
    joined: list[tuple[int, int, str, Span, int]] = []
    for start, end, source, place, count in runs:
        if joined and joined[-1][2] == source and start - joined[-1][1] <= RUN // 2 and place.start >= joined[-1][3].start:
            first, _, _, before, words = joined.pop()
            joined.append((first, end, source, before.through(place), words + count))
        else:
            joined.append((start, end, source, place, count))
    return joined


def _found(words: Sequence[_Word], other: Wording) -> Iterator[tuple[int, int, int, int]]:
    """Runs of these words that the other text has: from word, to word, and its stretch and word."""
    forms = [word.form for word in words]
    at = 0
    while at + RUN <= len(forms):
        place = other.index.get(tuple(forms[at : at + RUN]))
        if place is None:
            at += 1
            continue
        theirs, first = other.stretches[place[0]], place[1]
        length = RUN
        while at + length < len(forms) and first + length < len(theirs) and forms[at + length] == theirs[first + length].form:
            length += 1
        yield at, at + length, *place
        at += length


def _reordered(dossier: Dossier, draft: Wording, sources: Mapping[str, Wording]) -> Iterator[Copy]:
    """Sentences made almost wholly of pieces of one sentence of a source."""
    best: dict[Span, Copy] = {}
    mine, theirs = draft.sentences, {source: wording.sentences for source, wording in sources.items()}
    for alignment in dossier.all(Alignment):
        words = mine.get(alignment.span.start, [])
        other = theirs[alignment.source].get(alignment.source_span.start, [])
        if alignment.score < ALIGNED or not LEAST <= len(words) <= MOST or not LEAST // 2 <= len(other) <= MOST:
            continue
        tiles = _tiles(tuple(word.form for word in words), tuple(word.form for word in other))
        covered = [at for start, end, _ in tiles for at in range(start, end)]
        if len(covered) < SHARE * len(words) or draft.telling(words[at] for at in covered) < TELLING:
            continue
        span = Span(words[min(covered)].start, words[max(covered)].end)
        ends = [(other[first].start, other[first + end - start - 1].end) for start, end, first in tiles]
        place = Span(min(start for start, _ in ends), max(end for _, end in ends))
        count = len(covered)
        copy = Copy(span, alignment.source, place, count, count / len(words), count / draft.count, reordered=True)
        if _stock(span, copy.words, dossier.draft):
            continue
        if alignment.span not in best or copy.words > best[alignment.span].words:
            best[alignment.span] = copy
    return iter(best.values())


@lru_cache(maxsize=4096)
def _tiles(one: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[int, int, int]]:
    """Pieces of at least ``TILE`` words that both have, the longest first, none used twice (greedy string tiling)."""
    tiles: list[tuple[int, int, int]] = []
    mine, theirs = [True] * len(one), [True] * len(other)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, form in enumerate(other):
        places[form].append(at)
    while True:
        best = (0, 0, 0)
        for start in range(len(one)):
            for first in places.get(one[start], ()):
                length = 0
                while (
                    start + length < len(one)
                    and first + length < len(other)
                    and mine[start + length]
                    and theirs[first + length]
                    and one[start + length] == other[first + length]
                ):
                    length += 1
                if length > best[0]:
                    best = (length, start, first)
        length, start, first = best
        if length < TILE:
            return tiles
        mine[start : start + length] = [False] * length
        theirs[first : first + length] = [False] * length
        tiles.append((start, start + length, first))
