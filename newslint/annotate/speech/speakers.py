"""Speakers: each quotation with its speaker and cue, where its sentence or the one before shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newslint.annotate.speech.frames import frame, joined, tokens
from newslint.annotate.speech.sayings import Saying, sayings
from newslint.mentions import Quote, Sentence
from newslint.spans import Span

_LEAD = 8  # characters; brackets and dashes aside, a sentence that begins with a quotation begins here


def with_speakers(text: str, quotes: Sequence[Quote], sentences: Sequence[Sentence]) -> Iterator[Quote]:
    """The quotations in order, with speaker and cue filled in where they are found."""
    outers = [quote.outer for quote in quotes]
    framed = frame(text, outers)
    heads = {sentence.block.start for sentence in sentences}
    at = 0
    speaking: Saying | None = None  # whose words a quotation without a cue goes on with
    for span in joined((sentence.span for sentence in sentences), outers):
        headed = span.start in heads
        here = sayings(tokens(framed, span), headed=headed)
        first = at
        while at < len(quotes) and quotes[at].outer.start < span.end:
            at += 1
        if headed and not _goes_on(text, span, quotes[first:at]):
            speaking = None
        for quote in quotes[first:at]:
            opens = quote.outer.start - span.start < _LEAD and not text[span.start : quote.outer.start].strip()
            saying = _said(quote, here) or (speaking if opens else None)
            speaking = saying or speaking
            yield _spoken(text, quote, saying)
        if first == at:
            speaking = next((saying for saying in reversed(here) if saying.source), None)
    yield from quotes[at:]


def _goes_on(text: str, sentence: Span, inside: Sequence[Quote]) -> bool:
    """Whether a new block goes on with the speaker of the one before."""
    return (bool(inside) and inside[0].continued) or text[max(0, sentence.start - 6) : sentence.start].rstrip().endswith(":")


def _said(quote: Quote, here: Sequence[Saying]) -> Saying | None:
    """The saying of the same sentence that this quotation belongs to."""
    with_source = [saying for saying in here if saying.source]
    around = [saying for saying in with_source if saying.content and saying.content.covers(quote.outer)]
    exact = [saying for saying in around if saying.content == quote.outer]
    if exact:
        return exact[0]
    around.sort(key=lambda saying: "think" not in saying.form.sorts)
    before = [saying for saying in around if saying.cue.end <= quote.outer.start]
    return before[-1] if before else around[0] if around else next(iter(reversed(with_source)), None)


def _spoken(text: str, quote: Quote, saying: Saying | None) -> Quote:
    if saying is None or saying.source is None:
        return quote
    return replace(quote, speaker=saying.source, speaker_name=saying.source.of(text), cue=saying.cue)
