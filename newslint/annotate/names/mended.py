"""What the model takes for names, put right: without titles, articles and verbs, and parted where one name owns another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from newslint.annotate.names.text import WORD, Text
from newslint.annotate.names.vocabulary import HEADLINE_WORDS, NAMES_TOO, NO_NAMES, PARTICLES, addresses, is_role
from newslint.facts.gazetteer import GAZETTEER
from newslint.kept.regexes import compiled
from newslint.mentions import Entity, NameLabel
from newslint.spans import Span
from newslint.words import word_set

TAIL = compiled(r"(?:['’]s|[\s,;:!?\"'”’()\[\]–—-]|(?<![A-Z])\.)+$")
"""What stands behind a name and is no part of it."""

_HEAD = compiled(r"[\s\"'“‘(\[]*(?:(?:the|an?)\s+(?=\S))?", re.IGNORECASE)
_NO_NAME = compiled(r"[@#/_\\<>=|]|www\.|\.com\b")
_OWNER = compiled(r"(?<=\w)['’]s\s+(?=[A-Z])")
_COMPOUND = compiled(r"-(?:led|based|backed|born|owned|run|style|era|linked|controlled|trained|funded)$")
_BRACKET = compiled(r"(?<=\w)\s?[(\[]")
_STOP = compiled(r"(?<=\w)\s?[(\[]|(?<=\w), |(?<=\w\s)[“‘\"]|:\s")
_POSSESSIVE = compiled(r"['’]s?$")


def mended(entity: Entity, text: Text) -> Iterator[Entity]:
    """The entity without what is no part of it: none, one, or two where one owns the other."""
    capitals = text.capitals(entity.start)
    if capitals == "shouted" or _NO_NAME.search(entity.span.of(text.body)):
        return
    start, end = entity.start, entity.end
    if owner := _OWNER.search(text.body, start, end):
        whose = text.body[start : owner.start()].removeprefix("the ")
        if entity.label in ("PERSON", "GPE") or whose in GAZETTEER:
            yield from mended(replace(entity, span=Span(start, owner.start())), text)
            start = owner.end()
    stop = (_STOP if entity.label == "PERSON" else _BRACKET).search(text.body, start, end)
    end = stop.start() if stop else end
    if capitals == "titled":
        start, end = _without_verbs(start, end, text.body)
    if kept := trimmed(replace(entity, span=Span(start, end)), text.body):
        yield kept


def _without_verbs(start: int, end: int, body: str) -> tuple[int, int]:
    """The first stretch of a headline's name that holds none of the words that headlines are made of."""
    first = None
    for word in WORD.finditer(body, start, end):
        common = _POSSESSIVE.sub("", word[0]).lower() in HEADLINE_WORDS
        if first is None and not common:
            first = word.start()
        elif first is not None and common:
            return first, word.start()
    return (end, end) if first is None else (first, end)


def trimmed(entity: Entity, body: str) -> Entity | None:
    """Without article, titles, small letters and possessive; None where no name is left."""
    head = _HEAD.match(body, entity.start, entity.end)
    words = list(WORD.finditer(body, head.end() if head else entity.start, entity.end))
    label = entity.label
    while words and _stands_before(words[0][0], label, more=len(words) > 1):
        if label == "ORG" and len(words) == 3:  # "Spokeswoman Sandy Angers"
            label = "PERSON"
        words.pop(0)
    while words and _stands_behind(words[-1][0], label, more=len(words) > 1):
        words.pop()
    if not words:
        return None
    start = words[0].start()
    end = start + len(_COMPOUND.sub("", TAIL.sub("", body[start : words[-1].end()])))
    name = body[start:end]
    nothing = len(name) < 2 or name.lower() == name or name in NO_NAMES or all(map(_says_nothing, name.split()))
    return None if nothing and name not in GAZETTEER else Entity(Span(start, end), label)


def _says_nothing(word: str) -> bool:
    """As in "Defence Secretary", which names nobody."""
    return is_role(word) or word in _PORTFOLIOS


_PORTFOLIOS = word_set(
    "Defence Defense Foreign Home Health Education Finance Justice Interior State Prime Energy Trade Deputy Vice"
)


def _stands_before(word: str, label: NameLabel, *, more: bool) -> bool:
    bare = word.rstrip(".")
    if word.islower() and not word[0].isdigit():
        return bare not in PARTICLES or not more
    if label == "ORG":
        return more and bare.lower().startswith(("spokes", "ex-"))
    return label == "PERSON" and more and (addresses(bare) or bare == "Prime" or (is_role(bare) and bare not in NAMES_TOO))


def _stands_behind(word: str, label: NameLabel, *, more: bool) -> bool:
    """As in "Boeing Executive", which is no body."""
    return word.islower() or (label == "ORG" and more and word in _OFFICES)


_OFFICES = word_set("CEO Executive President Spokesman Spokeswoman Director Chairman Minister")
