"""Whether two quotations have one speaker, as far as their texts make that plain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Literal

from newslint.align.capitals import words
from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Quote
from newslint.words import folded, word_set

SameSpeaker = Literal["same", "different", "unknown"]

_TITLES = word_set(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady sen senator rep gov gen col lt sgt capt rev king queen prince princess
    president minister chancellor secretary former prime chief officer executive
    """
)
_NO_PERSON = word_set(
    """
    police ministry government company firm agency council court party campaign union university department office army military
    bank group organisation organization institute committee commission administration navy forces club board newspaper network
    association federation foundation church school college hospital airline parliament congress senate cabinet watchdog times
    news tribune guardian reuters xinhua tass kcna afp bbc cnn fbi cia un nato eu house palace kremlin pentagon ap press
    fund centre center coalition alliance league society tribunal post examiner inc corp ltd plc spokesman spokeswoman
    spokesperson report statement letter court
    """
)
_NAME = compiled(r"[^\W\d_][\w'’-]+\.?")
_POSSESSIVE = compiled(r"['’]s$")
_ARTICLE = compiled(r"(?:the|a|an|its?|their)\s", re.IGNORECASE)
"""What stands before no surname."""


class Cast:
    """The people whom some texts name in full, so that a bare surname in one of them is a person's."""

    def __init__(self, docs: Iterable[Document]) -> None:
        self._docs = tuple(docs)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Folded; worked out when somebody is first called by one word."""
        return frozenset(word.key for doc in self._docs for word in words(doc) if word.last and word.given)


def same_speaker(ours: Quote, theirs: Quote, cast: Cast) -> SameSpeaker:
    """By their names; two of whom one is no person known by a full name are never told apart."""
    one, other = _person(ours.speaker_name, cast), _person(theirs.speaker_name, cast)
    if not one or not other:
        return "unknown"
    if one & other or folded(ours.speaker_name) == folded(theirs.speaker_name):
        return "same"
    return "different"


def _person(name: str, cast: Cast) -> frozenset[str]:
    """The names of a person, folded; none where this is not one's full name, nor the surname of somebody in the cast."""
    called = [_POSSESSIVE.sub("", word) for word in _NAME.findall(name) if word.lower().rstrip(".") not in _TITLES]
    if not called or not all(word[0].isupper() for word in called[-2:]) or (len(called) == 1 and _ARTICLE.match(name)):
        return frozenset()
    known = frozenset(map(folded, called))
    if known & _NO_PERSON or (len(called) == 1 and not known & cast.surnames):
        return frozenset()
    return known
