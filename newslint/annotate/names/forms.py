"""Forms: a person's name taken to pieces, and whether two of them may be one person's."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from newslint.annotate.names.vocabulary import NICKNAMES, PARTICLES, SUFFIXES
from newslint.kept.regexes import compiled
from newslint.words import folded, word_set

_ARTICLE = compiled(r"(?i)^(al|el|ash|as|bin|ibn)-(?=\w)")
_FAMILY_FIRST = word_set(
    "kim xi park choi moon yoon jung lee li zhang wang liu chen zhao zhou hu jiang deng mao wen wu huang nguyen tran"
)
"""Family names that stand before given names: always before two words or a hyphen."""

_SURELY_FAMILY = word_set("xi zhang wang zhao jiang deng")
_VOWELS = compiled("[aeiouy]")
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


# --- two forms of one name ----------------------------------------------------------------------------


def same(earlier: Form, form: Form) -> bool:
    """Whether these full names are one person's. Only forms that share a key of ``may_be_same`` can be."""
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


def may_be_same(form: Form) -> tuple[list[Hashable], list[Hashable]]:
    """Keys under which to put a form, and those under which to look for one that may be the same."""
    both: list[Hashable] = ["".join(form.parts), (form.surname, _usual(form.given))]
    return [*both, *(form.parts[at:] for at in range(1, len(form.parts) - 1))], [*both, form.parts]


def _one_given(one: Form, other: Form) -> bool:
    return _usual(one.given) == _usual(other.given)


def _usual(given: str) -> str:
    return NICKNAMES.get(given, given)


def _middles_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """George W. Bush is not George H.W. Bush."""
    return not one or not other or all(a.startswith(b) or b.startswith(a) for a, b in zip(one, other, strict=False))


def near_to(earlier: Form, form: Form) -> bool:
    """An initial for the given name, or the surname spelled another way."""
    if earlier.suffix != form.suffix:
        return False
    if earlier.surname == form.surname:
        short, long = sorted((earlier, form), key=lambda form: len(form.given))
        letters = short.given
        return len(letters) <= 2 and (long.given if len(letters) == 1 else _initials(long)).startswith(letters)
    return earlier.given == form.given and len(earlier.given) > 1 and slipped(earlier.surname, form.surname)


def _initials(form: Form) -> str:
    return "".join(part[0] for part in form.parts[:-1])


def may_be_near(form: Form) -> tuple[list[Hashable], list[Hashable]]:
    """Keys under which to put a form, and those under which to look for one that may be near to it.

    Of two with one surname one has a given name of two letters at most, and they share a first letter.
    """
    short = len(form.given) <= 2
    letters = {form.given[0], form.parts[0][0]}
    slips: list[Hashable] = [(form.given, key) for key in may_slip(form.surname)]
    kept: list[Hashable] = [
        (form.surname, letter, length) for letter in letters for length in (["short", "any"] if short else ["any"])
    ]
    sought: list[Hashable] = [(form.surname, letter, "any" if short else "short") for letter in letters]
    return [*kept, *slips], [*sought, *slips]


def may_slip(surname: str) -> Iterator[str]:
    """What this surname shares with all that may be another spelling of it; nothing where it is too short for that."""
    if len(surname) >= _LONG:
        yield surname[0]


def slipped(one: str, other: str) -> bool:
    """Whether these may be one surname spelled in two ways."""
    if one[:1] != other[:1] or min(len(one), len(other)) < _LONG or one + "s" == other or other + "s" == one:
        return False
    if {one[-1:], other[-1:]} == {"a", min(one, other, key=len)[-1:]} and abs(len(one) - len(other)) == 1:
        return False  # Ivanov, Ivanova
    if OSA.distance(one, other, score_cutoff=2) > 2:
        return False
    alike = sorted(_VOWELS.sub("", one)) == sorted(_VOWELS.sub("", other))
    most = 2 if min(len(one), len(other)) >= (_LONG + 1 if alike else _VERY_LONG) else 1
    return OSA.distance(one, other, score_cutoff=most) <= most
