"""Document -> attributions: source, cue and content of direct, indirect and mixed speech."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from newslint.annotate.speech.cast import names
from newslint.annotate.speech.cues import Form
from newslint.annotate.speech.frames import frame, tokens
from newslint.annotate.speech.reading import readings
from newslint.annotate.speech.saying import Saying, told
from newslint.annotate.speech.scope import with_scope
from newslint.annotate.speech.sources import kind
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, AttributionKind, Quote, Sentence
from newslint.pieces import hits, piece
from newslint.spans import Span

_UNTOLD = compiled(
    r"""\bno\s(?:(?:further|other|more|additional|immediate|official|specific|clear)\s)?
    (?:details?|reasons?|explanations?|figures?|information|names?|cause|motive)
    (?:\s(?:of|about|on|for)\s(?:[\w’'-]+\s){0,5}?[\w’'-]+)?
    \s(?:was|were|is|are|has\sbeen|have\sbeen|had\sbeen)\s(?:immediately\s)?
    (?:given|provided|released|disclosed|offered|revealed|made\spublic)\b(?!\sby\b)""",
    re.VERBOSE | re.IGNORECASE,
)


def attributions(doc: Document) -> tuple[Attribution, ...]:
    """Every attribution, in text order; quotations are read as one word each."""
    text = frame(doc.body, doc.all(Quote))
    outers = [quote.outer for quote in doc.all(Quote)]
    found: list[Attribution] = []
    clauses: list[Span] = []
    for each in readings(text, doc.all(Quote), doc.all(Sentence)):
        said = _with_neighbours(text, each.span, outers, each.sayings)
        clauses += told(each.sayings)
        found += [_attribution(doc.body, text, each.span, saying) for saying in said]
        found += _untold(text, each.span)
    called = names(doc.body, text, (attribution.source for attribution in found if attribution.source), clauses)
    named = (replace(each, source_name=called[each.source]) if each.source else each for each in found)
    ordered = sorted(named, key=lambda attribution: (attribution.span, attribution.cue))
    return tuple(with_scope(doc.body, ordered, doc.all(Sentence), doc.all(Quote)))


def _with_neighbours(text: str, sentence: Span, outers: Sequence[Span], said: Sequence[Saying]) -> Sequence[Saying]:
    """The last saying with the quotation that its colon brings, an only one with the quotation before: "“We won.” Roe said."""
    if not said:
        return said
    at = bisect_left(outers, sentence.end, key=lambda outer: outer.start)
    if text[sentence.start : sentence.end].rstrip().endswith(":"):
        if at < len(outers) and not text[sentence.end : outers[at].start].strip():
            return [*said[:-1], said[-1]._replace(content=outers[at])]
    elif len(said) == 1 and said[0].content is None and at and not text[outers[at - 1].end : sentence.start].strip():
        return [said[0]._replace(content=outers[at - 1])]
    return said


def _attribution(text: str, framed: str, sentence: Span, saying: Saying) -> Attribution:
    spans = [span for span in (saying.cue, saying.source, saying.content) if span]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    source = saying.source
    if source is None:
        return Attribution(whole, saying.cue, "agentless", content=saying.content)
    whose = _kind(sentence.of(framed), source.start - sentence.start, source.end - sentence.start, saying.form)
    return Attribution(whole, saying.cue, whose, source, source.of(text), saying.content)


@lru_cache(maxsize=4096)
def _kind(sentence: str, start: int, end: int, form: Form) -> AttributionKind:
    """What the source is that stands there in a sentence."""
    parts = tokens(sentence, Span(0, len(sentence)))
    inside = [token.cut(end) for token in parts if start <= token.start < end]
    return kind(inside, form, opens=bool(parts) and start == parts[0].start)


def _untold(text: str, sentence: Span) -> Iterator[Attribution]:
    """Passives like "no details were given": somebody kept them back, and the sentence does not say who."""
    for place in piece(sentence.of(text)).found(hits, _UNTOLD):
        cue = place.moved(sentence.start)
        yield Attribution(cue, cue, "agentless")
