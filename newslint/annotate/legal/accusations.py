"""Document -> accusations: who is said to have done wrong, before or beside any court."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from newslint.document import Document
from newslint.facts.gazetteer import GAZETTEER
from newslint.mentions import Accusation, Sentence, Spelling
from newslint.spans import Span
from newslint.words import folded

_BEFORE = re.compile(
    r"""\b(?P<cue>accus(?:e[sd]?|ing)|sue[sd]?|suing|alleg(?:e[sd]?|ing)(?:\sthat)?
    |(?:allegations?|accusations?|complaints?)\s(?:\w+\s){0,4}?against)\s
    (?:(?:the|a|an|former|his|her|their)\s(?:[a-z][\w-]*,?\s){1,4}?|the\s)?(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir)\.?\s)?$""",
    re.VERBOSE | re.IGNORECASE,
)
"""The words that stand right before the name of the accused."""

_OF = re.compile(r"(?:\s\([^)]{1,30}\)|,\s[^,.;]{1,60},)?,?\s(?:of|for|over)\b")
_AFTER = re.compile(
    r"(?:,\s[^.;,]{1,60},)?\s(?P<cue>(?:(?:is|was|has\sbeen|had\sbeen|stands?|stood|being)\s)(?:\w+\s)?accused\sof)\b"
)
"""What stands right behind the name of the accused."""

_ANY = re.compile(r"\b(?:accus|alleg|su(?:e[sd]?|ing)\b|complaints?\s)", re.IGNORECASE)
_VERBAL = re.compile(r"accus|su", re.IGNORECASE)


def accusations(doc: Document) -> tuple[Accusation, ...]:
    """Every accusation of somebody named, outside quotations, in text order."""
    return tuple(sorted(_found(doc), key=lambda one: one.span)) if _ANY.search(doc.body) else ()


def _found(doc: Document) -> Iterator[Accusation]:
    body, sentences = doc.body, doc.all(Sentence)
    starts = [sentence.start for sentence in sentences]
    for name in doc.all(Spelling):
        if not name.alone or _is_place(name.printed):
            continue
        sentence = sentences[max(0, bisect_right(starts, name.start) - 1)].span
        before = _BEFORE.search(body, max(sentence.start, name.start - 90), name.start)
        if before and _VERBAL.match(before["cue"]) and not before["cue"].endswith("against") and not _OF.match(body, name.end):
            before = None
        found = before or _AFTER.match(body, name.end, sentence.end)
        if found and not doc.quoted(cue := Span(*found.span("cue"))):
            yield Accusation(cue, name.span, folded(name.printed.split()[-1]))


def _is_place(words: str) -> bool:
    """A country or a people: its answer is asked for by diplomats."""
    return words in GAZETTEER or words.rpartition(" ")[2] in GAZETTEER
