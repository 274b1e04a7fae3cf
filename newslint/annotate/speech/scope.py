"""Scope: how far an attribution answers for the sentences after it, in the same paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from newslint.annotate.speech.bodies import BODIES, PAPERS
from newslint.kept.regexes import compiled
from newslint.mentions import Attribution, AttributionKind, Quote, Sentence
from newslint.spans import Cover, Span

_PRONOUNS: Mapping[AttributionKind, frozenset[str]] = {
    "named": frozenset(("he", "she", "they", "his", "her", "their")),
    "anonymous": frozenset(("he", "she", "they", "his", "her", "their")),
    "body": frozenset(("it", "its", "they", "their")),
    "document": frozenset(("it", "its", "they", "their")),
}
"""What may stand for a source of each kind; nobody in particular answers for nothing."""

_OPENING = compiled(
    r"""\W*(?:(?:but|and|also|however|meanwhile|instead|still|then|later|yet|so|moreover|overall|separately|additionally),?\s)?
    (?:(?:in|on|at|by|after|before|during|for|last|under|since|as)\s[^,.;:]{1,40},\s)?
    (?P<subject>(?:(?:the|that|this|these|those)\s)?(?:[\w’'-]+\s){0,2}?[\w’'-]+)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_THE = compiled(r"(?:the|that|this|these|those)\s(?:[\w-]+\s){0,2}?(?P<head>[\w-]+)\b", re.IGNORECASE)
_NO_PRONOUN = compiled(
    r",\sit\b|\bit(?:['’]s|\s(?:seems|seemed|appears|appeared|is|was|takes|took|will\sbe|would\sbe))\b", re.IGNORECASE
)
"""An "it" that stands for nothing ("it is late"), or for something between ("last year, it grew")."""

_WORD = compiled(r"[\w-]+")


def with_scope(
    text: str, found: Sequence[Attribution], sentences: Sequence[Sentence], quotes: Sequence[Quote]
) -> Iterator[Attribution]:
    """The attributions in order, each with the sentences that it answers for besides its own."""
    starts = [sentence.start for sentence in sentences]
    own = Cover(each.cue for each in found)
    spoken = Cover(quote.outer for quote in quotes)
    for each in found:
        here = bisect_right(starts, each.cue.start) - 1
        after = bisect_right(starts, each.span.end - 1)
        covered: list[Sentence] = []
        for sentence in sentences[after:] if each.kind in _PRONOUNS and here >= 0 else ():
            new = sentence.block != sentences[here].block or own.touches(sentence.span)
            if new or not _goes_on(text, each, sentence, spoken):
                break
            covered.append(sentence)
        yield replace(each, carried=Span(covered[0].start, covered[-1].end)) if covered else each


def _goes_on(text: str, source: Attribution, sentence: Sentence, spoken: Cover) -> bool:
    """Whether a sentence has a pronoun of the source, or the same document or body, for its subject, or is quoted."""
    if spoken.touches(Span(sentence.start, sentence.start + 1)):
        return True
    opening = _OPENING.match(text, sentence.start, sentence.end)
    if opening is None:
        return False
    at = opening.start("subject")
    first = _WORD.match(text, at, sentence.end)
    if first and first.group().lower() in _PRONOUNS[source.kind]:
        return not _NO_PRONOUN.search(text, sentence.start, min(first.end() + 12, sentence.end))
    again = _THE.match(text, at, sentence.end)
    return again is not None and any(word in _heads(source, text) for word in again.group().lower().split())


def _heads(source: Attribution, text: str) -> set[str]:
    """The papers and bodies among the words of a source: "report" and "council" of "a report by the council"."""
    words = {word.lower() for word in _WORD.findall(source.source.of(text))} if source.source else set()
    return words & (PAPERS if source.kind == "document" else BODIES if source.kind == "body" else frozenset())
