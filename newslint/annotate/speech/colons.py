"""Sayings without a verb: "Roe: taxes will fall", "a report was clear: “...”", "“Mill to close,” by Jane Roe"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.annotate.speech import subjects
from newslint.annotate.speech.cues import FORMS, Form
from newslint.annotate.speech.frames import Token
from newslint.annotate.speech.saying import Saying, span_of, stretch
from newslint.spans import Span
from newslint.words import word_set

_COLON = Form(":", frozenset({"say"}), frozenset({"base"}))
_NO_SPEAKER = word_set(
    """
    update watch exclusive video photo photos photograph breaking read live related more note editor's listen caption
    correction latest notice daily weekly name age q a question answer
    """
)


def speaker_colon(tokens: Sequence[Token]) -> Iterator[Saying]:
    """A name and a colon at the head of a block: "Graham: tax plan is dead"."""
    at = next((k for k, token in enumerate(tokens[:8]) if token.text == ":"), 0)
    name = tokens[:at]
    if (
        not name
        or at + 1 >= len(tokens)
        or {name[0].low, name[-1].low} & _NO_SPEAKER
        or any(token.low in FORMS for token in name)
    ):
        return
    if all(token.capital or token.low in ("of", "the", "de", "&") for token in name) and (
        tokens[at + 1].capital or tokens[at + 1].quote
    ):
        cue = Span(tokens[at].start, tokens[at].end)
        yield Saying(cue, _COLON, span_of(tokens, (0, at - 1)), stretch(tokens, at + 1, len(tokens) - 1))


def credit(tokens: Sequence[Token]) -> Iterator[Saying]:
    """A quotation with its author behind it: "“Mill to close,” by Jane Roe of the Herald"."""
    for at in range(len(tokens) - 2):
        opens = at == 0 or tokens[at - 1].text in ":;.-–—"  # "called “heroic” by Roe" is another matter
        if opens and tokens[at].quote and tokens[at + 1].low == "by" and tokens[at + 2].capital:
            source = span_of(tokens, subjects.after(tokens, at + 1))
            yield Saying(Span(tokens[at + 1].start, tokens[at + 1].end), _COLON, source, Span(tokens[at].start, tokens[at].end))


def colon(tokens: Sequence[Token], earlier: Sequence[Saying]) -> Iterator[Saying]:
    """A colon and a quotation that no verb brings: "..., says a report. The mayor was blunt: “No.”"."""
    for at in range(1, len(tokens) - 1):
        quote = tokens[at + 1]
        if tokens[at].text != ":" or not quote.quote:
            continue
        if any(saying.source and saying.content and saying.content.covers(Span(quote.start, quote.end)) for saying in earlier):
            continue
        who = subjects.phrase(tokens, at - 1)
        named = who is not None and tokens[at - 1].capital and not tokens[at - 1].quote
        credited = (saying.source for saying in earlier if saying.source and saying.source.end == tokens[at - 1].end)
        source = next(credited, None) or span_of(tokens, who if named else subjects.opening(tokens, at))
        if source and tokens[0].low not in _NO_SPEAKER:
            yield Saying(Span(tokens[at].start, tokens[at].end), _COLON, source, Span(quote.start, quote.end))
