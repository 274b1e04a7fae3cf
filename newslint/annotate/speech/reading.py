"""A framed text read once for two layers: its sentences with their tokens and sayings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newslint.annotate.speech.frames import joined, tokens
from newslint.annotate.speech.saying import Saying
from newslint.annotate.speech.sayings import outermost, sayings
from newslint.mentions import Quote, Sentence
from newslint.spans import Span


@dataclass(frozen=True)
class Reading:
    """A sentence of a frame, or some that meet inside one quotation."""

    framed: str
    span: Span
    sayings: Sequence[Saying]
    """Those that are nobody else's words (``outermost``)."""


def readings(framed: str, quotes: Iterable[Quote], sentences: Iterable[Sentence]) -> Sequence[Reading]:
    """Every sentence of a frame; the quotes and the attributions of a document ask for the same one after the other."""
    told = tuple(sentences)
    spans = tuple(joined((sentence.span for sentence in told), [quote.outer for quote in quotes]))
    return _readings(framed, spans, frozenset(sentence.block.start for sentence in told))


@lru_cache(maxsize=1)
def _readings(framed: str, spans: tuple[Span, ...], heads: frozenset[int]) -> Sequence[Reading]:
    found = []
    for span in spans:
        heard = _heard(span.of(framed), headed=span.start in heads)
        found.append(Reading(framed, span, [_moved(saying, span.start) for saying in heard]))
    return found


@lru_cache(maxsize=4096)
def _heard(sentence: str, *, headed: bool) -> Sequence[Saying]:
    """The sayings of a sentence by itself, which is there again when another is changed."""
    return outermost(sayings(tokens(sentence, Span(0, len(sentence))), headed=headed), sentence)


def _moved(saying: Saying, by: int) -> Saying:
    return saying._replace(
        cue=saying.cue.moved(by),
        source=saying.source.moved(by) if saying.source is not None else None,
        content=saying.content.moved(by) if saying.content is not None else None,
    )
