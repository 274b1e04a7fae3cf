"""Speakers: each quotation with its speaker and cue, where its sentence or the one before shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from newslint.annotate.speech.cast import names
from newslint.annotate.speech.frames import FILLER, frame
from newslint.annotate.speech.reading import readings
from newslint.annotate.speech.saying import Saying, told
from newslint.kept.regexes import compiled
from newslint.mentions import Quote, Sentence
from newslint.spans import Span

_SPEECH = compiled(rf"{FILLER}+(?:[\s.,…]+{FILLER}+)*[\s.,…]*")
_LEAD = 8  # characters; brackets and dashes aside, a sentence that begins with a quotation begins here


def with_speakers(text: str, quotes: Sequence[Quote], sentences: Sequence[Sentence]) -> Iterator[Quote]:
    """The quotations in order, with speaker and cue filled in where they are found."""
    framed = frame(text, quotes)
    found = _one_speaker(text, list(_spoken_by(text, framed, quotes, sentences)))
    said = [saying for each in readings(framed, quotes, sentences) for saying in each.sayings]
    sources = chain((saying.source for saying in said), (quote.speaker for quote in found))
    called = names(text, framed, (source for source in sources if source), told(said))
    return (replace(quote, speaker_name=called[quote.speaker]) if quote.speaker else quote for quote in found)


def _spoken_by(text: str, framed: str, quotes: Sequence[Quote], sentences: Sequence[Sentence]) -> Iterator[Quote]:
    heads = {sentence.block.start: sentence.block for sentence in sentences}
    read = [(each.span, each.sayings) for each in readings(framed, quotes, sentences)]
    at = 0
    speaking: Saying | None = None  # whose words a quotation without a cue goes on with
    for (span, here), (following, there) in zip(read, [*read[1:], (Span(0, 0), [])], strict=False):
        first = at
        while at < len(quotes) and quotes[at].outer.start < span.end:
            at += 1
        inside = quotes[first:at]
        block = heads.get(span.start)
        if block and not _goes_on(framed, span, block.span, inside, speaking):
            speaking = None
        sourced = any(saying.source for saying in here)
        for quote in inside:
            opens = quote.outer.start - span.start < _LEAD and not text[span.start : quote.outer.start].strip()
            trailing = _trailing(text, span, following, there) if opens and not sourced else None
            saying = _said(quote, here) or trailing or (speaking if (opens or not sourced) and quote.kind != "title" else None)
            speaking = saying or speaking
            yield _spoken(quote, saying)
        if first == at:
            speaking = next((saying for saying in reversed(here) if saying.source), None)
    yield from quotes[at:]


def _one_speaker(text: str, quotes: list[Quote]) -> list[Quote]:
    """A quotation of several paragraphs has one speaker; the one named beside its end speaks from its start."""
    named: Quote | None = None
    for at in range(len(quotes) - 1, 0, -1):
        before, quote = quotes[at - 1], quotes[at]
        named = (quote if _beside(text, quote) else named) if quote.continued else None
        if named and not _beside(text, before):
            quotes[at - 1] = replace(before, speaker=named.speaker, cue=named.cue)
    return quotes


def _beside(text: str, quote: Quote) -> bool:
    """Whether its speaker stands in its own paragraph."""
    cue = quote.cue
    return cue is not None and "\n" not in text[min(cue.start, quote.start) : max(cue.end, quote.end)]


def _goes_on(framed: str, sentence: Span, block: Span, inside: Sequence[Quote], speaking: Saying | None) -> bool:
    """Whether a new block goes on with the speaker of the one before: an open mark, a colon, or speech throughout."""
    if (inside and inside[0].continued) or framed[max(0, sentence.start - 6) : sentence.start].rstrip().endswith(":"):
        return True
    return speaking is not None and _SPEECH.fullmatch(framed, block.start, block.end) is not None


def _trailing(text: str, sentence: Span, following: Span, there: Sequence[Saying]) -> Saying | None:
    """The saying of the next sentence, where that is no more than "Smith said." after a full stop too many."""
    alone = len(there) == 1 and there[0].content is None and there[0].source is not None
    return there[0] if alone and "\n" not in text[sentence.end : following.start] else None


def _said(quote: Quote, here: Sequence[Saying]) -> Saying | None:
    """The saying of the same sentence that this quotation belongs to."""
    with_source = [saying for saying in here if saying.source]
    around = [saying for saying in with_source if saying.content and saying.content.covers(quote.outer)]
    exact = [saying for saying in around if saying.content == quote.outer]
    if exact:
        return exact[0]
    around.sort(key=lambda saying: "think" not in saying.form.sorts)
    before = [saying for saying in around if saying.cue.end <= quote.outer.start]
    if around or quote.kind == "title":
        return next(iter([*before[-1:], *around]), None)
    return next(iter(reversed(with_source)), None)


def _spoken(quote: Quote, saying: Saying | None) -> Quote:
    if quote.speaker or saying is None or saying.source is None:
        return quote
    return replace(quote, speaker=saying.source, cue=saying.cue)
