"""A framed text read once for two layers: its sentences with their tokens and sayings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from newslint.annotate.speech.frames import Token, joined, tokens
from newslint.annotate.speech.saying import Saying
from newslint.annotate.speech.sayings import sayings
from newslint.mentions import Quote, Sentence
from newslint.spans import Span


class Reading(NamedTuple):
    """A sentence, or some that meet inside one quotation."""

    span: Span
    tokens: Sequence[Token]
    sayings: Sequence[Saying]


def readings(framed: str, quotes: Iterable[Quote], sentences: Iterable[Sentence]) -> Sequence[Reading]:
    """Every sentence of a frame; the quotes and the attributions of a document ask for the same one after the other."""
    told = tuple(sentences)
    spans = tuple(joined((sentence.span for sentence in told), [quote.outer for quote in quotes]))
    return _readings(framed, spans, frozenset(sentence.block.start for sentence in told))


@lru_cache(maxsize=1)
def _readings(framed: str, spans: tuple[Span, ...], heads: frozenset[int]) -> Sequence[Reading]:
    found = []
    for span in spans:
        parts = tokens(framed, span)
        found.append(Reading(span, parts, sayings(parts, headed=span.start in heads)))
    return found
