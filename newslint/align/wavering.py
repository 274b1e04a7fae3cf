"""A draft held against itself: what it only reports or alleges in one place, and states as fact in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from newslint.align.wording import content
from newslint.comparisons import Wavering
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Block, Certainty
from newslint.spans import Span
from newslint.words import content_words

_AGE = compiled(r",\s\d{1,3}(?:,|$)")
_CHARGED = compiled(r"\b(?:accus\w+|charge[ds]?|denie[sd]|pleaded|sued|trial|suspected|indicted|claims?)\b", re.IGNORECASE)
"""Words that lay a deed to somebody without saying that it was done."""

TOLD = 1
"""The level of what is alleged or reported, on the scale of ``Certainty``; other doubts may be settled as a story goes on."""

_OF_A_THING = frozenset({"alleged", "suspected", "accused", "rumoured", "rumored", "on suspicion of"})
"""Hedges of a name for something ("the alleged thief"), not of what happened."""

LEAST = 3
"""How many words the two statements must share."""

SOFTENED = 0.66
"""How much of what the hedge softens the flat statement must have."""

SAID = 0.5
"""How much of the flat statement they must share: else it tells something else too."""

LEAD = 2
"""How many paragraphs are the lead."""


def wavering(doc: Document) -> tuple[Wavering, ...]:
    """Every statement as fact of what is only reported or alleged elsewhere in the draft, in text order."""
    weak = (one for one in doc.all(Certainty) if one.hedges and one.level <= TOLD and not one.negated)
    told = [one for one in weak if one.hedges[0].span.of(doc.text).lower() not in _OF_A_THING]
    if not told:
        return ()
    flat = list(_flat(doc))
    stems = [_stems(doc, one.clause.parts) for one in flat]
    having: defaultdict[str, list[int]] = defaultdict(list)
    for at, words in enumerate(stems):
        for word in words:
            having[word].append(at)
    found = {match.span: match for one in reversed(told) for match in _matches(doc, one, flat, stems, having)}
    return tuple(sorted(found.values(), key=lambda one: one.span))


def _matches(
    doc: Document, told: Certainty, flat: Sequence[Certainty], stems: Sequence[frozenset[str]], having: dict[str, list[int]]
) -> Iterator[Wavering]:
    hedge = told.hedges[0]
    whole = _stems(doc, told.clause.parts) - _stems(doc, (hedge.span,))
    if len(whole) < LEAST:
        return
    softened = _stems(doc, (hedge.scope,)) & whole or whole
    verb = next((stem for stem, _ in content(doc.body, hedge.scope)), "")
    for at in having.get(verb, ()):
        shared = len(softened & stems[at]) / len(softened)
        alike = len(whole & stems[at])
        apart = flat[at].clause.sentence != told.clause.sentence
        enough = shared >= SOFTENED and alike >= max(LEAST, SAID * len(stems[at]))
        if apart and enough and _figures(doc, flat[at].span) == _figures(doc, told.span):
            yield Wavering(flat[at].span, hedge.span, shared, flat[at].span.start < _lead(doc) <= hedge.span.start)


def _flat(doc: Document) -> Iterator[Certainty]:
    """What is stated as fact in the writer's own words, in a sentence with nobody who says so."""
    open_ = {one.clause.sentence for one in doc.all(Certainty) if one.clause.attributions or one.hedges or one.doubted}
    for one in doc.all(Certainty):
        sentence = one.clause.sentence
        if sentence not in open_ and not one.negated and not doc.quoted(one.span) and not _CHARGED.search(sentence.of(doc.body)):
            yield one


def _stems(doc: Document, spans: Sequence[Span]) -> frozenset[str]:
    return frozenset(stem for span in spans for stem, _ in content(doc.body, span))


def _figures(doc: Document, span: Span) -> frozenset[str]:
    """The figures of a statement but for ages, which stand at the first mention alone."""
    return frozenset(word for word in content_words(_AGE.sub(",", span.of(doc.body))) if word[0].isdigit())


def _lead(doc: Document) -> int:
    """Where the lead ends."""
    paragraphs = [block for block in doc.all(Block) if block.kind == "paragraph"]
    return paragraphs[min(LEAD, len(paragraphs)) - 1].end if paragraphs else 0
