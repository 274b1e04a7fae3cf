"""A source as words: where each stem stands, its quotations, and where it has a quotation of the draft word for word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from newslint.align.quotes.words import FULL, Part, words
from newslint.document import Source
from newslint.mentions import Quote, Sentence
from newslint.spans import Span

FARTHEST = 400
"""Words that an ellipsis may stand for."""

LONGEST_NAME = 6
"""Words of the source that "[the mayor]" may stand for."""

SPOKEN = ("transcript", "primary", "press-release", "interview", "notes")
"""Kinds of source that are somebody's words throughout."""

_OFTEN = 20
"""How many places of one wording are looked at."""

Places = tuple[tuple[int, int], ...]
"""For each part of a quotation, the indexes of its first and last word."""


class SourceWords:
    """The whole text of a source as words, not only what it quotes."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.body = source.doc.body
        self.words = list(words(self.body, Span(0, len(self.body))))
        self.exact = Running([word.form for word in self.words])

    @cached_property
    def full(self) -> Running:
        """The text with its contractions written out."""
        return Running([FULL.get(word.form, word.form) for word in self.words])

    @cached_property
    def places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self.words):
            places[word.stem].append(at)
        return places

    @cached_property
    def _quotes(self) -> list[tuple[int, int, Quote]]:
        return [(quote.outer.start, quote.outer.end, quote) for quote in self.source.doc.all(Quote)]

    @property
    def spoken(self) -> bool:
        """Whether it is somebody's words throughout."""
        return self.source.kind in SPOKEN or not self._quotes

    def quote_at(self, span: Span) -> Quote | None:
        """The quotation of the source that these words stand in, most of them at least."""
        middle = (span.start + span.end) // 2
        at = bisect_right(self._quotes, middle, key=lambda row: row[0]) - 1
        return self._quotes[at][2] if at >= 0 and self._quotes[at][1] > middle else None

    def quote_before(self, offset: int) -> Quote | None:
        """The last quotation that ended before this place."""
        at = bisect_right(self._quotes, offset, key=lambda row: row[1]) - 1
        return self._quotes[at][2] if at >= 0 else None

    @cached_property
    def sentences(self) -> Sequence[Sentence]:
        return self.source.doc.all(Sentence)

    def sentence_at(self, offset: int) -> int | None:
        """The index of the sentence round this place."""
        at = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return at if at >= 0 and self.sentences[at].end > offset else None

    def span(self, first: int, last: int) -> Span:
        return self.words[first].span.through(self.words[last].span)

    def verbatim(self, parts: Sequence[Part]) -> Iterator[Places]:
        """Where the source has these words in this order, gaps only where the draft shows one."""
        return self.exact.places([[word.form for word in part.words] for part in parts], [part.sign for part in parts])

    def written_out(self, parts: Sequence[Part]) -> Iterator[Places]:
        """The same where one side contracts what the other writes out ("we're", "we are")."""
        wanted = [[FULL.get(word.form, word.form) for word in part.words] for part in parts]
        return self.full.places(wanted, [part.sign for part in parts])


class Running:
    """Forms as one string, so that finding words in their order is a search for a string."""

    def __init__(self, forms: Sequence[str]) -> None:
        self.text = f" {' '.join(forms)} "
        self.starts: list[int] = []
        at = 1
        for form in forms:
            self.starts.append(at)
            at += len(form) + 1

    def places(self, wanted: Sequence[Sequence[str]], signs: Sequence[str]) -> Iterator[Places]:
        """Each place of the first part from which the others follow."""
        for first in islice(self._all(wanted[0], 0, len(self.starts)), _OFTEN):
            found = [first]
            for forms, sign in zip(wanted[1:], signs[1:], strict=True):
                last = found[-1][1]
                reach = LONGEST_NAME if sign == "bracket" else FARTHEST
                following = next(self._all(forms, last + 1, last + 1 + reach), None)
                if following is None:
                    break
                found.append(following)
            else:
                yield tuple(found)

    def _all(self, forms: Sequence[str], at: int, before: int) -> Iterator[tuple[int, int]]:
        """Where these forms stand in a row, from the word ``at`` on; the first of them no later than at ``before``."""
        sought = f" {' '.join(forms)} "
        while at < len(self.starts):
            end = self.starts[before] + len(sought) if before < len(self.starts) else len(self.text)
            found = self.text.find(sought, self.starts[at] - 1, end)
            if found < 0:
                return
            first = bisect_left(self.starts, found + 1)
            yield first, first + len(forms) - 1
            at = first + 1
