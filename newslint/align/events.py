"""What happens to the people and things that a figure counts: killed is not wounded is not sent."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.kept.regexes import compiled
from newslint.words import word_set

CLASSES = {
    "killed": word_set(
        "kill killed kills killing die died dies dead death deaths dying fatal fatalities perished slain drowned toll"
    ),
    "hurt": word_set("injured injures injuries injury wounded wounds wounding hurt hospitalised hospitalized treated"),
    "sent": word_set(
        "sent send sends sending deploy deployed deploys deployment dispatch dispatched dispatching fight fighting fought"
    ),
    "held": word_set("arrest arrested arrests detained detain jailed imprisoned custody charged convicted sentenced"),
    "missing": word_set("missing unaccounted trapped stranded disappeared"),
    "saved": word_set("rescued saved evacuated survived survivors survivor freed released"),
    "lost": word_set(
        "lost loses lose losing fell fall falls fallen drop dropped drops decline declined down decreased loss losses cut cuts"
    ),
    "gained": word_set(
        "rose rise rises risen grew grow grows grown increase increased increases up jumped jump gained climbed profit profits"
    ),
    "bought": word_set("bought buy buys buying acquire acquired purchase purchased"),
    "sold": word_set("sold sell sells selling sales"),
    "voted-for": word_set("favour favor yes backed supported approve"),
    "voted-against": word_set("against oppose opposed no rejected"),
}
BEFELL = frozenset({"killed", "hurt", "missing"})
"""What people meet with one or the other of."""

_BY_WORD = {word: name for name, words in CLASSES.items() for word in words}
_WORD = compiled(r"[a-z]+")


def events(words: str) -> frozenset[str]:
    """The classes of event that these words name."""
    return frozenset(_named(words.lower()))


def conflict(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name events and none in common."""
    return bool(one) and bool(other) and not one & other


def _named(words: str) -> Iterator[str]:
    for found in _WORD.finditer(words):
        if name := _BY_WORD.get(found[0]):
            yield name
