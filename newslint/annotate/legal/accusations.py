"""Document -> accusations: who is said to have done wrong, before or beside any court."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from newslint.annotate.legal.people import NO_PERSON
from newslint.document import Document
from newslint.facts.gazetteer import GAZETTEER
from newslint.kept.regexes import compiled
from newslint.mentions import Accusation, Sentence, Spelling
from newslint.needles import each, first
from newslint.spans import Span, starting_in
from newslint.words import folded, word_set

_BEFORE = compiled(
    r"""\b(?P<cue>accus(?:e[sd]?|ing)|sue[sd]?|suing|alleg(?:e[sd]?|ing)(?:\sthat)?
    |(?:allegations?|accusations?|complaints?)\s(?:\w+\s){0,4}?against)\s
    (?:(?:the|a|an|former|his|her|their)\s(?:[a-z][\w-]*,?\s){1,4}?|the\s)?(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir)\.?\s)?$""",
    re.VERBOSE | re.IGNORECASE,
)
"""The words that stand right before the name of the accused."""

_OF = compiled(r"(?:\s\([^)]{1,30}\)|,\s[^,.;]{1,60},)?,?\s(?:of|for|over)\b")
_AFTER = compiled(
    r"""(?:(?:,\s[^.;,]{1,60}){1,3},)?\s(?P<cue>(?:(?:is|was|being|stands?|stood|(?:has|have|had)\s(?:\w+\s)?been)\s)(?:\w+\s)?
    (?:accused\s(?:by\s[^.;,]{1,60}?\s)?of|alleged\sto\shave)
    |(?:faces|faced|is\sfacing)\s(?:\w+\s){0,2}?(?:allegations?|accusations?)\s(?:of|that))\b""",
    re.VERBOSE,
)
"""What stands right behind the name of the accused."""

_OF_HIM = compiled(
    r"""\b(?:he|she)\s(?P<he>(?:is|was|(?:has|have|had)\sbeen|stands?|stood)\s(?:\w+\s)?(?:accused\s(?:by\s[^.;,]{1,60}?\s)?of|alleged\sto\shave))\b
    |\b(?P<him>accus(?:e[sd]?|ing)\s(?:him|her)\sof)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_NOTHING = compiled(r"\s(?:nothing|no\b|not\b)")
_ANY = compiled(r"\b(?:accus|alleg|su(?:e[sd]?|ing)\b|complaints?\s)", re.IGNORECASE)
_VERBAL = compiled(r"accus|su", re.IGNORECASE)


def accusations(doc: Document) -> tuple[Accusation, ...]:
    """Every accusation of somebody named, outside quotations, in text order."""
    return tuple(sorted([*_found(doc), *_of_him(doc)], key=lambda one: one.span)) if first(_ANY, doc.body) else ()


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


def _of_him(doc: Document) -> Iterator[Accusation]:
    """Where it says "he is accused of": whoever opened the sentence before, or was the one person in it."""
    sentences = doc.all(Sentence)
    starts = [sentence.start for sentence in sentences]
    for found in each(_OF_HIM, doc.body):
        cue = Span(*found.span(found.lastgroup or 0))
        at = bisect_right(starts, found.start()) - 1
        if at < 1 or sentences[at - 1].block != sentences[at].block or doc.quoted(cue) or _NOTHING.match(doc.body, found.end()):
            continue
        before = sentences[at - 1].span
        spelled = starting_in(doc.all(Spelling), before.start, found.start())
        names = [one for one in spelled if one.alone and _is_person(one)]
        if any(one.start >= before.end for one in names):
            continue
        person = next((one for one in names if one.start == before.start), names[0] if len(names) == 1 else None)
        if person:
            yield Accusation(cue, person.span, folded(person.printed.split()[-1]))


def _is_person(name: Spelling) -> bool:
    words = name.printed.split()
    return len(words) > 1 and not _is_place(name.printed) and not NO_PERSON & word_set(" ".join(words).lower())


def _is_place(words: str) -> bool:
    """A country or a people: its answer is asked for by diplomats."""
    return words in GAZETTEER or words.rpartition(" ")[2] in GAZETTEER
