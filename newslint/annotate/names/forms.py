"""Forms: a person's name taken to pieces, and whether two of them may be one person's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from newslint.annotate.names.vocabulary import NICKNAMES, PARTICLES, SUFFIXES
from newslint.words import folded

_ARTICLE = re.compile(r"(?i)^(al|el|ash|as|bin|ibn)-(?=\w)")
_FAMILY_FIRST = frozenset(
    [
        "kim",
        "xi",
        "park",
        "choi",
        "moon",
        "yoon",
        "jung",
        "lee",
        "li",
        "zhang",
        "wang",
        "liu",
        "chen",
        "zhao",
        "zhou",
        "hu",
        "jiang",
        "deng",
        "mao",
        "wen",
        "wu",
        "huang",
        "nguyen",
        "tran",
    ]
)
"""Family names that stand before given names: always before two words or a hyphen."""

_SURELY_FAMILY = frozenset(["xi", "zhang", "wang", "zhao", "jiang", "deng"])
_VOWELS = re.compile("[aeiouy]")
_LONG, _VERY_LONG = 6, 8
"""Letters of a surname from which one, and two, of them may differ."""


@dataclass(frozen=True)
class Form:
    """A name taken to pieces: folded words, without "Jr." and the like; ``suffix`` is that."""

    parts: tuple[str, ...]
    suffix: str
    family_first: bool

    @classmethod
    def of(cls, words: Sequence[str]) -> Form:
        pieces = [piece for word in words for piece in _ARTICLE.sub(r"\1 ", word).split()]
        parts = [part for piece in pieces if (part := folded(piece))]
        suffix = parts[-1] if len(parts) > 2 and parts[-1] in SUFFIXES else ""
        parts = parts[:-1] if suffix else parts
        while len(parts) > 1 and parts[0] in PARTICLES and all(part in PARTICLES for part in parts[:-1]):
            parts = parts[1:]
        first = parts[0] if parts else ""
        hyphen = any("-" in word[1:] for word in words[1:])
        turned = len(parts) > 1 and first in _FAMILY_FIRST and (len(parts) > 2 or hyphen or first in _SURELY_FAMILY)
        return cls(_initials_joined(parts or [folded("".join(words)) or "".join(words)]), suffix, turned)

    @property
    def full(self) -> bool:
        return len(self.parts) > 1

    @property
    def given(self) -> str:
        return self.parts[1] if self.family_first else self.parts[0]

    @property
    def surname(self) -> str:
        return self.parts[0] if self.family_first else self.parts[-1]

    @property
    def middle(self) -> tuple[str, ...]:
        return self.parts[1:-1]


def _initials_joined(parts: Sequence[str]) -> tuple[str, ...]:
    """The initials as one word: "jk rowling"."""
    at = 0
    while at < len(parts) - 1 and len(parts[at]) == 1:
        at += 1
    return ("".join(parts[:at]), *parts[at:]) if at > 1 else tuple(parts)


def same(earlier: Form, form: Form) -> bool:
    if form.suffix and not earlier.suffix:  # the son is named behind the father; the same man loses his "Jr." later
        return False
    if "".join(earlier.parts) == "".join(form.parts):
        return True
    if (
        len(earlier.parts) > len(form.parts) > 1
        and earlier.parts[-len(form.parts) :] == form.parts
        and earlier.parts[0] not in form.parts
    ):
        return True  # von der Leyen, García Márquez
    return earlier.surname == form.surname and _one_given(earlier, form) and _middles_agree(earlier.middle, form.middle)


def _one_given(one: Form, other: Form) -> bool:
    return one.given == other.given or NICKNAMES.get(one.given, one.given) == NICKNAMES.get(other.given, other.given)


def _middles_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """George W. Bush is not George H.W. Bush."""
    return not one or not other or all(a.startswith(b) or b.startswith(a) for a, b in zip(one, other, strict=False))


def near_to(earlier: Form, form: Form) -> bool:
    """An initial for the given name, or the surname spelled another way."""
    if earlier.suffix != form.suffix:
        return False
    if earlier.surname == form.surname:
        short, long = sorted((earlier.given, form.given), key=len)
        initials = "".join(part[0] for part in max(earlier.parts, form.parts, key=len)[:-1])
        return len(short) <= 2 and (long.startswith(short) if len(short) == 1 else initials.startswith(short))
    return earlier.given == form.given and len(earlier.given) > 1 and slipped(earlier.surname, form.surname)


def slipped(one: str, other: str) -> bool:
    """Whether these may be one surname spelled in two ways."""
    if one[:1] != other[:1] or min(len(one), len(other)) < _LONG or one + "s" == other or other + "s" == one:
        return False
    if {one[-1:], other[-1:]} == {"a", min(one, other, key=len)[-1:]} and abs(len(one) - len(other)) == 1:
        return False  # Ivanov, Ivanova
    alike = sorted(_VOWELS.sub("", one)) == sorted(_VOWELS.sub("", other))
    most = 2 if min(len(one), len(other)) >= (_LONG + 1 if alike else _VERY_LONG) else 1
    return OSA.distance(one, other, score_cutoff=most) <= most
