"""Whether two quotations have one speaker, as far as their texts make that plain."""

from __future__ import annotations

import re
from typing import Literal

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
_NAME = re.compile(r"[^\W\d_][\w'’-]+\.?")


def same_speaker(ours: Quote, theirs: Quote) -> SameSpeaker:
    """By their names; two that are no full names of persons are never told apart."""
    one, other = _person(ours.speaker_name), _person(theirs.speaker_name)
    if not one or not other:
        return "unknown"
    if one & other or folded(ours.speaker_name) == folded(theirs.speaker_name):
        return "same"
    return "different"


def _person(name: str) -> frozenset[str]:
    """The names of a person, folded; none where this is not the full name of one."""
    words = [word for word in _NAME.findall(name) if word.lower().rstrip(".") not in _TITLES]
    if len(words) < 2 or not all(word[0].isupper() for word in words[-2:]):
        return frozenset()
    known = frozenset(folded(re.sub(r"['’]s$", "", word)) for word in words)
    return frozenset() if known & _NO_PERSON else known
