"""A figure or a date where it stands, and the content of the words round it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from newslint.align.events import events
from newslint.document import Document
from newslint.mentions import DateMention, Quantity, Sentence
from newslint.spans import Span
from newslint.words import content_words

M = TypeVar("M", bound=Quantity | DateMention)
REACH = 60
"""How many characters either side of a mention say what it is about."""


@dataclass(frozen=True)
class Place(Generic[M]):
    """A mention in its sentence."""

    doc: Document
    mention: M
    sentence: Span

    @property
    def value(self) -> object:
        """What the mention says, as a key to look it up by: the figures, or the TIMEX3 value."""
        return ("says", self.mention.value)

    @cached_property
    def context(self) -> frozenset[str]:
        """The content of the words round it."""
        return keys(self.around(REACH, REACH))

    @cached_property
    def events(self) -> frozenset[str]:
        """The classes of event that the words next to it name, more of them after it than before."""
        return events(self.around(REACH // 2, REACH))

    def around(self, before: int, after: int) -> str:
        """So many characters either side, within the sentence."""
        start, end = max(self.sentence.start, self.mention.start - before), min(self.sentence.end, self.mention.end + after)
        return f"{self.doc.body[start : self.mention.start]} {self.doc.body[self.mention.end : end]}"


def places(doc: Document, kind: type[M]) -> Sequence[Place[M]]:
    """Every mention of this kind that stands in a sentence, in text order."""
    return doc.once(_places, kind)


def _places(doc: Document, kind: type[M]) -> Sequence[Place[M]]:
    return list(within(doc, doc.all(kind)))


def within(doc: Document, mentions: Iterable[M]) -> Iterator[Place[M]]:
    """Those of the mentions, in text order, that stand in a sentence."""
    sentences = iter(doc.all(Sentence))
    sentence = next(sentences, None)
    for mention in mentions:
        while sentence and sentence.end <= mention.start:
            sentence = next(sentences, None)
        if sentence:
            yield Place(doc, mention, sentence.span)


@lru_cache(maxsize=8192)
def keys(words: str) -> frozenset[str]:
    """The content of some words as passages are compared: five letters each, so that Korea meets
    Korean and deployed meets deployment; figures left out, since they are what is compared.
    """
    return frozenset(word[:5] for word in content_words(words) if not any(letter.isdigit() for letter in word))


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the first the second has, from 0 to 1."""
    return len(one & other) / len(one) if one else 0.0
