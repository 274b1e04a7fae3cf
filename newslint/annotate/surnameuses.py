"""Surnames of people named in full, with Mr, Mrs or Ms and without. No model is asked."""

from __future__ import annotations

import re
from collections import defaultdict

from newslint.annotate.names.vocabulary import addresses, is_role
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Block, Spelling
from newslint.reckonings import SurnameUse
from newslint.spans import Span
from newslint.words import STOP_WORDS, word_set

_HONORIFIC = compiled(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.?\s$")
_NO_USE = compiled(
    r"\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Ee]very|[Ee]ach|[Aa]nother|[Aa]ny|[Nn]o)\s(?:[\w-]+\s)?$|\b(?:[Ff]ormer|[Ll]ate|[Bb]oth|this|that|young|old|pro|anti|top)\s$"
    r"|\b(?:agency|company|firm|group),\s$|\b[A-Z]\.\s$|\bMessrs\.?\s[^.]*$|[’'(-]$"
)
"""Before a surname that is used as another word, or is one of several behind one title."""

_ANY = compiled(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.?\s(?P<name>[A-Z][\w’-]*\w)")
_WORD_BEFORE = compiled(r"\b([A-Z][a-z]*)\s$")
_CALENDAR = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September"
    " October November December"
)
_ENDS = compiled(r"[.!?:…][\"”’')\]]*\s*$")
_ATTRIBUTIVE = compiled(
    r"""-|/|:|[’']?\s(?:administration|government|family|presidency|era|campaign|team|regime|case|house|brand|estate|camp|cabinet|ally|aide|trial
    |inquiry|plan|policy|doctrine|name|advis[eo]r|surrogate|ad|supporter|antagonist|critic|voter|donor|loyalist|backer|spokes(?:wo)?man|speech|rally
    |victory|win|tweet|nominee|appointee|fan|fund|(?!(?:says|was|has|is|does|adds|wants|tells|insists|believes|argues|claims|denies)\b)[a-z-]+s)\b""",
    re.VERBOSE,
)
"""What makes a bare surname an adjective: "the Kim regime", "Kim loyalists"."""

_HEADLINE = 25
"""Words up to which the first line is a headline, whatever it ends in."""

_RUNNING = frozenset({"paragraph", "standfirst", "list-item"})


def surname_uses(doc: Document) -> tuple[SurnameUse, ...]:
    """Each surname of one person alone, who is named in full, wherever it stands by itself or behind an honorific."""
    text = doc.own_words
    if not _ANY.search(text):
        return ()
    blocks = [block.span for block in doc.all(Block) if block.kind in _RUNNING]
    while len(blocks) > 1 and _line(blocks[0].of(doc.text)):
        del blocks[0]
    running = [block for block in blocks if _ENDS.search(block.of(doc.text))]
    bearers = _bearers(doc)
    uses: list[SurnameUse] = []
    for place in doc.all(Spelling):
        word = place.printed
        if not _alone(place, text) or len(bearers.get(word, ())) != 1 or not any(block.covers(place.span) for block in running):
            continue
        before = text[max(0, place.start - 30) : place.start]
        if honorific := _HONORIFIC.search(before):
            uses.append(SurnameUse(Span(place.start - len(honorific[0]), place.end), word, honorific[0].strip()))
        elif text.startswith(word, place.start) and not _NO_USE.search(before) and not _ATTRIBUTIVE.match(text, place.end):
            uses.append(SurnameUse(place.span, word, ""))
    return tuple(uses)


def _alone(place: Spelling, text: str) -> bool:
    """Whether no other part of a name stands beside it; a day, and what only opens the sentence, is none: "On Monday Meers"."""
    if place.alone or " " in place.printed:
        return place.alone
    before = _WORD_BEFORE.search(text, max(0, place.start - 20), place.start)
    opens = before is not None and (before[1].lower() in STOP_WORDS or before[1] in _CALENDAR)
    return opens and re.match(r"(?:['’]s?)?\s[A-Z]", text[place.end : place.end + 4]) is None


def _bearers(doc: Document) -> dict[str, set[str]]:
    """For each surname the other names of its bearers in full names, titles and what only opens a sentence left out.

    A surname comes last, unless the text itself says "Mr Kim" of Kim Jong-un.
    """
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    titled = {match["name"] for match in _ANY.finditer(doc.own_words)}
    for place in doc.all(Spelling):
        first, *more = place.printed.split()
        if more and place.alone:
            while more and (addresses(first) or is_role(first) or first.lower() in STOP_WORDS or first in _CALENDAR):
                first, *more = more
            if more and first in titled and more[-1] not in titled:
                bearers[first].add(more[-1])
            elif more:
                bearers[more[-1]].add(first)
    return dict(bearers)


def _line(words: str) -> bool:
    """Whether a first block is a headline: one short sentence, whatever it ends in."""
    return len(words.split()) <= _HEADLINE and not re.search(r"[.!?]\s", words.strip())
