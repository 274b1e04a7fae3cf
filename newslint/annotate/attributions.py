"""Document -> attributions: source, cue and content of direct, indirect and mixed speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.annotate.speech.frames import Token, frame, joined, tokens
from newslint.annotate.speech.sayings import Saying, sayings
from newslint.annotate.speech.sources import kind
from newslint.document import Document
from newslint.mentions import Attribution, Quote, Sentence
from newslint.spans import Span

_UNTOLD = re.compile(
    r"""\bno\s(?:(?:further|other|more|additional|immediate|official|specific|clear)\s)?
    (?:details?|reasons?|explanations?|figures?|information|names?|cause|motive)
    (?:\s(?:of|about|on|for)\s(?:[\w’'-]+\s){0,5}?[\w’'-]+)?
    \s(?:was|were|is|are|has\sbeen|have\sbeen|had\sbeen)\s(?:immediately\s)?
    (?:given|provided|released|disclosed|offered|revealed|made\spublic)\b(?!\sby\b)""",
    re.VERBOSE | re.IGNORECASE,
)


def attributions(doc: Document) -> tuple[Attribution, ...]:
    """Every attribution, in text order; quotations are read as one word each."""
    outers = [quote.outer for quote in doc.all(Quote)]
    text = frame(doc.body, outers)
    sentences = doc.all(Sentence)
    heads = {sentence.block.start for sentence in sentences}
    found: list[Attribution] = []
    for span in joined((sentence.span for sentence in sentences), outers):
        parts = tokens(text, span)
        found += (_attribution(doc.text, parts, saying) for saying in sayings(parts, headed=span.start in heads))
        found += _untold(text, span)
    return tuple(sorted(found, key=lambda attribution: (attribution.span, attribution.cue)))


def _attribution(text: str, parts: Sequence[Token], saying: Saying) -> Attribution:
    spans = [span for span in (saying.cue, saying.source, saying.content) if span]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    source = saying.source
    if source is None:
        return Attribution(whole, saying.cue, "agentless", content=saying.content)
    inside = [token for token in parts if source.start <= token.start and token.end <= source.end]
    opens = bool(parts) and source.start == parts[0].start
    return Attribution(whole, saying.cue, kind(inside, saying.form, opens=opens), source, source.of(text), saying.content)


def _untold(text: str, sentence: Span) -> Iterator[Attribution]:
    """Passives like "no details were given": somebody kept them back, and the sentence does not say who."""
    for match in _UNTOLD.finditer(text, sentence.start, sentence.end):
        cue = Span(*match.span())
        yield Attribution(cue, cue, "agentless")
