"""Why a finding is one: the sentence of the draft, those of its evidence, and the grounds it rests on.

The labels stand in one column and the lines in one order, so that what is read today can be
compared with what is read tomorrow.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from newslint.document import Document
from newslint.finding import Finding, Outcome
from newslint.mentions import Sentence
from newslint.spans import GONE, Span


def explained(outcome: Outcome, finding: Finding) -> Iterator[tuple[str, str, str]]:
    """A label, a place or a weight, and the words; nothing for what was found in the draft alone and rests on no grounds."""
    if not finding.evidence and not finding.grounds:
        return
    yield "draft", *_sentence(outcome.draft, finding.span)
    for evidence in finding.evidence:
        doc = outcome.document(evidence)
        place, words = _sentence(doc, evidence.span)
        named = f"{doc.name}:{place}" if evidence.source is not None else place
        note = f" ({evidence.note})" if evidence.note else ""
        yield ("source" if evidence.source is not None else "draft"), named + note, words
    for ground in finding.grounds:
        yield "ground", "" if ground.weight is None else f"{ground.weight:+.2f}", ground.what
    weights = [ground.weight for ground in finding.grounds if ground.weight is not None]
    if len(weights) > 1:
        yield "score", f"{sum(weights):+.2f}", "all of them together"


def lines(outcome: Outcome, finding: Finding) -> Iterator[str]:
    """The same as plain text, a line each."""
    for label, place, words in explained(outcome, finding):
        yield f"    {label:<7} {place}{'  ' if place else ''}{words}"


def _sentence(doc: Document, span: Span) -> tuple[str, str]:
    """Where the sentence round a place of the file begins, and its words as they read; of no sentence the words alone."""
    reading = doc.reading
    sentences = reading.all(Sentence)
    first, last = (
        bisect_right(sentences, at, key=lambda sentence: reading.placed(sentence.span).start) - 1
        for at in (span.start, max(span.start, span.end - 1))
    )
    whole, words = span, span.of(doc.prose)
    if first >= 0 and span.start < reading.placed(sentences[first].span).end:
        told = sentences[first].span.through(sentences[last].span)
        whole, words = reading.placed(told), told.of(reading.text)
    line, column = doc.lines.position(whole.start)
    return f"{line}:{column}", " ".join(words.replace(GONE, " ").split())
